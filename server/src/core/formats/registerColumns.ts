// What the columns of a register hold, by the words of its header.
import type { Key } from '../model/key.ts';
import { keysOf } from '../model/keys.ts';
import type { CsvCell, CsvProblem } from '../text/csv.ts';
import type { TextRange } from '../text/range.ts';

/** A column of a register of evidence. */
export interface RegisterColumn {
  /** The header as it is written, and where. */
  readonly header: TextRange & { readonly words: string };
  /** The key that it holds, and the mapping around that, as `covers` is around `from`; undefined where it holds none. */
  readonly key: Key | undefined;
  readonly within: Key | undefined;
}

/** What a register has beside its records. */
export interface RegisterFacts {
  readonly columns: readonly RegisterColumn[];
  readonly problems: readonly (CsvProblem | (TextRange & { readonly is: 'more cells than columns' }))[];
}

/** The keys by what they are called in a header, without its spaces and signs. */
const byName = new Map<string, Pick<RegisterColumn, 'key' | 'within'>>();
for (const [name, key] of keysOf('evidence')) {
  if (key.type !== 'mapping') byName.set(plain(name), { key, within: undefined });
  for (const inner of key.keys ?? []) byName.set(plain(key.name + inner.name), { key: inner, within: key });
}
// One row mostly names one.
for (const several of ['controls', 'systems', 'tags'])
  byName.set(several.slice(0, -1), { key: keysOf('evidence').get(several), within: undefined });

/** What says when a control was performed, or which days are covered. */
const ofTime = ['window', 'performed', 'covers', 'collected', 'extractedOn'];

/**
 * The columns of a register, by the cells of its header: they are called as the keys of evidence are, in any case and with
 * spaces, hyphens, or periods between their words.
 * @returns undefined where it is surely no register of evidence: it names no control, or no time
 */
export function registerColumns(header: readonly CsvCell[]): readonly RegisterColumn[] | undefined {
  const columns = header.map(({ value, start, end }): RegisterColumn => {
    const { key, within } = byName.get(plain(value)) ?? {};
    return { header: { words: value.trim(), start, end }, key, within };
  });
  const names = new Set(columns.map(({ key, within }) => (within ?? key)?.name));
  return names.has('controls') && ofTime.some(name => names.has(name)) ? columns : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s._-]/g, '');
}
