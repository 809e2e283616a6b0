import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isOldNumbering,
  isPrivacyPrinciple,
  type Meaning,
  whatWasMeant,
} from '../../../server/src/core/catalog/meaning.ts';
import { descriptionCriteria, tsc } from '../../../server/src/core/catalog/tsc.ts';

const meanings: readonly [id: string, kind: Meaning['kind'], suggestions: string][] = [
  ['CC9.9', 'invented', 'CC9.1 CC9.2'],
  ['CC8.2', 'invented', 'CC8.1'],
  ['CC8.3', 'invented', 'CC8.1'],
  ['A1.4', 'invented', 'A1.2 A1.3 A1.1'],
  ['A1.5', 'invented', 'A1.2 A1.3 A1.1'],
  ['P1.2', 'invented', 'P2.1'],
  ['P1.3', 'invented', 'P3.1 P3.2'],
  ['P1.4', 'invented', 'P4.1 P4.2 P4.3'],
  ['P1.5', 'invented', 'P5.1 P5.2'],
  ['P1.6', 'invented', 'P6.1 P6.2 P6.3 P6.4 P6.5 P6.6 P6.7'],
  ['P1.7', 'invented', 'P7.1'],
  ['P1.8', 'invented', 'P8.1'],
  ['6.1', 'unknown', 'CC6.1'],
  ['1.2', 'unknown', 'CC1.2'],
  ['CCC1.4', 'invented', 'CC1.4'],
  ['PP1.1', 'invented', 'PI1.1'],
  ['PP1.2', 'invented', 'PI1.2'],
  ['PP1.3', 'invented', 'PI1.3'],
  ['PP1.4', 'invented', 'PI1.4'],
  ['PP1.5', 'invented', 'PI1.5'],
  ['CC1.0', 'heading', 'CC1.1 CC1.2 CC1.3 CC1.4 CC1.5'],
  ['CC8.0', 'heading', 'CC8.1'],
  ['A1.0', 'heading', 'A1.1 A1.2 A1.3'],
  ['PI1.0', 'heading', 'PI1.1 PI1.2 PI1.3 PI1.4 PI1.5'],
  ['C1.0', 'heading', 'C1.1 C1.2'],
  ['P4.0', 'heading', 'P4.1 P4.2 P4.3'],
  ['CC9', 'heading', 'CC9.1 CC9.2'],
  ['CC2.4', 'old', 'CC2.2'],
  ['CC2.5', 'old', 'CC2.2 CC2.3'],
  ['CC2.6', 'old', 'CC2.2 CC2.3'],
  ['CC5.4', 'old', 'CC6.3'],
  ['CC5.5', 'old', 'CC6.4'],
  ['CC5.6', 'old', 'CC6.6'],
  ['CC5.7', 'old', 'CC6.7'],
  ['CC5.8', 'old', 'CC6.8'],
  ['PI1.6', 'old', 'PI1.3 PI1.5'],
  ['C1.3', 'old', 'CC6.1 CC6.7'],
  ['C1.4', 'old', 'CC9.2'],
  ['C1.5', 'old', 'CC9.2'],
  ['C1.6', 'old', 'CC2.3'],
  ['C1.7', 'old', 'C1.1'],
  ['C1.8', 'old', 'C1.2'],
  ['GAPP 1.1.0', 'old', 'CC5.3'],
  ['gapp-4.2.1', 'old', 'P3.1 P3.2'],
  ['GAPP8', 'old', 'CC6.1'],
  ['GAPP 10.2.5', 'old', 'P8.1'],
  ['CC1.6', 'unknown', 'CC1.5 CC1.4 CC1.3'],
  ['CC6.10', 'unknown', 'CC6.8 CC6.7 CC6.6'],
  ['C1.9', 'unknown', 'C1.2 C1.1'],
  ['PL1.1', 'unknown', 'PI1.1 P1.1'],
  ['CC61', 'unknown', 'CC6.1'],
  ['CC6.1.2', 'unknown', 'CC6.1'],
  ['CC6.1.b', 'unknown', 'CC6.1'],
  ['C1.1.1', 'unknown', 'C1.1'],
  ['CC6.1-POF14', 'unknown', 'CC6.1'],
  ['cc6.1', 'unknown', 'CC6.1'],
  ['CC 6.1', 'unknown', 'CC6.1'],
  ['dc-3', 'unknown', 'DC 3'],
  ['A.8.24', 'unknown', ''],
  ['AC-2', 'unknown', ''],
  ['CC6-1', 'unknown', 'CC6.1'],
  ['SEV-1', 'unknown', ''],
  ['', 'unknown', ''],
];
for (const [id, kind, suggestions] of meanings) {
  test(`'${id}' is ${kind} and means ${suggestions || 'nothing known'}`, () => {
    const meaning = whatWasMeant(id);
    assert.equal(meaning.kind, kind);
    assert.equal(meaning.suggestions.join(' '), suggestions);
  });
}

