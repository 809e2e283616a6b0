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
import { items } from '../yaml/lookup.ts';
import type { YamlMapping, YamlNode, YamlScalar } from '../yaml/node.ts';
import type { CitationFact, CitedIn } from './facts.ts';
import { saysOurs } from './mentions.ts';
import type { Role } from './role.ts';

/** What is known of a record before its keys are read. */
export interface Draft {
  readonly kind: RecordKind;
  readonly mapping: YamlMapping | undefined;
  /** What its body and its file say of its standing; its `status` may lower it. */
  readonly standing: Standing;
  readonly fallbackTitle: string | undefined;
  readonly fallbackPlace: TextRange;
  /** What its body cites. */
  readonly mentions: readonly Citation[];
}

/** Names under which `satisfies` means the Trust Services Criteria. */
const ourCatalogue = /^(?:tsc|soc ?-?2|trust services criteria)\b/i;

/**
 * Reads one record's keys into its shape; its places and citations are added to those of the document.
 * A key the kind does not know is kept only for what it cites: another tool may own it.
 */
export function readRecord(
  text: string,
  draft: Draft,
  role: Role,
  catalogue: Catalogue,
  places: PlaceBuilder,
  citations: CitationFact[],
  index: number,
): RecordShape {
  const reader = new RecordReader(text, catalogue, places, citations, index);
  const keys = keysOf(draft.kind);
  for (const { key, value } of draft.mapping?.entries ?? []) {
    const known = keys.get(key.value);
    if (known) reader.known(known, key, value);
    else reader.foreign(key, value);
  }
  return reader.done(draft, role);
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
  #adopted = true;

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
        this.#id = this.#stated(value);
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
        const stated = this.#stated(items(value)[0]);
        if (stated) this.#values[key.name] = stated;
        if (key.name === 'frequency' && stated) this.#recurs = true;
        return;
      }
      default:
        if (key.name === 'title') this.#title = this.#stated(value);
        if (key.name === 'cron' && this.#stated(value)) this.#recurs = true;
        this.#readMentions(label, value);
    }
  }

  foreign(label: YamlScalar, value: YamlNode | undefined): void {
    const scalar = value?.type === 'scalar' ? value.value.trim().toLowerCase() : undefined;
    if (label.value === 'acronym') this.#acronym = this.#stated(value);
    if (label.value === 'cron' && scalar) this.#recurs = true;
    if ((label.value === 'adopted' || label.value === 'applicable') && scalar === 'false')
      this.#adopted = false;
    this.#readMentions(label, value);
  }

  done(draft: Draft, role: Role): RecordShape {
    for (const citation of draft.mentions) this.#mention(citation, 'prose');
    const id = this.#id ?? this.#acronym;
    const { start, end } = draft.fallbackPlace;
    return {
      kind: draft.kind,
      at: id?.at ?? this.#title?.at ?? this.#places.add(start, end),
      id,
      stem: role.language === 'markdown' ? detach(role.stem) : undefined,
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
    const status = this.#values['status']?.text.toLowerCase();
    if (status === 'retired') return 'retired';
    if (status === 'draft' || !this.#adopted) return 'draft';
    return draft.standing;
  }

  #stated(node: YamlNode | undefined): Stated | undefined {
    if (node?.type !== 'scalar' || node.value.trim() === '') return undefined;
    return { text: detach(node.value.trim()), at: this.#places.add(node.start, node.end) };
  }

  #readReferences(key: Key, value: YamlNode | undefined): void {
    for (const item of items(value)) {
      const stated = this.#stated(item);
      if (!stated) continue;
      const kind = key.refersTo ? { kind: key.refersTo } : {};
      this.#references.push({ key: key.name, ...kind, id: stated.text, at: stated.at });
    }
  }

  #readSatisfies(value: YamlNode | undefined): void {
    if (value?.type !== 'mapping') {
      this.#readCited('TSC', value);
      return;
    }
    for (const { key, value: cited } of value.entries) {
      const name = key.value.trim();
      this.#readCited(ourCatalogue.test(name) ? 'TSC' : name, cited);
    }
  }

  /** Every scalar below a catalogue's key is an id; in a mapping (`CC6.1: how`) its keys are. */
  #readCited(catalogue: string, node: YamlNode | undefined): void {
    if (node?.type === 'mapping') for (const { key } of node.entries) this.#readCitedScalar(catalogue, key);
    else if (node?.type === 'sequence') for (const item of node.items) this.#readCited(catalogue, item);
    else if (node?.type === 'scalar') this.#readCitedScalar(catalogue, node);
  }

  #readCitedScalar(catalogue: string, scalar: YamlScalar): void {
    const value = scalar.value.trim();
    if (value === '') return;
    if (catalogue !== 'TSC') {
      const at = this.#places.add(scalar.start, scalar.end);
      this.#satisfies.push({ catalogue: detach(catalogue), form: 'criterion', id: detach(value), at });
      return;
    }
    const found = citationsIn(this.#text, scalar.start, scalar.end, 'value', this.#catalogue);
    if (found.length === 0) {
      const quote = scalar.style === 'single' || scalar.style === 'double' ? 1 : 0;
      const place = { start: scalar.start + quote, end: scalar.end - quote };
      found.push({ form: 'criterion', id: detach(value), ...place, misspelt: false, ambiguous: false });
    }
    for (const citation of found) this.#satisfies.push(this.#cite(citation, 'satisfies'));
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
    this.#citations.push({ ...citation, record: this.#index, citedIn });
    const at: Place = this.#places.add(citation.start, citation.end);
    return { catalogue: 'TSC', form: citation.form, id: citation.id, at };
  }
}
