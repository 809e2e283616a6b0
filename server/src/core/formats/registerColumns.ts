// What the columns of a register hold, by the words of its header.
import type { Key } from '../model/key.ts';
import { keysOf } from '../model/keys.ts';
import type { CsvCell, CsvProblem } from '../text/csv.ts';
import type { TextRange } from '../text/range.ts';
import { type RegisterKind, registerKinds } from './layouts/endings.ts';

/** A column of a register. */
export interface RegisterColumn {
  /** The header as it is written, and where. */
  readonly header: TextRange & { readonly words: string };
  /** The key that it holds, and the mapping around that, as `covers` is around `from`; undefined where it holds none. */
  readonly key: Key | undefined;
  readonly within: Key | undefined;
  /** Whether it is one that Tickmark writes for people, and does not read. */
  readonly isOutput?: true;
}

/** What a register has beside its records. */
export interface RegisterFacts {
  readonly kind: RegisterKind;
  readonly columns: readonly RegisterColumn[];
  readonly problems: readonly (CsvProblem | (TextRange & { readonly is: 'more cells than columns' }))[];
}

/** What registers of a kind have in their headers. */
interface RegisterForm {
  /** What a column may be called for short: one row mostly names one. */
  readonly several: readonly string[];
  /** A column of each of these lists is needed: another file with a header is no register of the kind. */
  readonly needed: readonly (readonly string[])[];
  /** The columns that `tickmark` writes beside the keys, and that are not read. */
  readonly output: readonly string[];
}

const forms: Readonly<Record<RegisterKind, RegisterForm>> = {
  evidence: {
    several: ['controls', 'systems', 'tags'],
    // Of which control, and when it was performed or which days are covered.
    needed: [['controls'], ['window', 'performed', 'covers', 'collected', 'extractedOn']],
    output: [],
  },
  request: {
    several: ['controls', 'tags'],
    needed: [
      ['id', 'title', 'text'],
      ['due', 'received', 'status', 'controls', 'evidence'],
    ],
    output: ['program', 'list', 'days', 'files', 'file'],
  },
};

/** For each kind, the keys by what they are called in a header, without its spaces and signs. */
const byName = new Map(registerKinds.map(kind => [kind, namesOf(kind)]));

function namesOf(kind: RegisterKind): ReadonlyMap<string, Omit<RegisterColumn, 'header'>> {
  const names = new Map<string, Omit<RegisterColumn, 'header'>>();
  for (const [name, key] of keysOf(kind)) {
    if (key.type !== 'mapping') names.set(plain(name), { key, within: undefined });
    for (const inner of key.keys ?? []) names.set(plain(key.name + inner.name), { key: inner, within: key });
  }
  for (const several of forms[kind].several)
    names.set(several.slice(0, -1), { key: keysOf(kind).get(several), within: undefined });
  for (const name of forms[kind].output)
    names.set(name, { key: undefined, within: undefined, isOutput: true });
  return names;
}

/**
 * The columns of a register, by the cells of its header: they are called as the keys of its kind are, in any case and with
 * spaces, hyphens, or periods between their words.
 * @returns undefined where it is surely no register of this kind: evidence names no control or no time, say
 */
export function registerColumns(
  header: readonly CsvCell[],
  kind: RegisterKind,
): readonly RegisterColumn[] | undefined {
  const columns = header.map(({ value, start, end }): RegisterColumn => {
    const found = byName.get(kind)?.get(plain(value)) ?? { key: undefined, within: undefined };
    return { header: { words: value.trim(), start, end }, ...found };
  });
  const names = new Set(columns.map(({ key, within }) => (within ?? key)?.name));
  const isRegister = forms[kind].needed.every(some => some.some(name => names.has(name)));
  return isRegister ? columns : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s._-]/g, '');
}
