import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { complaint } from './complaint.ts';
import { DEEPEST } from './cursor.ts';
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

/**
 * What the anchors read so far name. While a node is being read its own anchor names nothing, so that no alias leads into
 * a circle.
 */
export type Anchors = Map<string, YamlNode | undefined>;

/** A document as the `yaml` library understands it: as much of a tree as there is, and what is wrong. */
export interface LibraryReading {
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const STYLES: Readonly<Record<string, YamlStyle>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};
const COMPLEX_KEY = {
  code: 'complex-key',
  message: 'Found a list, a mapping or an alias as a key; expected a word, or a text in quotes.',
};
const TOO_DEEP = {
  code: 'too-deep',
  message: `Found more than ${DEEPEST} levels of nesting; expected fewer. The deeper ones are not read.`,
};

/**
 * Reads the one YAML document in text[start, end) with the `yaml` library. Aliases find their anchors in it and in
 * `anchors`, to which its own are added. Nothing is expanded, nothing thrown, and what is nested too deep is left out.
 */
export function readLibrary(text: string, start: number, end: number, anchors: Anchors): LibraryReading {
  try {
    const document = parseDocument(text.slice(start, end), {
      // Every scalar stays the text it is, and tags mean nothing.
      schema: 'failsafe',
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const conversion = new Conversion(text, start, end, anchors);
    const root = conversion.convert(document.contents, DEEPEST);
    for (const { code, message, pos } of document.errors) {
      conversion.report(conversion.place(...pos), complaint(code, message));
    }
    return { root, problems: conversion.problems };
  } catch {
    // The library walks what is nested by recursion: some thousand brackets exhaust the stack.
    return { root: undefined, problems: [{ start, end, ...TOO_DEEP }] };
  }
}

/** Makes our nodes, with offsets in the text, of the library's, with offsets from the start of the piece. */
class Conversion {
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #anchors: Anchors;

  constructor(text: string, start: number, end: number, anchors: Anchors) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#anchors = anchors;
  }

  report({ start, end }: Place, { code, message }: Pick<YamlProblem, 'code' | 'message'>): void {
    this.problems.push({ start, end, code, message });
  }

  place(from: number, to: number): Place {
    const start = Math.min(this.#start + from, this.#end);
    return { start, end: Math.max(start, Math.min(this.#start + to, this.#end)) };
  }

  /** The node, or undefined where nothing is written; collections nested deeper than `levels` are left out. */
  convert(node: unknown, levels: number): YamlNode | undefined {
    if (isAlias(node)) return this.#alias(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
    const { anchor } = node;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const converted = this.#withoutAnchor(node, levels);
    if (anchor !== undefined) this.#anchors.set(anchor, converted);
    return converted;
  }

  #withoutAnchor(node: Scalar | YAMLMap | YAMLSeq, levels: number): YamlNode | undefined {
    if (isScalar(node)) {
      const scalar = this.#scalar(node);
      return scalar.style === 'plain' && scalar.start === scalar.end ? undefined : scalar;
    }
    if (levels === 0) {
      this.report(this.#placeOf(node), TOO_DEEP);
      return undefined;
    }
    return isMap(node) ? this.#mapping(node, levels - 1) : this.#sequence(node, levels - 1);
  }

  #alias(node: Alias): YamlAlias {
    const name = node.source;
    const place = this.#placeOf(node);
    const target = this.#anchors.get(name);
    if (target === undefined) {
      const message = `Found *${name}, which nothing stands behind; expected &${name} before it, and not around it.`;
      this.report(place, { code: 'unknown-alias', message });
    }
    return { type: 'alias', name, target, ...place };
  }

  #scalar(node: Scalar): YamlScalar {
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    return { type: 'scalar', value, style: STYLES[node.type ?? ''] ?? 'plain', ...this.#placeOf(node) };
  }

  #mapping(node: YAMLMap, levels: number): YamlMapping {
    const entries: YamlEntry[] = [];
    const { start, end } = this.#placeOf(node);
    let written = start;
    for (const pair of node.items) {
      const key = this.#key(pair.key);
      const value = this.convert(pair.value, levels);
      entries.push({ key, value });
      written = Math.max(written, key.end, value?.end ?? this.#wordEnd(pair.value));
    }
    const flow = node.flow === true;
    return { type: 'mapping', flow, entries, start, end: flow ? Math.max(end, written) : written };
  }

  #sequence(node: YAMLSeq, levels: number): YamlSequence {
    const items: (YamlNode | undefined)[] = [];
    const { start, end } = this.#placeOf(node);
    let written = start;
    for (const item of node.items) {
      const value = this.convert(item, levels);
      items.push(value);
      written = Math.max(written, value?.end ?? this.#wordEnd(item));
    }
    const flow = node.flow === true;
    return { type: 'sequence', flow, items, start, end: flow ? Math.max(end, written) : written };
  }

  /** A key that is no scalar is kept as its source, so that the entry is not lost. */
  #key(key: unknown): YamlScalar {
    if (isScalar(key)) return this.#scalar(key);
    const place = this.#placeOf(key);
    this.report(place, COMPLEX_KEY);
    return { type: 'scalar', value: this.#text.slice(place.start, place.end), style: 'plain', ...place };
  }

  /** Where the `:` or `-` ends behind which nothing is written. */
  #wordEnd(empty: unknown): number {
    let { start } = this.#placeOf(empty);
    while (start > this.#start && /[ \t]/.test(this.#text.charAt(start - 1))) start--;
    return start;
  }

  #placeOf(node: unknown): Place {
    const range = isNode(node) ? node.range : undefined;
    return range ? this.place(range[0], range[1]) : this.place(0, 0);
  }
}
