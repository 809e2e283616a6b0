// Repositories of git, such as people make and such as nobody makes by accident.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { deflateSync } from 'node:zlib';
import { emptyFolder, write } from './folder.ts';

/** Runs git in a folder as somebody with a name; gives what it wrote, without the last line end. */
export function git(folder: string, ...args: readonly string[]): string {
  return gitWith(folder, {}, ...args);
}

/**
 * Commits everything in a folder as of a time.
 * @param at as git reads it: `2026-04-20T23:30:00-0800`
 */
export function commitAt(folder: string, at: string): void {
  git(folder, 'add', '--all', '.');
  const times = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
  gitWith(folder, times, 'commit', '--quiet', '--allow-empty', '-m', 'Made');
}

function gitWith(
  folder: string,
  variables: Readonly<Record<string, string>>,
  ...args: readonly string[]
): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, ...variables };
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  assert.equal(status, 0, stderr);
  return stdout.replace(/\n$/, '');
}

/** An entry of a tree; a name may have any bytes but 0. */
export interface Entry {
  readonly mode: string;
  readonly name: string | Uint8Array;
  readonly id: string;
}

/** Writes a file's content into a repository as it is; gives its id. */
export function addBlob(folder: string, content: string): string {
  return addObject(folder, 'blob', Buffer.from(content));
}

/** Writes a tree into a repository as it is said, whether git would make it or not; gives its id. */
export function addTree(folder: string, entries: readonly Entry[]): string {
  const parts = entries.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode} `),
    Buffer.from(name),
    Buffer.from([0]),
    Buffer.from(id, 'hex'),
  ]);
  return addObject(folder, 'tree', Buffer.concat(parts));
}

/** Makes a tree the newest commit of the branch; gives the commit's id. */
export function commitTree(folder: string, tree: string): string {
  const commit = git(folder, 'commit-tree', '-m', 'Made', tree);
  git(folder, 'update-ref', 'HEAD', commit);
  return commit;
}

/** The form of a loose object is that of gitformat-loose(5): a header, and all of it deflated. */
function addObject(folder: string, type: string, body: Buffer): string {
  const whole = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
  const id = createHash('sha1').update(whole).digest('hex');
  const file = join(folder, '.git/objects', id.slice(0, 2), id.slice(2));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, deflateSync(whole, { level: 1 }));
  return id;
}

const realGit = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();

/**
 * A PATH on which `git` is a script of the test's own, which may use `$git` for the real one.
 * @param script for sh(1)
 */
export function pathWithGit(t: TestContext, script: string): string {
  const folder = emptyFolder(t);
  write(folder, 'git', `#!/bin/sh\ngit='${realGit}'\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return `${folder}${delimiter}${process.env['PATH']}`;
}
