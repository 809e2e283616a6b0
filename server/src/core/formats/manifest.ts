import type {
  CategoriesShape,
  ExclusionShape,
  ManifestShape,
  PersonShape,
  PlaceBuilder,
  ReportShape,
  Stated,
} from '../model/shape.ts';
import { detach } from '../text/detach.ts';
import { entry, items } from '../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../yaml/node.ts';

/**
 * Reads tickmark.yaml. Whatever is missing or of another form than expected is left out of the shape; an empty or
 * half-typed manifest is a manifest all the same.
 */
export function readManifest(text: string, root: YamlNode | undefined, places: PlaceBuilder): ManifestShape {
  const mapping = asMapping(root);
  const first = mapping?.entries[0]?.key;
  const lineEnd = text.search(/[\r\n]/);
  const at = places.add(first?.start ?? 0, first?.end ?? (lineEnd < 0 ? text.length : lineEnd));
  const scope = asMapping(valueAt(mapping, 'scope'));
  const reports = valueAt(mapping, 'reports') ?? valueAt(mapping, 'report');
  return {
    at,
    organization: stated(valueAt(mapping, 'organization') ?? valueAt(mapping, 'organisation'), places)?.text,
    reports: items(reports).flatMap(item => {
      const report = asMapping(item);
      return report ? [readReport(report, places)] : [];
    }),
    categories: readCategories(scope, places),
    exclusions: items(valueAt(scope, 'exclude')).flatMap(item => readExclusion(item, places)),
    people: items(valueAt(mapping, 'people')).flatMap(readPerson),
    include: texts(valueAt(mapping, 'include')),
    exclude: texts(valueAt(mapping, 'exclude')),
  };
}

function readReport(report: YamlMapping, places: PlaceBuilder): ReportShape {
  const period = asMapping(valueAt(report, 'period'));
  const id = stated(valueAt(report, 'id'), places);
  const first = report.entries[0]?.key ?? report;
  return {
    at: id?.at ?? places.add(first.start, first.end),
    id,
    kind: stated(valueAt(report, 'kind'), places),
    type: stated(valueAt(report, 'type'), places),
    asOf: stated(valueAt(report, 'asOf'), places),
    periodStart: stated(valueAt(period, 'start'), places),
    periodEnd: stated(valueAt(period, 'end'), places),
    state: stated(valueAt(report, 'state'), places),
    categories: readCategories(report, places),
  };
}

function readCategories(parent: YamlMapping | undefined, places: PlaceBuilder): CategoriesShape | undefined {
  const found = parent && entry(parent, 'categories');
  if (!found) return undefined;
  const at = places.add(found.key.start, found.key.end);
  return { at, names: items(found.value).flatMap(item => stated(item, places) ?? []) };
}

function readExclusion(item: YamlNode | undefined, places: PlaceBuilder): ExclusionShape[] {
  const mapping = asMapping(item);
  const criterion = stated(mapping ? valueAt(mapping, 'criterion') : item, places);
  const reason = mapping && valueAt(mapping, 'reason');
  return criterion
    ? [
        {
          criterion,
          reason: reason?.type === 'scalar' ? detach(reason.value.trim()) || undefined : undefined,
        },
      ]
    : [];
}

function readPerson(item: YamlNode | undefined): PersonShape[] {
  const person = asMapping(item);
  const id = textAt(person, 'id');
  return id === undefined ? [] : [{ id, name: textAt(person, 'name'), role: textAt(person, 'role') }];
}

function textAt(mapping: YamlMapping | undefined, key: string): string | undefined {
  const node = valueAt(mapping, key);
  return node?.type === 'scalar' && node.value.trim() !== '' ? detach(node.value.trim()) : undefined;
}

function texts(node: YamlNode | undefined): string[] {
  return items(node).flatMap(item =>
    item?.type === 'scalar' && item.value.trim() !== '' ? [detach(item.value.trim())] : [],
  );
}

function stated(node: YamlNode | undefined, places: PlaceBuilder): Stated | undefined {
  if (node?.type !== 'scalar' || node.value.trim() === '') return undefined;
  return { text: detach(node.value.trim()), at: places.add(node.start, node.end) };
}

function valueAt(mapping: YamlMapping | undefined, key: string): YamlNode | undefined {
  return mapping && entry(mapping, key)?.value;
}

function asMapping(node: YamlNode | undefined): YamlMapping | undefined {
  return node?.type === 'mapping' ? node : undefined;
}
