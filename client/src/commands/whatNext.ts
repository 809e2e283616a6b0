import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';

/** By what the server knows the page that says what to do next. */
const page = 'what-next';

/** Shows what a program needs next, each step with a button. */
export async function whatNext({ status, pageView }: Session): Promise<void> {
  const program = await chooseProgram(
    status,
    ({ manifest }) => manifest !== undefined,
    'No program has a manifest. Run “Tickmark: Start a SOC 2 Program” to create one.',
  );
  if (program !== undefined) await pageView.show({ root: program.root, page });
}
