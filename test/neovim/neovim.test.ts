// The server in another real editor: Debian's Neovim with its built-in client, an old one, driven without a screen.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installNeovim } from '../../scripts/neovim/install.mjs';
import { command, node } from '../cli/tickmark.ts';
import { placesOf, textsWith } from '../editorSession.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const example = join(repository, 'examples', 'brightdesk');

interface Seen {
  readonly problem?: string;
  readonly unopened: readonly string[];
  readonly later: readonly string[];
  readonly diagnostics: readonly { line: number; column: number; code: string; message: string }[];
  readonly line: number;
  readonly column: number;
  readonly actions: readonly string[];
  readonly fixed: string;
  readonly completions: readonly string[];
  readonly hover: string;
  readonly extracted: { readonly file: string; readonly begins: readonly string[]; readonly link: string };
  readonly definition: string;
  readonly references: readonly string[];
  readonly renamed: Readonly<Record<string, string>>;
}

describe('Neovim with its built-in client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-neovim-'));
  const root = join(folder, 'brightdesk');
  let seen: Seen;

  before(() => {
    const neovim = installNeovim();
    cpSync(example, root, { recursive: true });
    writeFileSync(
      join(root, 'controls', 'unopened.md'),
      '---\nid: XX-99\nowner: ana\nfrequency: daily\nsatisfies: [CC6.1, CC9.9]\n---\n',
    );
    const result = join(folder, 'result.json');
    const { status, stderr } = spawnSync(
      neovim,
      ['--headless', '--clean', '-c', `luafile ${join(repository, 'test', 'neovim', 'drive.lua')}`],
      {
        encoding: 'utf8',
        timeout: 120_000,
        env: {
          ...process.env,
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
          TICKMARK_ROOT: root,
          TICKMARK_RESULT: result,
          TICKMARK_COMMAND: JSON.stringify([node, command, 'lsp', '--stdio']),
        },
      },
    );
    assert.equal(status, 0, stderr);
    seen = JSON.parse(readFileSync(result, 'utf8'));
    assert.equal(seen.problem, undefined);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows what is wrong in files that are not open, and in those that come later', () => {
    assert.deepEqual(seen.unopened, ['criteria/unknown']);
    assert.deepEqual(seen.later, ['criteria/spelling']);
  });

  it('shows a finding at its exact words, once', () => {
    const unknown = seen.diagnostics.filter(({ code }) => code === 'criteria/unknown');
    assert.deepEqual(
      unknown.map(({ line, column }) => [line, column]),
      [[seen.line, seen.column]],
    );
    assert.match(unknown[0]?.message ?? '', /CC9\.9/);
  });

  it('applies a quick fix, and the finding goes', () => {
    assert.deepEqual(seen.actions.slice(0, 2), ['Write CC9.1', 'Write CC9.2']);
    assert.match(seen.fixed, /\[CC9\.1, /);
  });

  it('completes criteria, what is missing first and what is listed last', () => {
    assert.equal(seen.completions.length, 61);
    assert.equal(seen.completions[0], 'CC3.3');
  });

  it('explains a criterion', () => assert.match(seen.hover, /^\*\*CC\d\.\d .*Security/s));

  it('makes a control of a section, in a new file, and links to it', () =>
    assert.deepEqual(seen.extracted, {
      file: 'controls/AC-09-roles-and-birthright-access.md',
      begins: ['---', 'id: AC-09'],
      link: 'See [AC-09: Roles and birthright access](../controls/AC-09-roles-and-birthright-access.md).',
    }));

  it('opens the control that a link names, at its id', () =>
    assert.equal(seen.definition, 'controls/AC-08-wiped-laptops.md:2:4'));

  it('lists every reference to a control, in keys, tables, and prose', () =>
    assert.deepEqual(seen.references, placesOf(example, 'AC-08')));

  it('renames a control in every file, open or not', () =>
    assert.deepEqual(seen.renamed, textsWith(example, 'AC-08', 'AC-80')));

  it('renames it back to the same bytes', () =>
    assert.deepEqual(textsWith(root, 'AC-08', 'AC-08'), textsWith(example, 'AC-08', 'AC-08')));
});
