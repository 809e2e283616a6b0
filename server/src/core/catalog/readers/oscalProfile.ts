import { append } from '../../text/lists.ts';
import { entry } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import type { Found, Withdrawn } from './found.ts';
import { NodeReader } from './nodeReader.ts';
import { alterControls } from './oscalAlter.ts';
import { foundOf } from './oscalCatalog.ts';
import { type OscalControl, type OscalControls, oscalControls, titleOfDocument } from './oscalControls.ts';
import { type Parameter, parameterSet } from './oscalParameter.ts';
import { selected } from './oscalSelection.ts';
import { readRoot } from './readRoot.ts';

/**
 * Gives the text of a document that an OSCAL profile imports, by the name that the profile gives it (a relative path, a
 * `trestle://` address). `within` is the name of the document that says so; undefined for the one that is being read.
 * Undefined where there is no such document.
 */
export type Resolve = (href: string, within: string | undefined) => string | undefined;

/** A profile on the way from the one that is being read to its catalogs. */
interface Document {
  readonly profile: YamlMapping;
  readonly reader: NodeReader;
  readonly name: string | undefined;
  /** Its own text and those of the profiles that led to it. */
  readonly way: readonly string[];
  readonly resolve: Resolve;
  /** How many more imports are followed, for all documents together. */
  readonly budget: { left: number };
}

/** Far more than a profile needs; profiles that import each other several times can ask for any number. */
const MOST_IMPORTS = 30;

/**
 * Reads an OSCAL profile (the profile model of OSCAL 1.x), which stands in `text`: the controls that it chooses of the
 * catalogs and profiles that it imports, in the groups of their catalogs, with the parameters that it sets and the parts
 * that it adds and removes. What it imports or chooses and is not there is reported, and so is what is not followed.
 */
export function readOscalProfile(
  profile: YamlMapping,
  reader: NodeReader,
  text: string,
  resolve: Resolve,
): Found {
  const budget = { left: MOST_IMPORTS };
  return foundOf(chosenBy({ profile, reader, name: undefined, way: [text], resolve, budget }));
}

function chosenBy(document: Document): OscalControls {
  const { profile, reader } = document;
  const controls = new Map<string, OscalControl>();
  const parameters = new Map<string, Parameter>();
  const withdrawn: Withdrawn[] = [];
  for (const one of reader.mappings(profile, 'imports')) {
    const imported = importedBy(one, document);
    if (!imported) continue;
    const again: string[] = [];
    for (const control of selected(one, imported, reader)) {
      const first = controls.get(control.id);
      if (!first) controls.set(control.id, control);
      else if (!isSame(first, control)) again.push(control.id);
    }
    reportAgain(again, one, profile, reader);
    for (const [id, parameter] of imported.parameters) parameters.set(id, parameter);
    append(withdrawn, imported.withdrawn);
  }
  reportCustom(profile, reader);
  const modify = reader.mappingAt(profile, 'modify');
  if (modify) {
    setParameters(modify, parameters, reader);
    alterControls(modify, controls, parameters, reader);
  }
  return { title: titleOfDocument(profile, reader), controls: [...controls.values()], withdrawn, parameters };
}

/** Whether two imports bring the same of a control: most often both are of one catalog. */
function isSame(one: OscalControl, other: OscalControl): boolean {
  const saidBy = ({ title, props, parts }: OscalControl) => JSON.stringify([title, props, parts]);
  return saidBy(one) === saidBy(other);
}

/** Reports controls that an earlier import has brought with other words, unless the profile asks for the first. */
function reportAgain(
  again: readonly string[],
  one: YamlMapping,
  profile: YamlMapping,
  reader: NodeReader,
): void {
  const [id] = again;
  const href = reader.placed(one, 'href');
  const merge = reader.mappingAt(profile, 'merge');
  const combine = merge && reader.mappingAt(merge, 'combine');
  if (id === undefined || !href || (combine && reader.text(combine, 'method') === 'use-first')) return;
  const others = again.length > 1 ? ` and ${again.length - 1} more` : '';
  const message = `Found another "${id}"${others}, which an earlier import has too; expected each control from one import. The first one counts.`;
  reader.report(href.place, 'not-followed', message);
}

/** What the document that an import names has; undefined, and reported, where there is none. */
function importedBy(one: YamlMapping, document: Document): OscalControls | undefined {
  const { reader, name: within, way, resolve, budget } = document;
  const href = reader.placed(one, 'href');
  if (!href || budget.left === 0) return undefined;
  budget.left--;
  const imported = firstFound(namesOf(href.id, document), name => resolve(name, within));
  if (!imported) {
    const message = `Found no document "${href.id}" to import; expected the path of a catalog or profile.`;
    reader.report(href.place, 'unknown-import', message);
    return undefined;
  }
  const { name, text } = imported;
  if (way.includes(text)) {
    const message = `Found an import of "${name}", which imports this document; expected imports without a cycle.`;
    reader.report(href.place, 'cycle', message);
    return undefined;
  }
  const inner = new NodeReader();
  const root = readRoot(text, inner);
  const catalog = root && inner.mappingAt(root, 'catalog');
  const profile = root && inner.mappingAt(root, 'profile');
  let found: OscalControls | undefined;
  if (catalog) found = oscalControls(catalog, inner);
  else if (profile) found = chosenBy({ ...document, profile, reader: inner, name, way: [...way, text] });
  const problems = inner.problems();
  const wrong = problems.find(({ code }) => code !== 'not-followed');
  const [unfollowed] = problems;
  if (!found || wrong) {
    const what = wrong?.message ?? 'Found neither a catalog nor a profile.';
    reader.report(href.place, 'bad-import', `"${name}" could not be read. ${what}`);
  } else if (unfollowed) {
    reader.report(href.place, 'not-followed', `"${name}" is not followed in full. ${unfollowed.message}`);
  }
  return found;
}

/** The names of what a reference means: its own, or in the order given those of the resource in the document that it points to. */
function namesOf(href: string, { profile, reader }: Document): string[] {
  if (!href.startsWith('#')) return [href];
  const matter = reader.mappingAt(profile, 'back-matter');
  const resources = matter ? reader.mappings(matter, 'resources') : [];
  return resources
    .filter(resource => reader.text(resource, 'uuid') === href.slice(1))
    .flatMap(resource => reader.mappings(resource, 'rlinks'))
    .filter(link => !/xml$/.test(reader.text(link, 'media-type') ?? reader.text(link, 'href') ?? ''))
    .map(link => reader.text(link, 'href'))
    .filter(name => name !== undefined);
}

function firstFound(names: readonly string[], textOf: (name: string) => string | undefined) {
  for (const name of names) {
    const text = textOf(name);
    if (text !== undefined) return { name, text };
  }
  return undefined;
}

function setParameters(modify: YamlMapping, parameters: Map<string, Parameter>, reader: NodeReader): void {
  for (const node of reader.mappings(modify, 'set-parameters')) {
    const id = reader.text(node, 'param-id');
    if (id !== undefined) parameters.set(id, parameterSet(parameters.get(id), node, reader));
  }
}

/** Reports a structure of the profile's own; groups and order of the catalogs are kept, as `as-is` asks for. */
function reportCustom(profile: YamlMapping, reader: NodeReader): void {
  const merge = reader.mappingAt(profile, 'merge');
  const custom = merge && entry(merge, 'custom');
  if (!custom) return;
  const message =
    'Found groups of the profile\'s own, which Tickmark does not follow; expected "as-is". Controls stay in the groups of their catalogs.';
  reader.report(custom.key, 'not-followed', message);
}
