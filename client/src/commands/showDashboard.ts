import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';

/** By what the server knows the page of where a program stands. */
const page = 'report';

/** Shows where a program stands: how far it is, what is missing, what is due, and who owns it. */
export async function showDashboard({ status, pageView }: Session): Promise<void> {
  const program = await chooseProgram(
    status,
    () => true,
    'There is no control documentation here. Run “Tickmark: Start a SOC 2 Program” to begin.',
  );
  if (program !== undefined) await pageView.show({ root: program.root, page });
}
