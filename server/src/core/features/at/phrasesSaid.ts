// Full names of people and titles of records in running text. Where they may be words like any others, they are none.
import type { DocumentFacts } from '../../formats/facts.ts';
import { recordAt } from '../../formats/recordAt.ts';
import { type Named, namedBy } from '../../program/named.ts';
import { meantByPhrase } from '../../program/phrases.ts';
import { phraseKey } from '../../text/phrases.ts';
import type { TextRange } from '../../text/range.ts';
import type { Editing } from '../editing.ts';
import { isRunningText } from './said.ts';
import { scalarAt } from './scalarAt.ts';

/** How many words a full name or title has at most, and how far around the caret they are looked for, in UTF-16 units. */
const mostWords = 12;
const around = 120;

/** What a full name or title at an offset names, the ends of the words included; undefined where there is none. */
export function phraseAt(
  { facts, program }: Editing,
  offset: number,
): { readonly named: Named; readonly range: TextRange } | undefined {
  const { text } = facts;
  const from = Math.max(0, offset - around);
  const words = [...text.slice(from, offset + around).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].map(
    ({ 0: word, index }) => ({ start: from + index, end: from + index + word.length }),
  );
  // The longest first: a title may begin as another one does.
  for (let count = mostWords; count > 1; count--) {
    for (const [i, { start }] of words.entries()) {
      const end = words[i + count - 1]?.end;
      if (end === undefined || start > offset || end < offset) continue;
      const meant = meantByPhrase(text.slice(start, end), program);
      if (!meant || !isSaid(facts, { start, end }, meant.words, meant.of)) continue;
      const named = namedBy(
        meant.of === 'person'
          ? { of: 'person', text: meant.id }
          : {
              of: 'record',
              text: meant.entry.shape.id?.text ?? meant.entry.shape.stem ?? '',
              kind: meant.entry.shape.kind,
            },
        program,
      );
      if (named.phrases.includes(meant.words)) return { named, range: { start, end } };
    }
  }
  return undefined;
}

/** Where a document says the full names or titles of something, in its order. */
export function phrasesIn(
  facts: DocumentFacts,
  { of, phrases }: Pick<Named, 'of' | 'phrases'>,
): readonly TextRange[] {
  const found: TextRange[] = [];
  for (const words of phrases) {
    for (const { 0: said, index: start } of facts.text.matchAll(expressionOf(words))) {
      const range = { start, end: start + said.length };
      if (isSaid(facts, range, words, of)) found.push(range);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a text has one of them at all, wherever it stands. */
export function holdsPhrase(text: string, phrases: readonly string[]): boolean {
  return phrases.some(words => expressionOf(words).test(text));
}

function expressionOf(words: string): RegExp {
  const parts = words.split(' ').map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const gap = '(?:[ \\t]+|[ \\t]*(?:\\r\\n|\\r|\\n)[ \\t]*)';
  return new RegExp(`(?<![\\p{L}\\p{N}_]['’-]?)${parts.join(gap)}(?!-?[\\p{L}\\p{N}_])`, 'giu');
}

/** Words with a capital letter that begin a sentence before a name and are no part of it. */
const before = new Set(
  'the this our your see in per under by ask contact and or with to from for of a an when if each'.split(' '),
);
/** Words that have no capital letter within a title. */
const small = new Set('a an and as at by for from in of on or the to with &'.split(' '));

/**
 * Whether words are surely meant as a full name or title: written as it is, or a title with capital letters; no part of a longer name;
 * in running text, and not in a heading, which is about the subject itself. A title of two words has a word before it in its sentence,
 * because a sentence can begin with them as with any others.
 */
function isSaid(facts: DocumentFacts, range: TextRange, words: string, of: Named['of']): boolean {
  const { text, markdown, role } = facts;
  const { start, end } = range;
  const said = text.slice(start, end).replace(/\s+/g, ' ');
  if (role.manifest || (said !== words && (of === 'person' || !isTitle(said)))) return false;
  const ahead = text.slice(Math.max(0, start - 60), start);
  const [, previous] = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}'’-]*)[ \t]+$/u.exec(ahead) ?? [];
  const isInitials = of === 'person' && previous !== undefined && previous === previous.toUpperCase();
  if (previous !== undefined && !isInitials && !before.has(previous.toLowerCase())) return false;
  if (/^[ \t]+\p{Lu}\p{L}*(?![\p{L}\p{N}.-])/u.test(text.slice(end, end + 60))) return false;
  const isShort = of === 'record' && phraseKey(words).split(' ').length === 2;
  if (isShort && !/[\p{L}\p{N},;][ \t]+["“'‘*_[(]*$/u.test(ahead)) return false;
  if (markdown?.headings.some(heading => heading.start <= start && start < heading.end)) return false;
  return !isItsOwn(facts, start) && isRunningText(facts, range);
}

function isTitle(words: string): boolean {
  return words.split(' ').every(word => /^[\p{Lu}\p{N}]/u.test(word) || small.has(word));
}

/** Whether an offset is in a value that gives a record its title, or a record's name in other formats. */
function isItsOwn(facts: DocumentFacts, offset: number): boolean {
  const record = facts.records[recordAt(facts, offset)];
  const found = scalarAt(record?.mapping, offset);
  return found !== undefined && /^(?:title|name)$/.test(found.path.at(-1) ?? '');
}
