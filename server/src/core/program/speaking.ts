// Of which criteria documents speak, by the words of their titles, headings and texts: what may be cited, and is for a person to
// say.
import type { Catalog } from '../catalog/catalog.ts';
import { criteriaFor, type FoundByWords } from '../catalog/words.ts';
import type { RecordKind } from '../model/kinds.ts';
import { firstInOrder, groupedBy } from '../text/lists.ts';
import type { Program } from './program.ts';
import { byPlace, hasDecidedOn, type RecordEntry } from './record.ts';

/** A criterion of the TSC of which a document speaks. */
export interface SpokenOf {
  readonly id: string;
  /** By what that is told, in a few words. */
  readonly why: string;
  /** Whether a document of this title is typical for the criterion. */
  readonly isTypical: boolean;
  /** What tells it first. */
  readonly toldBy: 'title' | 'heading' | 'text';
}

/** Sections that documents of any subject have. */
const usualSection =
  /^[\d.)\s]*(?:purpose|scope|overview|introduction|background|definitions?|polic(?:y|ies)|procedures?|standards?|objectives?|roles?(?: (?:and|&) responsibilities)?|responsibilities|ownership|applicability|compliance|enforcement|violations|exceptions?|references?|related (?:documents|policies|standards)|revision history|version history|change ?log|document (?:control|history)|reviews?(?: and (?:updates?|approvals?))?|approvals?|contact|appendix|notes?|summary)\b[^\p{L}]*$/iu;

/**
 * The criteria of the TSC of which a record speaks, by its title, the headings of its text, and the text itself, the best first,
 * each once.
 * @param headings as words; none where it has no text of its own
 * @param inText those of which its text speaks, where that has been read
 */
export function spokenOf(
  { path, shape }: Pick<RecordEntry, 'path' | 'shape'>,
  headings: readonly string[],
  catalog: Catalog,
  inText: readonly FoundByWords[] = [],
): readonly SpokenOf[] {
  const title = shape.title ?? headings[0] ?? nameIn(path);
  const typical = typicalFor(title, catalog);
  const found = new Map<string, SpokenOf>();
  const add = (id: string, why: string, toldBy: SpokenOf['toldBy'] = 'title'): void => {
    if (!found.has(id)) found.set(id, { id, why, isTypical: typical.has(id), toldBy });
  };
  const inTitle = criteriaFor(title);
  for (const { id, word } of inTitle) if (typical.has(id)) add(id, `“${word}” in the title`);
  for (const id of typical) add(id, 'a typical document for it');
  for (const { id, word } of inTitle) add(id, `“${word}” in the title`);
  for (const heading of headings) {
    if (heading === title || usualSection.test(heading)) continue;
    const [first] = criteriaFor(heading);
    if (first) add(first.id, `the heading “${heading}”`, 'heading');
  }
  for (const { id, word } of inText) add(id, `“${word}” in the text`, 'text');
  return [...found.values()];
}

/** A document that speaks of a criterion and does not cite it. */
export interface Speaking {
  readonly entry: RecordEntry;
  /** The id of the criterion. */
  readonly id: string;
}

/** The criteria of which the text of a record's document speaks, as far as it has been read: the program has no texts. */
export type TextsRead = (entry: RecordEntry) => readonly FoundByWords[];

const nothing: readonly FoundByWords[] = [];
const noTexts: TextsRead = () => nothing;

/** The kinds of documents that say what is to be done. A control is what is done: that it serves a criterion is more to say. */
const speakingKinds: readonly RecordKind[] = ['policy', 'procedure', 'narrative', 'document'];

/**
 * The documents that speak of criteria of the TSC, and neither cite nor deny them. Those that are typical for a criterion come
 * first, then those whose titles, then those whose headings are about it, then drafts, and last those that speak of it in their
 * texts only. What is retired, a template or empty says nothing. It looks at every document, and code actions ask at each move
 * of the caret onto a finding: where it only counts whether there is any, ask `isSpokenOf`.
 * @param ids of criteria
 * @param most how many are wanted
 */
export function speakingOf(
  ids: readonly string[],
  program: Program,
  most: number,
  texts: TextsRead = noTexts,
): readonly Speaking[] {
  const asked = new Set(ids);
  return firstInOrder(rankedSpeaking(asked, program, texts), most, before).map(({ entry, id }) => ({
    entry,
    id,
  }));
}

