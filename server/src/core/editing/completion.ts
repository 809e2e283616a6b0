import { type Catalog, isOfOtherRole } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import { isTsc } from '../catalog/isTsc.ts';
import { descriptionCriteria } from '../catalog/tsc.ts';
import { writtenLike } from '../formats/yamlEdits.ts';
import { isProse } from '../markdown/scan.ts';
import type { Key } from '../model/key.ts';
import { keysOf } from '../model/keys.ts';
import { isRecordKind, kinds, type RecordKind } from '../model/kinds.ts';
import { type ManifestKey, manifestKeyAt, manifestKeysIn } from '../model/manifestKeys.ts';
import { rangeOf } from '../model/shape.ts';
import { type Block, paragraph, prose } from '../pages/page.ts';
import type { Program } from '../program/program.ts';
import { nameOf } from '../program/record.ts';
import { keysWithRules } from '../rules/running/ruleKeys.ts';
import { type Editing, recordAt, shapeAt } from './editing.ts';
import { recordKeyAt } from './keyAt.ts';
import { wordEnd, type YamlCursor, yamlCursorAt } from './yamlCursor.ts';

/** Something that can be put where the cursor is. */
export interface Completion {
  readonly label: string;
  readonly kind: 'criterion' | 'record' | 'person' | 'word' | 'key';
  /** A few words beside the label. */
  readonly detail: string;
  readonly documentation: readonly Block[];
  /** What replaces [start, end). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Completions are shown in the order of this, and found by the words of `filter`. */
  readonly order: string;
  readonly filter: string;
}

type Offer = Omit<Completion, 'start' | 'end' | 'order' | 'filter'> & {
  readonly rank: number;
  /** Words beside the label by which it can be found too. */
  readonly words?: string;
};

/** What is replaced: [start, end), and in YAML whether it is a key or a value. */
type Span = Pick<YamlCursor, 'start' | 'end'> & Partial<YamlCursor>;

/** A document up to the first key that is typed behind its opening fence; what follows makes it no front matter yet. */
const begunFrontMatter = /^(---[ \t]*(?:\r\n|\n|\r))(?:[\w-]+:.*(?:\r\n|\n|\r))*[\w-]*$/;

/**
 * What can be put at an offset: criteria (by id and by words; in scope first, missing ones before covered, those already
 * listed last), ids of records, people, words a key allows, and keys; in front matter, YAML and prose, half-typed text too.
 */
export function completionsAt(editing: Editing, offset: number): Completion[] {
  const { facts } = editing;
  const at = Math.max(0, Math.min(offset, facts.text.length));
  if (facts.role.language === 'yaml') return inYaml(editing, at, 0);
  const { envelope } = facts;
  if (envelope && envelope.style !== 'none' && at >= envelope.metaStart) {
    // The line of the closing fence is neither metadata nor body.
    if (at < envelope.metaEnd || (at === envelope.metaEnd && envelope.style === 'unclosed')) {
      return inYaml(editing, at, envelope.metaStart);
    }
    if (at < envelope.bodyStart) return [];
  }
  const begun = begunFrontMatter.exec(facts.text.slice(0, at));
  if (begun) return inYaml(editing, at, begun[1]?.length ?? 0);
  return begunIds(editing, at);
}

function inYaml(editing: Editing, offset: number, from: number): Completion[] {
  const cursor = yamlCursorAt(editing.facts.text, from, offset);
  if (!cursor) return [];
  const { manifest } = editing.facts.role;
  const key = manifest ? manifestKeyAt(cursor.path, keysWithRules) : undefined;
  if (manifest) return placed(editing, manifestOffers(editing, cursor, key), cursor);
  return recordCompletions(editing, cursor, offset);
}

