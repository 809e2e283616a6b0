import { detach } from '../../text/detach.ts';
import { nearest } from '../../text/nearest.ts';
import type { TextRange } from '../../text/range.ts';
import { entry, items, resolved } from '../../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../../yaml/node.ts';
import { type CatalogProblem, mostProblems } from './problem.ts';

/** Far more than any published catalog has. A few aliases can stand for any number of items, of any length. */
const MOST_ITEMS = 200_000;
const MOST_CHARACTERS = 50_000_000;
const NOTHING = new Set(['', '~', 'null', 'Null', 'NULL']);

/** An id and where it is written. */
export interface PlacedId {
  readonly id: string;
  readonly place: TextRange;
}

/** Reads the fields of a file's mappings and keeps what is wrong with them. Every text that it gives is a copy. */
export class NodeReader {
  #problems: CatalogProblem[] = [];
  /** Where each id was first given, by kind. */
  readonly #given = new Map<string, Map<string, TextRange>>();
  #itemsLeft = MOST_ITEMS;
  #charactersLeft = MOST_CHARACTERS;
  #tooMuchSaid = false;

  /** Keeps a problem; of its place only the start and the end count. */
  report({ start, end }: TextRange, code: string, message: string, meant?: string): void {
    this.#problems.push({ start, end, code, message, ...(meant === undefined ? {} : { meant }) });
  }

  /** What was probably meant by a word; it is not looked for once there are more problems than are told. */
  meant(word: string, candidates: () => readonly string[]): string | undefined {
    return this.#problems.length < mostProblems ? nearest(word, candidates()) : undefined;
  }

  /** Forgets the problems of this code: they turned out to be none. */
  forget(code: string): void {
    this.#problems = this.#problems.filter(problem => problem.code !== code);
  }

  /** The problems in the order of the text, each once, though what it is about may have been read twice. */
  problems(): CatalogProblem[] {
    const once = new Map(this.#problems.map(problem => [JSON.stringify(problem), problem]));
    return [...once.values()].sort((one, other) => one.start - other.start);
  }

  /** The mapping that a node is, or that its alias names; undefined, and reported, where something else is written. */
  mapping(node: YamlNode | undefined): YamlMapping | undefined {
    const said = resolved(node);
    if (said === undefined || said.type === 'mapping') return said;
    if (said.type !== 'scalar' || !isNothing(said)) this.#wrongType(said, 'a mapping');
    return undefined;
  }

  /** The mapping under a key; undefined where there is none, reported where something else is written. */
  mappingAt(mapping: YamlMapping, key: string): YamlMapping | undefined {
    return this.mapping(entry(mapping, key)?.value);
  }

  /** The text under a key, without white space around it; undefined where nothing is written, reported where it is no text. */
  text(mapping: YamlMapping, key: string): string | undefined {
    return this.#textOf(entry(mapping, key)?.value);
  }

  /** As `text`, on one line, however it is written: for a title. */
  line(mapping: YamlMapping, key: string): string | undefined {
    return this.text(mapping, key)?.replace(/\s+/g, ' ');
  }

  /** The texts of a list under a key; a single text is a list of one. What is no text is reported and left out. */
  texts(mapping: YamlMapping, key: string): string[] {
    return this.#items(mapping, key)
      .map(item => this.#textOf(item))
      .filter(text => text !== undefined);
  }

  /** As `texts`, with the place of each. */
  placedTexts(mapping: YamlMapping, key: string): PlacedId[] {
    return this.#items(mapping, key).flatMap(item => {
      const id = this.#textOf(item);
      return id === undefined || item === undefined ? [] : [{ id, place: item }];
    });
  }

  /** The mappings of a list under a key; a single mapping is a list of one. What is no mapping is reported and left out. */
  mappings(mapping: YamlMapping, key: string): YamlMapping[] {
    return this.#items(mapping, key)
      .map(item => this.mapping(item))
      .filter(item => item !== undefined);
  }

  /** The text under a key as an id with its place; undefined as for `text`. */
  placed(mapping: YamlMapping, key: string): PlacedId | undefined {
    const node = entry(mapping, key)?.value;
    const id = this.#textOf(node);
    return id === undefined || node === undefined ? undefined : { id, place: node };
  }

