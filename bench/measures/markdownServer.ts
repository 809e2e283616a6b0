import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fillPageCache } from '../harness/disk.ts';
import { pathsOf, usual } from '../harness/documents.ts';
import { editAndPull, opened, typing } from '../harness/edits.ts';
import { type Measure, timed } from '../harness/measure.ts';
import { markdownIt, markdownServer as server } from '../harness/peers.ts';
import { programFolder } from '../harness/program.ts';
import { type OpenDocument, Session } from '../harness/session.ts';

/** How often a document is edited. */
const times = 300;

/** What Visual Studio Code sends as settings where somebody has its Markdown links checked. */
const settings = {
  markdown: {
    server: { log: 'off' },
    suggest: { paths: { enabled: true } },
    occurrencesHighlight: { enabled: false },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

/**
 * The server behind Visual Studio Code's own Markdown support, with links checked, over the Markdown of the same program.
 * It has read everything once it can tell who refers to a file.
 */
export const markdownServer: Measure = async ({ many: documents }) => {
  const folder = programFolder(documents);
  fillPageCache(folder);
  const page = usual('procedure', documents);
  const session = new Session(server, { watched: true });
  const keep = await serveFiles(session, folder, documents, page);
  await session.initialize(folder);
  await session.initialized();
  await session.connection.sendNotification('workspace/didChangeConfiguration', { settings });

  const value = await timed(() =>
    session.connection.sendRequest('markdown/getReferencesToFileInWorkspace', {
      uri: session.uriOf(page.path),
    }),
  );
  const { held, ...usage } = await session.usage();
  await opened(session, page);
  const letter = typing(page.text);
  const edits = await editAndPull(session, page, i => keep(letter(i)), times);
  await session.end();

  const { subject } = server;
  return [
    { measure: 'server: index', subject, documents, runs: [{ value, ...usage }] },
    { measure: 'event loop held while indexing', subject, documents, runs: [{ value: held }] },
    {
      measure: 'edit to diagnostics: prose, 5.5 KB',
      subject,
      documents,
      runs: edits.map(taken => ({ value: taken })),
    },
  ];
};

/**
 * The server has its client find, read and parse files: so is done here, with the markdown-it that it is made for.
 * @returns keeps an edit of the open document
 */
async function serveFiles(
  { connection }: Session,
  folder: string,
  documents: number,
  page: OpenDocument,
): Promise<(edit: TextDocumentContentChangeEvent) => TextDocumentContentChangeEvent> {
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const uris = pathsOf(documents)
    .filter(path => path.endsWith('.md'))
    .map(uriOf);
  const buffer = TextDocument.create(uriOf(page.path), 'markdown', 1, page.text);
  const { default: MarkdownIt } = await import(pathToFileURL(markdownIt).href);
  const parser = new MarkdownIt({ html: true });
  const serve = (method: string, answer: (uri: string) => unknown): void => {
    connection.onRequest(method, ({ uri }: { uri: string }) => answer(uri));
  };
  serve('markdown/findMarkdownFilesInWorkspace', () => uris);
  serve('markdown/parse', uri => {
    const text = uri === buffer.uri ? buffer.getText() : readFileSync(fileURLToPath(uri), 'utf8');
    // Front matter is no Markdown; the lines are counted with it.
    return parser.parse(
      text.replace(/^---\r?\n.*?\r?\n---\r?\n/s, head => head.replace(/.+/g, '')),
      {},
    );
  });
  serve('markdown/fs/readFile', uri => [...readFileSync(fileURLToPath(uri))]);
  serve('markdown/fs/stat', uri => {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    return found ? { isDirectory: found.isDirectory() } : null;
  });
  serve('markdown/fs/readDirectory', uri =>
    readdirSync(fileURLToPath(uri), { withFileTypes: true }).map(entry => [
      entry.name,
      { isDirectory: entry.isDirectory() },
    ]),
  );
  return edit => {
    TextDocument.update(buffer, [edit], buffer.version + 1);
    return edit;
  };
}
