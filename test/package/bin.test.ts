// The command as npm links it: in a clone that is installed and then built, `npx tickmark` runs it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyFolder } from '../workspace/folder.ts';

const { bin } = JSON.parse(readFileSync('server/package.json', 'utf8'));
const run = (script: string) =>
  spawnSync(process.execPath, [script, 'explain', 'CC6.1'], { encoding: 'utf8' });

test('the linked command is there before anything is built, and then runs what is built', () => {
  const { status, stdout } = run(join('server', bin.tickmark));
  assert.equal(status, 0);
  assert.match(stdout, /^CC6\.1 /);
});

test('it says what to do where nothing is built', t => {
  const folder = emptyFolder(t);
  cpSync('server/bin', join(folder, 'bin'), { recursive: true });
  const { status, stdout, stderr } = run(join(folder, bin.tickmark));
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /npm run build/);
});
