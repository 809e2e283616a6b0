import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** What git could not do; the message says why and what to do, in one line that may have any characters. */
export class GitProblem extends Error {}

/** That a folder is in no repository. */
export class NoRepository extends GitProblem {}

/** What is said where git could not do what has to be possible in a repository that is whole. */
export function gitFailed(purpose: string, why: string): GitProblem {
  return new GitProblem(
    `git could not ${purpose} (${why}). If a part of the repository was not fetched, fetch it; \`git fsck\` checks the repository.`,
  );
}

/** What git wrote, or why nothing came of it. */
export type GitAnswer =
  | { readonly output: Buffer; readonly complaint?: undefined }
  | { readonly output?: undefined; readonly complaint: GitComplaint };

/** What git said where it ended with an error. */
export interface GitComplaint {
  /** The line that says so, in English. */
  readonly line: string;
  /** The command by which the user would have git trust a repository that belongs to somebody else. */
  readonly trust: string | undefined;
}

export interface GitOptions {
  /** What is written to its standard input. */
  readonly input?: string;
  /** How many bytes it may write, and whether more are an error or are left out. */
  readonly most?: number;
  readonly more?: 'problem' | 'left out';
  /** How long it may take, in milliseconds. */
  readonly patience?: number;
}

/** No answer that we need is longer, in bytes. */
const mostAnswered = 1 << 28;
/** Listing or reading a large repository takes seconds; a pipe in the place of a file never ends. */
const longestWait = 120_000;

// The folder says which repository is meant. A repository is not trusted: its configuration must not have a program run or
// a machine asked. The commands used here look at objects only; they take no hook, no filter, no text conversion and no
// external diff.
const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
const ours = {
  GIT_NO_LAZY_FETCH: '1',
  // Over whatever the configuration allows: a partial clone fetches what is missing by itself.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // What git complains of is part of our sentences.
  LC_ALL: 'C',
  LANGUAGE: '',
};

/**
 * The variables of git that it is given. All others stay out, those that are still to be invented too: a hook has some that
 * say which repository, index and objects are meant, and others write files or start programs. By these a user says how
 * far up git looks for a repository (git(1), "Environment variables"), and which configuration is theirs, which is where
 * git reads whom it trusts (git-config(1), "Protected configuration").
 */
const kept =
  /^GIT_(?:CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/i;

/**
 * Runs git on the repository of a folder.
 * @param purpose what it is to do, as in "git could not PURPOSE"
 * @throws GitProblem where there is no git, or it was ended before it was done
 */
export function git(
  folder: string,
  purpose: string,
  args: readonly string[],
  { input, most = mostAnswered, more = 'problem', patience = longestWait }: GitOptions = {},
): GitAnswer {
  const { status, signal, stdout, stderr, error } = spawnSync(
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
      env: environment(),
      maxBuffer: most,
      timeout: patience,
      stdio: 'pipe',
      ...(input === undefined ? {} : { input }),
    },
  );
  switch (error && 'code' in error ? error.code : undefined) {
    case undefined:
    // It ended before it had read everything: how it ended says why.
    case 'EPIPE':
      break;
    case 'ENOBUFS':
      if (more === 'left out') return { output: stdout.subarray(0, most) };
      throw new GitProblem(
        `git could not ${purpose}: it wrote more than ${most} bytes. Tickmark cannot read a revision that large.`,
      );
    case 'ETIMEDOUT':
      throw new GitProblem(
        `git could not ${purpose}: it did not finish within ${patience / 1000} seconds. Run \`git status\` in the repository to see what it is waiting for.`,
      );
    case 'ENOENT':
      throw new GitProblem('git cannot be run: no folder in PATH contains it. Install git.');
    default:
      throw new GitProblem(`git cannot be run (${error?.message}). Is it installed?`);
  }
  if (signal) {
    throw new GitProblem(
      `git could not ${purpose}: ${signal} ended it. Try again; \`git fsck\` checks the repository.`,
    );
  }
  return status === 0 ? { output: stdout } : { complaint: complaintOf(stderr.toString('utf8')) };
}

/** The environment of the user, with those variables of git only that it is to have. */
function environment(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name) || kept.test(name));
  return { ...Object.fromEntries(others), ...ours };
}

function complaintOf(stderr: string): GitComplaint {
  // A warning may stand before it.
  const line = /^(?:fatal|error): .*/m.exec(stderr) ?? /^.*\S.*/m.exec(stderr);
  // git quotes the folder for a shell. A name of several lines could write such a command itself.
  const commands = [...stderr.matchAll(/^\t(git config --global --add safe\.directory \S.*)$/gm)];
  return {
    line: line?.[0] ?? 'it gave no reason',
    trust: commands.length === 1 ? commands[0]?.[1] : undefined,
  };
}
