/** What a YAML text says, with the place of every word. All offsets are UTF-16 code units in the text that was read. */

export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlAlias;

/**
 * A word, a number, a date, a text: always as written (`1.10` is "1.10", `no` is "no"), without quotes, escapes and
 * folding. A `value` may be a slice of the text that was read: who keeps it longer than that text detaches it.
 */
export interface YamlScalar {
  readonly type: 'scalar';
  readonly value: string;
  readonly style: YamlStyle;
  /** With its quotes, or from the `|` or `>` to the end of its last line. */
  readonly start: number;
  readonly end: number;
}

export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/**
 * Ends, where it is not a flow (`{}`) mapping, with the last thing written in it. (The `yaml` library counts the line end
 * and some of the comments behind it too, which no feature wants underlined.) Duplicate keys are all kept.
 */
export interface YamlMapping {
  readonly type: 'mapping';
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
  readonly start: number;
  readonly end: number;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  /** Undefined where nothing is written, as in `key:`. */
  readonly value: YamlNode | undefined;
}

/** Ends as a mapping does. An item is undefined where nothing is written behind its `-`. */
export interface YamlSequence {
  readonly type: 'sequence';
  readonly flow: boolean;
  readonly items: readonly (YamlNode | undefined)[];
  readonly start: number;
  readonly end: number;
}

/** `*name`. The target is shared, never copied: whoever walks into targets must bound the walk. */
export interface YamlAlias {
  readonly type: 'alias';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Undefined where no anchor of that name stands before it, where it stands inside what it names, or where aliases have
   * stood for too much. */
  readonly target: YamlNode | undefined;
}

/** Something wrong with the text itself, in plain words. */
export interface YamlProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly code: string;
}

export interface YamlDocument {
  readonly root: YamlNode | undefined;
  /** In the order of the text. */
  readonly problems: readonly YamlProblem[];
  readonly reader: 'own' | 'library';
  readonly start: number;
  readonly end: number;
}
