import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileChangeType, type FileEvent } from 'vscode-languageserver/node';
import { Random } from '../../bench/generator/random.ts';
import { sourceOf } from '../../server/src/core/text/source.ts';
import { visible } from '../../server/src/lsp/visible.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { tickmarkJson } from '../cli/tickmark.ts';
import { checked, lineOf } from '../lsp/checked.ts';
import { uriOf } from '../lsp/client.ts';
import { changingTexts } from '../workspace/changingTexts.ts';
import type { Mismatch, SoakOptions } from './memorySoak.ts';
import { RealServer } from './realServer.ts';
import { pathsOf, type Step, stepOf } from './step.ts';

/** How many steps a server lives, how many come before a comparison at most, and how often that is with the command. */
const session = 400;
const longestBatch = 25;
const shareOfCommand = 0.1;

/** Has files on disk and buffers of the built server change, and compares what it publishes with what is checked anew. */
export async function soakOnDisk({
  seed,
  steps,
  documents,
  mayGoOn = () => true,
  progress = () => {},
}: SoakOptions): Promise<Mismatch | undefined> {
  const random = new Random(seed);
  const paths = pathsOf(documents);
  for (let done = 0, comparisons = 0; done < steps && mayGoOn(); ) {
    const disk = new Disk(random.chance(0.5));
    await disk.begin();
    try {
      for (let inSession = 0; inSession < session && done < steps && mayGoOn(); ) {
        const batch: Step[] = [];
        const length = Math.min(steps - done, random.whole(1, longestBatch));
        try {
          for (let i = 0; i < length; i++) {
            const step = stepOf(random, { files: disk.files, buffers: disk.buffers, paths });
            batch.push(step);
            disk.take(step);
          }
          await disk.compare(random.chance(shareOfCommand));
        } catch (error) {
          const words = error instanceof Error ? error.stack : String(error);
          const told = batch.map(step => JSON.stringify(step)).join('\n');
          const message = `${disk.isTold ? 'the client tells of files' : 'the server watches'}\n${told}\n${words}`;
          return { step: done + batch.length, batch: undefined, message };
        }
        [done, inSession] = [done + length, inSession + length];
        progress(done, ++comparisons);
      }
    } finally {
      await disk.end();
    }
  }
  return undefined;
}

/** A folder on disk with a server that has it open. Keys of steps are paths below `/w`, which stands for the folder. */
class Disk {
  readonly files = new Map<string, string>();
  readonly buffers = new Map<string, string>();
  /** Whether the client tells of changed files, rather than the server seeing them itself. */
  readonly isTold: boolean;
  readonly #root = realpathSync(mkdtempSync(join(tmpdir(), 'tickmark-soak-')));
  readonly #server = new RealServer();
  #events: FileEvent[] = [];

  constructor(isTold: boolean) {
    this.isTold = isTold;
    mkdirSync(join(this.#root, '.git'));
  }

  async begin(): Promise<void> {
    for (const name of ['tickmark.yaml', 'controls/a.md', 'policies/p.md', 'evidence/q1.yaml'])
      this.#write(`/w/${name}`, changingTexts[name]?.[1] ?? '');
    this.#events = [];
    await this.#server.introduce(this.#root, this.isTold);
  }

  async end(): Promise<void> {
    await this.#server.end();
    this.#server.kill();
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** Has a step happen, of those that happen on disk. */
  take(step: Step): void {
    const { client } = this.#server;
    switch (step.does) {
      case 'write':
        this.#write(step.key, step.text);
        break;
      case 'remove':
        if (!this.files.delete(step.key)) break;
        rmSync(this.#pathOf(step.key));
        this.#changed(step.key, FileChangeType.Deleted);
        break;
      case 'move':
        this.#move(step.from, step.to);
        break;
      case 'type': {
        const { text } = sourceOf(step.text);
        const uri = uriOf(this.#pathOf(step.key));
        if (this.buffers.has(step.key)) void client.change(uri, { text });
        else void client.open(uri, text);
        this.buffers.set(step.key, text);
        break;
      }
      case 'close':
        if (this.buffers.delete(step.key)) void client.close(uriOf(this.#pathOf(step.key)));
        break;
      case 'tell':
        if (this.isTold) void client.tellOfFiles(this.#events.splice(0));
        break;
      default:
        break;
    }
  }

  /** Saves what is open, and waits until what is published is what is found anew. @throws AssertionError where that never comes */
  async compare(isByCommand: boolean): Promise<void> {
    for (const [key, text] of this.buffers) this.#write(key, text);
    this.take({ does: 'tell' });
    const expected = isByCommand ? this.#byCommand() : await checked(diskFiles, [this.#root]);
    const wanted = new Map([...expected].map(([path, lines]) => [uriOf(path), lines]));
    const { client } = this.#server;
    await client.eventually(() => {
      const published = [...client.published].map(
        ([uri, found]) => [uri, found.map(one => lineOf({ ...one, code: `${one.code}` })).sort()] as const,
      );
      assert.deepEqual(new Map(published.sort()), new Map([...wanted].sort()));
    });
    assert.equal(this.#server.complaint, '');
  }

  /** What `check --format json` finds, a line each, by path. */
  #byCommand(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const { file, rule, message, range } of tickmarkJson(this.#root, 'check').findings) {
      const path = join(this.#root, file);
      const position = ({ line, column }: { line: number; column: number }) => ({
        line: line - 1,
        character: column - 1,
      });
      const place = { start: position(range.start), end: position(range.end) };
      found.set(
        path,
        [...(found.get(path) ?? []), lineOf({ code: rule, message: visible(message), range: place })].sort(),
      );
    }
    return found;
  }

  #pathOf(key: string): string {
    return this.#root + key.slice('/w'.length);
  }

  #write(key: string, text: string): void {
    const path = this.#pathOf(key);
    // Where a file lies there can be no folder.
    if ([...this.files.keys()].some(other => key.startsWith(`${other}/`) || other.startsWith(`${key}/`)))
      return;
    const type = existsSync(path) ? FileChangeType.Changed : FileChangeType.Created;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    this.files.set(key, text);
    this.#changed(key, type);
  }

  /** A folder that is not there yet is moved whole; into another its files are moved one by one. */
  #move(from: string, to: string): void {
    const [source, target] = [this.#pathOf(from), this.#pathOf(to)];
    if (!existsSync(source) || `${target}/`.startsWith(`${source}/`)) return;
    const moved = [...this.files].filter(([key]) => key === from || key.startsWith(`${from}/`));
    if (existsSync(target)) {
      for (const [key, text] of moved) {
        const put = to + key.slice(from.length);
        this.take({ does: 'remove', key });
        this.#write(put, text);
      }
      return;
    }
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
    for (const [key, text] of moved) {
      this.files.delete(key);
      this.files.set(to + key.slice(from.length), text);
      this.#changed(to + key.slice(from.length), FileChangeType.Created);
    }
    this.#changed(from, FileChangeType.Deleted);
  }

  #changed(key: string, type: FileEvent['type']): void {
    this.#events.push({ uri: uriOf(this.#pathOf(key)), type });
  }
}
