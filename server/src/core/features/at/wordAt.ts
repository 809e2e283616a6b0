import type { TextRange } from '../../text/range.ts';

/** The word of letters, digits, dots and hyphens around an offset; a full stop at its end is the sentence's. */
export function wordAt(text: string, offset: number): TextRange | undefined {
  const from = Math.max(0, offset - 100);
  const before = /(?<![\w.-])[\w.-]*$/.exec(text.slice(from, offset))?.[0] ?? '';
  const after = /^[\w.-]*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  const word = (before + after).replace(/(?<!\.)\.+$/, '');
  const start = offset - before.length;
  return word === '' || offset > start + word.length ? undefined : { start, end: start + word.length };
}
