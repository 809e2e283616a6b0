import type { RecordKind } from './kinds.ts';

/** What a key's value is. */
export type ValueType =
  | 'text'
  | 'id'
  | 'date'
  | 'boolean'
  | 'number'
  | 'word'
  | 'person'
  | 'interval'
  | 'citations'
  | 'reference'
  | 'window'
  /** A path of a file, or an address, or words. */
  | 'file'
  /** A SHA-256. */
  | 'hash'
  | 'mapping';

/** One key of a record: what it holds and what it is for. The one definition that reads, completes and documents it. */
export interface Key {
  readonly name: string;
  /** Other names under which other formats write it. */
  readonly aliases?: readonly string[];
  readonly type: ValueType;
  /** The words allowed, for a value of type `word`. */
  readonly words?: readonly string[];
  /** Words that are common there, where others are allowed too. */
  readonly suggestions?: readonly string[];
  /** The form of the value, as a regular expression; of a `word` the form allowed beside its words. */
  readonly pattern?: string;
  /** The kind of record that a reference names. */
  readonly refersTo?: RecordKind;
  /** What its texts name that is no record; others are allowed too. A gap is at a criterion or a control. */
  readonly names?: 'system' | 'description criterion' | 'gap';
  /** Whether a list may stand there; a lone value is then a list of one. */
  readonly list?: boolean;
  /** The keys of a mapping, or of each in a list of mappings. */
  readonly keys?: readonly Key[];
  readonly description: string;
}
