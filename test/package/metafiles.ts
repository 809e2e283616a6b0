import { readFileSync } from 'node:fs';
import type { Metafile } from '../../scripts/notices.mjs';

/** What bundles were made of, as the last build of each has written down (scripts/bundle.mjs). */
export function metafiles(...bundles: readonly string[]): Metafile[] {
  return bundles.map(name => JSON.parse(readFileSync(`.build/metafiles/${name}.json`, 'utf8')));
}
