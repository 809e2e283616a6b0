import type { YamlMapping } from '../../yaml/node.ts';
import type { Catalog, Category, Criterion, Group, PointOfFocus } from '../catalog.ts';
import { described, titleOf } from './described.ts';
import type { Found } from './found.ts';
import { type NodeReader, type PlacedId, placeOf } from './nodeReader.ts';

/** What each mapping of the form may say (docs/catalogs.md). */
const CATALOG_KEYS = ['name', 'title', 'over', 'categories', 'groups', 'criteria'];
const CATEGORY_KEYS = ['id', 'title', 'aliases', 'common'];
const GROUP_KEYS = ['id', 'title', 'category'];
const PHRASE_KEYS = ['auditorsLookAt', 'controls', 'evidence', 'policies'];
const CRITERION_KEYS = ['id', 'title', 'description', 'group', ...PHRASE_KEYS, 'related', 'points'];
const POINT_KEYS = ['number', 'title', 'text', 'only', 'role'];

/** Whether a mapping is meant as a catalog in our own form. */
export function isOwn(root: YamlMapping): boolean {
  return root.entries.some(({ key }) => ['over', 'categories', 'groups', 'criteria'].includes(key.value));
}

/** Finds a catalog by the name under which it is cited. */
export type CatalogNamed = (name: string) => Catalog | undefined;

/** What every part of the form is read with. */
interface Context {
  readonly reader: NodeReader;
  /** Whether the catalog gives the words of another one's ids, and says only what it says otherwise. */
  readonly partial: boolean;
  /** That other one, where it is known. */
  readonly base: Catalog | undefined;
}

/** Something with an id that has not been given before. */
interface Identified {
  readonly id: string;
  readonly node: YamlMapping;
}

/**
 * Reads a catalog in our own form, strictly: what the form does not know is reported. One that is laid over another may
 * only speak of ids that are there, and its titles and descriptions are empty where it does not say them.
 */
export function readOwn(root: YamlMapping, reader: NodeReader, catalogNamed: CatalogNamed): Found {
  reader.onlyKnownKeys(root, CATALOG_KEYS);
  const name = reader.text(root, 'name') ?? '';
  const title = reader.line(root, 'title');
  const over = reader.placed(root, 'over');
  const base = over && baseOf(over, name, reader, catalogNamed);
  const context = { reader, partial: over !== undefined, base };
  // In this order: what comes later refers to what came before.
  const categories = identified(root, 'categories', 'category', context).map(one => category(one, context));
  const groups = identified(root, 'groups', 'group', context).map(one => group(one, context));
  const criteria = identified(root, 'criteria', 'criterion', context).map(one => criterion(one, context));
  return {
    parts: { name, title: title ?? (over ? '' : name), categories, groups, criteria },
    ...(over ? { over: over.id } : {}),
  };
}

function baseOf(
  over: PlacedId,
  name: string,
  reader: NodeReader,
  catalogNamed: CatalogNamed,
): Catalog | undefined {
  const base = over.id === name ? undefined : catalogNamed(over.id);
  if (over.id === name) {
    const message = `Found the catalog "${name}" under its own "over"; expected the name of another catalog.`;
    reader.report(over.place, 'cycle', message);
  } else if (!base) {
    const message = `Found no catalog "${over.id}" for "over"; expected the name of another catalog, such as TSC.`;
    reader.report(over.place, 'unknown-catalog', message);
  }
  return base;
}

/** The mappings of a list that have an id of their own, which in a catalog laid over another is one of that. */
function identified(root: YamlMapping, key: string, kind: Kind, { reader, base }: Context): Identified[] {
  return reader.mappings(root, key).flatMap(node => {
    const id = reader.ownId(node, kind);
    if (id === undefined) return [];
    if (base && !isIn(base, kind, id)) {
      const message = `Found the ${kind} "${id}", which ${base.name} does not have; expected an id of ${base.name}.`;
      reader.report(reader.places(kind).get(id) ?? placeOf(node), `unknown-${kind}`, message);
      return [];
    }
    return [{ id, node }];
  });
}

function category({ id, node }: Identified, context: Context): Category {
  const { reader } = context;
  reader.onlyKnownKeys(node, CATEGORY_KEYS);
  const aliases = reader.texts(node, 'aliases');
  return { id, title: plainTitle(node, id, context), aliases, common: isTrue(node, 'common', reader) };
}

