// Builds another revision of the project beside this one.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { modernNode, root } from './toolchain.mjs';

/**
 * Builds a revision in a folder of its own below .build/, which is kept for the next time.
 * @param {string} revision as git names it
 * @returns {string} the folder
 * @throws {Error} where git knows no such revision, or its build fails
 */
export function builtRevision(revision) {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--verify', `${revision}^{commit}`);
  const folder = join(root, '.build', 'revisions', commit);
  if (existsSync(join(folder, 'server', 'dist', 'launch.tickmark.cjs'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = `${folder}.tar`;
  git('archive', '--output', archive, commit);
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
  // Its own script installs what its lock file names.
  const { status } = spawnSync(modernNode(), ['scripts/build.mjs'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`The build of ${revision} failed: see its messages above.`);
  return folder;
}
