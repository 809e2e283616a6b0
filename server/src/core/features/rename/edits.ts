// What a rename changes in one document.
import type { DocumentFacts } from '../../formats/facts.ts';
import { recordAt } from '../../formats/recordAt.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import { means } from '../../program/named.ts';
import type { Program } from '../../program/program.ts';
import type { YamlNode, YamlScalar } from '../../yaml/node.ts';
import { recordKeyAt } from '../at/keyAt.ts';
import { saidIn } from '../at/said.ts';
import { scalarAt } from '../at/scalarAt.ts';
import { type RangedUse, type ReadText, unquoted, usesInDocument } from '../at/usesInDocument.ts';
import { isPlain, writtenInstead } from '../at/written.ts';
import type { Renaming } from './renaming.ts';

/** A range of a document that gets another text. */
export interface RenameEdit extends TextEdit {
  /** What a person should look at: what only may name the thing, because it is running text. */
  readonly isSaid: boolean;
}

/** The edits that a rename makes in a document, in its order; none overlaps another. */
export function editsIn(
  facts: DocumentFacts,
  { named, from }: Renaming,
  to: string,
  program: Program,
): readonly RenameEdit[] {
  const edits = new Map<number, RenameEdit>();
  const isFrom = (text: string) => text.toLowerCase() === from.toLowerCase();
  for (const one of usesInDocument(facts)) {
    if (!isFrom(one.use.text) || !means(one.use, named, program)) continue;
    const edit = editOf(facts, one, to);
    edits.set(edit.start, edit);
  }
  for (const { start, end } of saidIn(facts, [from]))
    if (!edits.has(start)) edits.set(start, { start, end, text: to, isSaid: !isReference(facts, start) });
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

/**
 * The same of a document that names what is renamed only under keys, from what the program knows of it; undefined where that does
 * not know how it is written.
 */
export function editsUnderKeys(
  document: ReadText,
  { named, from }: Renaming,
  to: string,
  program: Program,
): readonly RenameEdit[] | undefined {
  if (!isPlain(to)) return undefined;
  const edits = new Map<number, RenameEdit>();
  for (const { use, range } of usesInDocument(document)) {
    if (use.text.toLowerCase() !== from.toLowerCase() || !means(use, named, program)) continue;
    if (document.text.slice(range.start, range.end) !== use.text) return undefined;
    edits.set(range.start, { ...range, text: to, isSaid: false });
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

/** Whether a key refers to records at an offset, if only one inside of a mapping. */
function isReference(facts: DocumentFacts, offset: number): boolean {
  const record = facts.records[recordAt(facts, offset)];
  const found = scalarAt(record?.mapping, offset);
  return (
    record !== undefined && found !== undefined && recordKeyAt(record.kind, found.path)?.type === 'reference'
  );
}

function editOf(facts: DocumentFacts, { use, range }: RangedUse, to: string): RenameEdit {
  const { text } = facts;
  const written = text.slice(range.start, range.end);
  if (written === use.text) return { ...writtenInstead(facts, range, to), isSaid: false };
  const scalar = scalarFrom(facts, range.start);
  const inner = scalar ? unquoted(text, scalar) : range;
  const at = text.slice(inner.start, inner.end).indexOf(use.text);
  // In a block of text, or with blanks in its quotes; what is written with escapes is written without.
  const start = at < 0 ? inner.start : inner.start + at;
  const end = at < 0 ? inner.end : start + use.text.length;
  return { start, end, text: to, isSaid: false };
}

/** The scalar that begins at an offset or behind its quote, or that an alias at the offset names. */
function scalarFrom({ yaml }: DocumentFacts, offset: number): YamlScalar | undefined {
  return firstIn(
    yaml.map(({ root }) => root),
    offset,
  );
}

function scalarIn(node: YamlNode | undefined, offset: number): YamlScalar | undefined {
  if (!node || offset < node.start || offset > node.end) return undefined;
  switch (node.type) {
    case 'scalar':
      return offset - node.start <= 1 ? node : undefined;
    case 'alias':
      return node.start === offset && node.target?.type === 'scalar' ? node.target : undefined;
    case 'sequence':
      return firstIn(node.items, offset);
    case 'mapping':
      return firstIn(
        node.entries.flatMap(({ key, value }) => [key, value]),
        offset,
      );
  }
}

function firstIn(nodes: readonly (YamlNode | undefined)[], offset: number): YamlScalar | undefined {
  for (const node of nodes) {
    const found = scalarIn(node, offset);
    if (found) return found;
  }
  return undefined;
}
