import { isManifest } from '../core/formats/role.ts';
import type { SourceFile, SourceState } from '../core/program/sources.ts';
import type { ProgramFolder } from './discover.ts';
import { type DiskReading, type DocumentItem, type ReadItem, readFromDisk } from './diskReading.ts';
import { below, contentOf, type Files, unreadable } from './files.ts';
import { findSource } from './findSource.ts';
import { manifestFirst } from './manifestFirst.ts';
import { ProgramHost, type ReadDocument, readAs } from './programHost.ts';
import type { ProgramRepository } from './programRepository.ts';

export interface LoadOptions {
  readonly today: string;
  readonly report: string | undefined;
  /** Told after each document how many have been read, of how many. */
  readonly progress?: (done: number, all: number) => void;
  /** How files are read where they are on disk: by two threads, and only those that have changed. */
  readonly disk?: DiskReading;
  /** What git knows of the files that evidence names; nobody is asked where it is left out. */
  readonly repository?: Pick<ProgramRepository, 'judged' | 'changes'> | undefined;
}

/** A program that has been read whole. */
export interface LoadedProgram {
  readonly host: ProgramHost;
  /** Files and folders (their paths end in `/`) that could not be read, sorted. */
  readonly unreadable: readonly string[];
}

/**
 * Reads and judges a whole program at once. What cannot be read is left out and named; what is absent is not reported then,
 * for it may be there.
 */
export async function load(
  files: Files,
  folder: ProgramFolder,
  { today, report, progress, disk, repository }: LoadOptions,
): Promise<LoadedProgram> {
  let isReading = true;
  // What one document brings may be gone with the next: nothing is judged before all have been read.
  const host = new ProgramHost(folder, today, () => isReading);
  host.engine.setEvidenceFiles(folder.evidence ?? []);
  const [first, ...others] = manifestFirst(folder.paths);
  const unread: string[] = [];
  const readDocuments = async (
    paths: readonly string[],
    tell: (done: number, all: number) => void = () => {},
  ) => {
    const items = paths.flatMap(path => {
      const role = host.roleOf(path);
      return role ? [{ path, role }] : [];
    });
    let done = 0;
    const takeUp = (read: readonly ReadItem[]) => {
      host.takeUp(read.flatMap(({ document }) => (document?.analysis ? [document] : [])));
      for (const { path, document } of read) if (!document) unread.push(path);
      tell((done += read.length), items.length);
    };
    if (disk) await readFromDisk(folder.root, items, disk, takeUp);
    else await readInTurn(files, folder.root, items, takeUp);
  };
  // The manifest says which files are included, so it is taken up before the others are read.
  const manifest = first !== undefined && isManifest(first) ? first : undefined;
  if (manifest !== undefined) await readDocuments([manifest]);
  const catalogs = await readCatalogs(files, host);
  await readDocuments(manifest !== undefined ? others : folder.paths, progress);
  const sources: string[] = [];
  const found = await sourcesOf(files, host, path => sources.push(path));
  // Those of a revision are read from git as they are.
  host.engine.setSources(repository && disk ? repository.judged(found) : found);
  if (repository) {
    const changes = repository.changes(host.engine.datedSources);
    host.engine.setChanges(changes.found, changes.isWhole);
  }
  isReading = false;
  host.engine.chooseReport(report);
  for (const path of folder.unreadable) if (host.mayHold(path)) unread.push(path);
  // A file that evidence names is no document: nothing that seems to be absent can be in it.
  host.engine.setComplete(unread.length === 0);
  return { host, unreadable: [...new Set([...unread, ...catalogs, ...sources])].sort() };
}

/**
 * Reads the files of catalogs that the manifest names, and those that they import in their turn.
 * @returns those that cannot be read
 */
async function readCatalogs(files: Files, host: ProgramHost): Promise<readonly string[]> {
  const { root } = host.folder;
  const missed: string[] = [];
  for (let wanted = host.engine.wantedFiles; wanted.length > 0; wanted = host.engine.wantedFiles) {
    const read: ReadDocument[] = [];
    for (const path of wanted) {
      const content = await files.read(below(root, path), root);
      if (content === unreadable) missed.push(path);
      read.push(host.read(path, contentOf(content)));
    }
    host.takeUp(read);
  }
  return missed;
}

/** Looks for the files that evidence names or documents link to. */
async function sourcesOf(
  files: Files,
  { engine, folder: { root } }: ProgramHost,
  missed: (path: string) => void,
) {
  const found: [SourceFile, SourceState][] = [];
  const wanted = engine.nextWantedSources();
  const hashed = wanted.filter(({ sha256 }) => sha256 !== undefined);
  files.lookAhead?.(hashed.flatMap(({ paths }) => paths.map(path => below(root, path))));
  for (const file of wanted) found.push([file, await findSource(files, root, file, missed)]);
  return found;
}

async function readInTurn(
  files: Files,
  root: string,
  items: readonly DocumentItem[],
  deliver: (read: readonly ReadItem[]) => void,
): Promise<void> {
  for (const { path, role } of items) {
    const content = contentOf(await files.read(below(root, path)));
    deliver([{ path, document: content === undefined ? undefined : readAs(path, content, role) }]);
  }
}