function manifestOffers(editing: Editing, cursor: YamlCursor, key: ManifestKey | undefined): Offer[] {
  if (cursor.typing === 'key') return keyOffers(editing, cursor, manifestKeysIn(cursor.path, keysWithRules));
  if (!key) return [];
  if (cursor.item && key.keys) return keyOffers(editing, cursor, key.keys);
  const { catalogs, manifest, report } = editing.program;
  if (key.refersTo === 'criterion') {
    const measured = report.catalogs.flatMap(name => catalogs.named(name) ?? []);
    return measured.flatMap(catalog => criterionOffers(editing, catalog, () => 0));
  }
  if (key.refersTo === 'category') {
    const categories = catalogs.all.flatMap(catalog => catalog.categories);
    return categories.map(({ id, title }) => wordOffer(id, title));
  }
  if (key.refersTo === 'catalog')
    return catalogs.all.map(({ name, title }) => wordOffer(writtenLike('', name), title));
  if (key.refersTo === 'system')
    return (manifest?.shape.systems ?? []).map(({ id, name = '' }) => wordOffer(id, name));
  return key.refersTo === 'person' ? personOffers(editing) : valueOffers(key);
}

function recordCompletions(editing: Editing, cursor: YamlCursor, offset: number): Completion[] {
  const kind = shapeAt(editing, offset)?.kind ?? editing.facts.role.folder;
  const { path, typing, item } = cursor;
  if (path.length === 0) {
    const keys = kind === undefined || (typing === 'value' && !item) ? [] : ownKeys(kind);
    return placed(editing, keyOffers(editing, cursor, keys), cursor);
  }
  if (path.length === 1 && path[0] === 'kind') {
    const words = Object.keys(kinds).filter(word => word !== 'manifest' && word !== 'document');
    return placed(
      editing,
      words.map(word => wordOffer(word)),
      cursor,
    );
  }
  const cited = kind && citedAt(editing, kind, path);
  if (cited === 'satisfies' && typing === 'key') return placed(editing, catalogOffers(editing), cursor);
  if (cited) {
    // A bare list means the TSC.
    const catalog = cited === 'satisfies' ? editing.program.catalog : cited;
    const begun = editing.facts.text.slice(cursor.start, offset);
    const offers = pointOffers(editing, catalog, begun) ?? satisfiable(editing, offset, catalog);
    return placed(editing, offers, cursor);
  }
  const key = kind && recordKeyAt(kind, path);
  if (!key) return [];
  if (typing === 'key' || (item && key.keys))
    return placed(editing, keyOffers(editing, cursor, key.keys ?? []), cursor);
  const offers = recordValueOffers(editing, key, offset);
  return offers.length > 0 || key.type !== 'text'
    ? placed(editing, offers, cursor)
    : begunIds(editing, offset);
}

/** What kind of place of a citation a path names: a `satisfies` itself, or a catalog in it. */
function citedAt(
  { program: { catalogs } }: Editing,
  kind: RecordKind,
  path: readonly string[],
): 'satisfies' | Catalog | undefined {
  if (recordKeyAt(kind, path)?.type === 'citations') return 'satisfies';
  const name = path.at(-1) ?? '';
  if (recordKeyAt(kind, path.slice(0, -1))?.type !== 'citations') return undefined;
  return isTsc(name) ? catalogs.tsc : catalogs.named(name);
}

function recordValueOffers(editing: Editing, key: Key, offset: number): Offer[] {
  if (key.type === 'reference')
    return referenceOffers(editing, key.refersTo, listedReferences(editing, key, offset));
  if (key.type === 'person') return personOffers(editing);
  if (key.type === 'boolean') return ['true', 'false'].map(word => wordOffer(word));
  if (key.name === 'describes') return descriptionOffers();
  return valueOffers(key);
}

/** The words that a key allows, and those that are common there. */
function valueOffers({ words = [], suggestions = [] }: Pick<Key, 'words' | 'suggestions'>): Offer[] {
  return [...words, ...suggestions].map(word => wordOffer(word));
}

/** Every criterion of a catalog, ranked by what the writer is likeliest to want; those listed already come last. */
function satisfiable(editing: Editing, offset: number, catalog: Catalog): Offer[] {
  const { facts, program } = editing;
  const record = recordAt(editing, offset);
  // What is being typed at the cursor is not yet listed.
  const others = (facts.summary.shape.records[record]?.satisfies ?? []).filter(({ at }) => {
    const { start, end } = rangeOf(facts.summary, record, at);
    return offset < start || end < offset;
  });
  const listed = new Set(others.flatMap(({ catalog: name, id }) => program.catalogs.keysOf(name, id)));
  return criterionOffers(editing, catalog, key => (listed.has(key) ? 9 : rankOf(editing, key)));
}

const states = ['missing', 'documented', 'designed', 'implemented', 'evidenced'];