interface RankedSpeaking extends Speaking {
  readonly rank: readonly number[];
}

function* rankedSpeaking(
  asked: ReadonlySet<string>,
  program: Program,
  texts: TextsRead,
): Iterable<RankedSpeaking> {
  for (const entry of couldCite(program)) {
    for (const [place, { id, isTypical, toldBy }] of spokenAtHand(entry, program, texts).entries()) {
      if (!asked.has(id) || hasDecidedOn(entry, id)) continue;
      const rank = [toldBy === 'text', isDraft(entry), !isTypical, toldBy === 'heading', place].map(Number);
      yield { entry, id, rank };
    }
  }
}

function before(a: RankedSpeaking, b: RankedSpeaking): number {
  return compareAll(a.rank, b.rank) || byPlace(a.entry, b.entry) || (a.id < b.id ? -1 : 1);
}

/**
 * Whether any document speaks of one of these criteria and neither cites nor denies it (see `speakingOf`). Looks no further than
 * the first.
 */
export function isSpokenOf(ids: readonly string[], program: Program, texts: TextsRead = noTexts): boolean {
  for (const _ of rankedSpeaking(new Set(ids), program, texts)) return true;
  return false;
}

/** The documents that may come to cite more criteria: what is retired, a template or empty does not. */
export function* couldCite(program: Program): Iterable<RecordEntry> {
  for (const kind of speakingKinds) {
    for (const entry of program.ofKind(kind)) {
      const { standing } = entry.shape;
      if (standing === 'counts' || standing === 'draft') yield entry;
    }
  }
}

/** Whether a record counts only once somebody has approved it. */
export function isDraft({ shape }: RecordEntry): boolean {
  return shape.standing === 'draft';
}

/** What was found for records, and of what: one place of a manifest may have many gaps, and each asks all documents. */
const spokenBefore = new WeakMap<
  RecordEntry,
  {
    readonly anchors: string;
    readonly catalog: Catalog;
    readonly inText: readonly FoundByWords[];
    readonly spoken: readonly SpokenOf[];
  }
>();

/** Of what a record speaks, its headings read as their anchors have them. */
function spokenAtHand(entry: RecordEntry, program: Program, texts: TextsRead): readonly SpokenOf[] {
  const { catalog } = program;
  const { anchors = '' } = (entry.index === 0 ? program.summary(entry.path)?.shape : undefined) ?? {};
  const inText = texts(entry);
  const known = spokenBefore.get(entry);
  if (known?.anchors === anchors && known.catalog === catalog && known.inText === inText) return known.spoken;
  const headings = anchors === '' ? [] : anchors.split('\n').map(anchor => anchor.replaceAll('-', ' '));
  const spoken = spokenOf(entry, headings, catalog, inText);
  spokenBefore.set(entry, { anchors, catalog, inText, spoken });
  return spoken;
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  return a.map((one, i) => one - (b[i] ?? 0)).find(difference => difference !== 0) ?? 0;
}

/** For each catalog, the criteria for which a document is typical, by its bare title. */
const typicalIn = new WeakMap<Catalog, ReadonlyMap<string, ReadonlySet<string>>>();

/** The criteria for which documents of this title are typical, whatever kind of document they are called. */
function typicalFor(title: string, catalog: Catalog): ReadonlySet<string> {
  let typical = typicalIn.get(catalog);
  if (!typical) {
    const pairs = catalog.criteria.flatMap(({ id, policies }) =>
      policies.map(policy => [bare(policy), id] as const),
    );
    const byTitle = groupedBy(pairs, ([policy]) => policy);
    typical = new Map([...byTitle].map(([policy, own]) => [policy, new Set(own.map(([, id]) => id))]));
    typicalIn.set(catalog, typical);
  }
  return typical.get(bare(title)) ?? new Set();
}

function bare(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:policy|policies|procedure|procedures|plan|standard|process)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a document without a title is about, by its name, or by its folder's where it is the page of that. */
function nameIn(path: string): string {
  const [name = '', folder = ''] = path.split('/').reverse();
  const stem = name.split('.', 1)[0] ?? name;
  return (stem === 'index' ? folder : stem).replace(/[-_]+/g, ' ');
}
