/**
 * An equal string that does not keep the text it was cut from in memory: a slice of 13 units or more is a view of its
 * parent in today's engines, and a summary of such views would hold every file ever read.
 */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
