/** The box of a task list item (GitHub Flavored Markdown, section 5.3). */
import { CLOSE_BRACKET, isBlank, OPEN_BRACKET, skipSpaces } from './characters.ts';
import type { Content } from './content.ts';

/** The box that a list item's first paragraph begins with, and the offset behind it; undefined where there is none. */
export function readTaskBox({
  source,
  start,
  end,
}: Content): { readonly checked: boolean; readonly after: number } | undefined {
  if (source.charCodeAt(start) !== OPEN_BRACKET) return undefined;
  const value = source.charCodeAt(start + 1);
  const checked = value === 120 || value === 88;
  if (!checked && !isBlank(value)) return undefined;
  const closing = start + (source.startsWith('\r\n', start + 1) ? 3 : 2);
  const after = closing + 1;
  if (source.charCodeAt(closing) !== CLOSE_BRACKET || after >= end || !isBlank(source.charCodeAt(after)))
    return undefined;
  return skipSpaces(source, after, end) < end ? { checked, after } : undefined;
}
