import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { entriesIn } from '../../../server/src/workspace/disk/entriesIn.ts';

let root = '';
before(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'tickmark-')));
  for (const folder of ['program/evidence/logs', 'program/evidence/node_modules', 'program/.git', 'outside'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['program/evidence/a.csv', 'program/evidence/.hidden', 'outside/secret.txt'])
    writeFileSync(join(root, file), '');
  symlinkSync(join(root, 'outside'), join(root, 'program/away'));
});
after(() => rmSync(root, { recursive: true, force: true }));

it('lists files, and folders with a slash, without what is hidden or installed', () => {
  assert.deepEqual(entriesIn(join(root, 'program/evidence'), join(root, 'program')), ['a.csv', 'logs/']);
});

it('lists nothing outside, nor where there is no folder', () => {
  const program = join(root, 'program');
  for (const folder of ['away', '../outside', 'nowhere', 'evidence/a.csv'])
    assert.deepEqual(entriesIn(join(program, folder), program), [], folder);
});
