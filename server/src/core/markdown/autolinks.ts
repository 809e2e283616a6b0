/** Addresses in angle brackets (CommonMark 0.31.2, section 6.5). */
import {
  AT,
  COLON,
  DASH,
  DOT,
  GREATER,
  isControl,
  isLetter,
  isLetterOrDigit,
  LESS,
  PLUS,
  SPACE,
} from './characters.ts';

const longestScheme = 32;
const longestHostPart = 63;

/** The end of the autolink whose `<` stands at `start`; 0 where there is none. */
export function autolinkEnd(text: string, start: number, end: number): number {
  return urlEnd(text, start + 1, end) || mailEnd(text, start + 1, end);
}

function urlEnd(text: string, start: number, end: number): number {
  if (start >= end || !isLetter(text.charCodeAt(start))) return 0;
  let at = start + 1;
  while (at < end && isSchemePart(text.charCodeAt(at))) at++;
  if (at - start < 2 || at - start > longestScheme || at === end || text.charCodeAt(at) !== COLON) return 0;
  for (at++; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === SPACE || code === LESS || isControl(code)) return 0;
  }
  return 0;
}

function mailEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isMailboxPart(text.charCodeAt(at))) at++;
  if (at === start || at === end || text.charCodeAt(at) !== AT) return 0;
  for (;;) {
    const part = at + 1;
    at = part;
    while (at < end && (isLetterOrDigit(text.charCodeAt(at)) || text.charCodeAt(at) === DASH)) at++;
    if (at === part || at === end || at - part > longestHostPart) return 0;
    if (text.charCodeAt(part) === DASH || text.charCodeAt(at - 1) === DASH) return 0;
    if (text.charCodeAt(at) === GREATER) return at + 1;
    if (text.charCodeAt(at) !== DOT) return 0;
  }
}

function isSchemePart(code: number): boolean {
  return isLetterOrDigit(code) || code === PLUS || code === DASH || code === DOT;
}

/** Letters, digits and `.!#$%&'*+/=?^_{|}~-` and the backtick. */
function isMailboxPart(code: number): boolean {
  return (
    isLetterOrDigit(code) ||
    code === 33 ||
    (code >= 35 && code <= 39) ||
    code === 42 ||
    code === 43 ||
    (code >= 45 && code <= 47) ||
    code === 61 ||
    code === 63 ||
    (code >= 94 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
