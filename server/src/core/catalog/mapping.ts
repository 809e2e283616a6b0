import { entry } from '../yaml/lookup.ts';
import type { YamlMapping } from '../yaml/node.ts';
import type { Catalog } from './catalog.ts';
import { NodeReader, placeOf } from './readers/nodeReader.ts';
import type { CatalogProblem } from './readers/problem.ts';
import { readRoot } from './readers/readRoot.ts';
import { endOfUrn } from './readers/urn.ts';
import { tsc } from './tsc.ts';

/** How much of what one asks for the other asks for: all and no more, a part, all and more, or some of it. */
export type Relationship = 'equal' | 'subset' | 'superset' | 'intersects';

/** A criterion or group of one catalog that stands for one of another. */
export interface MappingPair {
  readonly from: string;
  readonly to: string;
  /** Of `from` to `to`: a subset is asked for by `to` as well, which asks for more. */
  readonly relationship: Relationship;
}

/** What of one catalog stands for what of another. The catalogs are called by their names where they are known. */
export interface CatalogMapping {
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly MappingPair[];
}

/** A catalog that mappings speak of, with the other spellings of its ids (see ReadCatalog). */
export interface MappedCatalog {
  readonly catalog: Catalog;
  readonly aliases: ReadonlyMap<string, string>;
}

export interface MappingOptions {
  /** Gives the catalog of a name or URN; without it only TSC is known. */
  readonly catalogNamed?: (name: string) => MappedCatalog | undefined;
}

type Named = NonNullable<MappingOptions['catalogNamed']>;

/** What a file of mappings says. */
export interface ReadMappings {
  readonly mappings: readonly CatalogMapping[];
  /** In the order of the text. */
  readonly problems: readonly CatalogProblem[];
}

/** The keys by which a form calls its parts. */
interface Form {
  readonly from: string;
  readonly to: string;
  readonly pairs: string;
  readonly pairFrom: string;
  readonly pairTo: string;
}

const own: Form = { from: 'from', to: 'to', pairs: 'pairs', pairFrom: 'from', pairTo: 'to' };
const cisoAssistant: Form = {
  from: 'source_framework_urn',
  to: 'target_framework_urn',
  pairs: 'requirement_mappings',
  pairFrom: 'source_requirement_urn',
  pairTo: 'target_requirement_urn',
};

const relationships: ReadonlyMap<string, Relationship> = new Map([
  ['equal', 'equal'],
  ['subset', 'subset'],
  ['superset', 'superset'],
  ['intersects', 'intersects'],
  // As CISO Assistant says it.
  ['intersect', 'intersects'],
]);

/**
 * Reads mappings between catalogs from a YAML or JSON text: one in our own form (docs/catalogs.md), or those of a CISO
 * Assistant library (`requirement_mapping_sets`). Never throws. What names a catalog or an id that does not exist is a
 * problem at its place; a pair with an id that its catalog does not have is left out.
 */
export function readMappings(text: string, options: MappingOptions = {}): ReadMappings {
  const { catalogNamed = onlyTsc } = options;
  const reader = new NodeReader();
  const root = readRoot(text, reader);
  const mappings = root ? mappingsIn(root, reader, catalogNamed) : [];
  return { mappings, problems: reader.problems() };
}

const onlyTsc = (name: string) => (name === tsc.name ? { catalog: tsc, aliases: new Map() } : undefined);

function mappingsIn(root: YamlMapping, reader: NodeReader, catalogNamed: Named): CatalogMapping[] {
  const objects = entry(root, 'objects') && reader.mappingAt(root, 'objects');
  if (objects) {
    const keys = ['requirement_mapping_sets', 'requirement_mapping_set'];
    const sets = keys.flatMap(key => reader.mappings(objects, key));
    if (sets.length === 0) reportNone(root, 'objects.requirement_mapping_sets', reader);
    return sets.flatMap(set => mapping(set, cisoAssistant, reader, catalogNamed));
  }
  reader.onlyKnownKeys(root, [own.from, own.to, own.pairs]);
  if (!entry(root, own.pairs)) reportNone(root, own.pairs, reader);
  return mapping(root, own, reader, catalogNamed);
}