  /** The id of a thing; one that is missing, or given before to a thing of its kind, is reported, and is none. */
  ownId(mapping: YamlMapping, kind: string): string | undefined {
    const before = this.#problems.length;
    const given = this.placed(mapping, 'id');
    if (given) return this.first(kind, given) ? given.id : undefined;
    if (this.#problems.length === before) {
      this.report(placeOf(mapping), 'missing-id', `Found a ${kind} without an id; expected "id".`);
    }
    return undefined;
  }

  /** Whether no thing of its kind had this id before; the second is reported. */
  first(kind: string, given: PlacedId): boolean {
    if (this.keep(kind, given)) return true;
    const message = `Found the ${kind} "${given.id}" again; expected each id once. The first one counts.`;
    this.report(given.place, 'duplicate-id', message);
    return false;
  }

  /** Keeps where a thing of this kind is first given; false where it was before. */
  keep(kind: string, { id, place: { start, end } }: PlacedId): boolean {
    const places = this.places(kind);
    if (places.has(id)) return false;
    this.#given.set(kind, places.set(id, { start, end }));
    return true;
  }

  /** Where the things of a kind are given, by id. */
  places(kind: string): Map<string, TextRange> {
    return this.#given.get(kind) ?? new Map();
  }

  /** Reports every key of a mapping that is not among the known ones. */
  onlyKnownKeys(mapping: YamlMapping, known: readonly string[]): void {
    for (const { key } of mapping.entries) {
      if (known.includes(key.value)) continue;
      const meant = nearest(key.value, known);
      const expected = meant === undefined ? known.map(name => `"${name}"`).join(', ') : `"${meant}"`;
      this.report(key, 'unknown-key', `Found the key "${key.value}"; expected ${expected}.`, meant);
    }
  }

  #items(mapping: YamlMapping, key: string): readonly (YamlNode | undefined)[] {
    const node = entry(mapping, key)?.value;
    const said = resolved(node);
    if (node === undefined || (said?.type === 'scalar' && isNothing(said))) return [];
    const all = items(node);
    const taken = all.slice(0, this.#itemsLeft);
    if (taken.length < all.length) this.#tooMuch(mapping);
    this.#itemsLeft -= taken.length;
    return taken;
  }

  #textOf(node: YamlNode | undefined): string | undefined {
    const said = resolved(node);
    if (said === undefined) return undefined;
    if (said.type !== 'scalar') {
      this.#wrongType(said, 'a text');
      return undefined;
    }
    this.#charactersLeft -= said.value.length;
    if (this.#charactersLeft < 0) this.#tooMuch(said);
    return isNothing(said) || this.#charactersLeft < 0 ? undefined : detach(said.value.trim());
  }

  /** Said once: what is too long is so everywhere behind. */
  #tooMuch(node: YamlNode): void {
    if (this.#tooMuchSaid) return;
    this.#tooMuchSaid = true;
    const message = 'Found more than a catalog can have; expected less. The rest is not read.';
    this.report(placeOf(node), 'too-much', message);
  }

  #wrongType(node: YamlNode, expected: string): void {
    const found = { scalar: 'a text', mapping: 'a mapping', sequence: 'a list', alias: 'an alias' }[
      node.type
    ];
    this.report(placeOf(node), 'wrong-type', `Found ${found}; expected ${expected}.`);
  }
}

/** Where to point at a node: a mapping at its first key, a list at its bracket or first dash, else the whole. */
export function placeOf(node: YamlNode): TextRange {
  if (node.type === 'mapping') return node.entries[0]?.key ?? node;
  return node.type === 'sequence' ? { start: node.start, end: node.start + 1 } : node;
}

/** Whether nothing is said: YAML's null, or a text of white space. In quotes `null` is a word. */
function isNothing({ value, style }: { readonly value: string; readonly style: string }): boolean {
  const trimmed = value.trim();
  return trimmed === '' || (style === 'plain' && NOTHING.has(trimmed));
}
