import type { DocumentFacts } from '../formats/facts.ts';
import { recordAt } from '../formats/recordAt.ts';
import { namedBy } from '../program/named.ts';
import type { RecordEntry } from '../program/record.ts';
import type { TextRange } from '../text/range.ts';
import { filesNamed } from './at/filesNamed.ts';
import { idWordsWithPlaces, isRunningText } from './at/said.ts';
import { usesInDocument } from './at/usesInDocument.ts';
import type { ChainLink } from './chain.ts';
import type { Editing } from './editing.ts';

/** Words that lead to a record or a file. */
export interface DocumentLink {
  readonly range: TextRange;
  readonly target: Exclude<ChainLink, { of: 'criterion' }>;
}

/**
 * The ids of records in a document, in keys and in running text, and the files that keys name, in the order of the document. What
 * is a link of Markdown already is left out, and so is what a record says of itself.
 */
export function documentLinks(editing: Editing): readonly DocumentLink[] {
  const files = filesNamed(editing).map(
    ({ range, paths }): DocumentLink => ({ range, target: { of: 'file', paths } }),
  );
  return [...files, ...inKeys(editing), ...inText(editing)].sort((a, b) => a.range.start - b.range.start);
}

function inKeys(editing: Editing): readonly DocumentLink[] {
  return [...usesInDocument(editing.facts)].flatMap(({ use, range }) => {
    if (use.of !== 'record' || use.isStatement) return [];
    return linkTo([...namedBy(use, editing.program).entries], range, editing);
  });
}

function inText(editing: Editing): readonly DocumentLink[] {
  const { facts, program } = editing;
  const used = new Set<number>();
  for (const { range } of usesInDocument(facts)) used.add(range.start);
  const isLink = linkTest(facts);
  const links: DocumentLink[] = [];
  for (const { word, start } of idWordsWithPlaces(facts.text)) {
    const range = { start, end: start + word.length };
    if (used.has(start)) continue;
    const entries = [...program.defining(word)].filter(({ shape }) => shape.id?.text === word);
    if (entries.length === 0 || isLink(range) || !isRunningText(facts, range)) continue;
    for (const link of linkTo(entries, range, editing)) links.push(link);
  }
  return links;
}

/** A link leads to one place: of several records it is the first. */
function linkTo(
  entries: readonly RecordEntry[],
  range: TextRange,
  { facts, path }: Editing,
): readonly DocumentLink[] {
  const [entry] = entries;
  const isItself = entry?.path === path && entry.index === recordAt(facts, range.start);
  return entry && !isItself ? [{ range, target: { of: 'record', entry } }] : [];
}

/** Whether a range lies in a link of Markdown; asked in the order of the document. */
function linkTest({ markdown }: DocumentFacts): (range: TextRange) => boolean {
  const links = markdown?.links ?? [];
  let [next, furthest] = [0, 0];
  return ({ start, end }) => {
    for (let link = links[next]; link && link.start <= start; link = links[++next])
      furthest = Math.max(furthest, link.end);
    return end <= furthest;
  };
}