function reportNone(root: YamlMapping, key: string, reader: NodeReader): void {
  reader.report(placeOf(root), 'no-mapping', `Found no mapping; expected pairs under "${key}".`);
}

/** The mapping in a node; none, and reported, where it does not say of what to what. */
function mapping(node: YamlMapping, form: Form, reader: NodeReader, catalogNamed: Named): CatalogMapping[] {
  const from = side(node, form.from, reader, catalogNamed);
  const to = side(node, form.to, reader, catalogNamed);
  if (!from || !to) return [];
  const pairs = reader.mappings(node, form.pairs).flatMap(pair => pairOf(pair, form, from, to, reader));
  return [{ from: from.name, to: to.name, pairs }];
}

/** One of the two catalogs of a mapping. */
interface Side {
  readonly name: string;
  readonly known: MappedCatalog | undefined;
}

function side(node: YamlMapping, key: string, reader: NodeReader, catalogNamed: Named): Side | undefined {
  const given = reader.placed(node, key);
  if (!given) {
    const message = `Found a mapping without "${key}"; expected the name of a catalog.`;
    reader.report(placeOf(node), 'missing-catalog', message);
    return undefined;
  }
  const known = catalogNamed(given.id);
  if (!known) {
    const message = `Found no catalog "${given.id}"; expected the name of a catalog of the program.`;
    reader.report(given.place, 'unknown-catalog', message);
  }
  return { name: known?.catalog.name ?? given.id, known };
}

function pairOf(node: YamlMapping, form: Form, from: Side, to: Side, reader: NodeReader): MappingPair[] {
  if (form === own) reader.onlyKnownKeys(node, [form.pairFrom, form.pairTo, 'relationship']);
  const relationship = relationshipOf(node, reader);
  const one = idOf(node, form.pairFrom, from, reader);
  const other = idOf(node, form.pairTo, to, reader);
  return relationship && one !== undefined && other !== undefined
    ? [{ from: one, to: other, relationship }]
    : [];
}

/** The id under a key, as its catalog writes it; undefined, and reported, where it has none. */
function idOf(node: YamlMapping, key: string, { name, known }: Side, reader: NodeReader): string | undefined {
  const given = reader.placed(node, key);
  if (!given) {
    reader.report(placeOf(node), 'missing-id', `Found a pair without "${key}"; expected an id of ${name}.`);
    return undefined;
  }
  const end = given.id.startsWith('urn:') ? endOfUrn(given.id) : given.id;
  if (!known) return end;
  const { catalog, aliases } = known;
  const spellings = [given.id, aliases.get(given.id.toLowerCase()), end];
  const id = spellings.find(one => one !== undefined && (catalog.criterion(one) ?? catalog.group(one)));
  if (id !== undefined) return id;
  reader.report(
    given.place,
    'unknown-id',
    `Found "${given.id}", which ${name} does not have; expected an id of ${name}.`,
    reader.meant(given.id, () => catalog.criteria.map(criterion => criterion.id)),
  );
  return undefined;
}

/** Undefined where two are said to have nothing to do with each other; a relationship that is not known is only some. */
function relationshipOf(node: YamlMapping, reader: NodeReader): Relationship | undefined {
  const given = reader.placed(node, 'relationship');
  const known = given && relationships.get(given.id);
  if (known || given?.id === 'not_related') return known;
  const message = `Found ${given ? `the relationship "${given.id}"` : 'a pair without a relationship'}; expected equal, subset, superset, or intersects.`;
  reader.report(
    given?.place ?? placeOf(node),
    given ? 'unknown-relationship' : 'missing-relationship',
    message,
  );
  return 'intersects';
}
