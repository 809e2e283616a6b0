import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { violations } from './jsonSchema.ts';

const folder = new URL('../../../server/src/core/catalog/data/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const series = readdirSync(folder).filter(name => /^(CC|A|C|PI|P)\d\.json$/.test(name));

test('there is a file for each of the twenty series', () => {
  assert.equal(series.length, 20);
});

for (const name of series) {
  test(`${name} has the form of a series`, () => {
    assert.deepEqual(violations(read('criterion-series.schema.json'), read(name)), []);
  });
}

test('DC.json has the form of the description criteria', () => {
  assert.deepEqual(violations(read('description-criteria.schema.json'), read('DC.json')), []);
});

const criterion = {
  id: 'CC6.1',
  title: 'Access',
  description: 'Access is limited.',
  auditorsLookAt: ['One', 'Two', 'Three'],
  controls: ['One', 'Two', 'Three'],
  evidence: ['One', 'Two', 'Three'],
  policies: ['Access policy'],
  related: ['CC6.2', 'CC6.3'],
  points: [{ number: 1, title: 'Assets listed', text: 'Assets are listed.' }],
};
const broken: readonly [what: string, change: object, complaint: RegExp][] = [
  ['a text that is too long', { description: `A${'a'.repeat(200)}.` }, /description: maxLength/],
  ['an empty text', { title: '' }, /title: pattern/],
  ['a sentence without its full stop', { description: 'Access is limited' }, /description: pattern/],
  ['too few controls', { controls: ['One'] }, /controls: minItems/],
  ['too much evidence', { evidence: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'] }, /evidence: maxItems/],
  ['an id of no series', { id: 'CC10.1' }, /id: pattern/],
  ['an unknown key', { note: 'x' }, /unknown key note/],
  ['a COSO principle that does not exist', { coso: 18 }, /coso: maximum/],
  ['a point without a text', { points: [{ number: 1, title: 'Assets listed' }] }, /points\/0: required/],
  ['a point numbered from 0', { points: [{ ...criterion.points[0], number: 0 }] }, /number: minimum/],
  ['a point for an unknown category', { points: [{ ...criterion.points[0], only: 'safety' }] }, /only: enum/],
  ['a list that is a text', { related: 'CC6.2' }, /related: type/],
];

test('a series of that form is accepted', () => {
  const file = { id: 'CC6', title: 'Access', category: 'security', criteria: [criterion] };
  assert.deepEqual(violations(read('criterion-series.schema.json'), file), []);
});

for (const [what, change, complaint] of broken) {
  test(`${what} is refused`, () => {
    const file = {
      id: 'CC6',
      title: 'Access',
      category: 'security',
      criteria: [{ ...criterion, ...change }],
    };
    const found = violations(read('criterion-series.schema.json'), file);
    assert.equal(found.length, 1);
    assert.match(found.join(), complaint);
  });
}
