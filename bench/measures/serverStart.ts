import { tmpdir } from 'node:os';
import { forgetAll } from '../harness/caches.ts';
import { type Measure, type Result, repeated } from '../harness/measure.ts';
import { type Node, nodes } from '../harness/nodes.ts';
import { actionsServer, markdownServer, yamlServer } from '../harness/peers.ts';
import { programFolder } from '../harness/program.ts';
import { runNode } from '../harness/runNode.ts';
import { type Server, Session } from '../harness/session.ts';
import { extensionServer, tickmarkServer } from '../harness/tickmarkServer.ts';

/** How often a server of ours is started, which takes a tenth of a second and varies; and a peer. */
const starts = 20;
const peerStarts = 5;

/** From spawning a server to its answer to `initialize`, beside what an empty script takes. */
export const serverStart: Measure = async ({ peers, runs }) => {
  const results: Result[] = [];
  for (const node of nodes()) {
    const scripts = Array.from({ length: starts }, () => runNode(['--eval', ''], tmpdir(), node.path).run);
    results.push(
      { measure: `empty script${node.suffix}`, subject: 'node', runs: scripts },
      await started('spawn to initialized', tickmarkServer, node, starts),
      await started('spawn to initialized as in VS Code', extensionServer, node, starts),
    );
  }
  const [own] = nodes();
  results.push(await started('spawn to initialized, nothing compiled', tickmarkServer, own, runs, forgetAll));
  if (!peers) return results;
  for (const server of [yamlServer, actionsServer, markdownServer]) {
    results.push(await started('spawn to initialized', server, own, peerStarts));
  }
  return results;
};

async function started(
  measure: string,
  server: Server,
  { path, suffix }: Node,
  times: number,
  prepare: () => void = () => {},
): Promise<Result> {
  const folder = programFolder(100);
  const runs = await repeated(times, async () => {
    prepare();
    const start = performance.now();
    const session = new Session(server, { node: path });
    await session.initialize(folder);
    const value = performance.now() - start;
    await session.end();
    return { value };
  });
  return { measure: `${measure}${suffix}`, subject: server.subject, runs };
}
