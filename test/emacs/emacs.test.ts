// The server in a client that shows only what is pushed while a document is open: Debian's Emacs with Eglot, driven without a
// screen.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installEmacs } from '../../scripts/emacs/install.mjs';
import { command, node } from '../cli/tickmark.ts';
import { placesOf, textsWith } from '../editorSession.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const example = join(repository, 'examples', 'brightdesk');

interface Shown {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

interface Seen {
  readonly problem?: string;
  readonly opened: readonly Shown[];
  readonly again: readonly Shown[];
  readonly completions: readonly string[];
  readonly completed: string;
  readonly actions: readonly string[];
  readonly fixed: string;
  readonly definition: string;
  readonly references: readonly string[];
  readonly renamed: Readonly<Record<string, string>>;
}

describe('Emacs with Eglot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-emacs-'));
  const root = join(folder, 'brightdesk');
  let seen: Seen;

  before(() => {
    const emacs = installEmacs();
    cpSync(example, root, { recursive: true });
    writeFileSync(
      join(root, 'controls', 'unopened.md'),
      '---\nid: XX-99\nowner: ana\nfrequency: daily\nsatisfies: [CC6.1, CC9.9]\n---\n',
    );
    const result = join(folder, 'result.json');
    const { status, stderr } = spawnSync(
      emacs,
      ['--batch', '-l', join(repository, 'test', 'emacs', 'drive.el')],
      {
        encoding: 'utf8',
        timeout: 120_000,
        env: {
          ...process.env,
          HOME: folder,
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

  const isUnknownCriterion = (shown: readonly Shown[]) => {
    assert.deepEqual(
      shown.map(({ line, column }) => [line, column]),
      [[5, 19]],
    );
    assert.match(shown[0]?.text ?? '', /criteria\/unknown.*CC9\.9/);
  };

  it('shows the findings of a document that is opened after everything is read, at their exact words, once', () =>
    isUnknownCriterion(seen.opened));

  it('shows them again when the document is closed and opened again', () => isUnknownCriterion(seen.again));

  it('applies a quick fix, and the finding goes', () => {
    assert.deepEqual(seen.actions.slice(0, 2), ['Write CC9.1', 'Write CC9.2']);
    assert.equal(seen.fixed, 'satisfies: [CC6.1, CC9.1]');
  });

  it('completes criteria, and the id of a policy', () => {
    assert.deepEqual(seen.completions, ['CC9.1', 'CC9.2']);
    assert.equal(seen.completed, 'policies: [access-control]');
  });

  it('opens the control that a link names, at its id', () =>
    assert.equal(seen.definition, 'controls/AC-08-wiped-laptops.md:2:4'));

  it('lists every reference to a control, in keys, tables, and prose', () =>
    assert.deepEqual(seen.references, placesOf(example, 'AC-08')));

  it('renames a control in every file, open or not', () =>
    assert.deepEqual(seen.renamed, textsWith(example, 'AC-08', 'AC-80')));

  it('renames it back to the same bytes', () =>
    assert.deepEqual(textsWith(root, 'AC-08', 'AC-08'), textsWith(example, 'AC-08', 'AC-08')));
});
