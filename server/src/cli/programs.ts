import { dirname, relative, sep } from 'node:path';
import type { Engine } from '../core/engine.ts';
import { isDocument, isRegister } from '../core/formats/layouts/endings.ts';
import type { LineTable } from '../core/text/lineTable.ts';
import { build } from '../version.ts';
import type { CacheFolder } from '../workspace/cache/cacheFolder.ts';
import { FactsCache } from '../workspace/cache/factsCache.ts';
import { discover, type ProgramFolder } from '../workspace/discover.ts';
import { realPath } from '../workspace/disk/places.ts';
import { below } from '../workspace/files.ts';
import { load } from '../workspace/load.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import { ProgramRepository } from '../workspace/programRepository.ts';
import { atOnce } from '../workspace/steps.ts';
import { type Witness, witnessed } from '../workspace/witness.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { didYouMean } from './didYouMean.ts';
import type { FilesAtOnce, Place, Revision } from './place.ts';
import { Progress } from './terminal.ts';
import { type Notice, noticeInProgram, noticeOfTarget } from './unreadNotices.ts';

/** A program that was asked after and has been read, and which of its documents were meant. */
export interface AskedProgram {
  readonly folder: ProgramFolder;
  readonly engine: Engine;
  readonly host: ProgramHost;
  /** Where its documents are read. */
  readonly files: FilesAtOnce;
  /** Files and folders (their paths end in `/`) that could not be read, relative to the root. */
  readonly unreadable: readonly string[];
  /** Its root, relative to the current folder, with `/`; `.` for that folder itself. */
  readonly shown: string;
  /** A document's path (relative to the root) relative to the current folder, with `/`. */
  readonly fileOf: (path: string) => string;
  /** The line table of a document. */
  readonly linesOf: (path: string) => LineTable | undefined;
  /** What git was asked of it; undefined where it was not. */
  readonly repository?: ProgramRepository | undefined;
  /** Whether a document (its path relative to the root) is among those that the user named. */
  readonly isAsked: (path: string) => boolean;
}

export interface AskedPrograms {
  readonly programs: readonly AskedProgram[];
  /** What was recognized, named, or cites criteria, and is not checked. */
  readonly notices: readonly Notice[];
  /** Folders and ignore files outside of them that cannot be read, relative to the current folder. */
  readonly unreadable: readonly string[];
  /** How many files and folders the user named. */
  readonly named: number;
  /** The revision in which they were read; undefined for what is on disk. */
  readonly revision?: Revision | undefined;
}

/** The programs that the user named, before they are read. */
export interface FoundPrograms {
  readonly programs: readonly {
    readonly folder: ProgramFolder;
    /** The files and folders by which it was named. */
    readonly targets: readonly string[];
  }[];
  readonly notices: AskedPrograms['notices'];
  readonly unreadable: AskedPrograms['unreadable'];
  readonly named: number;
}

/**
 * Finds the programs at the paths the user named, each once.
 * @throws CouldNotRun where a path does not exist or cannot be read
 */
export async function findPrograms({
  operands,
  place,
}: Pick<Arguments, 'operands' | 'place'>): Promise<FoundPrograms> {
  const here = realPath('.');
  const targets = new Set((operands.length > 0 ? operands : ['.']).map(one => targetAt(place, one)));
  const asked = new Map<string, { folder: ProgramFolder; targets: string[] }>();
  const notices = new Map<string, Notice>();
  const unreadable = new Set<string>();
  for (const target of targets) {
    const folder = place.thingAt(target) === 'folder' ? target : dirname(target);
    const found = await discover(place.files, folder, 'named');
    const [programs, foreign] = [meant(found.programs, target), meant(found.notices, target)];
    if (programs.length === 0 && foreign.length === 0) {
      const notice = await noticeOfTarget(place, target, shownFrom(here, target));
      if (notice) notices.set(notice.root, notice);
    }
    for (const program of programs) {
      const before = asked.get(program.root);
      if (before) {
        before.targets.push(target);
        before.folder = withPathsOf(before.folder, program);
      } else {
        asked.set(program.root, { folder: program, targets: [target] });
      }
    }
    for (const { root, text } of foreign) {
      const shown = shownFrom(here, root);
      notices.set(shown, { root: shown, text });
    }
    for (const key of found.unreadable) unreadable.add(shownFrom(here, key));
  }
  return {
    programs: [...asked.values()],
    notices: [...notices.values()],
    unreadable: [...unreadable].sort(),
    named: targets.size,
  };
}

/**
 * Reads programs.
 * @param cacheFolder where results of earlier runs are; undefined to use and keep none
 * @param witness told of every file that is looked at
 * @param asksGit whether git is asked what it knows of the files that evidence names
 * @throws CouldNotRun where none of them has the report asked for
 */
