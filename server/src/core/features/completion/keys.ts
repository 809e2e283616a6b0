import { writtenLike } from '../../formats/yamlEdits.ts';
import type { Key } from '../../model/key.ts';
import { sharedKeys } from '../../model/keys/shared.ts';
import { keysOf } from '../../model/keys.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { ourSkeletons } from '../../model/skeletons/ours.ts';
import { paragraph, prose } from '../../pages/page.ts';
import type { Editing } from '../editing.ts';
import type { Offer } from './offer.ts';
import type { YamlCursor } from './yamlCursor.ts';

/**
 * The keys that do not stand there yet. One that is typed anew before its colon keeps that.
 * @param expected the names of those that come first, in their order
 */
export function keyOffers(
  { facts }: Editing,
  { siblings, end }: YamlCursor,
  keys: readonly { readonly name: string; readonly description: string }[],
  expected: readonly string[] = [],
): Offer[] {
  const hasColon = /^[ \t]*:/.test(facts.text.slice(end, end + 20));
  const rankOf = (name: string) => (expected.includes(name) ? expected.indexOf(name) : expected.length);
  return keys
    .filter(({ name }) => !siblings.has(name))
    .sort((a, b) => rankOf(a.name) - rankOf(b.name))
    .map(({ name, description }) => ({
      label: name,
      kind: 'key',
      detail: '',
      documentation: [paragraph(...prose(description))],
      text: hasColon ? name : `${name}: `,
      rank: 0,
    }));
}

const shared: readonly Key[] = sharedKeys;

/** The keys of a kind of records, each under its own name; those that only this kind has come first. */
export function ownKeys(kind: RecordKind): Key[] {
  const keys = [...keysOf(kind)].flatMap(([name, key]) => (name === key.name ? [key] : []));
  const isShared = (key: Key) => shared.includes(key);
  return keys.sort((a, b) => Number(isShared(a)) - Number(isShared(b)));
}

/** The keys that every new record of a kind has: those that somebody asks for. */
export function expectedKeys(kind: RecordKind): readonly string[] {
  const { metadata = [] } = ourSkeletons[kind] ?? {};
  return metadata.flatMap(([first]) => (typeof first === 'string' ? (/^\w+/.exec(first)?.[0] ?? []) : []));
}

/** The names of the catalogs, as keys below `satisfies`; those that the report is measured against come first. */
export function catalogOffers({ program: { catalogs, report } }: Editing): Offer[] {
  return catalogs.all.map(({ name, title }) => ({
    label: name,
    kind: 'key',
    detail: title,
    documentation: [],
    text: `${writtenLike('', name)}: `,
    rank: report.catalogs.includes(name) ? 0 : 1,
  }));
}