function group({ id, node }: Identified, context: Context): Group {
  context.reader.onlyKnownKeys(node, GROUP_KEYS);
  const category = reference(node, 'category', context);
  return { id, title: plainTitle(node, id, context), ...(category === undefined ? {} : { category }) };
}

function criterion({ id, node }: Identified, context: Context): Criterion {
  const { reader, partial } = context;
  reader.onlyKnownKeys(node, CRITERION_KEYS);
  const title = reader.line(node, 'title');
  const description = reader.text(node, 'description');
  const group = reference(node, 'group', context);
  return described({
    id,
    title: partial ? (title ?? '') : titleOf(title, description, id),
    description: description ?? '',
    ...(group === undefined ? {} : { group }),
    auditorsLookAt: reader.texts(node, 'auditorsLookAt'),
    controls: reader.texts(node, 'controls'),
    evidence: reader.texts(node, 'evidence'),
    policies: reader.texts(node, 'policies'),
    related: reader
      .placedTexts(node, 'related')
      .filter(other => isDefined(other, 'criterion', context))
      .map(other => other.id),
    points: points(id, node, context),
  });
}

function points(criterion: string, node: YamlMapping, { reader, partial }: Context): PointOfFocus[] {
  return reader.mappings(node, 'points').flatMap((point, index) => {
    reader.onlyKnownKeys(point, POINT_KEYS);
    const number = numberOf(point, reader) ?? index + 1;
    const id = `${criterion}-POF${number}`;
    if (!reader.first('point', { id, place: placeOf(point) })) return [];
    const title = reader.line(point, 'title');
    const text = reader.text(point, 'text');
    const only = reader.text(point, 'only');
    const role = roleOf(point, reader);
    return [
      {
        ...{
          id,
          criterion,
          number,
          title: partial ? (title ?? '') : titleOf(title, text, id),
          text: text ?? '',
        },
        ...(only === undefined ? {} : { only }),
        ...(role === undefined ? {} : { role }),
      },
    ];
  });
}

/** A title, else the id; in a catalog laid over another, which has a title already, nothing. */
function plainTitle(node: YamlMapping, id: string, { reader, partial }: Context): string {
  return reader.line(node, 'title') ?? (partial ? '' : id);
}

type Kind = 'category' | 'group' | 'criterion';

/** The id under a key, of a thing of the kind that the key is called by; undefined, and reported, where there is no such thing. */
function reference(node: YamlMapping, key: 'category' | 'group', context: Context): string | undefined {
  const given = context.reader.placed(node, key);
  return given && isDefined(given, key, context) ? given.id : undefined;
}

function isDefined({ id, place }: PlacedId, kind: Kind, { reader, base }: Context): boolean {
  if (reader.places(kind).has(id) || (base && isIn(base, kind, id))) return true;
  reader.report(
    place,
    `unknown-${kind}`,
    `Found the ${kind} "${id}", which is not defined; expected a defined one.`,
  );
  return false;
}

function isIn(base: Catalog, kind: Kind, id: string): boolean {
  return base[kind](id)?.id === id;
}

function isTrue(node: YamlMapping, key: string, reader: NodeReader): boolean {
  const given = reader.placed(node, key);
  if (given && !/^(?:true|false)$/i.test(given.id)) {
    reader.report(given.place, 'wrong-value', `Found "${given.id}"; expected true or false.`);
  }
  return given?.id.toLowerCase() === 'true';
}

function numberOf(point: YamlMapping, reader: NodeReader): number | undefined {
  const given = reader.placed(point, 'number');
  if (given && /^[1-9]\d{0,5}$/.test(given.id)) return Number(given.id);
  if (given) reader.report(given.place, 'wrong-value', `Found "${given.id}"; expected a number from 1.`);
  return undefined;
}

function roleOf(point: YamlMapping, reader: NodeReader): PointOfFocus['role'] {
  const given = reader.placed(point, 'role');
  if (given?.id === 'controller' || given?.id === 'processor') return given.id;
  if (given)
    reader.report(given.place, 'wrong-value', `Found "${given.id}"; expected controller or processor.`);
  return undefined;
}
