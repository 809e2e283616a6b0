import type { TextRange } from '../../text/range.ts';
import { entry, resolved } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import { type Catalog, type CatalogParts, createCatalog } from '../catalog.ts';
import { tsc } from '../tsc.ts';
import { isCisoAssistant, readCisoAssistant } from './cisoAssistant.ts';
import type { Found, Withdrawn } from './found.ts';
import { layOver } from './layOver.ts';
import { NodeReader, placeOf } from './nodeReader.ts';
import { isOpenControl, readOpenControl } from './openControl.ts';
import { readOscalCatalog } from './oscalCatalog.ts';
import { type Resolve, readOscalProfile } from './oscalProfile.ts';
import { type CatalogNamed, isOwn, readOwn } from './own.ts';
import type { CatalogProblem } from './problem.ts';
import { readRoot } from './readRoot.ts';

/** The forms in which a catalog is read as it is. */
export type CatalogFormat = 'own' | 'oscal-catalog' | 'oscal-profile' | 'opencontrol' | 'ciso-assistant';

export interface CatalogOptions {
  /** The name under which the catalog is cited, whatever the file calls it. */
  readonly name?: string;
  /** Gives what an OSCAL profile imports; without it nothing is found. */
  readonly resolve?: Resolve;
  /** Gives the catalog that another is laid over; without it only TSC is known. */
  readonly catalogNamed?: CatalogNamed;
}

/** A catalog as its file says it is. */
export interface ReadCatalog {
  /** Already laid over the other one, where it gives the words of one that is known. */
  readonly catalog: Catalog;
  readonly format: CatalogFormat;
  /** The name of the catalog whose words the file gives. */
  readonly over: string | undefined;
  /** Other names by which a mapping may call the catalog: the URNs of CISO Assistant. */
  readonly alsoCalled: readonly string[];
  /** Other spellings of ids, in lower case, with the id that each stands for: `ac-2(1)`, and the URNs of CISO Assistant. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Criteria that their publisher has taken back. */
  readonly withdrawn: readonly Withdrawn[];
  /** In the order of the text. */
  readonly problems: readonly CatalogProblem[];
  /** Where the text gives the criterion, group, category or point of this id; undefined where it does not. */
  place(kind: 'criterion' | 'group' | 'category' | 'point', id: string): TextRange | undefined;
}

const empty: Found = { parts: { name: '', title: '', categories: [], groups: [], criteria: [] } };
const onlyTsc: CatalogNamed = name => (name === tsc.name ? tsc : undefined);

/**
 * Reads a catalog from a YAML or JSON text, in whichever form it is. Never throws: any text gives a catalog, perhaps an
 * empty one, and what is wrong is a problem at its place.
 */
export function readCatalog(text: string, options: CatalogOptions = {}): ReadCatalog {
  const { name, resolve = () => undefined, catalogNamed = onlyTsc } = options;
  const reader = new NodeReader();
  const root = readRoot(text, reader);
  const { format, found } = root
    ? inItsForm(root, reader, text, resolve, catalogNamed)
    : { format: 'own' as const, found: empty };
  const parts = name === undefined ? found.parts : { ...found.parts, name };
  const base = found.over === undefined ? undefined : catalogNamed(found.over);
  if (root && found.over === undefined) reportLacks(parts, root, reader);
  return {
    catalog: base ? layOver(base, parts) : createCatalog(parts),
    format,
    over: found.over,
    alsoCalled: found.alsoCalled ?? [],
    aliases: found.aliases ?? new Map(),
    withdrawn: found.withdrawn ?? [],
    problems: reader.problems(),
    place: (kind, id) => reader.places(kind).get(id),
  };
}

function inItsForm(
  root: YamlMapping,
  reader: NodeReader,
  text: string,
  resolve: Resolve,
  catalogNamed: CatalogNamed,
): { readonly format: CatalogFormat; readonly found: Found } {
  const catalog = mappingUnder(root, 'catalog');
  if (catalog) return { format: 'oscal-catalog', found: readOscalCatalog(catalog, reader) };
  const profile = mappingUnder(root, 'profile');
  if (profile) return { format: 'oscal-profile', found: readOscalProfile(profile, reader, text, resolve) };
  if (isCisoAssistant(root)) return { format: 'ciso-assistant', found: readCisoAssistant(root, reader) };
  if (isOwn(root)) return { format: 'own', found: readOwn(root, reader, catalogNamed) };
  const standard = mappingUnder(root, 'standard');
  // Push-to-comply keeps a standard in the front matter of a Markdown file, whose body is no second document.
  if (standard) reader.forget('more-documents');
  return isOpenControl(standard ?? root)
    ? { format: 'opencontrol', found: readOpenControl(standard ?? root, reader) }
    : { format: 'own', found: readOwn(root, reader, catalogNamed) };
}

function mappingUnder(root: YamlMapping, key: string): YamlMapping | undefined {
  const said = resolved(entry(root, key)?.value);
  return said?.type === 'mapping' ? said : undefined;
}

function reportLacks({ name, criteria }: CatalogParts, root: YamlMapping, reader: NodeReader): void {
  if (name === '') {
    const message =
      'Found a catalog without a name; expected "name", which documents use to cite its criteria.';
    reader.report(placeOf(root), 'missing-name', message);
  }
  if (criteria.length === 0) {
    const message = 'Found a catalog without criteria; expected at least one.';
    reader.report(placeOf(root), 'no-criteria', message);
  }
}
