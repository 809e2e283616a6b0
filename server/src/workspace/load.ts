import { manifestName } from '../core/formats/role.ts';
import type { ProgrammeFolder } from './discover.ts';
import { below, type Files } from './files.ts';
import { ProgrammeHost, type ReadDocument } from './programmeHost.ts';

export interface LoadOptions {
  readonly today: string;
  readonly report: string | undefined;
  /** Told after each document how many have been read, of how many. */
  readonly progress?: (done: number, all: number) => void;
}

/** A programme that has been read whole. */
export interface LoadedProgramme {
  readonly host: ProgrammeHost;
  /** Files that could not be read. */
  readonly unreadable: readonly string[];
}

/**
 * Reads and judges a whole programme at once. A file that cannot be read is left out and named; what is absent is not
 * reported then, for it may be in that file.
 */
export async function load(
  files: Files,
  folder: ProgrammeFolder,
  { today, report, progress }: LoadOptions,
): Promise<LoadedProgramme> {
  const host = new ProgrammeHost(folder, today);
  const documents: ReadDocument[] = [];
  const unreadable: string[] = [];
  for (const [i, path] of manifestFirst(folder.paths).entries()) {
    progress?.(i + 1, folder.paths.length);
    if (!host.roleOf(path)) continue;
    const content = await files.read(below(folder.root, path));
    if (content === undefined) {
      unreadable.push(path);
      continue;
    }
    const document = host.read(path, content);
    // The manifest says which files are included, so it is taken up before the others are read.
    if (path === manifestName) host.take([document]);
    else if (document.analysis) documents.push(document);
  }
  host.take(documents);
  host.engine.chooseReport(report);
  host.engine.setComplete(unreadable.length === 0);
  return { host, unreadable };
}

/** The paths of a programme with its manifest first, since that says which others are read. */
export function manifestFirst(paths: readonly string[]): readonly string[] {
  return paths.includes(manifestName)
    ? [manifestName, ...paths.filter(path => path !== manifestName)]
    : paths;
}
