// Every finding in the examples and the corpora has been looked at and is true: each has an entry in a ledger, and each entry
// its finding. `node scripts/ledger.ts` says what differs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare, moveEntries, type Named, readLedger, written } from './ledger.ts';
import { collections, ledgersOf, programsOf } from './programs.ts';

const finding: Named = {
  preset: 'recommended',
  rule: 'criteria/unknown',
  file: 'policies/access.md',
  place: '3:7-3:12',
  fingerprint: '0123456789abcdef',
};
const ledger = `
recommended:
  - rule: criteria/unknown
    verdict: true
    why: There is no such criterion.
    findings:
      - ${written(finding)}
`;

describe('a ledger', () => {
  const same = { fresh: [], gone: [], moved: [], unjudged: [], untrue: [] };
  const [entry] = readLedger(ledger);

  it('agrees with the findings that it judges', () => {
    assert.deepEqual(compare([finding], readLedger(ledger)), same);
    assert.deepEqual(compare([], readLedger('')), same);
  });

  it('tells a finding that it does not judge, and a judgment without its finding', () => {
    const other = { ...finding, fingerprint: 'fedcba9876543210-2' };
    assert.deepEqual(compare([other], readLedger(ledger)), { ...same, fresh: [other], gone: [entry] });
    const stricter: Named = { ...finding, preset: 'strict' };
    assert.deepEqual(compare([stricter], readLedger(ledger)), { ...same, fresh: [stricter], gone: [entry] });
  });

  it('knows a finding again that has moved, and takes up where it stands', () => {
    const moved = { ...finding, place: '4:7-4:12' };
    const difference = compare([moved], readLedger(ledger));
    assert.deepEqual(difference, { ...same, moved: [{ entry, place: '4:7-4:12' }] });
    const now = moveEntries(ledger, difference.moved);
    assert.equal(now, ledger.replace('3:7-3:12', '4:7-4:12'));
  });

  it('keeps no false finding, and none without a verdict or a reason', () => {
    const untrue = readLedger(ledger.replace('true', 'false'));
    assert.deepEqual(compare([finding], untrue), { ...same, untrue });
    for (const blank of [ledger.replace('verdict: true', 'verdict:'), ledger.replace(/why:.*/, 'why:')]) {
      const unjudged = readLedger(blank);
      assert.deepEqual(compare([finding], unjudged), { ...same, unjudged });
    }
  });

  it('says where something in it is no judgment', () => {
    const wrong: readonly (readonly [text: string, message: string])[] = [
      ['- rule: criteria/unknown', 'the ledger: expected a mapping with recommended, strict'],
      ['start: []', 'the ledger.start: expected only recommended, strict'],
      ['recommended: {}', 'recommended: expected a list'],
      [ledger.replace('verdict: true', 'verdict: yes'), 'recommended[0].verdict: expected true or false'],
      [ledger.replace(/why:.*/, 'why: [a]'), 'recommended[0].why: expected words'],
      [ledger.replace('rule:', 'name:'), 'recommended[0].name: expected only rule, verdict, why, findings'],
      [`${ledger}      - ${written(finding)}`, `judged twice: criteria/unknown ${written(finding)}`],
    ];
    for (const [text, message] of wrong) assert.throws(() => readLedger(text), { message });
    assert.throws(
      () => readLedger(ledger.replace('3:7-3:12', '3:7')),
      /^Error: recommended\[0\]\.findings\[0\]: /,
    );
  });
});

for (const collection of collections) {
  describe(`every finding in ${collection.name}`, { skip: collection.skip }, async () => {
    const programs = collection.skip === false ? await programsOf(collection) : [];

    for (const { name, found, entries } of programs) {
      it(`is judged, and true: ${name}`, () => {
        const { fresh, gone, moved, unjudged, untrue } = compare(found, entries);
        const told = {
          fresh: fresh.map(words),
          gone: gone.map(words),
          moved: moved.map(({ entry, place }) => `${words(entry)} is at ${place}`),
          unjudged: unjudged.map(words),
          untrue: untrue.map(words),
        };
        const agreed = { fresh: [], gone: [], moved: [], unjudged: [], untrue: [] };
        assert.deepEqual(told, agreed, 'run `node scripts/ledger.ts`');
      });
    }

    it('is in a program that is there, of each ledger', () => {
      const known = new Set(programs.map(({ ledger }) => ledger));
      assert.deepEqual(
        ledgersOf(collection).filter(file => !known.has(file)),
        [],
      );
    });
  });
}

function words({ rule, ...finding }: Named): string {
  return `${rule} ${written({ rule, ...finding })}`;
}
