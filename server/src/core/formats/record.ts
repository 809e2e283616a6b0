import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Citation, citationsIn } from '../catalogue/citations.ts';
import { type Key, keysOf } from '../model/keys.ts';
import type { RecordKind } from '../model/kinds.ts';
import type {
  CitationShape,
  Place,
  PlaceBuilder,
  RecordShape,
  ReferenceShape,
  Standing,
  Stated,
} from '../model/shape.ts';
import { detach } from '../text/detach.ts';
import type { TextRange } from '../text/range.ts';
import { items, resolved } from '../yaml/lookup.ts';
import type { YamlAlias, YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../yaml/node.ts';
import type { CitationFact, CitedIn } from './facts.ts';
import { saysOurs } from './mentions.ts';
import { statedIn, textIn } from './stated.ts';

/** What is known of a record before its keys are read. */
export interface Draft {
  readonly kind: RecordKind;
  readonly mapping: YamlMapping | undefined;
  /** What its body and its file say of its standing; its `status` may lower it. */
  readonly standing: Standing;
  /** The file's name without its ending, where the record is all that the file holds. */
  readonly stem: string | undefined;
  readonly fallbackTitle: string | undefined;
  readonly fallbackPlace: TextRange;
  /** What its body cites. */
  readonly mentions: readonly Citation[];
}

/** Names under which `satisfies` means the Trust Services Criteria. */
const ourCatalogue =
  /^(?:aicpa[ _-]*)?(?:tsc|tsp|soc[ _-]*2|trust[ _-]*services?[ _-]*criteria)(?![a-z])|^aicpa$/i;
/** What a bare list may hold of other frameworks: their names, or ids of ISO (A.8.24), NIST (AC-2, ID.AM-1), HIPAA. */
const otherFramework =
  /^(?:iso|iec|nist|csf|hipaa|hitrust|pci|gdpr|ccpa|cis|cobit|ccm|csa|fedramp|cmmc|sox|nis2|dora)(?![a-z])|^A\.\d|^[A-Z]{2}(?:-\d|\.[A-Z]{2}-\d)|^\d{3}\.\d/i;
/** The key by which other tools name the standard of an id: `{standard: TSC, id: CC6.1}`. */
const standardKey = /^(?:standard|framework|catalog(?:ue)?)(?:_key)?$/i;
/** Where an id belongs, but there is none. */
const noId = /^(?:none|nil|n\/?a|not applicable|-+|–|—|tbd|tbc|todo)$/i;
const draftWords = /^(?:draft|in draft|wip|work in progress|proposed)$/i;
const retiredWords =
  /^(?:retired|archived|deprecated|obsolete|superseded|withdrawn|decommissioned|inactive)$/i;
/** Aliases of one record that are followed: more of them would be a trap. */
const mostAliases = 100;

/**
 * Reads one record's keys into its shape; its places and citations are added to those of the document.
 * A key the kind does not know is kept only for what it cites: another tool may own it.
 */
export function readRecord(
  text: string,
  draft: Draft,
  catalogue: Catalogue,
  places: PlaceBuilder,
  citations: CitationFact[],
  index: number,
): RecordShape {
  const reader = new RecordReader(text, catalogue, places, citations, index);
  const keys = keysOf(draft.kind);
  for (const { key, value } of draft.mapping ? entriesOf(draft.mapping) : []) {
    const known = keys.get(key.value);
    if (known) reader.known(known, key, value);
    else reader.foreign(key, value);
  }
  return reader.done(draft);
}

/** A record's entries, after those that `<<` brings in and that it does not state itself. */
function entriesOf({ entries }: YamlMapping): readonly YamlEntry[] {
  const merged = entries.flatMap(({ key, value }) => {
    const from = key.value === '<<' ? resolved(value) : undefined;
    return from?.type === 'mapping' ? from.entries : [];
  });
  if (merged.length === 0) return entries;
  const own = new Set(entries.map(({ key }) => key.value));
  return [
    ...merged.filter(({ key }) => !own.has(key.value)),
    ...entries.filter(({ key }) => key.value !== '<<'),
  ];
}

class RecordReader {
  readonly #text: string;
  readonly #catalogue: Catalogue;
  readonly #places: PlaceBuilder;
  readonly #citations: CitationFact[];
  readonly #index: number;
  readonly #values: Record<string, Stated> = {};
  readonly #satisfies: CitationShape[] = [];
  readonly #mentions: CitationShape[] = [];
  readonly #references: ReferenceShape[] = [];
  #id: Stated | undefined;
  #acronym: Stated | undefined;
  #title: Stated | undefined;
  #recurs = false;
  #published = true;
  #aliases = 0;
  #isInAlias = false;

  constructor(
    text: string,
    catalogue: Catalogue,
    places: PlaceBuilder,
    citations: CitationFact[],
    index: number,
  ) {
    this.#text = text;
    this.#catalogue = catalogue;
    this.#places = places;
    this.#citations = citations;
    this.#index = index;
  }

  known(key: Key, label: YamlScalar, value: YamlNode | undefined): void {
    switch (key.type) {
      case 'id':
        this.#id = statedIn(value, this.#places);
        return;
      case 'citations':
        this.#readSatisfies(value);
        return;
      case 'reference':
        this.#readReferences(key, value);
        return;
      case 'word':
      case 'date':
      case 'boolean':
      case 'person': {
        const stated = statedIn(items(value)[0], this.#places);
        if (stated) this.#values[key.name] = stated;
        if (key.name === 'frequency' && stated) this.#recurs = true;
        return;
      }
      default:
        if (key.name === 'title') this.#title = statedIn(value, this.#places);
        if (key.name === 'cron' && textIn(value) !== undefined) this.#recurs = true;
        this.#readMentions(label, value);
    }
  }

  foreign(label: YamlScalar, value: YamlNode | undefined): void {
    const name = label.value;
    const said = textIn(value)?.toLowerCase();
    if (name === 'acronym') this.#acronym = statedIn(value, this.#places);
    if (name === 'cron' && said !== undefined) this.#recurs = true;
    // Comply's and psp's `adopted` and `applicable`; `draft` and `published` are what site generators ask.
    if ((name === 'adopted' || name === 'applicable' || name === 'published') && said === 'false')
      this.#published = false;
    if (name === 'draft' && said === 'true') this.#published = false;
    this.#readMentions(label, value);
  }

  done(draft: Draft): RecordShape {
    for (const citation of draft.mentions) this.#mention(citation, 'prose');
    const id = this.#id ?? this.#acronym;
    const { start, end } = draft.fallbackPlace;
    return {
      kind: draft.kind,
      at: id?.at ?? this.#title?.at ?? this.#places.add(start, end),
      id,
      stem: draft.stem,
      title: this.#title?.text ?? draft.fallbackTitle,
      standing: this.#standing(draft),
      values: this.#values,
      recurs: this.#recurs,
      satisfies: this.#satisfies,
      mentions: this.#mentions,
      references: this.#references,
    };
  }

  #standing(draft: Draft): Standing {
    const status = this.#values['status']?.text ?? '';
    if (retiredWords.test(status)) return 'retired';
    if (draftWords.test(status) || !this.#published) return 'draft';
    return draft.standing;
  }

  #readReferences(key: Key, value: YamlNode | undefined): void {
    const kind = key.refersTo ? { kind: key.refersTo } : {};
    for (const item of items(value)) {
      for (const { id, start, end } of this.#idsIn(item)) {
        if (!noId.test(id)) {
          this.#references.push({ key: key.name, ...kind, id: detach(id), at: this.#places.add(start, end) });
        }
      }
    }
  }

  /** The ids that a value names: one, or several with commas between them. */
  #idsIn(
    node: YamlNode | undefined,
  ): { readonly id: string; readonly start: number; readonly end: number }[] {
    const whole = textIn(node);
    if (!node || whole === undefined) return [];
    if (!whole.includes(',') || this.#text.slice(node.start, node.end) !== whole) {
      return [{ id: whole, start: node.start, end: node.end }];
    }
    let at = node.start;
    return whole.split(',').flatMap(part => {
      const id = part.trim();
      const start = at + part.indexOf(id);
      at += part.length + 1;
      return id === '' ? [] : [{ id, start, end: start + id.length }];
    });
  }

  #readSatisfies(value: YamlNode | undefined): void {
    if (value?.type === 'alias') this.#throughAlias(value, target => this.#readSatisfies(target));
    else if (value?.type === 'mapping') this.#readCatalogues(value);
    else for (const item of items(value)) this.#readListed(item);
  }

  /** An item of a bare list: an id, or as other tools write it a mapping. */
  #readListed(node: YamlNode | undefined): void {
    if (node?.type === 'alias') this.#throughAlias(node, target => this.#readListed(target));
    else if (node?.type === 'mapping') this.#readCatalogues(node);
    else if (node?.type === 'sequence') for (const item of node.items) this.#readListed(item);
    else if (node?.type === 'scalar') this.#readId('TSC', node, false);
  }

  /** `TSC: [CC6.1]` by catalogue, category or group; `CC6.1: how` by id; or `{standard: TSC, id: CC6.1}`. */
  #readCatalogues({ entries }: YamlMapping): void {
    const standard = entries.find(({ key }) => standardKey.test(key.value));
    if (standard) {
      const name = textIn(standard.value) ?? '';
      if (!ourCatalogue.test(name)) this.#foreignId(name, standard.key);
      else for (const { key, value } of entries) if (key !== standard.key) this.#readKnownIds(value);
      return;
    }
    for (const { key, value } of entries) {
      const name = key.value.trim();
      const isOurs = ourCatalogue.test(name) || this.#catalogue.category(name) !== undefined;
      const [id] = this.#idsOfOurs(key);
      if (isOurs || (id?.form === 'group' && value?.type === 'sequence')) this.#readCited('TSC', value);
      else if (id) this.#readId('TSC', key, true);
      else this.#readCited(name, value);
    }
  }

  /** What stands below a catalogue's name: ids in a list, or as the keys of a mapping (`CC6.1: how`). */
  #readCited(catalogue: string, node: YamlNode | undefined): void {
    if (node?.type === 'alias') this.#throughAlias(node, target => this.#readCited(catalogue, target));
    else if (node?.type === 'sequence') for (const item of node.items) this.#readCited(catalogue, item);
    else if (node?.type === 'scalar') this.#readId(catalogue, node, true);
    else if (node?.type === 'mapping') {
      const keyed = catalogue !== 'TSC' || node.entries.some(({ key }) => this.#idsOfOurs(key).length > 0);
      for (const { key, value } of node.entries) {
        if (keyed) this.#readId(catalogue, key, true);
        else this.#readKnownIds(value);
      }
    }
  }

  /** Ids of ours in a value that may hold other things too. */
  #readKnownIds(node: YamlNode | undefined): void {
    for (const item of items(node)) {
      if (item?.type !== 'scalar') continue;
      for (const citation of this.#idsOfOurs(item)) this.#satisfies.push(this.#cite(citation, 'satisfies'));
    }
  }

  /** @param isNamed whether the catalogue is named: what stands in a bare list may be another framework's */
  #readId(catalogue: string, scalar: YamlScalar, isNamed: boolean): void {
    const id = textIn(scalar);
    if (id === undefined || noId.test(id)) return;
    if (catalogue !== 'TSC') {
      this.#foreignId(catalogue, scalar);
      return;
    }
    if (!isNamed && otherFramework.test(id)) {
      this.#foreignId('other', scalar);
      return;
    }
    const found = this.#idsOfOurs(scalar);
    if (found.length === 0) {
      const quote = scalar.style === 'single' || scalar.style === 'double' ? 1 : 0;
      const place = { start: scalar.start + quote, end: scalar.end - quote };
      found.push({ form: 'criterion', id, ...place, misspelt: false, ambiguous: false });
    }
    for (const citation of found) this.#satisfies.push(this.#cite(citation, 'satisfies'));
  }

  #foreignId(catalogue: string, scalar: YamlScalar): void {
    const at = this.#places.add(scalar.start, scalar.end);
    this.#satisfies.push({
      catalogue: detach(catalogue),
      form: 'criterion',
      id: detach(scalar.value.trim()),
      at,
    });
  }

  #idsOfOurs({ start, end }: YamlScalar): Citation[] {
    return citationsIn(this.#text, start, end, 'value', this.#catalogue);
  }

  /** Reads what an alias names, as if it stood here, but no alias in it: those could name each other without end. */
  #throughAlias({ target }: YamlAlias, read: (target: YamlNode) => void): void {
    if (!target || this.#isInAlias || this.#aliases++ >= mostAliases) return;
    this.#isInAlias = true;
    read(target);
    this.#isInAlias = false;
  }

  #readMentions(label: YamlScalar, node: YamlNode | undefined): void {
    if (node?.type === 'mapping') {
      for (const { key, value } of node.entries) this.#readMentions(key, value);
    } else if (node?.type === 'sequence') {
      for (const item of node.items) this.#readMentions(label, item);
    } else if (node?.type === 'scalar' && node.end - node.start > 2) {
      for (const citation of citationsIn(this.#text, node.start, node.end, 'prose', this.#catalogue)) {
        if (!citation.ambiguous || saysOurs(`${label.value} ${node.value}`)) this.#mention(citation, 'value');
      }
    }
  }

  #mention(citation: Citation, citedIn: CitedIn): void {
    this.#mentions.push(this.#cite(citation, citedIn));
  }

  #cite(citation: Citation, citedIn: CitedIn): CitationShape {
    // What an alias names is judged where it is written.
    if (!this.#isInAlias) this.#citations.push({ ...citation, record: this.#index, citedIn });
    const at: Place = this.#places.add(citation.start, citation.end);
    return { catalogue: 'TSC', form: citation.form, id: citation.id, at };
  }
}
