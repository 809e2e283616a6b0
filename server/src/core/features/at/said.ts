// Ids in running text: in the prose of a document, and in values that are text. Ids under keys of their own are no such thing.
import type { DocumentFacts } from '../../formats/facts.ts';
import { recordAt } from '../../formats/recordAt.ts';
import { isProse } from '../../markdown/scan.ts';
import type { Key } from '../../model/key.ts';
import { manifestKeyAt } from '../../model/manifestKeys.ts';
import { keysWithRules } from '../../rules/running/ruleKeys.ts';
import type { TextRange } from '../../text/range.ts';
import { recordKeyAt } from './keyAt.ts';
import { scalarAt } from './scalarAt.ts';
import { usesInDocument } from './usesInDocument.ts';

/** Whether a word stands for the thing that has it as its id: `access` and `Ana` are words like others, in prose. */
export function isIdWord(word: string): boolean {
  return /[\d-]/.test(word) && /^\w[\w.-]*$/.test(word);
}

/**
 * The words of a text that may be ids, with the offsets at which they begin, as often as they stand there. Takes linear time, and
 * reads no Markdown and no YAML. Texts of thousands of documents are looked through: so the few signs are looked for that only such
 * words have, and those around them are told apart by their codes.
 */
export function* idWordsWithPlaces(
  text: string,
): Iterable<{ readonly word: string; readonly start: number }> {
  const telling = /[\d-]/g;
  while (telling.test(text)) {
    let start = telling.lastIndex - 1;
    while (signAt(text, start - 1) !== other) start--;
    let end = telling.lastIndex;
    while (signAt(text, end) !== other) end++;
    telling.lastIndex = end;
    if ((signAt(text, start) & (letter | digit)) === 0) continue;
    // A full stop at its end is the sentence's.
    while (signAt(text, end - 1) === dot) end--;
    yield { word: text.slice(start, end), start };
  }
}

/** What a sign is in a word: a sign of no word, a letter or `_`, a digit, a hyphen, or a dot. */
const [other, letter, digit, hyphen, dot] = [0, 1, 2, 4, 8] as const;
const signs = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/\d/.test(sign)) return digit;
  if (/\w/.test(sign)) return letter;
  return sign === '-' ? hyphen : sign === '.' ? dot : other;
});

/** The sign at an offset; none of a word behind the end. */
function signAt(text: string, offset: number): number {
  return signs[text.charCodeAt(offset)] ?? other;
}

/**
 * Where a document names ids in running text, in its order. What a key names is left out.
 * @param ids in their very case; those that are words like others are not looked for
 */
export function saidIn(facts: DocumentFacts, ids: readonly string[]): readonly TextRange[] {
  const { text } = facts;
  const found: TextRange[] = [];
  for (const id of ids.filter(isIdWord)) {
    for (let start = text.indexOf(id); start >= 0; start = text.indexOf(id, start + 1)) {
      const end = start + id.length;
      if (isWhole(text, start, end) && isRunningText(facts, { start, end })) found.push({ start, end });
    }
  }
  if (found.length === 0) return found;
  // The cells of a table of controls are its keys, and prose too.
  const used = new Set([...usesInDocument(facts)].map(({ range }) => range.start));
  return found.filter(({ start }) => !used.has(start)).sort((a, b) => a.start - b.start);
}

/** Whether no sign around a word makes it a part of another; a full stop at its end is the sentence's. */
function isWhole(text: string, start: number, end: number): boolean {
  if (/[\w.-]/.test(text.charAt(start - 1))) return false;
  let behind = end;
  while (text.charAt(behind) === '.') behind++;
  return !/[\w-]/.test(text.charAt(behind));
}

/** Whether a word is read as text: in prose or in a value that is text, and not in a path or an address. */
export function isRunningText(facts: DocumentFacts, { start, end }: TextRange): boolean {
  const { text, envelope, markdown, role } = facts;
  if (isInPath(text, start, end)) return false;
  if (markdown && start >= (envelope?.bodyStart ?? 0)) return isProse(markdown, start, end);
  const record = facts.records[recordAt(facts, start)];
  const found = scalarAt(role.manifest ? facts.yaml[0]?.root : record?.mapping, start);
  if (!found || found.isKey || end > found.scalar.end) return false;
  const { path } = found;
  if (role.manifest) return manifestKeyAt(path, keysWithRules)?.type === 'text';
  const key = record && recordKeyAt(record.kind, path);
  return key === undefined || (key.type === 'text' && !isVocabulary(key));
}

/** Whether the texts of a key are words of their own, such as types of evidence, which may be spelled like an id. */
function isVocabulary({ names, suggestions }: Key): boolean {
  return names === 'system' || suggestions !== undefined;
}

/** How far around a word is looked for what makes it a part of a path, in UTF-16 units. */
const longestPath = 200;

function isInPath(text: string, start: number, end: number): boolean {
  const before =
    /(?<![^\s"'()<>[\]|,])[^\s"'()<>[\]|,]*$/.exec(
      text.slice(Math.max(0, start - longestPath), start),
    )?.[0] ?? '';
  const behind = /^[^\s"'()<>[\]|,]*/.exec(text.slice(end, end + longestPath))?.[0] ?? '';
  if (before.includes('://') || /^(?:\.{0,2}|~)\//.test(before)) return true;
  // `AC-01/AC-02` is two ids; `AC-01/list.csv` and `files/AC-01` are paths.
  return /\/[^/]*\.[A-Za-z]\w{0,9}(?:[#?]|$)/.test(behind) || /(?<![a-z])[a-z]+\/$/.test(before);
}
