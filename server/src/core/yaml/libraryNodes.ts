import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { partsCharacter } from '../text/characters.ts';
import { type Anchors, MOST_ALIASED } from './anchors.ts';
import { complaint, type Fault } from './complaint.ts';
import { DEEPEST, isBlank } from './cursor.ts';
import type {
  YamlAlias,
  YamlEntry,
  YamlMapping,
  YamlNode,
  YamlProblem,
  YamlScalar,
  YamlSequence,
  YamlStyle,
} from './node.ts';

/** A document as the `yaml` library understands it: as much of a tree as there is, and what is wrong. */
export interface LibraryReading {
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

type Span = Pick<YamlProblem, 'start' | 'end'>;

const TOO_DEEP: Fault = {
  code: 'too-deep',
  message: `Found more than ${DEEPEST} levels of nesting; expected fewer. The deeper ones are not read.`,
};
const COMPLEX_KEY: Fault = {
  code: 'complex-key',
  message:
    'Found a list, a mapping, or an alias as a key; expected a word, or quotes around a text that begins like that.',
};
const TOO_MUCH_ALIASED: Fault = {
  code: 'too-much-aliased',
  message: `Found aliases that stand for more than ${MOST_ALIASED} characters; expected fewer. This one and those behind it are not read.`,
};
const STYLES: ReadonlyMap<unknown, YamlStyle> = new Map([
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

/**
 * Makes our nodes and problems of the library's, which were read from text[start, end) and count from its start. Adds what
 * its anchors name to `anchors`.
 */
export function nodesOf(
  document: Document,
  text: string,
  start: number,
  end: number,
  anchors: Anchors,
): LibraryReading {
  const problems: YamlProblem[] = [];
  const joinedKeys = new Set<number>();
  /** By what the library says: a broken text may have the same error a hundred thousand times. */
  const told = new Map<string, Fault>();
  for (const { code, message, pos } of document.errors) {
    const place = pointedAt(pos);
    // The library takes a tab on a blank line below a key for indentation.
    if (code === 'TAB_AS_INDENT' && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(place.start, end))) continue;
    if (code === 'MULTILINE_IMPLICIT_KEY') joinedKeys.add(place.start);
    const fault = told.get(code + message) ?? complaint(code, message);
    told.set(code + message, fault);
    problems.push({ ...visible(place), ...fault });
  }
  return { root: convert(document.contents, DEEPEST), problems };

  /** The node, or undefined where nothing is written; collections nested deeper than `levels` are left out. */
  function convert(node: unknown, levels: number): YamlNode | undefined {
    if (isAlias(node)) return alias(node);
    if (isScalar(node)) {
      const read = scalar(node);
      return read.style === 'plain' && read.start === read.end ? undefined : read;
    }
    return isCollection(node) ? collection(node, levels) : undefined;
  }

  function alias(node: Alias): YamlAlias {
    const name = node.source;
    const place = placeOf(node.range);
    const target = anchors.find(name);
    if (target === 'too much') problems.push({ ...place, ...TOO_MUCH_ALIASED });
    if (target === 'too much' || target === 'spent')
      return { type: 'alias', name, target: undefined, ...place };
    if (target === undefined && name !== '') {
      const message = `Found *${name}, which stands for nothing; expected &${name} before it, or quotes around a text that begins with "*".`;
      problems.push({ ...place, code: 'unknown-alias', message });
    }
    return { type: 'alias', name, target, ...place };
  }

  function scalar(node: Scalar): YamlScalar {
    const said = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const style = STYLES.get(node.type) ?? 'plain';
    const place = placeOf(node.range);
    const read: YamlScalar = { type: 'scalar', value: said + lostOf(style, place), style, ...place };
    if (node.anchor !== undefined) anchors.set(node.anchor, read);
    return read;
  }

  /** The last sign of a text in quotes that does not end: the library takes it for the closing quote. */
  function lostOf(style: YamlStyle, place: Span): string {
    const quote = style === 'double' ? '"' : style === 'single' ? "'" : undefined;
    const last = text.slice(Math.max(place.start + 1, place.end - 1), place.end);
    return quote === undefined || last === quote ? '' : last.trim();
  }

  function collection(node: YAMLMap | YAMLSeq, levels: number): YamlNode | undefined {
    if (levels === 0) {
      problems.push({ ...placeOf(node.range), ...TOO_DEEP });
      return undefined;
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, undefined);
    const read = isMap(node) ? mapping(node, levels - 1) : sequence(node, levels - 1);
    if (node.anchor !== undefined) anchors.set(node.anchor, read);
    return read;
  }

  function mapping(node: YAMLMap, levels: number): YamlMapping {
    const entries: YamlEntry[] = [];
    const place = placeOf(node.range);
    let written = place.start;
    for (const pair of node.items) {
      const keys = keysOf(pair.key);
      const value = convert(pair.value, levels);
      for (const key of keys.slice(0, -1)) entries.push({ key, value: undefined });
      for (const key of keys.slice(-1)) entries.push({ key, value });
      written = Math.max(written, keys.at(-1)?.end ?? written, value?.end ?? wordEnd(pair.value));
    }
    const flow = node.flow === true;
    return {
      type: 'mapping',
      flow,
      entries,
      // An empty key behind an anchor is put before the mapping that it begins.
      start: Math.min(place.start, entries[0]?.key.start ?? place.start),
      end: flow ? Math.max(place.end, written) : written,
    };
  }

  function sequence(node: YAMLSeq, levels: number): YamlSequence {
    const items: (YamlNode | undefined)[] = [];
    const place = placeOf(node.range);
    let written = place.start;
    for (const item of node.items) {
      const read = convert(item, levels);
      items.push(read);
      written = Math.max(written, read?.end ?? wordEnd(item));
    }
    const flow = node.flow === true;
    return {
      type: 'sequence',
      flow,
      items,
      start: place.start,
      end: flow ? Math.max(place.end, written) : written,
    };
  }

  /**
   * The key, or several: the library joins a line without a colon to the key on the next line, where somebody has only
   * begun to write an entry. A key that is no scalar is kept as its source.
   */
  function keysOf(key: unknown): YamlScalar[] {
    const place = placeOf(isNode(key) ? key.range : undefined);
    if (!isScalar(key)) {
      problems.push({ ...place, ...COMPLEX_KEY });
      return [plain(place.start, place.end)];
    }
    const read = scalar(key);
    if (read.style !== 'plain' || !joinedKeys.has(place.start)) return [read];
    const lines = text.slice(place.start, place.end).matchAll(/[^ \t\r\n](?:[^\r\n]*[^ \t\r\n])?/g);
    return [...lines].map(line => plain(place.start + line.index, place.start + line.index + line[0].length));
  }

  function plain(from: number, to: number): YamlScalar {
    return { type: 'scalar', value: text.slice(from, to), style: 'plain', start: from, end: to };
  }

  /** Where the `:` or `-` ends behind which nothing is written. */
  function wordEnd(empty: unknown): number {
    return blankStart(placeOf(isNode(empty) ? empty.range : undefined).start);
  }

  /** Where to draw a line under an error: on one line, and under the word before where there is nothing to underline. */
  function visible(place: Span): Span {
    const length = text.slice(place.start, place.end).search(/[\r\n]|$/);
    if (length > 0) return whole(place.start, place.start + length);
    const end = blankStart(place.start);
    let at = end;
    while (at > start && !isBlank(text.charCodeAt(at - 1))) at--;
    return at < end ? { start: at, end } : place;
  }

  /** A place with all of the characters at its ends, as far as they are read: the library points at single UTF-16 units. */
  function whole(from: number, to: number): Span {
    return { start: characterStart(from), end: to < end && partsCharacter(text, to) ? to + 1 : to };
  }

  /** The offset, or where the character or line end begins that it parts. */
  function characterStart(at: number): number {
    const isInside = partsCharacter(text, at) || (text.charAt(at) === '\n' && text.charAt(at - 1) === '\r');
    return isInside && at > start ? at - 1 : at;
  }

  /** Where the white space before `at` begins. */
  function blankStart(at: number): number {
    while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** Where a node stands. The library may take half of a character that it does not expect: it then ends before that. */
  function placeOf(range: readonly number[] | null | undefined): Span {
    const { start: from, end: to } = pointedAt(range);
    return { start: characterStart(from), end: characterStart(to) };
  }

  function pointedAt(range: readonly number[] | null | undefined): Span {
    const [from = 0, to = from] = range ?? [];
    return { start: Math.min(start + from, end), end: Math.min(start + Math.max(from, to), end) };
  }
}
