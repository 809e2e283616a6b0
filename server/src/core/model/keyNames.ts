// The names of keys as types, made from the one definition of the keys: a name that no kind of record has does not compile.
import type { DefinedKey } from './keys.ts';

/** The name of a key that some kind of record may have. */
export type KeyName = DefinedKey['name'];

/** The name of a key inside of a mapping that a record holds, such as `bridge` under a vendor's `report`. */
export type InnerKeyName = NameIn<DefinedKey>;

/** A date of a record: a key of its own, or one inside of a mapping, such as `covers.from`. */
export type DateKey = NameOf<Extract<DefinedKey, { readonly type: 'date' }>> | DateIn<DefinedKey>;

/** What a record's shape has a single value of (see `RecordShape.values`). */
export type ValueKey =
  | NameOf<Valued | Exclude<Suggested, { readonly list: true }>>
  | NameOf<Extract<DefinedKey, { readonly type: 'file' | 'hash' | 'number' | 'window' }>>
  | DateKey
  | WordKeyIn<DefinedKey>;

/** What a record's shape has a list of (see `RecordShape.lists`). */
export type ListKey = NameOf<Extract<Valued | Suggested, { readonly list: true }>>;

type Valued = Extract<DefinedKey, { readonly type: 'word' | 'date' | 'boolean' | 'interval' | 'person' }>;

/** Words of a vocabulary that is open. */
type Suggested = Extract<DefinedKey, { readonly type: 'text'; readonly suggestions: readonly string[] }>;

type NameOf<Keys extends { readonly name: string }> = Keys['name'];

type NameIn<Keys> = Keys extends { readonly keys: readonly (infer Inner extends { readonly name: string })[] }
  ? Inner['name'] | NameIn<Inner>
  : never;

/** The dates in the mappings of some keys; a list of mappings has none of its own. */
type DateIn<Keys> = ValueIn<Keys, { readonly type: 'date' }>;

/** The words in the mappings of some keys, of a vocabulary that is closed or open: `report.opinion`, `report.kind`. */
type WordKeyIn<Keys> = ValueIn<Keys, { readonly type: 'word' } | { readonly suggestions: readonly string[] }>;

/** What is of a form in the mappings of some keys, by its path. */
type ValueIn<Keys, Form> = Keys extends { readonly list: true }
  ? never
  : Keys extends { readonly name: infer Name extends string; readonly keys: readonly (infer Inner)[] }
    ? `${Name}.${DirectValue<Inner, Form> | ValueIn<Inner, Form>}`
    : never;

type DirectValue<Keys, Form> = Keys extends Form & { readonly name: infer Name extends string }
  ? Name
  : never;
