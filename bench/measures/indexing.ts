import { DiagnosticRefreshRequest } from 'vscode-languageserver/node';
import { documentsWithFindings, usual } from '../harness/documents.ts';
import { changed, criterionIn, positionAt, typing } from '../harness/edits.ts';
import { type Measure, repeated, timed } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';
import { Samples } from '../harness/samples.ts';
import { type OpenDocument, pause, type Session } from '../harness/session.ts';
import { begin, indexed } from '../harness/tickmarkServer.ts';

const few = 100;

/** The server while it reads a whole program: how long that takes, what it uses, and whether it answers meanwhile. */
export const indexing: Measure = async ({ many, most, runs }) => {
  const [small, large, largest] = [new Samples(few), new Samples(many), new Samples(most ?? 0)];
  await repeated(runs, () => index(small, few));
  await repeated(runs, () => index(large, many));
  // The last session has left what it knows.
  await repeated(runs, () => index(large, many, ', warm'));
  await repeated(runs, () => ask(large, many));
  if (most !== undefined) await index(largest, most);
  return [small, large, largest].flatMap(({ results }) => results);
};

/** From `initialized` to the last finding, with nothing open. */
async function index(samples: Samples, documents: number, how: '' | ', warm' = ''): Promise<void> {
  const { session, start } = await begin(programFolder(documents), { watched: true, warm: how !== '' });
  const value = (await indexed(session, start)) - start;
  const { held, ...usage } = await session.usage();
  await session.end();
  samples.addRuns(`server: index${how}`, { value, ...usage });
  samples.add(`event loop held while indexing${how}`, held);
}

/** How many documents are opened one after the other while the rest is being read, and how long there is between two. */
const opened = 10;
const between = 100;

/** Asks about open documents while the rest is being read. */
async function ask(samples: Samples, documents: number): Promise<void> {
  const edited = usual('procedure', documents);
  const edits = typing(edited.text);
  const criterion = positionAt(edited.text, criterionIn(edited.text).offset);
  const { session, start } = await begin(programFolder(documents));
  await session.open(edited);
  let isIndexing = true;
  const end = indexed(session, start).then(() => {
    isIndexing = false;
  });
  for (const [i, document] of documentsWithFindings(documents, opened).entries()) {
    if (!isIndexing) break;
    samples.add('open to own findings while indexing', await timed(() => shown(session, document)));
    const edit = await timed(() => changed(session, edited.path, edits(i)));
    samples.add('edit to diagnostics while indexing', edit);
    const hover = await timed(() => session.hover(edited.path, criterion));
    samples.add('hover while indexing', hover);
    await pause(between);
  }
  await end;
  await session.end();
}

/** Opens a document that has findings, and settles once it has some, as an editor learns of them: asked to, it pulls again. */
async function shown(session: Session, document: OpenDocument): Promise<void> {
  await session.open(document);
  for (;;) {
    const refresh = session.heard(DiagnosticRefreshRequest.method);
    const diagnostics = await session.pull(document.path);
    if (diagnostics && diagnostics.length > 0) return;
    await refresh;
  }
}
