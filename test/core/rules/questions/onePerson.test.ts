import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onePerson } from '../../../../server/src/core/rules/questions/onePerson.ts';

const people = [
  { id: 'ana', at: 0, name: 'Ana Ruiz', role: 'Auditor' },
  { id: 'ben', at: 0, name: undefined, role: 'Engineer' },
  { id: 'ana-2', at: 0, name: 'ana', role: undefined },
  { id: 'security-team', at: 0, name: 'Security Team', role: undefined },
];
const idOf = (value: string) => onePerson(value, people)?.id;

it('one person is named by id or name, in any case', () => {
  assert.equal(idOf('Ana Ruiz'), 'ana');
  assert.equal(idOf('BEN'), 'ben');
});

it('nobody is surely named by a role, a team, what two share, or what the manifest does not list', () => {
  for (const value of ['Auditor', 'security-team', 'Security team', 'Ana', 'Deloitte', ''])
    assert.equal(idOf(value), undefined, value);
});
