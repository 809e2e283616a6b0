import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

const results = fileURLToPath(new URL('../RESULTS.md', import.meta.url));

/** What the figures depend on, in one line; to be asked for before measuring, for it tells how busy the machine is. */
export function circumstances(): string {
  return [
    `Node ${process.version}`,
    `${process.platform} ${process.arch}`,
    `${availableParallelism()} CPUs`,
    `load average before ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ].join(', ');
}

/**
 * Appends a section to bench/RESULTS.md.
 * @param tables in Markdown
 * @param date YYYY-MM-DD; the commit's own where it is undefined
 */
export function record(tables: string, circumstance: string, date: string | undefined): void {
  const commit = git('rev-parse', '--short', 'HEAD');
  const changed =
    git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with uncommitted changes';
  const day = date ?? git('log', '-1', '--format=%cs');
  appendFileSync(results, `\n## ${day}, commit ${commit}${changed}\n\n${circumstance}.\n\n${tables}\n`);
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  }).trim();
}
