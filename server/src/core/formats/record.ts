import type { Catalog } from '../catalog/catalog.ts';
import { citationsIn, withPointOfSuffix } from '../catalog/citations.ts';
import { isCadence } from '../model/frequency.ts';
import type { Key } from '../model/key.ts';
import { keysOf, type NamedKey } from '../model/keys.ts';
import type { RecordKind } from '../model/kinds.ts';
import type {
  CitationShape,
  InnerReferenceShape,
  Past,
  PlaceBuilder,
  RecordShape,
  ReferenceShape,
  Standing,
  Stated,
  VersionShape,
} from '../model/shape.ts';
import { isSourcePath, sha256In } from '../model/sourceFile.ts';
import type { CronReader } from '../text/cron.ts';
import { detach } from '../text/detach.ts';
import { append } from '../text/lists.ts';
import type { TextRange } from '../text/range.ts';
import { entriesOf, entry, items, resolved } from '../yaml/lookup.ts';
import type { YamlMapping, YamlNode, YamlScalar } from '../yaml/node.ts';
import { type Mention, withDenials } from './denials.ts';
import { descriptionIds } from './descriptionIds.ts';
import { dutyIn } from './duty.ts';
import type { CitationFact, CitedIn } from './facts.ts';
import { factsOfKind } from './factsOfKind.ts';
import { idsIn } from './idsIn.ts';
import { latestOf } from './latestOf.ts';
import { saysOurs } from './mentions.ts';
import { pastIn } from './pastIn.ts';
import { isPlaceholder } from './placeholders.ts';
import { isPopulation, populationIn } from './populationIn.ts';
import { noId, SatisfiesReader } from './satisfies.ts';
import { statedIn, textIn } from './stated.ts';
import { versionsIn } from './versionsIn.ts';

/** What is known of a record before its keys are read. */
export interface Draft {
  readonly kind: RecordKind;
  readonly mapping: YamlMapping | undefined;
  /** What its body and its file say of its standing; its `status` may lower it. */
  readonly standing: Standing;
  /** The file's name without its ending, where the record is all that the file holds. */
  readonly stem: string | undefined;
  /** Where it stands as the value of its id in a mapping of records: that id. */
  readonly keyedBy?: YamlScalar;
  readonly fallbackTitle: string | undefined;
  readonly fallbackPlace: TextRange;
  /** Its text without the metadata, where it has such a text. */
  readonly body?: TextRange;
  /** How its cron expressions are read. */
  readonly cron: CronReader;
  /** What its body cites. */
  readonly mentions: readonly Mention[];
  /** Of the row of a table, what its cell of criteria cites: what its other cells cite is among the mentions. */
  readonly satisfies?: readonly Mention[];
}

const draftWords = /^(?:draft|in draft|wip|work in progress|proposed)$/i;
const retiredWords: ReadonlySet<string> = new Set([
  'retired',
  'archived',
  'deprecated',
  'obsolete',
  'superseded',
  'withdrawn',
  'decommissioned',
  'inactive',
  'terminated',
  'offboarded',
  'off-boarded',
  'discontinued',
  'rescinded',
  'revoked',
  'ended',
  'former',
  'no longer used',
  'no longer in use',
  'not in use',
]);

/**
 * Reads one record's keys into its shape; its places and citations are added to those of the document.
 * A key the kind does not know is kept only for what it cites: another tool may own it.
 */
export function readRecord(
  text: string,
  draft: Draft,
  catalog: Catalog,
  places: PlaceBuilder,
  citations: CitationFact[],
  index: number,
  suffixesArePoints: boolean,
): RecordShape {
  const reader = new RecordReader(text, draft, catalog, places, citations, index, suffixesArePoints);
  const keys = keysOf(draft.kind);
  for (const { key, value } of draft.mapping ? entriesOf(draft.mapping) : []) {
    const known = keys.get(key.value);
    if (known) reader.known(known, key, value);
    else reader.foreign(key, value);
  }
  return reader.done();
}

