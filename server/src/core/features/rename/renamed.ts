import type { DocumentFacts } from '../../formats/facts.ts';
import type { Program } from '../../program/program.ts';
import { type Anchors, anchorEdits, anchorsMovedBy } from './anchors.ts';
import { editsIn, type RenameEdit } from './edits.ts';
import { problemInText, problemOfNewId, type Refusal, type Renaming } from './renaming.ts';

/** What a rename changes in one document of a program. */
export interface DocumentEdits<Edit> {
  readonly path: string;
  readonly facts: DocumentFacts;
  /** In the order of the document. */
  readonly edits: readonly Edit[];
}

/**
 * What a rename changes in all documents, or why there is none: it is whole, or nothing is changed.
 * @param paths of the documents that state, name, or speak of what is renamed
 * @param read gives what a document says now; undefined where it cannot be read
 */
export async function renamed(
  renaming: Renaming,
  to: string,
  program: Program,
  paths: Iterable<string>,
  read: (path: string) => Promise<DocumentFacts | undefined>,
): Promise<readonly DocumentEdits<RenameEdit>[] | Refusal> {
  const problem = problemOfNewId(renaming, to, program);
  if (problem !== undefined) return { refusal: problem };
  const documents = new Map<string, DocumentEdits<RenameEdit>>();
  const moved: (readonly [path: string, anchors: Anchors])[] = [];
  for (const path of new Set(paths)) {
    const facts = await read(path);
    if (!facts) return unread(renaming, path);
    const edits = editsIn(facts, renaming, to, program);
    const inText = edits.some(({ isSaid }) => isSaid) ? problemInText(renaming, to, path) : undefined;
    if (inText !== undefined) return { refusal: inText };
    if (edits.length > 0) documents.set(path, { path, facts, edits });
    const anchors = anchorsMovedBy(facts, edits, program);
    if (anchors.size > 0) moved.push([path, anchors]);
  }
  for (const [target, anchors] of moved) {
    for (const path of new Set(program.linksTo(target).map(({ from }) => from))) {
      const facts = documents.get(path)?.facts ?? (await read(path));
      if (!facts) return unread(renaming, path);
      const links = anchorEdits(path, facts, target, anchors, program);
      const before = documents.get(path)?.edits ?? [];
      const edits = [...before, ...links.map(edit => ({ ...edit, isSaid: true }))];
      if (links.length > 0) documents.set(path, { path, facts, edits: inOrder(edits) });
    }
  }
  return [...documents.values()];
}

function unread({ from }: Renaming, path: string): Refusal {
  return {
    refusal: `\`${from}\` was not renamed, because ${path} names it and cannot be read. Check its permissions.`,
  };
}

function inOrder(edits: readonly RenameEdit[]): readonly RenameEdit[] {
  return edits.toSorted((a, b) => a.start - b.start);
}
