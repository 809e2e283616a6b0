import type { Catalog } from '../../catalog/catalog.ts';
import type { DocumentFacts } from '../../formats/facts.ts';
import type { ExclusionShape } from '../../model/shape.ts';
import type { Program } from '../../program/program.ts';
import { excludedFrom } from '../../program/report.ts';
import type { TextRange } from '../../text/range.ts';
import { entry, items } from '../../yaml/lookup.ts';
import type { YamlNode, YamlSequence } from '../../yaml/node.ts';

/** A criterion that an exclusion of the manifest means. */
export interface Excluded {
  readonly key: string;
  readonly catalog: Catalog;
}

/** The criteria, of any catalog, that an exclusion means; none where it means nothing that exists. */
export function excludedBy({ catalogs }: Program, exclusion: ExclusionShape): readonly Excluded[] {
  return catalogs.all.flatMap(catalog =>
    excludedFrom(catalog, exclusion, catalogs)
      .filter(key => catalogs.criterion(key)?.catalog === catalog)
      .map(key => ({ key, catalog })),
  );
}

/** The item of a manifest's `scope.exclude` that holds a place, with the list it is in. */
export function exclusionAt(
  manifest: DocumentFacts,
  { start, end }: TextRange,
): { readonly list: YamlSequence; readonly item: YamlNode } | undefined {
  const root = manifest.yaml[0]?.root;
  const scope = root?.type === 'mapping' ? entry(root, 'scope')?.value : undefined;
  const list = scope?.type === 'mapping' ? entry(scope, 'exclude')?.value : undefined;
  const item = items(list).find(one => one && one.start <= start && end <= one.end);
  return list?.type === 'sequence' && item ? { list, item } : undefined;
}
