// The injection grammars as package.json contributes them, on small bases of our own that carry the scopes of the
// editor's grammars. The cases are in the language of vscode-tmgrammar-test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');
const bases = ['markdown', 'yaml'].flatMap(name => ['-g', `test/grammar/bases/${name}.tmLanguage.json`]);

/** Runs the cases of one file. */
function run(file: string): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, '--compact', '--config', 'package.json', ...bases, file],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

const cases = 'test/grammar/cases';
for (const name of readdirSync(join(root, cases))) {
  test(name, () => {
    const { status, output } = run(`${cases}/${name}`);
    assert.equal(status, 0, output);
  });
}

test('a case that does not hold fails', context => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-grammar-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'wrong.md');
  writeFileSync(
    file,
    '% SYNTAX TEST "text.html.markdown"\nSee CC6.1.\n%   ^^^^^ - constant.other.criterion.tickmark\n',
  );
  const { status, output } = run(file.replaceAll('\\', '/'));
  assert.notEqual(status, 0);
  assert.match(output, /wrong\.md:2:5:10 .*constant\.other\.criterion\.tickmark/);
});
