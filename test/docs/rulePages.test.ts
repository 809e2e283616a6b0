import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { emptyFolder } from '../workspace/folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the generator in a folder. */
function run(folder: string, ...args: readonly string[]) {
  const script = join(root, 'scripts', 'rulePages.ts');
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
}

test('the pages of the rules are what the rules say', () => {
  const { status, stderr } = run(root, '--check');
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('a page that was changed, is missing or is of no rule is named by the check, and mended', context => {
  const folder = emptyFolder(context);
  const pages = join(folder, 'docs', 'rules');
  cpSync(join(root, 'docs', 'rules'), pages, { recursive: true });
  appendFileSync(join(pages, 'criteria', 'unknown.md'), 'More.\n');
  rmSync(join(pages, 'documents', 'syntax.md'));
  mkdirSync(join(pages, 'poems'));
  writeFileSync(join(pages, 'poems', 'ode.md'), 'O!\n');
  const { status, stderr } = run(folder, '--check');
  assert.equal(status, 1);
  assert.deepEqual(stderr.match(/\w+\/\w+(?=\.md)/g), ['criteria/unknown', 'documents/syntax', 'poems/ode']);
  assert.equal(run(folder).status, 0);
  assert.equal(run(folder, '--check').status, 0);
});
