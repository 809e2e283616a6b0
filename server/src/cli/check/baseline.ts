import { dirname, relative, resolve, sep } from 'node:path';
import type { ShownFinding } from '../../core/engine/shownFinding.ts';
import { removeLeftDrafts } from '../../workspace/disk/drafts.ts';
import { isThere, realPath, thingAt } from '../../workspace/disk/places.ts';
import { readRegular } from '../../workspace/disk/readRegular.ts';
import { NotReplaced, replaceFile } from '../../workspace/disk/replaceFile.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import type { AskedProgram, AskedPrograms } from '../programs.ts';

/** A finding as a baseline has it. */
export interface BaselineEntry {
  /** The root of its program, relative to the folder of the baseline, with `/`; `.` for that folder itself. */
  readonly program: string;
  /** Its document, relative to that root. */
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
}

/**
 * The findings that are not to be reported again, in a file of JSON with a line for each, sorted, so that it merges well. A
 * finding is known by its program and its fingerprint; the rest is for people.
 */
export class Baseline {
  /** As the user named it. */
  readonly file: string;
  readonly #folder: string;
  /** What the file held; undefined where there was none. */
  readonly #before: Buffer | undefined;
  readonly #entries: ReadonlyMap<string, BaselineEntry>;

  private constructor(file: string, folder: string, before: Buffer | undefined) {
    const entries = before ? entriesIn(file, before) : [];
    this.file = file;
    this.#folder = folder;
    this.#before = before;
    this.#entries = new Map(entries.map(entry => [keyOf(entry), entry]));
  }

  /**
   * Reads a baseline; one that is not there yet has no findings.
   * @throws CouldNotRun where its folder does not exist, or the file is none that this command wrote
   */
  static read(file: string): Baseline {
    const folder = dirname(resolve(file));
    if (thingAt(folder) !== 'folder') throw new CouldNotRun(`--baseline ${file}: its folder does not exist.`);
    // Where a link leads to the file, the file's own folder counts.
    const content = contentOf(file);
    return new Baseline(file, content ? realPath(dirname(realPath(file))) : realPath(folder), content);
  }

  /** Whether there was no such file. */
  get isNew(): boolean {
    return this.#before === undefined;
  }

  /** A finding as it is written. */
  entryOf({ path, rule, fingerprint }: ShownFinding, { folder }: AskedProgram): BaselineEntry {
    return { program: this.#rootFrom(folder.root), file: path, rule, fingerprint };
  }

  /** Whether it has a finding. */
  has(entry: BaselineEntry): boolean {
    return this.#entries.has(keyOf(entry));
  }

  /** What it has of the documents asked for and is found there no more. Nothing where a file could not be read. */
  gone({ programs }: AskedPrograms, all: readonly BaselineEntry[]): readonly BaselineEntry[] {
    const found = new Set(all.map(keyOf));
    const asked = programs.filter(({ unreadable }) => unreadable.length === 0);
    return [...this.#entries.values()].filter(
      entry => !found.has(keyOf(entry)) && asked.some(program => this.#isOf(entry, program)),
    );
  }

  /** Writes what is found in the documents asked for in place of what it had of them. */
  write({ programs }: AskedPrograms, all: readonly BaselineEntry[]): void {
    const others = [...this.#entries.values()].filter(
      entry => !programs.some(program => this.#isOf(entry, program)),
    );
    const entries = [...others, ...all].sort(byPlace);
    const lines = entries.map(entry => `    ${JSON.stringify(entry)}`).join(',\n');
    const findings = lines === '' ? '[]' : `[\n${lines}\n  ]`;
    const content = `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
    removeLeftDrafts(this.#folder);
    try {
      replaceFile(this.file, this.#before, content);
    } catch (error) {
      if (!(error instanceof NotReplaced)) throw error;
      throw new CouldNotRun(`${this.file} could not be written: ${error.message}.`);
    }
  }

  #isOf({ program, file }: BaselineEntry, { folder, isAsked }: AskedProgram): boolean {
    return program === this.#rootFrom(folder.root) && isAsked(file);
  }

  #rootFrom(root: string): string {
    return relative(this.#folder, root).split(sep).join('/') || '.';
  }
}

/** What a file holds, links followed: the user named it. */
function contentOf(file: string): Buffer | undefined {
  if (!isThere(file)) return undefined;
  const read = thingAt(file) === 'file' ? readRegular(realPath(file)) : undefined;
  if (typeof read !== 'object')
    throw new CouldNotRun(
      `--baseline ${file}: it is not a regular file, or cannot be read. Name another file.`,
    );
  return Buffer.from(read.bytes);
}

function entriesIn(file: string, bytes: Buffer): BaselineEntry[] {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new CouldNotRun(
      `--baseline ${file}: it is not valid JSON (${error instanceof Error ? error.message : error}). Fix it, or name another file.`,
    );
  }
  const findings = field(content, 'findings');
  const isOurs = field(content, 'version') === 1 && hasJust(content, ['version', 'findings']);
  if (!isOurs || !Array.isArray(findings) || !findings.every(isEntry)) {
    throw new CouldNotRun(
      `--baseline ${file}: it is not a Tickmark baseline (version 1). Name another file.`,
    );
  }
  return findings;
}

function isEntry(value: unknown): value is BaselineEntry {
  const names = ['program', 'file', 'rule', 'fingerprint'];
  return hasJust(value, names) && names.every(name => typeof field(value, name) === 'string');
}

/** Whether a value has these fields and no others: what has more is another file, and would lose them. */
function hasJust(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).sort().join() === names.toSorted().join()
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function keyOf({ program, fingerprint }: BaselineEntry): string {
  return `${program} ${fingerprint}`;
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  const [one, other] = [a, b].map(({ program, file, rule, fingerprint }) =>
    [program, file, rule, fingerprint].join('\n'),
  );
  return (one ?? '') < (other ?? '') ? -1 : one === other ? 0 : 1;
}
