import assert from 'node:assert/strict';
import { it } from 'node:test';
import { peopleNamed } from '../../../server/src/core/program/people.ts';

const people = [
  { id: 'ana', at: 0, name: 'Ana Ruiz', role: 'Engineer' },
  { id: 'ben', at: 0, name: undefined, role: 'engineer' },
  { id: 'ana-2', at: 0, name: 'ana', role: undefined },
];
const ids = (value: string) => peopleNamed(people, value).map(({ id }) => id);

it('a value names whoever has it as id, name or role, in any case', () => {
  assert.deepEqual(ids('BEN'), ['ben']);
  assert.deepEqual(ids('ana ruiz'), ['ana']);
  assert.deepEqual(ids('Engineer'), ['ana', 'ben']);
  assert.deepEqual(ids('Ana'), ['ana', 'ana-2']);
});

it('it names nobody by half a name, or by nothing', () => {
  assert.deepEqual(ids('Ruiz'), []);
  assert.deepEqual(ids(''), []);
});
