// What the parameters of each message must have, as far as the server reads them (LSP 3.17 and docs/protocol.md).
import { range, textDocument } from './features/feature.ts';
import { features } from './features/features.ts';
import { anyParams, integer, list, object, optional, type Shape, string } from './shapes.ts';

const folders = list(object({ uri: string }));
const id: Shape = (value, at) =>
  typeof value === 'string' || typeof value === 'number'
    ? undefined
    : `${at} is neither a string nor a number.`;

/** What is read of the capabilities as a list. */
const lists = [
  'general.positionEncodings',
  'textDocument.publishDiagnostics.tagSupport.valueSet',
  'textDocument.hover.contentFormat',
  'textDocument.completion.completionItem.documentationFormat',
  'textDocument.completion.completionItemKind.valueSet',
  'textDocument.completion.completionItem.resolveSupport.properties',
  'workspace.workspaceEdit.resourceOperations',
];
/** Anything else in them is at most not what a capability must be to count. */
const capabilities: Shape = (value, at) => {
  const problem = object()(value, at);
  if (problem !== undefined) return problem;
  const wrong = lists.find(path => !Array.isArray(valueAt(value, path) ?? []));
  return wrong === undefined ? undefined : `${at}.${wrong} is not a list.`;
};

function valueAt(value: unknown, path: string): unknown {
  let inner = value;
  for (const name of path.split('.')) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = new Map<string, unknown>(Object.entries(inner)).get(name);
  }
  return inner;
}

/** Of what begins a session, and of notifications. */
const ownShapes: readonly (readonly [method: string, shape: Shape])[] = [
  [
    'initialize',
    object({
      processId: optional(integer),
      rootUri: optional(string),
      rootPath: optional(string),
      workspaceFolders: optional(folders),
      capabilities,
    }),
  ],
  ['$/cancelRequest', object({ id })],
  ['textDocument/didOpen', object({ textDocument: object({ uri: string, text: string }) })],
  [
    'textDocument/didChange',
    object({
      textDocument: object({ uri: string, version: optional(integer) }),
      contentChanges: list(object({ range: optional(range), text: string })),
    }),
  ],
  ['textDocument/didClose', object({ textDocument })],
  ['workspace/didChangeConfiguration', object()],
  ['workspace/didChangeWatchedFiles', object({ changes: folders })],
  ['workspace/didChangeWorkspaceFolders', object({ event: object({ added: folders, removed: folders }) })],
];
/** Each feature says what its requests must have. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ...ownShapes,
  ...features.flatMap(({ answers }) => answers.map(({ method, shape }) => [method, shape] as const)),
]);

/** What is wrong with the parameters of a message; undefined where they can be read. */
export function problemWith(method: string, params: unknown): string | undefined {
  return (shapes.get(method) ?? anyParams)(params, 'params');
}