for (let number = 1; number <= 7; number++) {
  test(`'DC-${number}.1' is invented and means DC ${number}`, () => {
    const meaning = whatWasMeant(`DC-${number}.1`);
    assert.equal(meaning.kind, 'invented');
    assert.deepEqual(meaning.suggestions, [`DC ${number}`]);
  });
}

const explanations = {
  'CC9.9': 'CC9 has only CC9.1 and CC9.2. Some published templates cite CC9.9 by mistake.',
  'CC8.2': 'CC8 has only CC8.1, which covers all of change management.',
  'P1.3': 'P1 has only P1.1. The parts of privacy are the series P1 to P8. Did you mean P3 (Collection)?',
  'A1.4': 'A1 has A1.1 to A1.3, with backup in A1.2 and recovery tests in A1.3.',
  'CCC1.4': 'CCC1.4 has one C too many. Did you mean CC1.4?',
  'DC-3.1':
    'The description criteria are DC 1 to DC 9, without a second number. Name DC 3 under `describes`.',
  'DC 3': 'DC 3 is a description criterion. Documents that address it name it under `describes`.',
  'A.8.24': 'It looks like an id of ISO 27001. Cite it under that name (`satisfies: {ISO27001: [A.8.24]}`).',
  'AC-2(3)': 'It looks like an id of NIST. Cite it under that name (`satisfies: {NIST: [AC-2(3)]}`).',
  'CC6-1': 'The id is written CC6.1.',
  'cc6.1': 'The id is written CC6.1.',
  'PP1.2': 'Processing integrity is PI1. Did you mean PI1.2?',
  'CC8.0': 'CC8.0 is the heading of a series. CC8 has only CC8.1.',
  'CC9.0': 'CC9.0 is the heading of a series. CC9 has CC9.1 and CC9.2.',
  'CC5.4': 'CC5.4 is a number from 2014 or 2016. Since 2017, its subject is in CC6.3.',
  'GAPP 7.2.1':
    'The privacy criteria replaced the Generally Accepted Privacy Principles in 2016. The subject of principle 7 is now in P6.1 to P6.7.',
  'CC1.6': 'CC1 has CC1.1 to CC1.5.',
  'PL1.1': 'The nearest id is PI1.1.',
  'CC6.1.2': 'This is CC6.1 with a suffix of your own. The AICPA does not number points of focus.',
  'CC6.1-POF14': 'CC6.1 has 13 points of focus, numbered from CC6.1-POF1.',
  hello: 'No criterion of the TSC resembles this id.',
};
for (const [id, explanation] of Object.entries(explanations)) {
  test(`'${id}' is explained in a sentence`, () => assert.equal(whatWasMeant(id).explanation, explanation));
}

test('only the ids that 2017 dropped are old numbering', () => {
  const old = meanings.filter(([id, kind]) => kind === 'old' && !isPrivacyPrinciple(id)).map(([id]) => id);
  assert.equal(old.length, 15);
  assert.ok(old.every(isOldNumbering));
  assert.ok(isOldNumbering('cc5.4'));
  const others = [...tsc.criteria.map(({ id }) => id), 'CC1.6', 'CC8.2', 'C1.9', 'C1.0', 'PI1.7', ''];
  assert.deepEqual(others.filter(isOldNumbering), []);
});

test('only an id that names the privacy principles, of which there are ten, is one of theirs', () => {
  const others = ['4.2.1', 'GAPP', 'GAPP 11.1.0', 'GAPP 0.1', 'GAPPED 1', 'GAAP 4.2.1', 'P4.2.1', ''];
  assert.deepEqual(others.filter(isPrivacyPrinciple), []);
  assert.ok(isPrivacyPrinciple('GAPP 4.2.1 - Collection'));
});

test('whatever the text, the suggestions exist and the explanation is short', () => {
  const existing = new Set([...tsc.criteria, ...descriptionCriteria].map(({ id }) => id));
  const idLike = fc.string({ unit: fc.constantFrom(...'CcAPID.0123456789- '), maxLength: 8 });
  const endless = fc
    .tuple(idLike, fc.integer({ min: 1, max: 300 }))
    .map(([id, times]) => `CC6.${id.repeat(times)}`);
  fc.assert(
    fc.property(fc.oneof(idLike, endless, fc.string({ unit: 'binary', maxLength: 300 })), id => {
      const { suggestions, explanation } = whatWasMeant(id);
      assert.deepEqual(
        suggestions.filter(suggestion => !existing.has(suggestion)),
        [],
      );
      assert.match(explanation, /[.?]$/);
      assert.ok(explanation.length < 200, explanation);
    }),
    { numRuns: 500, examples: [['2.3']] },
  );
});
