// What `check` says of files of evidence by the history of their repository.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { emptyFolder, write } from '../workspace/folder.ts';
import { git } from '../workspace/repository.ts';
import { tickmark, tickmarkJson, tickmarkWith } from './tickmark.ts';

const review = 'docs/evidence/files/review.csv';
const records = (more = '') =>
  `- {id: E-1, controls: [A], performed: 2020-03-01, collected: 2020-03-02, source: files/review.csv${more}}\n`;

/** A repository with a program whose evidence was collected long ago. */
function repository(t: TestContext, more = ''): string {
  const folder = emptyFolder(t);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  write(folder, 'docs/tickmark.yaml', 'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\n');
  write(folder, 'docs/controls/a.md', '---\nid: A\n---\nSomeone looks.\n');
  write(folder, 'docs/evidence/e.yaml', records(more));
  commit(folder, 'a\n');
  return folder;
}

function commit(folder: string, text: string): void {
  write(folder, review, text);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'Made');
}

/** The findings about files of evidence. */
function found(folder: string, ...args: readonly string[]): string[] {
  const { findings } = tickmarkJson(folder, 'check', '--as-of', '2026-06-30', ...args);
  return findings.flatMap(({ rule, message }: { rule: string; message: string }) =>
    /^evidence\/(?:file-changed|hash-differs)$/.test(rule) ? [`${rule}: ${message}`] : [],
  );
}

describe('check, of a file of evidence in a repository', () => {
  it('says that it was changed after it was collected, with the commit', t => {
    const folder = repository(t);
    assert.deepEqual(found(folder), []);
    commit(folder, 'b\n');
    const id = git(folder, 'rev-parse', 'HEAD').slice(0, 10);
    const on = git(folder, 'log', '-1', '--format=%as');
    assert.deepEqual(found(folder), [
      `evidence/file-changed: The file \`files/review.csv\` was changed on ${on} (commit ${id}), after it was collected as evidence \`E-1\` on 2020-03-02. Restore it, or collect the evidence again.`,
    ]);
    assert.equal(found(folder, '--since', 'HEAD').length, 0);
    assert.equal(found(folder, '--since', 'HEAD~1').length, 1);
  });

  it('judges what is committed, and not what a checkout made of it', t => {
    const sha256 = hash('sha256', 'a\n', 'hex');
    const folder = repository(t, `, sha256: ${sha256}`);
    write(folder, review, 'what a filter wrote');
    assert.deepEqual(found(folder), []);
    commit(folder, 'b\n');
    assert.deepEqual(
      found(folder).map(line => line.split(':')[0]),
      ['evidence/hash-differs'],
    );
  });

  it('asks again once something is committed, though no file has changed since the last answer', t => {
    const folder = repository(t);
    const cache = emptyFolder(t);
    write(folder, review, 'b\n');
    const count = () => found(folder, '--cache', cache).length;
    assert.equal(count(), 0);
    assert.equal(count(), 0);
    commit(folder, 'b\n');
    assert.equal(count(), 1);
  });

  it('says what was not looked at where one asks for it, and is silent otherwise', t => {
    const folder = repository(t);
    commit(folder, 'b\n');
    const clone = join(emptyFolder(t), 'clone');
    git(folder, 'clone', '--quiet', '--depth=1', pathToFileURL(folder).href, clone);
    assert.deepEqual(found(clone), []);
    const text = tickmark(clone, 'check', '--rule', 'evidence/file-changed');
    assert.match(
      text.stdout,
      /^docs: The history of evidence was not looked at in full: this clone has only a part of the history\. Fetch the rest with `git fetch --unshallow`\.$/m,
    );
    assert.equal(text.code, 0);
    assert.doesNotMatch(tickmark(clone, 'check').stdout, /history/);
    const { summary } = tickmarkJson(clone, 'check', '--rule', 'evidence/file-changed');
    assert.equal(summary.notices.length, 1);
    assert.doesNotMatch(tickmark(folder, 'check', '--rule', 'evidence/file-changed').stdout, /history/);
  });

  it('does without git', t => {
    const folder = repository(t);
    commit(folder, 'b\n');
    const { stdout, stderr, code } = tickmarkWith(
      { cwd: folder, env: { PATH: emptyFolder(t) } },
      ...['check', '--rule', 'evidence/file-changed'],
    );
    assert.match(stdout, /^docs: The history of evidence was not looked at in full: git cannot be run/m);
    assert.deepEqual([stderr, code], ['', 0]);
  });

  it('lets a comment stand that silences it where the history is not known', t => {
    const folder = repository(t);
    const silenced = (reason: string) =>
      `# tickmark-ignore-file evidence/file-changed: ${reason}\n${records()}`;
    write(folder, 'docs/evidence/e.yaml', silenced('Corrected together with the auditor.'));
    commit(folder, 'b\n');
    const unused = (root: string) =>
      tickmarkJson(root, 'check', '--rule', 'rules/unused-silencing').findings.length;
    const clone = join(emptyFolder(t), 'clone');
    git(folder, 'clone', '--quiet', '--depth=1', pathToFileURL(folder).href, clone);
    assert.deepEqual(found(folder), []);
    assert.deepEqual([unused(folder), unused(clone)], [0, 0]);
    commit(folder, 'a\n');
    assert.equal(unused(folder), 1);
  });
});
