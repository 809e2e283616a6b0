/**
 * Whether a glob (`*`: any characters, `?`: any one; everything else itself) matches all of a text. Takes time in proportion
 * to both lengths multiplied, whatever the pattern.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  /** Where the last star stands, and where in the text what is behind it is being tried. */
  let star = -1;
  let tried = 0;
  while (inText < text.length) {
    const sign = pattern.charAt(inPattern);
    if (sign === '*') {
      star = inPattern++;
      tried = inText;
    } else if (sign === '?' || sign === text.charAt(inText)) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++tried;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
