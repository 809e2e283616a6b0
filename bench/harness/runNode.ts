import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Run } from './measure.ts';

const probe = fileURLToPath(new URL('probe.cjs', import.meta.url));

export interface Finished {
  readonly run: Required<Omit<Run, 'resident'>>;
  /** All that the program wrote. */
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a Node program to its end in a process of its own and says what it used; its output goes to files, not pipes.
 * @param args the script and its arguments
 * @param folder the working directory
 * @param node another Node than this one
 * @throws Error when it ends with a code other than 0 or 1 (1 is how a checker says that it found something)
 */
export function runNode(args: readonly string[], folder: string, node = process.execPath): Finished {
  const scratch = mkdtempSync(join(tmpdir(), 'tickmark-bench-run-'));
  const usage = join(scratch, 'usage.json');
  const names = [join(scratch, 'stdout'), join(scratch, 'stderr')] as const;
  const outputs = names.map(name => openSync(name, 'w'));
  try {
    const start = performance.now();
    const { status, error } = spawnSync(node, ['--require', probe, ...args], {
      cwd: folder,
      stdio: ['ignore', ...outputs],
      env: { ...process.env, TICKMARK_BENCH_USAGE: usage },
    });
    const value = performance.now() - start;
    if (error) throw error;
    const [stdout, stderr] = [readFileSync(names[0], 'utf8'), readFileSync(names[1], 'utf8')];
    if (status !== 0 && status !== 1) {
      throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr.slice(-2_000)}`);
    }
    return { run: { value, ...usageIn(readFileSync(usage, 'utf8')) }, stdout, stderr };
  } finally {
    outputs.forEach(closeSync);
    rmSync(scratch, { recursive: true });
  }
}

function usageIn(json: string): { cpu: number; peak: number } {
  const usage: unknown = JSON.parse(json);
  if (typeof usage === 'object' && usage !== null && 'cpu' in usage && 'peak' in usage) {
    const { cpu, peak } = usage;
    if (typeof cpu === 'number' && typeof peak === 'number') return { cpu, peak };
  }
  throw new Error(`The probe wrote no usage: ${json}`);
}
