import { DiagnosticRefreshRequest } from 'vscode-languageserver/node';
import { documentsWithFindings, usual } from '../harness/documents.ts';
import { changed, criterionIn, positionAt, typing } from '../harness/edits.ts';
import { type Measure, type Result, repeated, subject, timed } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import { type OpenDocument, pause, type Session } from '../harness/session.ts';
import { begin, indexed } from '../harness/tickmarkServer.ts';

const few = 100;

/** The server while it reads a whole programme: how long that takes, what it uses, and whether it answers meanwhile. */
export const indexing: Measure = async ({ many, most, runs }) => [
  ...(await index(few, runs)),
  ...(await index(many, runs)),
  ...(most === undefined ? [] : await index(most, 1)),
  ...(await answers(many, runs)),
];

/** From `initialized` to the last finding, with nothing open. */
async function index(documents: number, runs: number): Promise<Result[]> {
  const folder = programmeFolder(documents);
  const sessions = await repeated(runs, async () => {
    const { session, start } = await begin(folder, { watched: true });
    const value = (await indexed(session, start)) - start;
    const { held, ...usage } = await session.usage();
    await session.end();
    return { held, run: { value, ...usage } };
  });
  return [
    { measure: 'server: index', subject, documents, runs: sessions.map(({ run }) => run) },
    {
      measure: 'event loop held while indexing',
      subject,
      documents,
      runs: sessions.map(({ held }) => ({ value: held })),
    },
  ];
}

/** How many documents are opened one after the other while the rest is being read, and how long there is between two. */
const opened = 10;
const between = 100;

/** What is asked about open documents while the rest is being read. */
async function answers(documents: number, runs: number): Promise<Result[]> {
  const folder = programmeFolder(documents);
  const others = documentsWithFindings(documents, opened);
  const edited = usual('procedure', documents);
  const edits = typing(edited.text);
  const criterion = positionAt(edited.text, criterionIn(edited.text).offset);
  const sessions = await repeated(runs, async () => {
    const taken = { open: [] as number[], edit: [] as number[], hover: [] as number[] };
    const { session, start } = await begin(folder);
    await session.open(edited);
    let isIndexing = true;
    const end = indexed(session, start).then(() => {
      isIndexing = false;
    });
    for (const [i, document] of others.entries()) {
      if (!isIndexing) break;
      taken.open.push(await timed(() => shown(session, document)));
      taken.edit.push(await timed(() => changed(session, edited.path, edits(i))));
      taken.hover.push(await timed(() => session.hover(edited.path, criterion)));
      await pause(between);
    }
    await end;
    await session.end();
    return taken;
  });
  const result = (measure: string, kind: keyof (typeof sessions)[number]): Result => ({
    measure,
    subject,
    documents,
    runs: sessions.flatMap(taken => taken[kind].map(value => ({ value }))),
  });
  return [
    result('open to own findings while indexing', 'open'),
    result('edit to diagnostics while indexing', 'edit'),
    result('hover while indexing', 'hover'),
  ];
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
