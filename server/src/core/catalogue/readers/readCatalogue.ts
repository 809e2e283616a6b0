import type { TextRange } from '../../text/range.ts';
import { entry, resolved } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import { type Catalogue, type CatalogueParts, createCatalogue } from '../catalogue.ts';
import { tsc } from '../tsc.ts';
import { isCisoAssistant, readCisoAssistant } from './cisoAssistant.ts';
import type { Found, Withdrawn } from './found.ts';
import { layOver } from './layOver.ts';
import { NodeReader, placeOf } from './nodeReader.ts';
import { isOpenControl, readOpenControl } from './openControl.ts';
import { readOscalCatalogue } from './oscalCatalogue.ts';
import { type Resolve, readOscalProfile } from './oscalProfile.ts';
import { type CatalogueNamed, isOwn, readOwn } from './own.ts';
import type { CatalogueProblem } from './problem.ts';
import { readRoot } from './readRoot.ts';

/** The forms in which a catalogue is read as it is. */
export type CatalogueFormat = 'own' | 'oscal-catalog' | 'oscal-profile' | 'opencontrol' | 'ciso-assistant';

export interface CatalogueOptions {
  /** The name under which the catalogue is cited, whatever the file calls it. */
  readonly name?: string;
  /** Gives what an OSCAL profile imports; without it nothing is found. */
  readonly resolve?: Resolve;
  /** Gives the catalogue that another is laid over; without it only TSC is known. */
  readonly catalogueNamed?: CatalogueNamed;
}

/** A catalogue as its file says it is. */
export interface ReadCatalogue {
  /** Already laid over the other one, where it gives the words of one that is known. */
  readonly catalogue: Catalogue;
  readonly format: CatalogueFormat;
  /** The name of the catalogue whose words the file gives. */
  readonly over: string | undefined;
  /** Other names by which a mapping may call the catalogue: the URNs of CISO Assistant. */
  readonly alsoCalled: readonly string[];
  /** Other spellings of ids, in lower case, with the id that each stands for: `ac-2(1)`, and the URNs of CISO Assistant. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Criteria that their publisher has taken back. */
  readonly withdrawn: readonly Withdrawn[];
  /** In the order of the text. */
  readonly problems: readonly CatalogueProblem[];
  /** Where the text gives the criterion, group, category or point of this id; undefined where it does not. */
  place(kind: 'criterion' | 'group' | 'category' | 'point', id: string): TextRange | undefined;
}

const empty: Found = { parts: { name: '', title: '', categories: [], groups: [], criteria: [] } };
const onlyTsc: CatalogueNamed = name => (name === tsc.name ? tsc : undefined);

/**
 * Reads a catalogue from a YAML or JSON text, in whichever form it is. Never throws: any text gives a catalogue, perhaps an
 * empty one, and what is wrong is a problem at its place.
 */
export function readCatalogue(text: string, options: CatalogueOptions = {}): ReadCatalogue {
  const { name, resolve = () => undefined, catalogueNamed = onlyTsc } = options;
  const reader = new NodeReader();
  const root = readRoot(text, reader);
  const { format, found } = root
    ? inItsForm(root, reader, text, resolve, catalogueNamed)
    : { format: 'own' as const, found: empty };
  const parts = name === undefined ? found.parts : { ...found.parts, name };
  const base = found.over === undefined ? undefined : catalogueNamed(found.over);
  if (root && found.over === undefined) reportLacks(parts, root, reader);
  return {
    catalogue: base ? layOver(base, parts) : createCatalogue(parts),
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
  catalogueNamed: CatalogueNamed,
): { readonly format: CatalogueFormat; readonly found: Found } {
  const catalog = mappingUnder(root, 'catalog');
  if (catalog) return { format: 'oscal-catalog', found: readOscalCatalogue(catalog, reader) };
  const profile = mappingUnder(root, 'profile');
  if (profile) return { format: 'oscal-profile', found: readOscalProfile(profile, reader, text, resolve) };
  if (isCisoAssistant(root)) return { format: 'ciso-assistant', found: readCisoAssistant(root, reader) };
  if (isOwn(root)) return { format: 'own', found: readOwn(root, reader, catalogueNamed) };
  const standard = mappingUnder(root, 'standard');
  // Push-to-comply keeps a standard in the front matter of a Markdown file, whose body is no second document.
  if (standard) reader.forget('more-documents');
  return isOpenControl(standard ?? root)
    ? { format: 'opencontrol', found: readOpenControl(standard ?? root, reader) }
    : { format: 'own', found: readOwn(root, reader, catalogueNamed) };
}

function mappingUnder(root: YamlMapping, key: string): YamlMapping | undefined {
  const said = resolved(entry(root, key)?.value);
  return said?.type === 'mapping' ? said : undefined;
}

function reportLacks({ name, criteria }: CatalogueParts, root: YamlMapping, reader: NodeReader): void {
  if (name === '') {
    const message = 'Found a catalogue without a name; expected "name", under which its criteria are cited.';
    reader.report(placeOf(root), 'missing-name', message);
  }
  if (criteria.length === 0) {
    const message = 'Found a catalogue without a criterion; expected one at least.';
    reader.report(placeOf(root), 'no-criteria', message);
  }
}
