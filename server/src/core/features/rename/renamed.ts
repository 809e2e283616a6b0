import type { DocumentFacts } from '../../formats/facts.ts';
import type { Program } from '../../program/program.ts';
import { type Anchors, anchorEdits, anchorsMovedBy } from './anchors.ts';
import { editsIn, editsUnderKeys, type RenameEdit } from './edits.ts';
import { problemInText, problemOfNewId, type Refusal, type Renaming } from './renaming.ts';

/** What a rename changes in one document of a program. */
export interface DocumentEdits<Edit> {
  readonly path: string;
  readonly text: string;
  /** In the order of the document. */
  readonly edits: readonly Edit[];
}

/** The documents of a program, as they are read for a rename. */
export interface Documents {
  /** The paths of those that state or name under keys what is renamed. */
  readonly named: Iterable<string>;
  /** The paths of those whose text speaks of it too. */
  readonly said: Iterable<string>;
  /** What a document says now; undefined where it cannot be read. */
  readonly factsOf: (path: string) => Promise<DocumentFacts | undefined>;
  /** The text of a document that is as the program has taken it up; undefined for any other. */
  readonly textOf: (path: string) => Promise<string | undefined>;
}

/** What a rename changes in all documents, or why it changes nothing: it is whole, or there is none. */
export async function renamed(
  renaming: Renaming,
  to: string,
  program: Program,
  documents: Documents,
): Promise<readonly DocumentEdits<RenameEdit>[] | Refusal> {
  const problem = problemOfNewId(renaming, to, program);
  if (problem !== undefined) return { refusal: problem };
  const changed = new Map<string, DocumentEdits<RenameEdit>>();
  const moved: (readonly [path: string, anchors: Anchors])[] = [];
  const said = new Set(documents.said);
  for (const path of new Set([...documents.named, ...said])) {
    const quick = said.has(path) ? undefined : await underKeys(path);
    if (quick) {
      changed.set(path, quick);
      continue;
    }
    const facts = await documents.factsOf(path);
    if (!facts) return unread(renaming, path);
    const edits = editsIn(facts, renaming, to, program);
    const inText = edits.some(({ isSaid }) => isSaid) ? problemInText(renaming, to, path) : undefined;
    if (inText !== undefined) return { refusal: inText };
    changed.set(path, { path, text: facts.text, edits });
    const anchors = anchorsMovedBy(facts, edits, program);
    if (anchors.size > 0) moved.push([path, anchors]);
  }
  for (const [target, anchors] of moved) {
    for (const path of new Set(program.linksTo(target).map(({ from }) => from))) {
      const facts = await documents.factsOf(path);
      if (!facts) return unread(renaming, path);
      const links = anchorEdits(path, facts, target, anchors, program);
      const before = changed.get(path)?.edits ?? [];
      const edits = [...before, ...links.map(edit => ({ ...edit, isSaid: true }))];
      if (links.length > 0) changed.set(path, { path, text: facts.text, edits: inOrder(edits) });
    }
  }
  return [...changed.values()].filter(({ edits }) => edits.length > 0);

  /** What changes in a document that need not be read anew, which takes long for hundreds of them. */
  async function underKeys(path: string): Promise<DocumentEdits<RenameEdit> | undefined> {
    const summary = program.summary(path);
    const text = await documents.textOf(path);
    if (!summary || text === undefined) return undefined;
    const edits = editsUnderKeys({ text, summary }, renaming, to, program);
    return edits && { path, text, edits };
  }
}

function unread({ from }: Renaming, path: string): Refusal {
  return {
    refusal: `\`${from}\` was not renamed, because ${path} names it and cannot be read. Check its permissions.`,
  };
}

function inOrder(edits: readonly RenameEdit[]): readonly RenameEdit[] {
  return edits.toSorted((a, b) => a.start - b.start);
}
