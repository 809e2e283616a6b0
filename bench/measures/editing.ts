import { longPolicy, thousandControls, usual } from '../harness/documents.ts';
import { editAndPull, opened, remapping, typing } from '../harness/edits.ts';
import { type Measure, type Result, repeated, subject, timed } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import type { OpenDocument } from '../harness/session.ts';
import { begin, indexed } from '../harness/tickmarkServer.ts';

/** How often a document is edited in each session. */
const times = 100;
const few = 100;

/** From an edit of an open document to its diagnostics, pulled over standard input and output. */
export const editing: Measure = async ({ many, runs }) => [
  ...(await edited('5.5 KB', few, usual('procedure', few), runs)),
  ...(await edited('5.5 KB', many, usual('procedure', many), runs)),
  ...(await edited('48 KB policy', many, longPolicy(many), runs)),
  ...(await edited('250 KB YAML', many, thousandControls(many), runs)),
];

async function edited(
  size: string,
  documents: number,
  document: OpenDocument,
  runs: number,
): Promise<Result[]> {
  const folder = programmeFolder(documents);
  const kinds = { prose: typing(document.text), mapping: remapping(document.text) };
  const sessions = await repeated(runs, async () => {
    const { session, start } = await begin(folder);
    await indexed(session, start);
    const taken = {
      open: [await timed(() => opened(session, document))],
      prose: await editAndPull(session, document, kinds.prose, times),
      mapping: await editAndPull(session, document, kinds.mapping, times),
    };
    await session.end();
    return taken;
  });
  const result = (measure: string, kind: keyof (typeof sessions)[number]): Result => ({
    measure: `${measure}, ${size}`,
    subject,
    documents,
    runs: sessions.flatMap(taken => taken[kind].map(value => ({ value }))),
  });
  return [
    result('open to diagnostics', 'open'),
    result('edit to diagnostics: prose', 'prose'),
    result('edit to diagnostics: mapping', 'mapping'),
  ];
}
