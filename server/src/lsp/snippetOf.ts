/**
 * A text as a snippet with one place to type at.
 * @param caret an offset in the text
 */
export function snippetOf(text: string, caret: number): string {
  const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&');
  return `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`;
}