class RecordReader {
  readonly #text: string;
  readonly #draft: Draft;
  readonly #catalog: Catalog;
  readonly #places: PlaceBuilder;
  readonly #citations: CitationFact[];
  readonly #index: number;
  readonly #suffixesArePoints: boolean;
  readonly #values: Record<string, Stated> = {};
  #lists: Record<string, readonly Stated[]> | undefined;
  readonly #satisfies: CitationShape[] = [];
  readonly #mentions: CitationShape[] = [];
  readonly #references: ReferenceShape[] = [];
  readonly #innerReferences: InnerReferenceShape[] = [];
  #id: Stated | undefined;
  #acronym: Stated | undefined;
  #title: Stated | undefined;
  #statement: string | undefined;
  #tags: readonly string[] = [];
  #systems: readonly Stated[] = [];
  #describes: readonly string[] = [];
  #csocs: readonly CitationShape[] = [];
  /** What says how often it is performed. */
  readonly #cadences: string[] = [];
  #cron: Stated | undefined;
  #history: readonly VersionShape[] = [];
  #selected: readonly Stated[] = [];
  #published = true;

  constructor(
    text: string,
    draft: Draft,
    catalog: Catalog,
    places: PlaceBuilder,
    citations: CitationFact[],
    index: number,
    suffixesArePoints: boolean,
  ) {
    this.#text = text;
    this.#draft = draft;
    this.#catalog = catalog;
    this.#places = places;
    this.#citations = citations;
    this.#index = index;
    this.#suffixesArePoints = suffixesArePoints;
  }

