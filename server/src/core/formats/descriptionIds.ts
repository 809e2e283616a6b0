import { items } from '../yaml/lookup.ts';
import type { YamlNode } from '../yaml/node.ts';
import { textIn } from './stated.ts';

/** The description criteria that a value names, in any spelling (`DC3`, `dc-3`), as `DC 3`. */
export function descriptionIds(value: YamlNode | undefined): readonly string[] {
  return items(value).flatMap(item =>
    [...(textIn(item) ?? '').matchAll(/\bDC[ _-]?([1-9])\b/gi)].map(([, number]) => `DC ${number}`),
  );
}
