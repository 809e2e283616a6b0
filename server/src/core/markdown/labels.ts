/** Link labels: what stands between the brackets of a reference or a definition (CommonMark 0.31.2, section 6.3). */

import { detach } from '../text/detach.ts';
import { BACKSLASH, CLOSE_BRACKET, isBlank, isLineEnd, isSpaceOrTab, OPEN_BRACKET } from './characters.ts';

/** No label is longer (line ends not counted). */
const longest = 999;

/** The offset of the `]` that closes the label whose `[` stands at `start`; 0 where there is no label. */
export function labelEnd(text: string, start: number, end: number): number {
  let size = 0;
  let isEmpty = true;
  for (let at = start + 1; at < end && size <= longest; at++) {
    let code = text.charCodeAt(at);
    if (code === CLOSE_BRACKET) return isEmpty ? 0 : at;
    if (code === OPEN_BRACKET) return 0;
    if (isLineEnd(code)) continue;
    size++;
    if (!isSpaceOrTab(code)) isEmpty = false;
    if (code !== BACKSLASH) continue;
    code = text.charCodeAt(at + 1);
    if (code === CLOSE_BRACKET || code === OPEN_BRACKET || code === BACKSLASH) {
      size++;
      at++;
    }
  }
  return 0;
}

/** Labels that name the same definition become equal strings: white space is collapsed, case is folded. */
export function normalizeLabel(label: string): string {
  // Lower, upper, lower: so that ϴ, θ and Θ meet, and ß and ẞ.
  return detach(collapseBlanks(label).replaceAll('\0', '\uFFFD').toLowerCase().toUpperCase().toLowerCase());
}

/** Without white space around, and with one space for every white space between. */
function collapseBlanks(text: string): string {
  let collapsed = '';
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isBlank(text.charCodeAt(at))) continue;
    if (at > start) collapsed += `${collapsed === '' ? '' : ' '}${text.slice(start, at)}`;
    start = at + 1;
  }
  return collapsed;
}
