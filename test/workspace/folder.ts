// A fixture on disk, for what reads files.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import type { TestContext } from 'node:test';
import { readExample } from '../../server/src/core/rules/example.ts';

/**
 * Writes files into a new folder, which goes when the test ends. It looks like a repository of its own, so that nothing
 * above it counts.
 * @param fixture in the example language (rules/example.ts)
 * @returns the folder's real path, with `/`
 */
export function folderOf(t: TestContext, fixture: string): string {
  const folder = emptyFolder(t);
  mkdirSync(join(folder, '.git'));
  for (const { path, text } of readExample(fixture)) write(folder, path, text);
  return folder;
}

/** A new folder that goes when the test ends: its real path, with `/`. */
export function emptyFolder(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tickmark-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder.split(sep).join('/');
}

/** Writes one file, just as it is, with the folders around it. */
export function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
