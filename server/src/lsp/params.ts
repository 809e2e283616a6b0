// What the parameters of each message must have, as far as the server reads them (LSP 3.17 and docs/protocol.md).
import { integer, list, object, optional, type Shape, string } from './shapes.ts';

const position = object({ line: integer, character: integer });
const range = object({ start: position, end: position });
const textDocument = object({ uri: string });
const versioned = object({ uri: string, version: optional(integer) });
const placeInDocument = object({ textDocument, position });
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

const shapes: ReadonlyMap<string, Shape> = new Map([
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
      textDocument: versioned,
      contentChanges: list(object({ range: optional(range), text: string })),
    }),
  ],
  ['textDocument/didClose', object({ textDocument })],
  ['workspace/didChangeWatchedFiles', object({ changes: folders })],
  ['workspace/didChangeWorkspaceFolders', object({ event: object({ added: folders, removed: folders }) })],
  ['textDocument/completion', placeInDocument],
  ['textDocument/hover', placeInDocument],
  ['textDocument/definition', placeInDocument],
  [
    'textDocument/codeAction',
    object({ textDocument, range, context: object({ only: optional(list(string)) }) }),
  ],
  ['textDocument/diagnostic', object({ textDocument, previousResultId: optional(string) })],
  ['workspace/executeCommand', object({ command: string, arguments: optional(list(() => undefined)) })],
  ['workspace/textDocumentContent', object({ uri: string })],
  ['tickmark/tree', object({ view: string, node: optional(string) })],
  ['tickmark/page', object({ root: string, page: string })],
  ['tickmark/pages', object({ root: string, at: optional(placeInDocument) })],
  ['tickmark/chooseReport', object({ root: string, report: string })],
  ['tickmark/scopeEdit', object({ root: string, categories: list(string) })],
  [
    'tickmark/newManifest',
    object({
      folder: string,
      organization: string,
      kind: string,
      type: integer,
      asOf: optional(string),
      period: optional(object({ start: string, end: string })),
      categories: list(string),
    }),
  ],
]);

/** What is wrong with the parameters of a message; undefined where they can be read. */
export function problemWith(method: string, params: unknown): string | undefined {
  const shape = shapes.get(method);
  if (shape) return shape(params, 'params');
  // What JSON-RPC allows, and a null that many clients write where there are none.
  return params === undefined || typeof params === 'object'
    ? undefined
    : 'params is neither an object nor a list.';
}
