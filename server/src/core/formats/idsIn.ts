import { detach } from '../text/detach.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlNode } from '../yaml/node.ts';
import { textIn } from './stated.ts';

/**
 * The ids that a value names, each with its place: one, or several with commas between them.
 * @param text that of the document
 */
export function idsIn(
  text: string,
  node: YamlNode | undefined,
): readonly (TextRange & { readonly id: string })[] {
  const whole = textIn(node);
  if (!node || whole === undefined) return [];
  if (!whole.includes(',') || text.slice(node.start, node.end) !== whole) {
    return [{ id: whole, start: node.start, end: node.end }];
  }
  let at = node.start;
  return whole.split(',').flatMap(part => {
    const id = detach(part.trim());
    const start = at + part.indexOf(id);
    at += part.length + 1;
    return id === '' ? [] : [{ id, start, end: start + id.length }];
  });
}
