import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Key } from '../../../server/src/core/model/key.ts';
import { keysOf } from '../../../server/src/core/model/keys.ts';
import { isRecordKind, kinds, type RecordKind } from '../../../server/src/core/model/kinds.ts';
import { type ManifestKey, manifestKeys } from '../../../server/src/core/model/manifestKeys.ts';
import { meaningOf, meaningOfSeverity } from '../../../server/src/core/model/meanings.ts';
import { severities } from '../../../server/src/core/rules/severity.ts';

/** The words of keys and of those below them that have no meaning, as `status: draft`. */
function unexplained(keys: Iterable<Key | ManifestKey>, kind?: RecordKind): string[] {
  return [...keys].flatMap(key => {
    const below: readonly (Key | ManifestKey)[] = key.keys ?? [];
    const words = [...(key.words ?? []), ...(key.suggestions ?? [])];
    return [
      ...words
        .filter(word => meaningOf(key.name, word, kind) === undefined)
        .map(word => `${kind ?? 'manifest'}: ${key.name}: ${word}`),
      ...unexplained(below, kind),
    ];
  });
}

it('every word that a key allows or suggests has a meaning', () => {
  const ofRecords = Object.keys(kinds)
    .filter(isRecordKind)
    .flatMap(kind => unexplained(keysOf(kind).values(), kind));
  const isPlain = (text: string) =>
    !/: (?:timeZone: UTC|suffixesArePoints: \w+|evidenceFolder: evidence|fiscalYearBegins: \w+)$/.test(text);
  assert.deepEqual([...ofRecords, ...unexplained(manifestKeys)].filter(isPlain), []);
});

it('every kind of record and every severity has a meaning', () => {
  const named = Object.keys(kinds).filter(kind => kind !== 'manifest' && kind !== 'document');
  assert.deepEqual(
    named.filter(kind => meaningOf('kind', kind) === undefined),
    [],
  );
  for (const severity of [...severities, 'off']) assert.ok(meaningOfSeverity(severity));
});

it('a status means what it does for its kind', () => {
  assert.match(meaningOf('status', 'planned', 'control') ?? '', /does not count/);
  assert.equal(meaningOf('status', 'planned', 'policy'), undefined);
  assert.match(meaningOf('status', 'Approved', 'policy') ?? '', /in force/);
});

it('other words and other keys have none', () => {
  for (const [key, word] of [
    ['status', 'constructor'],
    ['nature', 'often'],
    ['title', 'draft'],
    ['toString', 'x'],
  ] as const)
    assert.equal(meaningOf(key, word), undefined);
});
