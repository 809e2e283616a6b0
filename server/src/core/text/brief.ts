/**
 * The beginning of a text, of at most so many UTF-16 code units, with an ellipsis where something is left out. No character
 * is cut in two.
 */
export function brief(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = isHighSurrogate(text.charCodeAt(most - 2)) ? most - 2 : most - 1;
  return `${text.slice(0, end)}…`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
