import { keyOrder } from '../model/keys.ts';
import type { TextRange } from '../text/range.ts';
import { lineEndOf } from '../text/source.ts';
import { entry, ownEntry, resolved } from '../yaml/lookup.ts';
import { type DocumentFacts, problemsIn } from './facts.ts';
import { noId } from './satisfies.ts';
import { addKey, addKeyInOrder, addToList, setValue, type TextEdit } from './yamlEdits.ts';

/**
 * The edit by which a record cites criteria of the TSC under `satisfies`, behind those that it cites already. A Markdown page
 * without front matter gets some.
 * @param record the number of the record among those of its document
 * @param ids of criteria; at least one, and none that the record cites already
 * @returns undefined where there is no such record, or its keys cannot be read without doubt
 */
export function addCriteria(
  facts: DocumentFacts,
  record: number,
  ids: readonly string[],
): TextEdit | undefined {
  const own = facts.records[record];
  if (!own || problemsIn(facts) > 0) return undefined;
  const { text } = facts;
  if (own.row) return own.row.criteria && inCell(text, own.row.criteria, ids);
  const list = `[${ids.join(', ')}]`;
  const value = `{TSC: ${list}}`;
  if (!own.mapping) return inFrontMatter(facts, `satisfies: ${value}`);
  const said = entry(own.mapping, 'satisfies') ?? entry(own.mapping, 'tsc_criteria');
  const present = ownEntry(own.mapping, 'satisfies') ?? ownEntry(own.mapping, 'tsc_criteria');
  // What another place of the document says too is not for one record to change.
  if (said !== present) return undefined;
  if (!present) return addKeyInOrder(text, own.mapping, 'satisfies', value, keyOrder(own.kind));
  if (!present.value) return setValue(text, present, value);
  const listed = resolved(present.value);
  if (listed !== present.value) return undefined;
  if (listed.type !== 'mapping') return addToList(text, listed, ids);
  const tsc = listed.entries.find(({ key }) => key.value.toUpperCase() === 'TSC');
  if (!tsc) return addKey(text, listed, 'TSC', list);
  return tsc.value ? addToList(text, tsc.value, ids) : setValue(text, tsc, list);
}

/** Behind what a cell cites already. */
function inCell(text: string, { start, end }: TextRange, ids: readonly string[]): TextEdit {
  const written = text.slice(start, end);
  if (noId.test(written)) return { start, end, text: ids.join(', ') };
  return { start: end, end, text: `${written === '' ? ' ' : ', '}${ids.join(', ')}` };
}

/** A key as the only one of a page's front matter. */
function inFrontMatter({ text, envelope }: DocumentFacts, line: string): TextEdit | undefined {
  const lineEnd = lineEndOf(text);
  if (envelope?.style === 'fenced') {
    const { metaStart, metaEnd } = envelope;
    // A comment may stand there.
    return text.slice(metaStart, metaEnd).trim() === ''
      ? { start: metaStart, end: metaEnd, text: line + lineEnd }
      : { start: metaEnd, end: metaEnd, text: line + lineEnd };
  }
  if (envelope?.style !== 'none') return undefined;
  return { start: 0, end: 0, text: ['---', line, '---', '', ''].join(lineEnd) };
}
