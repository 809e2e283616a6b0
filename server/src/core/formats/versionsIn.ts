import type { PlaceBuilder, VersionShape } from '../model/shape.ts';
import { entry, items, resolved } from '../yaml/lookup.ts';
import type { YamlNode } from '../yaml/node.ts';
import { statedIn } from './stated.ts';

/** The earlier versions of a control that its `history` lists, in their order; what is no mapping is none. */
export function versionsIn(history: YamlNode | undefined, places: PlaceBuilder): readonly VersionShape[] {
  return items(history).flatMap(item => {
    const version = resolved(item);
    if (version?.type !== 'mapping') return [];
    const statedAt = (key: string) => statedIn(entry(version, key)?.value, places);
    const frequencies = items(entry(version, 'frequency')?.value);
    return [
      {
        from: statedAt('from'),
        to: statedAt('to'),
        frequencies: frequencies.flatMap(one => statedIn(one, places) ?? []),
      },
    ];
  });
}