function rankOf({ program }: Editing, key: string): number {
  if (!program.report.criteria.has(key)) return 8;
  const { state, marks } = program.standing(program.report, key);
  return marks.length > 0 ? 7 : states.indexOf(state);
}

/** @param rankOf ranks a criterion by its key */
function criterionOffers({ program }: Editing, catalog: Catalog, rankOf: (key: string) => number): Offer[] {
  const { report } = program;
  return catalog.criteria.map(({ id, title, description }) => {
    const key = keyOf(catalog.name, id);
    const isMeasured = report.catalogs.includes(catalog.name);
    return {
      label: id,
      kind: 'criterion',
      detail: title,
      documentation: [
        ...(description === '' ? [] : [paragraph(extract(description))]),
        ...(isMeasured ? [paragraph({ text: standingWords(program, key), style: 'emphasis' as const })] : []),
      ],
      text: writtenLike('', id),
      rank: rankOf(key),
      words: `${title} ${extract(description)}`,
    };
  });
}

/**
 * The points of focus of a criterion, once what is typed goes on behind its id (`CC6.1-`, `CC6.1-po`); undefined where it
 * does not. Those that concern another category or role than the program's come last.
 */
function pointOffers({ program }: Editing, catalog: Catalog, begun: string): Offer[] | undefined {
  const [, id = ''] = /^(.+)-(?:p(?:of?)?\d*)?$/i.exec(begun) ?? [];
  const criterion = catalog.criterion(id) ?? catalog.criterion(id.toUpperCase());
  if (!criterion || criterion.points.length === 0) return undefined;
  const { report, privacyRole } = program;
  const inScope = new Set(catalog.pointsInScope(report.categories));
  return criterion.points.map(point => {
    const { id, title, text, only, role } = point;
    const marks = [only, role].filter(mark => mark !== undefined);
    return {
      label: id,
      kind: 'criterion',
      detail: marks.length > 0 ? `${title} (${marks.join(', ')})` : title,
      documentation: [
        ...(text === '' ? [] : [paragraph(text)]),
        paragraph({ text: 'Guidance, not a requirement.', style: 'emphasis' }),
      ],
      text: writtenLike('', id),
      rank: !inScope.has(point) ? 8 : isOfOtherRole(point, privacyRole) ? 7 : 0,
      words: `${title} ${text}`,
    };
  });
}

function standingWords(program: Program, key: string): string {
  const { report } = program;
  if (!report.criteria.has(key)) return 'Out of scope.';
  const { state, marks, reason } = program.coverage(report, key);
  return `${marks[0] ?? state}: ${reason}`;
}

/** What of a description stands beside a list: of a whole framework the rest would be megabytes. The page has it all. */
function extract(description: string): string {
  if (description.length <= longestExtract) return description;
  const cut = description.slice(0, longestExtract).replace(/(?<!\s)\s+\S*$/, '');
  return `${cut} …`;
}

const longestExtract = 400;

/** What the record names under a key already, what is at the cursor aside. */
function listedReferences({ facts, ...editing }: Editing, key: Key, offset: number): ReadonlySet<string> {
  const { shape, places } = facts.summary;
  const record = recordAt({ facts, ...editing }, offset);
  const references = shape.records[record]?.references ?? [];
  const isHere = (at: number) =>
    (places[record]?.[2 * at] ?? 0) <= offset && offset <= (places[record]?.[2 * at + 1] ?? 0);
  return new Set(
    references.filter(({ key: name, at }) => name === key.name && !isHere(at)).map(({ id }) => id),
  );
}

/** The kinds of what a reference of any kind may name. */
const named = Object.keys(kinds)
  .filter(isRecordKind)
  .filter(kind => kind !== 'document');

/** The ids of records of a kind, or of any; those already listed come last. */
function referenceOffers(
  { program }: Editing,
  kind: RecordKind | undefined,
  listed: ReadonlySet<string>,
): Offer[] {
  const asked = kind === undefined ? named : [kind];
  const records = asked.flatMap(one => program.named(one));
  if (asked.length > 1) records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return records.map(({ id, entry }) => ({
    label: id,
    kind: 'record',
    detail: entry.shape.title ?? '',
    documentation: [paragraph(`${nameOf(entry)} in `, { text: entry.path, style: 'code' })],
    text: id,
    rank: listed.has(id) ? 1 : 0,
    words: entry.shape.title ?? '',
  }));
}

