import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticRefreshRequest, type TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { treeChangedNotification, treeRequest } from '../../protocol/tree.ts';
import { requestOf } from '../../server/src/lsp/messages.ts';
import { usual } from '../harness/documents.ts';
import { editAndPull, positionAt, typing } from '../harness/edits.ts';
import type { Measure } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';
import { Samples } from '../harness/samples.ts';
import { type OpenDocument, pause, type Session } from '../harness/session.ts';
import { begin, indexed, pushed } from '../harness/tickmarkServer.ts';

/** How long nothing is to change before everything is taken to be right, in milliseconds. */
const settled = 500;
const poll = 20;
/** How often a letter is typed while a scope edit is being worked off. */
const letters = 50;

/** A category leaves the report and comes back, in the manifest's buffer: until every finding and the tree are right. */
export const scopeEdit: Measure = async ({ many, runs }) => {
  const folder = programFolder(many);
  const page = usual('procedure', many);
  const path = 'tickmark.yaml';
  const manifest = { path, text: readFileSync(join(folder, path), 'utf8') };
  const scope = scopeEdits(manifest.text);
  const letter = typing(page.text);
  const samples = new Samples(many);
  for (let run = 0; run < runs; run++) {
    const { session, start } = await begin(folder, { watched: true, warm: true });
    const editor = new Editor(session, [manifest, page]);
    await editor.open();
    await indexed(session, start);
    await editor.settle(start);
    await session.usage();

    for (const edit of [scope.leave, scope.return]) {
      const edited = performance.now();
      void session.change(path, edit);
      samples.add('scope edit to everything right', (await editor.settle(edited)) - edited);
    }

    samples.add('event loop held after a scope edit', (await session.usage()).held);

    for (const [round, edit] of [scope.leave, scope.return].entries()) {
      const edited = performance.now();
      void session.change(path, edit);
      const taken = await editAndPull(session, page, i => letter(round * letters + i), letters);
      samples.add('edit to diagnostics after a scope edit', ...taken);
      await editor.settle(edited);
    }
    await session.end();
  }
  return samples.results;
};

/** Shows the tree and some documents as Visual Studio Code does, and takes note of when anything that is shown changed last. */
class Editor {
  readonly #session: Session;
  readonly #documents: readonly OpenDocument[];
  #tree = '';
  #treeChanged = 0;
  #changed = 0;

  constructor(session: Session, documents: readonly OpenDocument[]) {
    this.#session = session;
    this.#documents = documents;
    session.on(pushed, () => this.#note());
    session.on(DiagnosticRefreshRequest.method, () => void this.#pull());
    session.on(treeChangedNotification.method, () => void this.#ask());
  }

  async open(): Promise<void> {
    for (const document of this.#documents) await this.#session.open(document);
    await this.#pull();
  }

  /**
   * Settles once nothing has changed for some time, and the tree has.
   * @param since when that begins
   * @returns when something has changed last
   */
  async settle(since: number): Promise<number> {
    while (this.#treeChanged < since || this.#changed + settled > performance.now()) await pause(poll);
    return this.#changed;
  }

  #note(): void {
    this.#changed = performance.now();
  }

  async #pull(): Promise<void> {
    for (const { path } of this.#documents) if (await this.#session.pull(path)) this.#note();
  }

  async #ask(): Promise<void> {
    const tree = JSON.stringify(await this.#nodes(undefined));
    if (tree === this.#tree) return;
    this.#tree = tree;
    this.#treeChanged = performance.now();
    this.#note();
  }

  /** The tree down to the criteria: report, category, group, criterion. */
  async #nodes(id: string | undefined, depth = 4): Promise<unknown> {
    if (depth === 0) return [];
    const params = { view: 'coverage', ...(id === undefined ? {} : { node: id }) };
    const { nodes } = await this.#session.connection.sendRequest(requestOf(treeRequest), params);
    return Promise.all(nodes.map(async node => [node, await this.#nodes(node.id, depth - 1)]));
  }
}

/** Confidentiality leaves the categories of the report, and returns. */
function scopeEdits(text: string): Record<'leave' | 'return', TextDocumentContentChangeEvent> {
  const removed = ', confidentiality';
  const start = positionAt(text, text.indexOf(removed));
  const end = { ...start, character: start.character + removed.length };
  return {
    leave: { range: { start, end }, text: '' },
    return: { range: { start, end: start }, text: removed },
  };
}
