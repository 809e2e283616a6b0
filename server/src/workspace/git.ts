import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** What git could not do; the message says why and what to do. */
export class GitProblem extends Error {}

// The folder says which repository is meant, whatever a hook that this is run from has set. A repository is not trusted: its
// configuration must not have a program run or a machine asked. The commands used here look at objects only; they take no
// hook, no filter, no text conversion and no external diff.
const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
const environment = {
  GIT_NO_LAZY_FETCH: '1',
  // Over whatever the configuration allows: a partial clone fetches what is missing by itself.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: '',
};

/**
 * Runs git on the repository of a folder.
 * @returns what it wrote; undefined where it ended with an error
 * @throws GitProblem where there is no git
 */
export function git(folder: string, args: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout, error } = spawnSync(
    'git',
    [
      '--no-pager',
      '--literal-pathspecs',
      ...settings.flatMap(setting => ['-c', setting]),
      '-C',
      folder,
      ...args,
    ],
    {
      // Where the current folder is looked into before the path, no program of the repository is to be found there.
      cwd: dirname(process.execPath),
      env: { ...process.env, ...environment, GIT_DIR: undefined, GIT_WORK_TREE: undefined },
      maxBuffer: Number.POSITIVE_INFINITY,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input === undefined ? {} : { input }),
    },
  );
  if (error) throw new GitProblem(`git cannot be run (${error.message}). Is it installed?`);
  return status === 0 ? stdout : undefined;
}
