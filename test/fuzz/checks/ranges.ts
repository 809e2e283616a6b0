import type { TextRange } from '../../../server/src/core/text/range.ts';
import { holds } from '../fault.ts';

/** Names of numbers that are offsets, in any fact. */
const offsetName = /(?:^|[a-z])(?:start|end)$/i;
/** Names of flat lists of offsets in the facts of Markdown. */
const flatRanges = new Set(['code', 'html', 'lists', 'paragraphs', 'hidden']);

/** A range lies in its document, the right way round, and parts no character. */
export function checkRange(what: string, { start, end }: TextRange, text: string): void {
  const inside =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  holds(inside, `range of ${what}`, () => `${start} to ${end} of ${text.length}`);
  for (const offset of [start, end])
    holds(!partsCharacter(text, offset), `range of ${what} parts a character`, () => `at ${offset}`);
}

/** A range does not part a line end either: it is to be edited. */
export function checkEdit(what: string, range: TextRange, text: string): void {
  checkRange(what, range, text);
  for (const offset of [range.start, range.end])
    holds(
      offset === 0 || !text.startsWith('\r\n', offset - 1),
      `edit of ${what} parts a line end`,
      () => `at ${offset}`,
    );
}

/** Edits of one text apply: each lies in it, and none overlaps another. */
export function checkEdits(what: string, edits: readonly TextRange[], text: string): void {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, edit] of sorted.entries()) {
    checkEdit(what, edit, text);
    const next = sorted[i + 1];
    holds(
      !next || edit.end <= next.start,
      `edits of ${what} overlap`,
      () => `${edit.end} and ${next?.start}`,
    );
  }
}

/** Every offset in any facts lies in the text and parts no character; every start is before its end. */
export function checkFacts(facts: unknown, text: string): void {
  const seen = new Set<object>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Int32Array) {
      pairs([...value], path, text);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, path);
    } else {
      checkOwn(value, path, text);
      for (const [key, inner] of Object.entries(value)) {
        if (Array.isArray(inner) && flatRanges.has(key)) pairs(inner, `${path}.${key}`, text);
        else walk(inner, `${path}.${key}`);
      }
    }
  };
  walk(facts, 'facts');
}

function checkOwn(value: object, path: string, text: string): void {
  let range: { start?: number; end?: number } = {};
  for (const [key, offset] of Object.entries(value)) {
    if (typeof offset !== 'number' || !offsetName.test(key)) continue;
    checkRange(`${path}.${key}`, { start: offset, end: offset }, text);
    if (key === 'start' || key === 'end') range = { ...range, [key]: offset };
  }
  const { start, end } = range;
  if (start !== undefined && end !== undefined) checkRange(path, { start, end }, text);
}

function pairs(offsets: readonly number[], path: string, text: string): void {
  for (let i = 0; i < offsets.length; i += 2)
    checkRange(path, { start: offsets[i] ?? -1, end: offsets[i + 1] ?? -1 }, text);
}

/** The offset, or the one before it where it parts a character or line end. */
export function boundary(text: string, offset: number): number {
  const isInside = offset > 0 && (partsCharacter(text, offset) || text.startsWith('\r\n', offset - 1));
  return isInside ? offset - 1 : offset;
}

function partsCharacter(text: string, offset: number): boolean {
  return offset > 0 && /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1));
}
