import { pathInside } from '../catalog/pathInside.ts';
import { manifestEntry } from '../model/manifestKeys.ts';
import type {
  CatalogFileShape,
  ExclusionShape,
  GraceShape,
  ManifestShape,
  NamesShape,
  PersonShape,
  PlaceBuilder,
  ReportShape,
  Stated,
  SystemShape,
} from '../model/shape.ts';
import { frequencies } from '../model/vocabulary.ts';
import { entry, items, resolved } from '../yaml/lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode } from '../yaml/node.ts';
import { readRules } from './manifestRules.ts';
import { statedIn, textIn } from './stated.ts';

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
  const fiscalYearBegins = statedIn(valueAt(mapping, 'fiscalYearBegins'), places);
  const grace = readGrace(asMapping(valueAt(mapping, 'grace')), places);
  return {
    at,
    organization: textIn(spelledAt(mapping, 'organization')),
    reports: items(reports).flatMap(item => {
      const report = asMapping(item);
      return report ? [readReport(report, places)] : [];
    }),
    categories: readNames(scope, 'categories', places),
    exclusions: items(valueAt(scope, 'exclude')).flatMap(item => readExclusion(item, places)),
    people: items(valueAt(mapping, 'people')).flatMap(item => readPerson(item, places)),
    systems: items(valueAt(mapping, 'systems')).flatMap(item => readSystem(item, places)),
    privacyRole: statedIn(valueAt(mapping, 'privacyRole'), places),
    ...(fiscalYearBegins ? { fiscalYearBegins } : {}),
    ...(grace.length > 0 ? { grace } : {}),
    catalogs: items(spelledAt(mapping, 'catalogs')).flatMap(item => readCatalogFile(item, places)),
    mappings: items(valueAt(mapping, 'mappings')).flatMap(item => statedIn(item, places) ?? []),
    include: items(valueAt(mapping, 'include')).flatMap(item => statedIn(item, places) ?? []),
    exclude: texts(valueAt(mapping, 'exclude')),
    rules: readRules(valueAt(mapping, 'rules'), places),
    evidenceFolder: folderIn(valueAt(mapping, 'evidenceFolder'), places),
    suffixesArePoints: textIn(valueAt(mapping, 'suffixesArePoints'))?.toLowerCase() === 'true',
  };
}

function readReport(report: YamlMapping, places: PlaceBuilder): ReportShape {
  const period = asMapping(valueAt(report, 'period'));
  const id = statedIn(valueAt(report, 'id'), places);
  const first = report.entries[0]?.key ?? report;
  return {
    at: id?.at ?? places.add(first.start, first.end),
    id,
    kind: statedIn(valueAt(report, 'kind'), places),
    type: statedIn(valueAt(report, 'type'), places),
    asOf: statedIn(valueAt(report, 'asOf'), places),
    periodStart: statedIn(valueAt(period, 'start'), places),
    periodEnd: statedIn(valueAt(period, 'end'), places),
    state: statedIn(valueAt(report, 'state'), places),
    categories: readNames(report, 'categories', places),
    systems: readNames(report, 'systems', places),
    catalogs: namesOf(manifestEntry(report, 'catalogs'), places),
  };
}

function readNames(
  parent: YamlMapping | undefined,
  key: string,
  places: PlaceBuilder,
): NamesShape | undefined {
  return namesOf(parent && entry(parent, key), places);
}

function namesOf(found: YamlEntry | undefined, places: PlaceBuilder): NamesShape | undefined {
  if (!found) return undefined;
  const at = places.add(found.key.start, found.key.end);
  return { at, names: items(found.value).flatMap(item => statedIn(item, places) ?? []) };
}

function readExclusion(item: YamlNode | undefined, places: PlaceBuilder): ExclusionShape[] {
  const mapping = asMapping(item);
  const criterion = statedIn(mapping ? valueAt(mapping, 'criterion') : item, places);
  if (!criterion) return [];
  const catalog = textIn(spelledAt(mapping, 'catalog'));
  return [{ criterion, catalog, reason: textIn(valueAt(mapping, 'reason')) }];
}

/** A file, or a mapping with one and the name of the catalog. */
function readCatalogFile(item: YamlNode | undefined, places: PlaceBuilder): CatalogFileShape[] {
  const mapping = asMapping(item);
  const file = statedIn(mapping ? valueAt(mapping, 'file') : item, places);
  return file ? [{ file, name: statedIn(valueAt(mapping, 'name'), places) }] : [];
}

/** The days of grace for each frequency; what is none is found by another rule. */
function readGrace(grace: YamlMapping | undefined, places: PlaceBuilder): readonly GraceShape[] {
  return frequencies.flatMap(cadence => {
    const days = statedIn(valueAt(grace, cadence), places);
    return days ? [{ cadence, days }] : [];
  });
}

/** A person as a mapping, or by the id alone. */
function readPerson(item: YamlNode | undefined, places: PlaceBuilder): PersonShape[] {
  const person = asMapping(item);
  const id = statedIn(person ? valueAt(person, 'id') : item, places);
  if (!id) return [];
  const [name, role] = [textIn(valueAt(person, 'name')), textIn(valueAt(person, 'role'))];
  return [{ id: id.text, at: id.at, name, role }];
}

/** A system as a mapping, or by its id alone. */
function readSystem(item: YamlNode | undefined, places: PlaceBuilder): SystemShape[] {
  const system = asMapping(item);
  const id = statedIn(system ? valueAt(system, 'id') : item, places);
  if (!id) return [];
  const [name, owner] = [textIn(valueAt(system, 'name')), statedIn(valueAt(system, 'owner'), places)];
  return [{ id: id.text, at: id.at, name, owner }];
}

/** A folder inside of the root, in its plainest form; undefined for any other path. */
function folderIn(node: YamlNode | undefined, places: PlaceBuilder): Stated | undefined {
  const stated = statedIn(node, places);
  const text = pathInside(stated?.text.replace(/(?<!\/)\/+$/, '') ?? '', '');
  return stated && text !== undefined ? { text, at: stated.at } : undefined;
}

function texts(node: YamlNode | undefined): string[] {
  return items(node).flatMap(item => textIn(item) ?? []);
}

function valueAt(mapping: YamlMapping | undefined, key: string): YamlNode | undefined {
  return mapping && entry(mapping, key)?.value;
}

function spelledAt(
  mapping: YamlMapping | undefined,
  key: Parameters<typeof manifestEntry>[1],
): YamlNode | undefined {
  return mapping && manifestEntry(mapping, key)?.value;
}

function asMapping(node: YamlNode | undefined): YamlMapping | undefined {
  const said = resolved(node);
  return said?.type === 'mapping' ? said : undefined;
}
