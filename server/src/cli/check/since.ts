import { fingerprintAt, type ShownFinding } from '../../core/engine/shownFinding.ts';
import { commitFiles } from '../../workspace/commitFiles.ts';
import { discover } from '../../workspace/discover.ts';
import { below, contentOf, type Files } from '../../workspace/files.ts';
import { GitProblem, NoRepository } from '../../workspace/git.ts';
import { type LoadOptions, load } from '../../workspace/load.ts';
import { ProgramRepository } from '../../workspace/programRepository.ts';
import { renamesAmong } from '../../workspace/renames.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import type { AskedProgram, AskedPrograms } from '../programs.ts';
import { printable } from '../terminalText.ts';

/** What a program was at a revision. */
interface Then {
  readonly files: Files;
  readonly paths: readonly string[];
  readonly fingerprints: ReadonlySet<string>;
}

/**
 * Tells of a finding whether a revision of the repository had it already: the programs are read as they were then, and
 * judged as today, so that what the whole of a program brings is compared too. What was found in a document goes with it
 * when it is moved.
 * @throws CouldNotRun where there is no git, no repository or no such revision
 */
export async function knownSince(
  { programs }: AskedPrograms,
  revision: string,
  options: LoadOptions,
): Promise<(finding: ShownFinding, program: AskedProgram) => boolean> {
  const known = new Map<AskedProgram, (finding: ShownFinding) => boolean>();
  for (const program of programs) {
    const { root } = program.folder;
    const then = await programAt(root, revision, options);
    const renames = then ? await renamesSince(then, program) : undefined;
    known.set(program, finding => {
      if (then?.fingerprints.has(finding.fingerprint)) return true;
      const from = renames?.get(finding.path);
      return from !== undefined && then?.fingerprints.has(fingerprintAt(finding, from)) === true;
    });
  }
  return (finding, program) => known.get(program)?.(finding) ?? false;
}

/** The program of a root as it was then; undefined where it was none yet. */
async function programAt(root: string, revision: string, options: LoadOptions): Promise<Then | undefined> {
  try {
    // The program is the one of now: none around it takes its place.
    const files = { ...commitFiles(root, revision), upwards: (folder: string) => [folder] };
    const { programs } = await discover(files, root, 'named');
    const then = programs.find(program => program.root === root);
    if (!then) return undefined;
    const { engine } = (
      await load(files, then, { ...options, repository: new ProgramRepository(root, revision) })
    ).host;
    const fingerprints = new Set([...engine.allFindings()].map(({ fingerprint }) => fingerprint));
    return { files, paths: engine.paths(), fingerprints };
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    const instead =
      error instanceof NoRepository
        ? ' Without a repository, use --baseline to report new findings only.'
        : '';
    throw new CouldNotRun(printable(`--since ${revision}: ${error.message}${instead}`));
  }
}

/** For each document that has been moved since, where it was. */
async function renamesSince(
  { files, paths }: Then,
  { engine, folder: { root }, files: current }: AskedProgram,
): Promise<ReadonlyMap<string, string>> {
  const [before, now] = [new Set(paths), new Set(engine.paths())];
  const gone = await textsOf(
    files,
    root,
    paths.filter(path => !now.has(path)),
  );
  if (gone.size === 0) return new Map();
  return renamesAmong(
    gone,
    await textsOf(
      current,
      root,
      [...now].filter(path => !before.has(path)),
    ),
  );
}

async function textsOf(files: Files, root: string, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = contentOf(await files.read(below(root, path)));
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}
