import { execFileSync } from 'node:child_process';

/** A Node to measure with. */
export interface Node {
  readonly path: string;
  /** How a measure says that it was taken with this one: empty for the Node of the benchmarks. */
  readonly suffix: string;
}

/** This Node, and the one that npm was started with where that is another version. */
export function nodes(): readonly [Node, ...Node[]] {
  const own: Node = { path: process.execPath, suffix: '' };
  const host = process.env['TICKMARK_HOST_NODE'];
  if (host === undefined || host === process.execPath) return [own];
  const version = execFileSync(host, ['--version'], { encoding: 'utf8' }).trim();
  return version === process.version ? [own] : [own, { path: host, suffix: `, Node ${version}` }];
}
