import {
  type TreeNode,
  type TreeParams,
  type TreeResult,
  treeChangedNotification,
  treeRequest,
} from '../../../../protocol/tree.ts';
import { auditNodes } from '../../core/features/auditTree.ts';
import { coverageNodes } from '../../core/features/coverageTree.ts';
import { evidenceNodes, groupingOf, noEvidenceIn, pressingWords } from '../../core/features/evidenceTree.ts';
import type { ProgramNode } from '../../core/features/treeNode.ts';
import { markdownOfBlocks } from '../../core/pages/markdown.ts';
import type { Program } from '../../core/program/program.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { notificationOf, requestOf } from '../messages.ts';
import { nameOf } from '../programName.ts';
import { object, optional, string } from '../shapes.ts';
import { unawaited } from '../unawaited.ts';
import { visible, visibleBlocks } from '../visible.ts';
import { type Feature, request } from './feature.ts';

/** A tree of our own. */
interface View {
  /** The children of a node of a program; its roots for undefined, put together by what is asked for. */
  readonly nodes: (
    program: Program,
    id: string | undefined,
    by: string | undefined,
  ) => readonly ProgramNode[];
  /** Whether there is something to see of a program; where of none, the view is empty. */
  readonly isIn: (program: Program) => boolean;
  /** What is said of the roots. */
  readonly about: (programs: readonly Program[]) => Pick<TreeResult, 'summary' | 'lacks'>;
}

const views: ReadonlyMap<string, View> = new Map<string, View>([
  ['coverage', { nodes: coverageNodes, isIn: () => true, about: () => ({}) }],
  ['audit', { nodes: auditNodes, isIn: () => true, about: () => ({}) }],
  [
    'evidence',
    {
      nodes: (program, id, by) => evidenceNodes(program, groupingOf(by), id),
      isIn: program => noEvidenceIn(program) === undefined,
      about: aboutEvidence,
    },
  ],
]);

/** The trees of each program, and above them the programs where there are several. */
export const tree: Feature = {
  answers: [
    request(
      requestOf(treeRequest),
      object({ view: string, by: optional(string), node: optional(string) }),
      childrenIn,
    ),
  ],
  changed({ abilities, connection, revision }) {
    if (!abilities.own.trees) return;
    for (const view of views.keys()) {
      const params = { view, revision };
      unawaited(() => connection.sendNotification(notificationOf(treeChangedNotification), params));
    }
  },
};

async function childrenIn({ view: name, by, node }: TreeParams, context: ServerContext): Promise<TreeResult> {
  // As it was when this was asked: a change in the middle of the answer makes it an older one.
  const { revision } = context;
  const view = views.get(name);
  if (!view) return { revision, nodes: [] };
  if (node !== undefined) return { revision, nodes: await childrenOf(view, node, by, context) };
  const about = view.about(context.workspace.programs.map(({ engine }) => engine.program));
  return { revision, nodes: await rootsOf(view, by, context), ...about };
}

async function rootsOf(view: View, by: string | undefined, context: ServerContext): Promise<TreeNode[]> {
  const hosts = context.workspace.programs;
  const [only, ...others] = hosts;
  if (only && others.length === 0) return nodesOf(view, only, undefined, by, context);
  return hosts.filter(({ engine }) => view.isIn(engine.program)).map(programNode);
}

/** @param id that of the program, its root, and behind a bar one of the program's own */
async function childrenOf(
  view: View,
  id: string,
  by: string | undefined,
  context: ServerContext,
): Promise<TreeNode[]> {
  const [root = '', ...rest] = id.split('|');
  const host = context.workspace.programs.find(({ folder }) => encodeURIComponent(folder.root) === root);
  return host ? nodesOf(view, host, rest.length > 0 ? rest.join('|') : undefined, by, context) : [];
}

function aboutEvidence(programs: readonly Program[]): Pick<TreeResult, 'summary' | 'lacks'> {
  const [first, ...others] = programs;
  if (!first) return { lacks: 'no program' };
  const lacks = programs.every(program => noEvidenceIn(program)) ? noEvidenceIn(first) : undefined;
  if (lacks !== undefined) return { lacks };
  // Of several programs, each says it of its own.
  const summary = others.length === 0 ? pressingWords(first) : undefined;
  return summary === undefined ? {} : { summary };
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

function nodesOf(
  view: View,
  host: ProgramHost,
  id: string | undefined,
  by: string | undefined,
  context: ServerContext,
): Promise<TreeNode[]> {
  const nodes = view.nodes(host.engine.program, id, by);
  return Promise.all(nodes.map(node => shownNode(node, host, context)));
}

async function shownNode(
  { id, label, description, spoken, place, page, why, evidenceFor, remedy, tooltip, ...node }: ProgramNode,
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
    ...(evidenceFor === undefined ? {} : { evidenceFor: { root, ...evidenceFor } }),
    ...(remedy === undefined ? {} : { remedy: { root, answers: { kind: 'task', ...remedy } } }),
  };
}
