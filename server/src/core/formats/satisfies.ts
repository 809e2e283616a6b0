import type { Catalog } from '../catalog/catalog.ts';
import { noName } from '../catalog/catalogs.ts';
import { citationsIn } from '../catalog/citations.ts';
import { isTsc } from '../catalog/isTsc.ts';
import { detach } from '../text/detach.ts';
import type { TextRange } from '../text/range.ts';
import { entriesOf, items } from '../yaml/lookup.ts';
import type { YamlAlias, YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from '../yaml/node.ts';
import { type Mention, withDenials } from './denials.ts';
import { leftovers } from './leftovers.ts';
import { textIn } from './stated.ts';

/** Where an id belongs, but there is none. */
export const noId = /^(?:none|nil|n\/?a|not applicable|-+|–|—|tbd|tbc|todo)$/i;

/** What a bare list may hold of other frameworks: what begins with their names ... */
const otherName =
  /^(?:iso|iec|nist|csf|hipaa|hitrust|pci|gdpr|ccpa|cis|cobit|ccm|csa|fedramp|cmmc|sox|nis2|dora)(?![a-z])/i;
/** ... and what looks like the ids of ISO (A.8.24), NIST (AC-2, ID.AM-1) and HIPAA (164.308). */
const otherId = /^(?:A\.\d|[A-Z]{2}(?:-\d|\.[A-Z]{2}-\d)|\d{3}\.\d)/;
/** The key by which other tools name the standard of an id: `{standard: TSC, id: CC6.1}`. */
const standardKey = /^(?:standard|framework|catalog(?:ue)?)(?:_key)?$/i;
/** And the key under which such a mapping has the id. */
const idKey = /^(?:id|control|criterion|requirement|ref)(?:[_-]?(?:id|key))?$/i;
/** Aliases and merged entries that are followed: more of them would be a trap. */
const mostAliases = 100;

/** Who is told what a `satisfies` cites. */
interface Listener {
  /** @param isElsewhere whether it is written elsewhere in the document, and only named here by an alias */
  readonly ours: (citation: Mention, isElsewhere: boolean) => void;
  readonly foreign: (catalog: string, id: YamlScalar) => void;
}

/** Reads what stands under `satisfies`, in every form met in real repositories. */
export class SatisfiesReader {
  readonly #text: string;
  readonly #catalog: Catalog;
  readonly #listener: Listener;
  #elsewheres = 0;
  #isElsewhere = false;

  constructor(text: string, catalog: Catalog, listener: Listener) {
    this.#text = text;
    this.#catalog = catalog;
    this.#listener = listener;
  }

  /** Reads a value, of any form; what is no id is told as one of ours, so that a rule can say that it is none. */
  read(value: YamlNode | undefined): void {
    if (value?.type === 'alias') this.#throughAlias(value, target => this.read(target));
    else if (value?.type === 'mapping') this.#readCatalogs(value);
    else this.#eachListed(items(value), item => this.#readListed(item));
  }

  /** An item of a bare list: an id, or as other tools write it a mapping. */
  #readListed(node: YamlNode | undefined): void {
    if (node?.type === 'alias') this.#throughAlias(node, target => this.#readListed(target));
    else if (node?.type === 'mapping') this.#readCatalogs(node);
    else if (node?.type === 'sequence') this.#eachListed(node.items, item => this.#readListed(item));
    else if (node?.type === 'scalar') this.#readId('TSC', node, false);
  }

  /** `TSC: [CC6.1]` by catalog, category or group; `CC6.1: how` by id; or `{standard: TSC, id: CC6.1}`. */
  #readCatalogs(mapping: YamlMapping): void {
    const entries = entriesOf(mapping);
    const standard = entries.find(({ key }) => standardKey.test(key.value));
    if (standard) {
      const name = textIn(standard.value) ?? '';
      this.#each(mapping, ({ key, value }) => {
        if (key === standard.key) return;
        if (isTsc(name)) this.#readKnownIds(value);
        else if (idKey.test(key.value)) this.#readCited(name, value);
      });
      return;
    }
    this.#each(mapping, ({ key, value }) => {
      const name = key.value.trim();
      const isOurs = isTsc(name);
      const [id] = this.#idsOfOurs(key);
      if (isOurs || (id?.form === 'group' && value?.type === 'sequence')) this.#readCited('TSC', value);
      else if (id) this.#readId('TSC', key, true);
      else this.#readCited(name, value);
    });
  }

  /** What stands below a catalog's name: ids in a list, or as the keys of a mapping (`CC6.1: how`). */
  #readCited(catalog: string, node: YamlNode | undefined): void {
    if (node?.type === 'alias') this.#throughAlias(node, target => this.#readCited(catalog, target));
    else if (node?.type === 'sequence') this.#readList(catalog, node);
    else if (node?.type === 'scalar') this.#readId(catalog, node, true);
    else if (node?.type === 'mapping') {
      const keyed = catalog !== 'TSC' || entriesOf(node).some(({ key }) => this.#idsOfOurs(key).length > 0);
      this.#each(node, ({ key, value }) => {
        if (keyed) this.#readId(catalog, key, true);
        else this.#readKnownIds(value);
      });
    }
  }

  #readList(catalog: string, { items: listed }: YamlSequence): void {
    if (catalog === 'TSC') this.#eachListed(listed, item => this.#readCited(catalog, item));
    else for (const item of listed) this.#readCited(catalog, item);
  }

  /** Reads the items of a list that may hold ids of ours; those that are one id torn in two are told as that one. */
  #eachListed(listed: readonly (YamlNode | undefined)[], read: (item: YamlNode | undefined) => void): void {
    for (let i = 0; i < listed.length; i++) {
      const torn = this.#torn(listed[i], listed[i + 1]);
      if (torn) {
        this.#tell(torn);
        i++;
      } else read(listed[i]);
    }
  }

  /** The id that a comma for its period tears into two items of a list: `[CC6,1]`. */
  #torn(item: YamlNode | undefined, next: YamlNode | undefined): Mention | undefined {
    if (item?.type !== 'scalar' || next?.type !== 'scalar' || next.start !== item.end + 1) return undefined;
    const words = { type: 'scalar', style: 'plain', value: '', start: item.start, end: next.end } as const;
    const [whole, ...more] = /^\d{1,2}$/.test(next.value) ? this.#idsOfOurs(words) : [];
    const isWhole = whole?.start === item.start && whole.end === next.end && more.length === 0;
    return isWhole && whole.form === 'criterion' ? whole : undefined;
  }

  /** Ids of ours in a value that may hold other things too. */
  #readKnownIds(node: YamlNode | undefined): void {
    for (const item of items(node)) {
      if (item?.type === 'scalar') for (const citation of this.#idsOfOurs(item)) this.#tell(citation);
    }
  }

  /** @param isNamed whether the catalog is named: what stands in a bare list may be another framework's */
  #readId(catalog: string, scalar: YamlScalar, isNamed: boolean): void {
    const id = textIn(scalar);
    if (id === undefined || noId.test(id)) return;
    if (catalog !== 'TSC') {
      this.#listener.foreign(catalog, scalar);
      return;
    }
    const found = this.#idsOfOurs(scalar);
    if (!isNamed && (otherName.test(id) || (found.length === 0 && otherId.test(id)))) {
      this.#listener.foreign(noName, scalar);
      return;
    }
    for (const citation of found) this.#tell(citation);
    const value = this.#insideQuotes(scalar);
    const ranges = found.map(one => one.denial ?? one);
    if (ranges.length > 1) ranges.sort((one, other) => one.start - other.start);
    const left = leftovers(this.#text, value, ranges, words => this.#isTitle(words));
    const unread = found.length > 0 || left.length > 0 ? left : [value];
    for (const { start, end } of unread) {
      const words = unread.length === 1 && left.length === 0 ? id : detach(this.#text.slice(start, end));
      this.#tell({ form: 'criterion', id: words, start, end, misspelled: false, ambiguous: false });
    }
  }

  /** Whether words are the title of a criterion, a group, or a category, which a list may say beside their ids. */
  #isTitle(words: string): boolean {
    const { categories, groups, criteria } = this.#catalog;
    const said = words.toLowerCase();
    return [categories, groups, criteria].some(all => all.some(({ title }) => title.toLowerCase() === said));
  }

  /** A scalar without its quotes, of which the closing one may not be typed yet. */
  #insideQuotes({ style, start, end }: YamlScalar): TextRange {
    if (style !== 'single' && style !== 'double') return { start, end };
    const isClosed = end - start > 1 && this.#text.charAt(end - 1) === this.#text.charAt(start);
    return { start: start + 1, end: isClosed ? end - 1 : end };
  }

  #tell(citation: Mention): void {
    this.#listener.ours(citation, this.#isElsewhere);
  }

  #idsOfOurs({ start, end }: YamlScalar): readonly Mention[] {
    return withDenials(
      this.#text,
      { start, end },
      citationsIn(this.#text, start, end, 'value', this.#catalog),
    );
  }

  /** Reads the entries of a mapping, with those that `<<` brings in. */
  #each(mapping: YamlMapping, read: (entry: YamlEntry) => void): void {
    const own = new Set(mapping.entries);
    for (const one of entriesOf(mapping)) {
      if (own.has(one)) read(one);
      else this.#elsewhere(() => read(one));
    }
  }

  /** Reads what an alias names, as if it stood here. */
  #throughAlias({ target }: YamlAlias, read: (target: YamlNode) => void): void {
    if (target) this.#elsewhere(() => read(target));
  }

  /** Reads what is written elsewhere, up to a bound: aliases could name each other's targets without end. */
  #elsewhere(read: () => void): void {
    if (this.#elsewheres++ >= mostAliases) return;
    const before = this.#isElsewhere;
    this.#isElsewhere = true;
    read();
    this.#isElsewhere = before;
  }
}