  known(key: NamedKey, label: YamlScalar, value: YamlNode | undefined): void {
    switch (key.type) {
      case 'id':
        this.#id = statedIn(value, this.#places);
        return;
      case 'citations':
        // What a cell cites is known before.
        if (!this.#draft.satisfies) this.#readSatisfies(value);
        return;
      case 'reference':
        for (const reference of this.#referencesIn(key, value))
          this.#references.push({ key: key.name, ...reference });
        return;
      case 'word':
      case 'date':
      case 'boolean':
      case 'interval':
      case 'person': {
        const all = this.#allStated(value);
        const [first, ...more] = all;
        const stated = key.type === 'date' && more.length > 0 ? latestOf(all) : first;
        if (stated) this.#values[key.name] = stated;
        if (stated && key.list) this.#lists = { ...this.#lists, [key.name]: [stated, ...more] };
        if (key.name === 'frequency') for (const { text } of all) this.#cadences.push(text);
        return;
      }
      case 'number':
      case 'window': {
        const stated = statedIn(value, this.#places);
        if (stated) this.#values[key.name] = stated;
        return;
      }
      case 'hash':
        this.#readWhere(key, value, text => sha256In(text) !== undefined);
        return;
      default: {
        const before = this.#mentions.length;
        if (key.type === 'file' && !key.list) this.#readWhere(key, value, isSourcePath);
        if (key.keys && !key.list) this.#readInner(key.name, key.keys, value);
        if (key.keys) this.#readInnerReferences(key.keys, value);
        if (key.suggestions) this.#readSuggested(key, value);
        if (key.name === 'describes') this.#describes = descriptionIds(value);
        if (key.name === 'statement') this.#statement = textIn(value);
        if (key.name === 'tags') this.#tags = items(value).flatMap(item => textIn(item) ?? []);
        if (key.name === 'title') this.#title = statedIn(value, this.#places);
        if (key.name === 'systems') this.#systems = this.#allStated(value);
        if (key.name === 'cron') this.#readCron(value);
        if (key.name === 'history') this.#history = versionsIn(value, this.#places);
        if (key.name === 'selected') this.#selected = this.#allStated(value);
        this.#readMentions(label, value);
        if (key.name === 'csocs') this.#csocs = this.#mentions.slice(before);
      }
    }
  }

  foreign(label: YamlScalar, value: YamlNode | undefined): void {
    const name = label.value;
    const said = textIn(value)?.toLowerCase();
    if (name === 'acronym') this.#acronym = statedIn(value, this.#places);
    if (name === 'cron') this.#readCron(value);
    // Comply's and psp's `adopted` and `applicable`; `draft` and `published` are what site generators ask.
    if ((name === 'adopted' || name === 'applicable' || name === 'published') && said === 'false')
      this.#published = false;
    if (name === 'draft' && said === 'true') this.#published = false;
    this.#readMentions(label, value);
  }

  done(): RecordShape {
    const draft = this.#draft;
    for (const citation of draft.satisfies ?? []) this.#satisfy(citation, false);
    for (const citation of draft.mentions) this.#mention(citation, 'prose');
    const duty = draft.kind === 'control' && this.#statement ? dutyIn(this.#statement) : undefined;
    const past = this.#past();
    const id = this.#id ?? this.#acronym ?? statedIn(draft.keyedBy, this.#places);
    const isDrawn = draft.kind === 'evidence' && draft.mapping && isPopulation(draft.mapping);
    const population = isDrawn ? populationIn(draft.mapping, this.#places) : undefined;
    const { start, end } = draft.fallbackPlace;
    return {
      kind: draft.kind,
      at: id?.at ?? this.#title?.at ?? this.#places.add(start, end),
      id,
      stem: draft.stem,
      title: this.#title?.text ?? draft.fallbackTitle,
      standing: this.#standing(),
      values: this.#values,
      lists: this.#lists,
      recurs: this.#recurs(),
      ...(this.#cron ? { cron: this.#cron } : {}),
      ...(this.#history.length > 0 ? { history: this.#history } : {}),
      ...(population ? { population } : {}),
      ...(this.#selected.length > 0 ? { selected: this.#selected } : {}),
      systems: this.#systems,
      satisfies: this.#satisfies,
      mentions: this.#mentions,
      references: this.#references,
      ...(this.#innerReferences.length > 0 ? { innerReferences: this.#innerReferences } : {}),
      ...(this.#csocs.length > 0 ? { csocs: this.#csocs } : {}),
      ...(draft.mapping ? factsOfKind(draft.kind, draft.mapping, this.#places) : {}),
      ...(this.#tags.length > 0 ? { tags: this.#tags } : {}),
      ...(duty ? { duty } : {}),
      ...(past.length > 0 ? { past } : {}),
      ...(this.#describes.length > 0 ? { describes: this.#describes } : {}),
    };
  }

  /** Of a policy with a date in it, what it tells of its past: without one, nothing asks for that. */
  #past(): readonly Past[] {
    const { kind, mapping, body } = this.#draft;
    const { approvedOn, reviewed, effective } = this.#values;
    if (kind !== 'policy' || !(approvedOn ?? reviewed ?? effective)) return [];
    return pastIn(mapping, body ? this.#text.slice(body.start, body.end) : '');
  }

  #standing(): Standing {
    const status = this.#values['status']?.text ?? '';
    if (retiredWords.has(status.toLowerCase())) return 'retired';
    if (draftWords.test(status) || !this.#published) return 'draft';
    return this.#isUnfilled() ? 'template' : this.#draft.standing;
  }

  /** Whether something says how often it is performed that can be understood, and ever comes up. */
  #recurs(): boolean {
    return this.#cadences.some(text => isCadence(text, this.#draft.cron));
  }

  /** Whether a control is not filled in: what it is, or what is done, is what a template says. */
  #isUnfilled(): boolean {
    const { kind, standing, fallbackTitle } = this.#draft;
    const isControl = kind === 'control' || (kind === 'procedure' && this.#recurs());
    if (!isControl || standing === 'retired') return false;
    return [this.#title?.text ?? fallbackTitle, this.#statement].some(
      text => text !== undefined && isPlaceholder(text),
    );
  }

  #allStated(value: YamlNode | undefined): readonly Stated[] {
    return items(value).flatMap(item => statedIn(item, this.#places) ?? []);
  }

  /** Words of a vocabulary that is open. */
  #readSuggested({ name, list }: Key, value: YamlNode | undefined): void {
    const [first, ...more] = this.#allStated(value);
    if (first && list) this.#lists = { ...this.#lists, [name]: [first, ...more] };
    else if (first) this.#values[name] = first;
  }

  #readCron(value: YamlNode | undefined): void {
    this.#cron = statedIn(value, this.#places);
    if (this.#cron) this.#cadences.push(this.#cron.text);
  }

  /** A value that is of the form that it is to have. */
  #readWhere(key: Key, value: YamlNode | undefined, isMeant: (text: string) => boolean): void {
    const text = textIn(value);
    const stated = text !== undefined && isMeant(text) ? statedIn(value, this.#places) : undefined;
    if (stated) this.#values[key.name] = stated;
  }

  /** The dates and words inside of a mapping: `report.period.end`, `report.opinion`. */
  #readInner(path: string, keys: readonly Key[], node: YamlNode | undefined): void {
    const mapping = resolved(node);
    if (mapping?.type !== 'mapping') return;
    for (const { name, type, suggestions, keys: inner } of keys) {
      const value = entry(mapping, name)?.value;
      if (inner) this.#readInner(`${path}.${name}`, inner, value);
      const isRead = type === 'date' || type === 'word' || suggestions !== undefined;
      const stated = isRead ? statedIn(value, this.#places) : undefined;
      if (stated) this.#values[`${path}.${name}`] = stated;
    }
  }

  #readInnerReferences(keys: readonly Key[], value: YamlNode | undefined): void {
    for (const item of items(value)) {
      const mapping = resolved(item);
      if (mapping?.type !== 'mapping') continue;
      for (const key of keys) {
        const inner = entry(mapping, key.name)?.value;
        if (key.type === 'reference') append(this.#innerReferences, this.#referencesIn(key, inner));
        if (key.keys) this.#readInnerReferences(key.keys, inner);
      }
    }
  }

  #referencesIn({ refersTo }: Key, value: YamlNode | undefined): readonly InnerReferenceShape[] {
    const kind = refersTo ? { kind: refersTo } : {};
    return items(value)
      .flatMap(item => idsIn(this.#text, item))
      .filter(({ id }) => !noId.test(id))
      .map(({ id, start, end }) => ({ ...kind, id, at: this.#places.add(start, end) }));
  }

  #readSatisfies(value: YamlNode | undefined): void {
    const reader = new SatisfiesReader(this.#text, this.#catalog, {
      ours: (citation, isElsewhere) => this.#satisfy(citation, isElsewhere),
      foreign: (catalog, scalar) => {
        for (const { id, start, end } of idsIn(this.#text, scalar)) {
          const at = this.#places.add(start, end);
          this.#satisfies.push({ catalog: detach(catalog), form: 'criterion', id, at });
        }
      },
    });
    reader.read(value);
  }

  /** @param isElsewhere whether it is written elsewhere in the document, and only named here by an alias */
  #satisfy(citation: Mention, isElsewhere: boolean): void {
    // What a value names only to take it back is no claim.
    const list = citation.denial ? this.#mentions : this.#satisfies;
    list.push(isElsewhere ? this.#place(citation) : this.#cite(citation, 'satisfies'));
  }

  #readMentions(label: YamlScalar, node: YamlNode | undefined): void {
    // What the cells of a row cite is known before.
    if (this.#draft.satisfies) return;
    if (node?.type === 'mapping') {
      for (const { key, value } of node.entries) this.#readMentions(key, value);
    } else if (node?.type === 'sequence') {
      for (const item of node.items) this.#readMentions(label, item);
    } else if (node?.type === 'scalar' && node.end - node.start > 2) {
      const found = citationsIn(this.#text, node.start, node.end, 'prose', this.#catalog);
      for (const citation of withDenials(this.#text, node, found)) {
        if (!citation.ambiguous || saysOurs(`${label.value} ${node.value}`)) this.#mention(citation, 'value');
      }
    }
  }

  #mention(citation: Mention, citedIn: CitedIn): void {
    this.#mentions.push(this.#cite(citation, citedIn));
  }

  #cite(citation: Mention, citedIn: CitedIn): CitationShape {
    const read: Mention = this.#suffixesArePoints ? withPointOfSuffix(citation, this.#text) : citation;
    this.#citations.push({ ...read, record: this.#index, citedIn });
    return this.#place(read);
  }

  #place({ form, id, start, end, denial, linkedTo }: Mention): CitationShape {
    const place = { catalog: 'TSC', form, id, at: this.#places.add(start, end) } as const;
    if (denial) return { ...place, isDenied: true };
    return linkedTo ? { ...place, linkedTo } : place;
  }
}
