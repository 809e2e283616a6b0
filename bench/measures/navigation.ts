import {
  DefinitionRequest,
  HoverRequest,
  type Position,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { longPolicy, thousandControls, usual } from '../harness/documents.ts';
import { controlIn, criterionIn, opened, positionAt, type Word } from '../harness/edits.ts';
import { type Measure, timed } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';
import { Samples } from '../harness/samples.ts';
import { type OpenDocument, pause, type Session } from '../harness/session.ts';
import { begin, indexed } from '../harness/tickmarkServer.ts';

/** How often each thing is asked in each session, and how often a rename, which makes hundreds of edits. */
const times = 25;
const renames = 5;

/** How many uses the id has that is renamed. */
const uses = 500;

/** How long somebody takes at least to ask again, shortened: in milliseconds. */
const gap = 10;

/** What is typed to find a record, letter by letter. */
const sought = 'access review';

/** From a question about an id of an open document to its answer: where it is stated and used, what it is, and its rename. */
export const navigation: Measure = async ({ many, runs }) => {
  const samples = new Samples(many);
  for (let run = 0; run < runs; run++) {
    const { session, start } = await begin(programFolder(many), { warm: true });
    await indexed(session, start);
    const evidence = usual('evidence', many);
    await opened(session, evidence);
    await ask(session, samples, 'control', evidence, controlIn(evidence.text));
    const page = usual('procedure', many);
    await opened(session, page);
    await ask(session, samples, 'criterion', page, criterionIn(page.text));
    await search(session, samples);
    await rename(session, samples, many);
    await session.end();
  }
  return samples.results;
};

async function ask(
  session: Session,
  samples: Samples,
  what: string,
  { path, text }: OpenDocument,
  word: Word,
): Promise<void> {
  const asked = {
    textDocument: { uri: session.uriOf(path) },
    position: positionAt(text, word.offset + 1),
    context: { includeDeclaration: true },
  };
  const { connection } = session;
  // The first time, the texts of all documents are read.
  samples.add(
    `references: ${what}, first`,
    await timed(() => connection.sendRequest(ReferencesRequest.type, asked)),
  );
  for (let i = 0; i < times; i++) {
    await pause(gap);
    samples.add(
      `definition: ${what}`,
      await timed(() => connection.sendRequest(DefinitionRequest.type, asked)),
    );
    samples.add(
      `references: ${what}`,
      await timed(() => connection.sendRequest(ReferencesRequest.type, asked)),
    );
    samples.add(`hover: ${what}`, await timed(() => connection.sendRequest(HoverRequest.type, asked)));
  }
}

async function search({ connection }: Session, samples: Samples): Promise<void> {
  for (let i = 0; i < times; i++) {
    await pause(gap);
    const query = sought.slice(0, (i % sought.length) + 1);
    samples.add(
      'workspace symbols: a letter',
      await timed(() => connection.sendRequest(WorkspaceSymbolRequest.type, { query })),
    );
  }
}

/** Renames a policy that an open register names this often; nothing is applied, so each rename is the same. */
async function rename(session: Session, samples: Samples, documents: number): Promise<void> {
  const id = idIn(longPolicy(documents).text);
  const { path } = thousandControls(documents);
  const register = { path, text: registerNaming(id) };
  await opened(session, register);
  const position: Position = positionAt(register.text, register.text.indexOf(id) + 1);
  for (let i = 0; i < renames; i++) {
    await pause(gap);
    const asked = { textDocument: { uri: session.uriOf(path) }, position, newName: `${id}-B` };
    let edits = 0;
    const taken = await timed(async () => {
      const edit = await session.connection.sendRequest(RenameRequest.type, asked);
      for (const change of edit?.documentChanges ?? []) if ('edits' in change) edits += change.edits.length;
    });
    if (edits < uses) throw new Error(`The rename of ${id} has ${edits} edits.`);
    samples.add(`rename: ${uses} uses`, taken);
  }
}

function idIn(text: string): string {
  const [, id] = /^id: *(\S+)/m.exec(text) ?? [];
  if (id === undefined) throw new Error('The policy has no id.');
  return id;
}

/** A register of controls, each of which names a policy. */
function registerNaming(policy: string): string {
  return Array.from(
    { length: uses },
    (_, i) => `- id: NAMING-${i + 1}\n  statement: The team follows the policy.\n  policies: [${policy}]\n`,
  ).join('');
}