function personOffers({ program }: Editing): Offer[] {
  return (program.manifest?.shape.people ?? []).map(({ id, name = '', role = '' }) => ({
    label: id,
    kind: 'person',
    detail: name,
    documentation: role === '' ? [] : [paragraph(role)],
    text: id,
    rank: 0,
    words: `${name} ${role}`,
  }));
}

function descriptionOffers(): Offer[] {
  return descriptionCriteria.map(({ id, title, description }) => ({
    label: id,
    kind: 'criterion',
    detail: title,
    documentation: [paragraph(description)],
    text: id,
    rank: 0,
    words: title,
  }));
}

function wordOffer(word: string, detail = ''): Offer {
  return { label: word, kind: 'word', detail, documentation: [], text: word, rank: 0 };
}

/** Those that the report is measured against come first. */
function catalogOffers({ program: { catalogs, report } }: Editing): Offer[] {
  return catalogs.all.map(({ name, title }) => ({
    label: name,
    kind: 'key',
    detail: title,
    documentation: [],
    text: `${writtenLike('', name)}: `,
    rank: report.catalogs.includes(name) ? 0 : 1,
  }));
}

function ownKeys(kind: RecordKind): Key[] {
  return [...keysOf(kind)].filter(([name, key]) => name === key.name).map(([, key]) => key);
}

/** The keys that do not stand there yet. One that is typed anew before its colon keeps that. */
function keyOffers(
  { facts }: Editing,
  { siblings, end }: YamlCursor,
  keys: readonly { readonly name: string; readonly description: string }[],
): Offer[] {
  const hasColon = /^[ \t]*:/.test(facts.text.slice(end, end + 20));
  return keys
    .filter(({ name }) => !siblings.has(name))
    .map(({ name, description }) => ({
      label: name,
      kind: 'key',
      detail: '',
      documentation: [paragraph(...prose(description))],
      text: hasColon ? name : `${name}: `,
      rank: 0,
    }));
}

/** In running text only an id that has been begun is completed: of the CC form, or like those of the program's records. */
function begunIds(editing: Editing, offset: number): Completion[] {
  const { facts } = editing;
  if (facts.summary.shape.records.length === 0 && !facts.role.included) return [];
  const before = facts.text.slice(Math.max(0, offset - 40), offset);
  const begun = /(?:^|[^\w./-])((?:[A-Z]|cc)[\w.-]*)$/.exec(before)?.[1];
  if (begun === undefined || begun.length < 2) return [];
  const beginsSo = ({ label }: Offer) => label.toLowerCase().startsWith(begun.toLowerCase());
  const { catalog, catalogs } = editing.program;
  const criteriaOf = (one: Catalog) => criterionOffers(editing, one, key => rankOf(editing, key));
  const others = catalogs.all.filter(one => one !== catalog);
  const offers = [
    ...(pointOffers(editing, catalog, begun) ?? []),
    ...(/^(?:cc|[acp]\d|pi\d)/i.test(begun) ? criteriaOf(catalog) : []),
    ...(/[\d-]/.test(begun)
      ? [...referenceOffers(editing, undefined, new Set()), ...others.flatMap(criteriaOf)]
      : []),
  ];
  const start = offset - begun.length;
  if (facts.markdown && !isProse(facts.markdown, start, offset)) return [];
  return placed(editing, offers.filter(beginsSo), { start, end: wordEnd(facts.text, start, offset) });
}

/** Puts offers in their place. A value right behind a colon is parted from it. */
function placed({ facts }: Editing, offers: readonly Offer[], { start, end, typing }: Span): Completion[] {
  const blank = typing === 'value' && facts.text.charAt(start - 1) === ':' ? ' ' : '';
  // Inside of quotes that are there an id needs none of its own.
  const isQuoted = /["']/.test(facts.text.charAt(start - 1));
  return offers.map(({ label, kind, detail, documentation, text, rank, words }, i) => ({
    label,
    kind,
    detail,
    documentation,
    text: isQuoted && kind === 'criterion' ? label : blank + text,
    start,
    end: Math.max(start, end),
    order: `${rank}${String(i).padStart(5, '0')}`,
    filter: words ? `${label} ${words}` : label,
  }));
}
