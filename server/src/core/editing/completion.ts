import type { Criterion } from '../catalogue/catalogue.ts';
import { descriptionCriteria } from '../catalogue/tsc.ts';
import { isProse } from '../markdown/scan.ts';
import { type Key, keysOf } from '../model/keys.ts';
import { isRecordKind, kinds, type RecordKind } from '../model/kinds.ts';
import { manifestKeyAt, manifestKeysIn } from '../model/manifestKeys.ts';
import { nameOf } from '../programme/ladder.ts';
import { type Editing, recordAt, shapeAt } from './editing.ts';
import { type YamlCursor, yamlCursorAt } from './yamlCursor.ts';

/** Something that can be put where the cursor is. */
export interface Completion {
  readonly label: string;
  readonly kind: 'criterion' | 'record' | 'person' | 'word' | 'key';
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
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

/**
 * What can be put at an offset: criteria (by id and by words; in scope first, missing ones before covered, those already
 * listed last), ids of records, people, words a key allows, and keys; in front matter, YAML and prose, half-typed text too.
 */
export function completionsAt(editing: Editing, offset: number): Completion[] {
  const { facts } = editing;
  const inMetadata =
    facts.role.language === 'yaml' ||
    (facts.envelope !== undefined &&
      facts.envelope.style !== 'none' &&
      offset >= facts.envelope.metaStart &&
      offset <= facts.envelope.metaEnd);
  return inMetadata ? inYaml(editing, offset) : inBody(editing, offset);
}

function inYaml(editing: Editing, offset: number): Completion[] {
  const { facts } = editing;
  const cursor = yamlCursorAt(facts.text, facts.envelope?.metaStart ?? 0, offset);
  if (facts.role.manifest) return placed(manifestOffers(editing, cursor), cursor);
  return placed(recordOffers(editing, cursor, offset), cursor);
}

function recordOffers(editing: Editing, cursor: YamlCursor, offset: number): Offer[] {
  const kind = shapeAt(editing, offset)?.kind ?? editing.facts.role.folder;
  const [first, second] = cursor.path;
  if (first === undefined)
    return cursor.typing === 'key' || cursor.item ? keyOffers(editing, kind, offset) : [];
  if (first === 'kind')
    return wordOffers(Object.keys(kinds).filter(word => word !== 'manifest' && word !== 'document'));
  const key = kind && keysOf(kind).get(first);
  if (!key) return [];
  if (key.type === 'citations') {
    if (cursor.typing === 'key' && second === undefined) return catalogueOffers(editing);
    return second === undefined || second === 'TSC' ? criterionOffers(editing, offset) : [];
  }
  if (cursor.path.length > 1 || cursor.typing === 'key') return [];
  return valueOffers(editing, key);
}

function valueOffers(editing: Editing, key: Key): Offer[] {
  if (key.words) return wordOffers(key.words);
  if (key.type === 'reference') return referenceOffers(editing, key.refersTo);
  if (key.type === 'person') return personOffers(editing);
  if (key.type === 'boolean') return wordOffers(['true', 'false']);
  if (key.name === 'describes') {
    return descriptionCriteria.map(({ id, title, description }, rank) => ({
      label: id,
      kind: 'criterion',
      detail: title,
      documentation: description,
      text: id,
      rank,
      words: title,
    }));
  }
  return [];
}

/** Every criterion, ranked by what the writer is likeliest to want. */
function criterionOffers(editing: Editing, offset: number): Offer[] {
  const { programme, facts } = editing;
  const record = recordAt(editing, offset);
  // What is being typed at the cursor is not yet listed.
  const listed = new Set(
    facts.citations
      .filter(
        ({ record: other, citedIn, start, end }) =>
          other === record && citedIn === 'satisfies' && !(start <= offset && offset <= end),
      )
      .map(({ id }) => id),
  );
  return programme.catalogue.criteria.map(criterion => ({
    ...criterionOffer(editing, criterion),
    rank: rankOf(editing, criterion, listed.has(criterion.id)),
  }));
}

function criterionOffer({ programme }: Editing, criterion: Criterion): Omit<Offer, 'rank'> {
  const { id, title, description } = criterion;
  const inScope = programme.report.criteria.has(id);
  const { state, marks, reason } = programme.coverage(programme.report, id);
  const standing = inScope ? `${marks[0] ?? state}: ${reason}` : 'Out of scope.';
  return {
    label: id,
    kind: 'criterion',
    detail: title,
    documentation: `${description}\n\n*${standing}*`,
    text: id,
    words: `${title} ${description}`,
  };
}

const states = ['missing', 'documented', 'designed', 'implemented', 'evidenced'];

function rankOf({ programme }: Editing, { id }: Criterion, listed: boolean): number {
  if (listed) return 9;
  if (!programme.report.criteria.has(id)) return 8;
  const { state, marks } = programme.coverage(programme.report, id);
  return marks.length > 0 ? 7 : states.indexOf(state);
}

function referenceOffers({ programme }: Editing, kind: RecordKind | undefined): Offer[] {
  const offers: Offer[] = [];
  for (const path of programme.paths()) {
    for (const entry of programme.records(path)) {
      const { shape } = entry;
      const id = shape.id?.text ?? shape.stem;
      if (id === undefined || (kind !== undefined && shape.kind !== kind) || shape.kind === 'document')
        continue;
      const title = shape.title ?? '';
      offers.push({
        label: id,
        kind: 'record',
        detail: title,
        documentation: `${nameOf(entry)} in \`${path}\``,
        text: id,
        rank: 0,
        words: title,
      });
    }
  }
  return offers.sort((a, b) => (a.label < b.label ? -1 : 1));
}

function personOffers({ programme }: Editing): Offer[] {
  return (programme.manifest?.shape.people ?? []).map(({ id, name, role }) => ({
    label: id,
    kind: 'person',
    detail: name ?? '',
    documentation: role ?? '',
    text: id,
    rank: 0,
    words: `${name ?? ''} ${role ?? ''}`,
  }));
}

function wordOffers(words: readonly string[]): Offer[] {
  return words.map((word, rank) => ({
    label: word,
    kind: 'word',
    detail: '',
    documentation: '',
    text: word,
    rank,
  }));
}

function catalogueOffers({ programme }: Editing): Offer[] {
  const { name, title } = programme.catalogue;
  return [{ label: name, kind: 'key', detail: title, documentation: '', text: `${name}: `, rank: 0 }];
}

function keyOffers(editing: Editing, kind: RecordKind | undefined, offset: number): Offer[] {
  if (!kind || !isRecordKind(kind)) return [];
  const mapping = editing.facts.records[recordAt(editing, offset)]?.mapping;
  const present = new Set(
    mapping?.entries.filter(({ key }) => key.end < offset || key.start > offset).map(({ key }) => key.value),
  );
  const offers: Offer[] = [];
  for (const [name, key] of keysOf(kind)) {
    if (name === key.name && !present.has(name)) offers.push(keyOffer(name, key.description, offers.length));
  }
  return offers;
}

function keyOffer(name: string, description: string, rank: number): Offer {
  return { label: name, kind: 'key', detail: '', documentation: description, text: `${name}: `, rank };
}

function manifestOffers(editing: Editing, cursor: YamlCursor): Offer[] {
  if (cursor.typing === 'key') {
    return manifestKeysIn(cursor.path).map(({ name, description }, rank) =>
      keyOffer(name, description, rank),
    );
  }
  const key = manifestKeyAt(cursor.path);
  if (!key) return [];
  if (key.refersTo === 'category') {
    return editing.programme.catalogue.categories.map(({ id, title }, rank) => ({
      label: id,
      kind: 'word',
      detail: title,
      documentation: '',
      text: id,
      rank,
    }));
  }
  if (key.refersTo === 'criterion') {
    return editing.programme.catalogue.criteria.map(criterion => ({
      ...criterionOffer(editing, criterion),
      rank: 0,
    }));
  }
  if (key.refersTo === 'person') return personOffers(editing);
  if (key.words) return wordOffers(key.words);
  // A list of mappings is begun with one of its keys.
  return cursor.item && key.keys
    ? key.keys.map(({ name, description }, rank) => keyOffer(name, description, rank))
    : [];
}

/** In prose only an id that has been begun is completed: of the CC form, or like those of the programme's records. */
function inBody(editing: Editing, offset: number): Completion[] {
  const { facts, programme } = editing;
  const begun = /(?:^|[^\w./-])((?:[A-Z][A-Za-z]*-?|CC|cc)[\w.-]*)$/.exec(
    facts.text.slice(Math.max(0, offset - 40), offset),
  )?.[1];
  if (begun === undefined || begun.length < 2) return [];
  const start = offset - begun.length;
  if (facts.markdown && !isProse(facts.markdown, start, offset)) return [];
  const offers = /^(?:cc|[acp]\d|pi\d)/i.test(begun)
    ? programme.catalogue.criteria
        .filter(({ id }) => id.toLowerCase().startsWith(begun.toLowerCase()))
        .map(criterion => ({
          ...criterionOffer(editing, criterion),
          rank: rankOf(editing, criterion, false),
        }))
    : begun.includes('-') || /\d/.test(begun)
      ? referenceOffers(editing, undefined).filter(({ label }) =>
          label.toLowerCase().startsWith(begun.toLowerCase()),
        )
      : [];
  return placed(offers, { start, end: offset });
}

function placed(
  offers: readonly Offer[],
  { start, end }: { readonly start: number; readonly end: number },
): Completion[] {
  return offers.map(({ rank, words, ...offer }, i) => ({
    ...offer,
    start,
    end: Math.max(start, end),
    order: `${rank}${String(i).padStart(5, '0')}`,
    filter: words ? `${offer.label} ${words}` : offer.label,
  }));
}
