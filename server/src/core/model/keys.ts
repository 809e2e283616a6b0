import type { Key } from './key.ts';
import { answerKeys } from './keys/answer.ts';
import { commitmentKeys } from './keys/commitment.ts';
import { controlKeys } from './keys/control.ts';
import { deviationKeys } from './keys/deviation.ts';
import { evidenceKeys } from './keys/evidence.ts';
import { narrativeKeys } from './keys/narrative.ts';
import { procedureKeys } from './keys/procedure.ts';
import { requestKeys } from './keys/request.ts';
import { riskKeys } from './keys/risk.ts';
import { sharedKeys } from './keys/shared.ts';
import { taskKeys } from './keys/task.ts';
import { testKeys } from './keys/test.ts';
import { userControlKeys } from './keys/userControl.ts';
import { vendorKeys } from './keys/vendor.ts';
import { waiverKeys } from './keys/waiver.ts';
import type { RecordKind } from './kinds.ts';

const ownKeys = {
  control: controlKeys,
  procedure: procedureKeys,
  narrative: narrativeKeys,
  evidence: evidenceKeys,
  commitment: commitmentKeys,
  test: testKeys,
  deviation: deviationKeys,
  waiver: waiverKeys,
  risk: riskKeys,
  vendor: vendorKeys,
  userControl: userControlKeys,
  task: taskKeys,
  request: requestKeys,
  answer: answerKeys,
} as const satisfies Partial<Record<RecordKind, readonly Key[]>>;

/** A key of some kind of record, as it is defined. */
export type DefinedKey = (typeof sharedKeys)[number] | (typeof ownKeys)[keyof typeof ownKeys][number];

/** A key by a name that some kind of record has. */
export type NamedKey = Key & { readonly name: DefinedKey['name'] };

const shared: readonly NamedKey[] = sharedKeys;
const own: Partial<Record<RecordKind, readonly NamedKey[]>> = ownKeys;

const tables = new Map<RecordKind, ReadonlyMap<string, NamedKey>>();

/** The keys that a kind of record may have, by name and alias; a kind's own definition goes before the shared one. */
export function keysOf(kind: RecordKind): ReadonlyMap<string, NamedKey> {
  let table = tables.get(kind);
  if (!table) {
    const byName = new Map<string, NamedKey>();
    for (const key of [...shared, ...(own[kind] ?? [])]) {
      for (const name of [key.name, ...(key.aliases ?? [])]) byName.set(name, key);
    }
    table = byName;
    tables.set(kind, table);
  }
  return table;
}

const inner = new WeakMap<Key, ReadonlyMap<string, Key>>();

/** The keys of the mapping that may stand under a key, by name; undefined where none may. */
export function keysWithin(key: Key): ReadonlyMap<string, Key> | undefined {
  if (!key.keys) return undefined;
  let table = inner.get(key);
  if (!table) inner.set(key, (table = new Map(key.keys.map(one => [one.name, one]))));
  return table;
}

/** The names of the keys of a kind in the order in which they are best written; what is cited may stand anywhere. */
export function keyOrder(kind: RecordKind): readonly string[] {
  return [...keysOf(kind)].filter(([, { type }]) => type !== 'citations').map(([name]) => name);
}
