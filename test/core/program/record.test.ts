import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nameOf } from '../../../server/src/core/program/record.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

/** What the records of a fixture are called, outside their documents and in them. */
function names(fixture: string): string[] {
  const { program } = engineOf(readExample(fixture));
  return [...program.paths()].flatMap(path =>
    program.records(path).map(entry => `${nameOf(entry)} / ${nameOf({ shape: entry.shape })}`),
  );
}

it('a record is called by its id, else its title, else its file', () => {
  assert.deepEqual(names('=== controls/a.yaml\nid: AC-01\ntitle: Access\n'), ['AC-01 / AC-01']);
  assert.deepEqual(names('=== policies/a.yaml\ntitle: Access\nsatisfies: [CC6.1]\n'), ['Access / Access']);
  assert.deepEqual(names('=== policies/a.yaml\nsatisfies: [CC6.1]\n'), ['policies/a.yaml / a']);
});

it('a control without an id is called by the name of its file, by which evidence refers to it', () => {
  assert.deepEqual(names('=== controls/a.yaml\ntitle: Access\nsatisfies: [CC6.1]\n'), ['a / a']);
  assert.deepEqual(names('=== controls/a.yaml\nid:\nsatisfies: [CC6.1]\n'), ['a / a']);
});

it('one of several in a file has no name of its own there', () => {
  const all = '=== controls/all.yaml\n- satisfies: [CC6.1]\n- satisfies: [CC6.2]\n';
  assert.deepEqual(names(all), Array(2).fill('controls/all.yaml / without id'));
});
