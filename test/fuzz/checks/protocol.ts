// An exchange with the server over files in memory: everything is answered, and what is published in the end is what the
// command would find.
import { isDeepStrictEqual } from 'node:util';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { FileChangeType } from 'vscode-languageserver/node';
import type { Files } from '../../../server/src/workspace/files.ts';
import { checked, lineOf } from '../../lsp/checked.ts';
import type { Client } from '../../lsp/client.ts';
import { type Count, inBytes, inUnits } from '../../lsp/counting.ts';
import { serveInMemory, uriInMemory } from '../../lsp/inMemory.ts';
import { countsBytes, likeVsCode, nothing } from '../../lsp/presets.ts';
import { MemoryFiles } from '../../workspace/memoryFiles.ts';
import { holds } from '../fault.ts';
import { clientForms, type FileStep, isMessage, isStep, type MessageStep } from '../grammars/protocol.ts';
import type { Input } from '../input.ts';
import { surroundingTexts } from '../surroundings.ts';
import { boundary } from './ranges.ts';

type ClientForm = (typeof clientForms)[number];

/** A server and the files that it sees. */
export interface Stage {
  readonly client: Client;
  readonly files: Files;
  /** The key of the folder that is open, and its URI. */
  readonly folder: string;
  readonly uriOf: (key: string) => string;
  readonly write: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
}

const { textDocument: { diagnostic: _, ...documents } = {}, ...withoutPulls } = likeVsCode;
const abilities: Readonly<Record<ClientForm, ClientCapabilities>> = {
  bytes: { ...countsBytes, workspace: { workspaceFolders: true } },
  units: { ...withoutPulls, textDocument: { hover: { contentFormat: ['markdown'] } } },
  vscode: { ...withoutPulls, textDocument: documents },
  nothing,
};

/** How long an answer is waited for, in milliseconds. */
const patience = 10_000;

/** Plays an exchange on a stage of its own. @throws Fault */
export async function checkProtocol({ text }: Input): Promise<void> {
  const files = new MemoryFiles();
  for (const [path, content] of surroundingTexts) files.texts.set(`/w/${path}`, content);
  const { client, end } = serveInMemory(undefined, files);
  try {
    await play(text, {
      client,
      files,
      folder: '/w',
      uriOf: uriInMemory,
      write: (key, content) => void files.texts.set(key, content),
      remove: key => void files.texts.delete(key),
    });
  } finally {
    end();
  }
}

/** Plays an exchange, of which a line that is no step is passed over, and compares what is published in the end. @throws Fault */
export async function play(text: string, stage: Stage): Promise<void> {
  const [said, ...lines] = text.split('\n').flatMap(parsed);
  const { client, folder, files, uriOf } = stage;
  const form = clientForms.find(one => one === said) ?? 'nothing';
  const workspaceFolders = [{ uri: uriOf(folder), name: 'w' }];
  await client.introduce([], { workspaceFolders, capabilities: abilities[form], rootUri: uriOf(folder) });
  const buffers = new Map<string, string>();
  const answers: Promise<unknown>[] = [];
  for (const step of lines.filter(isStep)) {
    if (isMessage(step)) answers.push(...send(step, stage));
    else happen(step, stage, buffers, form === 'bytes' ? inBytes : inUnits);
  }
  await settled(Promise.all(answers), 'a question is not answered');
  await settled(client.connection.sendRequest('tickmark/status', {}), 'the server answers no more');
  // What a client is told that counts bytes stands elsewhere: of that the words are compared.
  const comparable = (lines: readonly string[]) =>
    lines.map(line => (form === 'bytes' ? line.replace(/^[\d:-]+ /, '') : line)).sort();
  const published = () =>
    new Map(
      [...client.published].map(([uri, found]) => [
        uri,
        comparable(found.map(one => lineOf({ ...one, code: `${one.code}` }))),
      ]),
    );
  const expected = await checked(files, [folder], buffers);
  const wanted = new Map([...expected].map(([key, found]) => [uriOf(key), comparable(found)]));
  const isTold = client.until(() => isDeepStrictEqual(published(), wanted));
  const [is, should] = [published, () => wanted].map(found => () => JSON.stringify([...found()].sort()));
  await settled(isTold, 'published otherwise than checked', () => `${is?.()}\n${should?.()}`);
}

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

/** Sends a message; gives the answer that is to come. */
function send({ does, method, params }: MessageStep, { client, folder, uriOf }: Stage): Promise<unknown>[] {
  const said = JSON.parse(JSON.stringify(params ?? {}).replaceAll('"@', `"${uriOf(folder)}`));
  if (does === 'ask') return [client.connection.sendRequest(method, said).catch(() => undefined)];
  void client.connection.sendNotification(method, said);
  return [];
}

/** Has something happen to a document, as far as it can: only what is open is edited and closed. */
function happen(step: FileStep, stage: Stage, buffers: Map<string, string>, count: Count): void {
  const { client, folder, uriOf, write, remove } = stage;
  const key = `${folder}/${step.path}`;
  const uri = uriOf(key);
  const before = buffers.get(key);
  switch (step.does) {
    case 'open':
      if (before !== undefined) return;
      buffers.set(key, step.text);
      void client.open(uri, step.text);
      return;
    case 'edit': {
      if (before === undefined) return;
      const [start, end] = [step.from, step.to].map(share =>
        boundary(before, Math.floor(share * before.length)),
      );
      if (start === undefined || end === undefined || start > end) return;
      void client.change(uri, {
        range: { start: count(before, start), end: count(before, end) },
        text: step.text,
      });
      buffers.set(key, before.slice(0, start) + step.text + before.slice(end));
      return;
    }
    case 'close':
      if (buffers.delete(key)) void client.close(uri);
      return;
    case 'write':
      write(key, step.text);
      void client.tellOfFiles([{ uri, type: FileChangeType.Changed }]);
      return;
    case 'remove':
      remove(key);
      void client.tellOfFiles([{ uri, type: FileChangeType.Deleted }]);
      return;
  }
}

async function settled(
  answers: Promise<unknown>,
  check: string,
  message = () => `for ${patience} ms`,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const inTime = await Promise.race([answers.then(() => true), late]);
  clearTimeout(timer);
  holds(inTime, check, message);
}
