import { detach } from '../text/detach.ts';
import { entry, items } from '../yaml/lookup.ts';
import type { YamlMapping } from '../yaml/node.ts';
import { textIn } from './stated.ts';

/** What the record of a task names as its gaps: each item of a list, and of a text what stands between commas and semicolons. */
export function gapIn(task: YamlMapping): readonly string[] {
  return items(entry(task, 'gap')?.value)
    .flatMap(item => (textIn(item) ?? '').split(/[,;\n]/))
    .flatMap(piece => (piece.trim() === '' ? [] : [detach(piece.trim())]));
}