export async function readPrograms(
  args: Arguments,
  found: FoundPrograms,
  cacheFolder: CacheFolder | undefined,
  witness?: Witness,
  asksGit = false,
): Promise<AskedPrograms> {
  const here = realPath('.');
  const progress = new Progress();
  const programs: AskedProgram[] = [];
  const notices: Notice[] = [...found.notices];
  for (const { folder, targets } of found.programs) {
    const cache =
      cacheFolder && build !== undefined
        ? atOnce(FactsCache.open(cacheFolder, folder.root, build))
        : undefined;
    // This very program serves reading (main.ts), so a second thread can run it.
    const disk = { script: process.argv[1] ?? '', cache, trusts: args.cacheStrategy, witness };
    const { revision } = args.place;
    const repository = asksGit ? new ProgramRepository(folder.root, revision?.commit) : undefined;
    const options = {
      today: args.today,
      report: args.report,
      progress: progress.tell,
      repository,
      ...(revision ? {} : { disk }),
    };
    const files = witness ? witnessed(args.place.files, witness) : args.place.files;
    const { host, unreadable } = await load(files, folder, options);
    if (repository) witness?.asked(folder.root, repository);
    // Once what was asked for has been printed.
    setImmediate(() => cache && atOnce(cache.save(new Set(folder.paths))));
    const shown = shownFrom(here, folder.root);
    for (const target of targets) {
      if (isAtOrBelow(folder.root, target)) continue;
      const notice = await noticeInProgram({ ...args.place, files }, host, target, shownFrom(here, target));
      if (notice) notices.push(notice);
    }
    programs.push({
      folder,
      engine: host.engine,
      host,
      files: args.place.files,
      linesOf: path => host.lines(path),
      unreadable,
      repository,
      shown,
      fileOf: fileNamer(here, folder.root),
      isAsked: path => targets.some(target => isAtOrBelow(below(folder.root, path), target)),
    });
  }
  progress.done();
  requireReport(programs, args.report);
  const { revision } = args.place;
  return { programs, notices, unreadable: found.unreadable, named: found.named, revision };
}

/** A program of which only some folders were found at first, with those that were found of it later. */
function withPathsOf(folder: ProgramFolder, other: ProgramFolder): ProgramFolder {
  const paths = new Set([...folder.paths, ...other.paths]);
  return paths.size === folder.paths.length ? folder : { ...folder, paths: [...paths].sort() };
}

/** Gives a path below a root relative to a folder. */
function fileNamer(here: string, root: string): (path: string) => string {
  const shown = shownFrom(here, root);
  // Out of a folder inside the program the way up may lead back into it.
  if (shown.startsWith('..')) return path => shownFrom(here, below(root, path));
  return shown === '.' ? path => path : path => `${shown}/${path}`;
}

function shownFrom(here: string, path: string): string {
  const way = relative(here, path).split(sep).join('/');
  return way === '' ? '.' : way;
}

/** The key of a file or folder that the user named, where documentation can be. */
function targetAt(place: Place, named: string): string {
  const target = place.keyOf(named);
  const thing = place.thingAt(target);
  if (thing === 'other') {
    throw new CouldNotRun(
      `${named} is neither a file nor a folder. Name a folder or a file of your documentation.`,
    );
  }
  if (thing === 'file' && !isDocument(named) && !isRegister(named)) {
    throw new CouldNotRun(
      `${named} is neither Markdown nor YAML. Name a folder or a file of your documentation.`,
    );
  }
  return target;
}

/** Of what was found around a target, that which is in it and the nearest root that it is in itself. */
function meant<Found extends { readonly root: string }>(found: readonly Found[], target: string): Found[] {
  const inside = found.filter(({ root }) => isAtOrBelow(root, target));
  const around = found.filter(({ root }) => isAtOrBelow(target, root));
  const nearest = around.toSorted((one, other) => other.root.length - one.root.length).slice(0, 1);
  return [...new Set([...nearest, ...inside])];
}

function requireReport(programs: readonly AskedProgram[], report: string | undefined): void {
  if (report === undefined || programs.length === 0) return;
  const ids = programs.flatMap(({ engine }) => engine.program.reports.map(({ id }) => id));
  if (ids.includes(report)) return;
  const known = [...new Set(ids)];
  throw new CouldNotRun(
    `No manifest has a report \`${report}\`.${didYouMean(report, known)} Known reports: ${known.join(', ')}.`,
  );
}

function isAtOrBelow(path: string, target: string): boolean {
  return path === target || path.startsWith(target.endsWith('/') ? target : `${target}/`);
}
