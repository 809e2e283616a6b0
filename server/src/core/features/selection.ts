import type { DocumentFacts } from '../formats/facts.ts';
import { recordAt } from '../formats/recordAt.ts';
import { sectionEnds } from '../markdown/sections.ts';
import { lineEnd, lineStart, trimmedEnd } from '../text/lines.ts';
import { append } from '../text/lists.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlNode } from '../yaml/node.ts';
import { wordAt } from './at/wordAt.ts';

/**
 * What can be selected around an offset, step by step: the word, the id, the item of a list, the key with its value, the record,
 * and the document; in Markdown the cell or item, the row, the paragraph, and the sections. Each holds the one before it and
 * is larger. The last is the whole document.
 */
export function selectionsAt(facts: DocumentFacts, offset: number): readonly TextRange[] {
  const { text, yaml, envelope, markdown } = facts;
  const found: (TextRange | undefined)[] = [
    { start: offset, end: offset },
    lettersAt(text, offset),
    wordAt(text, offset),
    ...yaml.flatMap(({ root }) => nodesAt(text, root, offset)),
    ...recordsAt(facts, offset),
  ];
  if (envelope && offset <= envelope.metaEnd)
    found.push(
      { start: envelope.metaStart, end: trimmedEnd(text, envelope.metaStart, envelope.metaEnd) },
      { start: 0, end: trimmedEnd(text, 0, envelope.bodyStart) },
    );
  if (markdown && offset >= (envelope?.bodyStart ?? 0)) append(found, blocksAt(facts, offset));
  found.push({ start: 0, end: text.length });
  return nested(found, offset);
}

function lettersAt(text: string, offset: number): TextRange {
  const before =
    /(?<![\p{L}\p{N}_])[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}

/** The scalars, items, entries, lists, and mappings of a YAML tree around an offset. */
function nodesAt(text: string, node: YamlNode | undefined, offset: number): readonly TextRange[] {
  if (!node || offset < node.start || offset > node.end) return [];
  const whole = { start: node.start, end: trimmedEnd(text, node.start, node.end) };
  switch (node.type) {
    case 'alias':
      return [whole];
    case 'scalar': {
      const isQuoted = node.style === 'single' || node.style === 'double';
      return isQuoted ? [{ start: node.start + 1, end: node.end - 1 }, whole] : [whole];
    }
    case 'sequence': {
      const items = node.items.flatMap(item => nodesAt(text, item, offset));
      const inner = node.flow ? [{ start: node.start + 1, end: node.end - 1 }] : [];
      return [...items, ...inner, whole];
    }
    case 'mapping': {
      const entries = node.entries.flatMap(({ key, value }) => {
        const end = value ? trimmedEnd(text, key.start, value.end) : key.end;
        if (offset < key.start || offset > end) return [];
        return [...nodesAt(text, key, offset), ...nodesAt(text, value, offset), { start: key.start, end }];
      });
      return [...entries, whole];
    }
  }
}

/** The record of several around an offset, without and with the `- ` or the id in front of its keys. */
function recordsAt(facts: DocumentFacts, offset: number): readonly TextRange[] {
  const { text, records } = facts;
  const { mapping, keyedBy, row } = records[recordAt(facts, offset)] ?? {};
  if (!mapping || row) return [];
  const start = keyedBy?.start ?? mapping.start;
  const end = trimmedEnd(text, mapping.start, mapping.end);
  return [
    { start, end },
    { start: lineStart(text, start), end },
  ];
}

function blocksAt({ text, markdown }: DocumentFacts, offset: number): readonly TextRange[] {
  if (!markdown) return [];
  const { headings, tables, items, paragraphs, links, lists, code } = markdown;
  const ranges: TextRange[] = [];
  const add = ({ start, end }: TextRange) => {
    if (start <= offset && offset <= end) ranges.push({ start, end: trimmedEnd(text, start, end) });
  };
  const addPairs = (pairs: readonly number[]) => {
    for (let i = 0; i + 1 < pairs.length; i += 2) add({ start: pairs[i] ?? 0, end: pairs[i + 1] ?? 0 });
  };
  links.forEach(add);
  addPairs(code);
  addPairs(paragraphs);
  addPairs(lists);
  items.forEach(add);
  for (const table of tables) {
    add(table);
    for (const row of table.rows) {
      addPairs(row);
      const [first, last] = [row[0] ?? 0, row.at(-1) ?? 0];
      add({ start: lineStart(text, first), end: lineEnd(text, last) });
    }
  }
  const ends = sectionEnds(headings, text.length);
  for (const [index, heading] of headings.entries()) {
    add({ start: heading.textStart, end: heading.textEnd });
    add(heading);
    add({ start: heading.start, end: ends[index] ?? text.length });
  }
  return ranges;
}

/** The ranges around an offset that hold one another, the smallest first, each once. */
function nested(found: readonly (TextRange | undefined)[], offset: number): readonly TextRange[] {
  const around = found
    .flatMap(range => (range && range.start <= offset && offset <= range.end ? [range] : []))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: TextRange[] = [];
  for (const { start, end } of around) {
    const inner = chain.at(-1);
    if (!inner || (start <= inner.start && inner.end <= end && end - start > inner.end - inner.start))
      chain.push({ start, end });
  }
  const [first] = chain;
  return first && first.start === first.end && chain.length > 1 ? chain.slice(1) : chain;
}
