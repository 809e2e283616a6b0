import {
  type TreeNode,
  type TreeParams,
  type TreeResult,
  treeChangedNotification,
  treeRequest,
} from '../../../../protocol/tree.ts';
import { type CoverageNode, coverageNodes } from '../../core/features/coverageTree.ts';
import { markdownOfBlocks } from '../../core/pages/markdown.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { notificationOf, requestOf } from '../messages.ts';
import { nameOf } from '../programName.ts';
import { object, optional, string } from '../shapes.ts';
import { unawaited } from '../unawaited.ts';
import { visible, visibleBlocks } from '../visible.ts';
import { type Feature, request } from './feature.ts';

/** The coverage tree of each program, and above them the programs where there are several. */
export const tree: Feature = {
  answers: [request(requestOf(treeRequest), object({ view: string, node: optional(string) }), childrenIn)],
  changed({ abilities, connection, revision }) {
    if (!abilities.own.trees) return;
    const params = { view: 'coverage', revision };
    unawaited(() => connection.sendNotification(notificationOf(treeChangedNotification), params));
  },
};

async function childrenIn({ view, node }: TreeParams, context: ServerContext): Promise<TreeResult> {
  // As it was when this was asked: a change in the middle of the answer makes it an older one.
  const { revision } = context;
  return { revision, nodes: view === 'coverage' ? await childrenOf(node, context) : [] };
}

async function childrenOf(id: string | undefined, context: ServerContext): Promise<TreeNode[]> {
  const hosts = context.workspace.programs;
  if (id === undefined) {
    const single = hosts.length === 1 ? hosts[0] : undefined;
    return single ? nodesOf(single, undefined, context) : hosts.map(programNode);
  }
  // An id is that of the program, its root, and behind a bar one of the program's own.
  const [root = '', ...rest] = id.split('|');
  const host = hosts.find(({ folder }) => encodeURIComponent(folder.root) === root);
  return host ? nodesOf(host, rest.length > 0 ? rest.join('|') : undefined, context) : [];
}

function programNode(host: ProgramHost): TreeNode {
  return {
    id: encodeURIComponent(host.folder.root),
    label: nameOf(host),
    description: visible(host.folder.root.slice(host.folder.root.lastIndexOf('/') + 1)),
    icon: 'program',
    children: 'expanded',
    context: 'program',
  };
}

function nodesOf(host: ProgramHost, id: string | undefined, context: ServerContext): Promise<TreeNode[]> {
  return Promise.all(coverageNodes(host.engine.program, id).map(node => shownNode(node, host, context)));
}

async function shownNode(
  { id, label, description, spoken, place, page, why, tooltip, ...node }: CoverageNode,
  host: ProgramHost,
  context: ServerContext,
): Promise<TreeNode> {
  const location = place && (await context.locationOf(host, place));
  const root = context.folders.uriOf(host.folder.root);
  return {
    ...node,
    label: visible(label),
    ...(description === '' ? {} : { description: visible(description) }),
    accessibilityLabel: visible(spoken),
    tooltip: markdownOfBlocks(visibleBlocks(tooltip)),
    id: `${encodeURIComponent(host.folder.root)}|${id}`,
    ...(location ? { location } : {}),
    ...(page === undefined ? {} : { page: { root, page } }),
    ...(why === undefined ? {} : { why: { root, page: why } }),
  };
}
