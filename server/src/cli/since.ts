import { commitFiles } from '../workspace/commitFiles.ts';
import { discover } from '../workspace/discover.ts';
import { GitProblem } from '../workspace/git.ts';
import { type LoadOptions, load } from '../workspace/load.ts';
import { CouldNotRun } from './couldNotRun.ts';
import type { Located } from './located.ts';
import type { AskedProgrammes } from './programmes.ts';

/**
 * Tells of a finding whether a revision of the repository had it already: the programmes are read as they were then, and
 * judged as today, so that what the whole of a programme brings is compared too.
 * @throws CouldNotRun where there is no git, no repository or no such revision
 */
export async function knownSince(
  { programmes }: AskedProgrammes,
  revision: string,
  options: LoadOptions,
): Promise<(located: Located) => boolean> {
  const known = new Set<string>();
  for (const { folder } of programmes) {
    for (const fingerprint of await fingerprintsAt(folder.root, revision, options)) {
      known.add(`${folder.root} ${fingerprint}`);
    }
  }
  return ({ finding, root }) => known.has(`${root} ${finding.fingerprint}`);
}

/** What was found then in the programme of a root; nothing where it was no programme yet. */
async function fingerprintsAt(root: string, revision: string, options: LoadOptions): Promise<string[]> {
  try {
    const files = commitFiles(root, revision);
    const { programmes } = await discover(files, root, true);
    const then = programmes.find(programme => programme.root === root);
    if (!then) return [];
    const { host } = await load(files, then, options);
    return [...host.engine.allFindings()].map(({ fingerprint }) => fingerprint);
  } catch (error) {
    if (error instanceof GitProblem) throw new CouldNotRun(`--since ${revision}: ${error.message}`);
    throw error;
  }
}
