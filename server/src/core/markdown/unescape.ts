/** Backslash escapes and character references (CommonMark 0.31.2, sections 2.4 and 2.5). */

import { detach } from '../text/detach.ts';
import {
  AMPERSAND,
  BACKSLASH,
  HASH,
  isDigit,
  isLetterOrDigit,
  isPunctuation,
  SEMICOLON,
} from './characters.ts';
import { namedCharacters } from './entities.ts';

const longestName = 31;
const longestDecimal = 7;
const longestHexadecimal = 6;
const replacement = '\uFFFD';

/** A text with its escapes and references read, as a copy. What is neither stays as it is. */
export function unescapeText(source: string): string {
  if (!/[\\&\0]/.test(source)) return detach(source);
  let text = '';
  let plainStart = 0;
  let at = 0;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    let read = '';
    let end = at + 1;
    if (code === BACKSLASH && isPunctuation(source.charCodeAt(at + 1))) {
      read = source.charAt(at + 1);
      end = at + 2;
    } else if (code === AMPERSAND) {
      end = referenceEnd(source, at);
      read = end > 0 ? (referencedCharacter(source.slice(at + 1, end - 1)) ?? '') : '';
    } else if (code === 0) {
      read = replacement;
    }
    if (read === '') {
      at++;
      continue;
    }
    text += source.slice(plainStart, at) + read;
    plainStart = at = end;
  }
  return detach(text + source.slice(plainStart));
}

/** The offset behind the `;` of what has the form of a reference and begins with the `&` at `at`; else 0. */
function referenceEnd(source: string, at: number): number {
  let start = at + 1;
  let longest = longestName;
  let isPart = isLetterOrDigit;
  if (source.charCodeAt(start) === HASH) {
    const isHexadecimal = (source.charCodeAt(start + 1) | 32) === 120;
    start += isHexadecimal ? 2 : 1;
    longest = isHexadecimal ? longestHexadecimal : longestDecimal;
    isPart = isHexadecimal ? isHexadecimalDigit : isDigit;
  }
  let end = start;
  while (end - start <= longest && isPart(source.charCodeAt(end))) end++;
  const isReference = end > start && end - start <= longest && source.charCodeAt(end) === SEMICOLON;
  return isReference ? end + 1 : 0;
}

/** The character of a reference without its `&` and `;`; undefined where the name is none of ours. */
function referencedCharacter(reference: string): string | undefined {
  if (reference.charCodeAt(0) !== HASH) return namedCharacters.get(reference);
  const isHexadecimal = (reference.charCodeAt(1) | 32) === 120;
  const point = isHexadecimal
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return isUnsafe(point) ? replacement : String.fromCodePoint(point);
}

/** Controls, surrogates and what is no character (as remark has it; the specification asks for U+0000 and no more). */
function isUnsafe(point: number): boolean {
  return (
    point < 9 ||
    point === 11 ||
    (point > 13 && point < 32) ||
    (point > 126 && point < 160) ||
    (point >= 0xd800 && point <= 0xdfff) ||
    (point >= 0xfdd0 && point <= 0xfdef) ||
    (point & 0xfffe) === 0xfffe ||
    point > 0x10ffff
  );
}

function isHexadecimalDigit(code: number): boolean {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);
}
