import { PublishDiagnosticsNotification } from 'vscode-languageserver/node';
import { thousandControls } from '../harness/documents.ts';
import { completeWhileTyping, criterionIn, typing } from '../harness/edits.ts';
import { type Measure, timed } from '../harness/measure.ts';
import { yamlServer as server } from '../harness/peers.ts';
import { programFolder } from '../harness/program.ts';
import { Session } from '../harness/session.ts';

/** How often each thing is done. */
const times = 10;
const documents = 100;

/**
 * yaml-language-server with the 250 KB of YAML open, without a schema. It pushes its diagnostics some time after a change,
 * which is part of what its user waits.
 */
export const yamlServer: Measure = async () => {
  const register = thousandControls(documents);
  const session = new Session(server);
  await session.initialize(programFolder(documents));
  await session.initialized();
  const pushed = (): Promise<void> => session.heard(PublishDiagnosticsNotification.method);

  const open = await timed(() => Promise.all([session.open(register), pushed()]));
  const edits: number[] = [];
  const letter = typing(register.text);
  for (let i = 0; i < times; i++) {
    edits.push(await timed(() => Promise.all([session.change(register.path, letter(i)), pushed()])));
  }
  // Without a schema it has nothing to offer there, and takes its time to say so.
  const { taken: completions } = await completeWhileTyping(
    session,
    register,
    criterionIn(register.text),
    times,
  );
  await session.end();
  const result = (measure: string, values: readonly number[]) => ({
    measure: `${measure}, 250 KB YAML`,
    subject: server.subject,
    runs: values.map(value => ({ value })),
  });
  return [
    result('open to diagnostics', [open]),
    result('edit to diagnostics: prose', edits),
    result('completion: criterion', completions),
  ];
};
