// docs/command.md says what the help of the command says, and it names every option that there is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { common, options } from '../../server/src/cli/options.ts';
import { root, runIn } from '../architecture/project.ts';

const page = readFileSync(join(root, 'docs', 'command.md'), 'utf8');

it('the tables of commands and options are what the help says', () => {
  assert.deepEqual(runIn(root, 'scripts/commandPage.ts', '--check'), { code: 0, output: '' });
});

it('every option that the command takes is on the page, and no other', () => {
  const taken = Object.keys({ ...options, ...common });
  const told = [...page.matchAll(/^\| `(?:-\w, )?--([a-z\d-]+)/gm)].map(([, name]) => name);
  assert.ok(taken.length > 10);
  assert.deepEqual([...new Set(told)].sort(), taken.sort());
});
