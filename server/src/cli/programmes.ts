import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Discovery, discover, type ProgrammeFolder } from '../workspace/discover.ts';
import { type LoadedProgramme, load } from '../workspace/load.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { Progress } from './terminal.ts';

/** A programme that was asked after, and which of its documents. */
export interface AskedProgramme extends LoadedProgramme {
  /** Its root, relative to the current folder, with `/`; `.` for that folder itself. */
  readonly shown: string;
  /** Whether a document (its path relative to the root) is among those that the user named. */
  readonly isAsked: (path: string) => boolean;
}

export interface AskedProgrammes {
  readonly programmes: readonly AskedProgramme[];
  /** What was recognised but is not checked. */
  readonly notices: readonly { readonly root: string; readonly text: string }[];
}

/**
 * Finds and reads the programmes at the paths the user named, each once.
 * @throws CouldNotRun where a path does not exist or no programme has the report asked for
 */
export function readProgrammes(args: Arguments): AskedProgrammes {
  const targets = args.operands.length > 0 ? args.operands : ['.'];
  const asked = new Map<string, { folder: ProgrammeFolder; targets: string[] }>();
  const notices = new Map<string, string>();
  for (const target of targets) {
    const { programmes, notices: more } = discoverAt(target);
    for (const folder of programmes) {
      const known = asked.get(folder.root);
      if (known) known.targets.push(realpathSync(target));
      else asked.set(folder.root, { folder, targets: [realpathSync(target)] });
    }
    for (const { root, text } of more) notices.set(shownPath(root), text);
  }
  const progress = new Progress();
  const programmes = [...asked.values()].map(({ folder, targets: named }) => ({
    ...load(folder, { today: args.today, report: args.report, progress: progress.tell }),
    shown: shownPath(folder.root),
    isAsked: (path: string) => named.some(target => isAtOrBelow(join(folder.root, path), target)),
  }));
  progress.done();
  requireReport(programmes, args.report);
  return { programmes, notices: [...notices].map(([root, text]) => ({ root, text })) };
}

/** A path relative to the current folder, with `/`. */
export function shownPath(path: string): string {
  const way = relative(realpathSync('.'), path).split(sep).join('/');
  return way === '' ? '.' : way;
}

function discoverAt(target: string): Discovery {
  if (!existsSync(target))
    throw new CouldNotRun(`${target} does not exist. Name a folder or a file of the documentation.`);
  if (statSync(target).isFile() && !/\.(?:md|markdown|mdx|md\.tmpl|ya?ml)$/i.test(target)) {
    throw new CouldNotRun(
      `${target} is neither Markdown nor YAML. Name a folder or a file of the documentation.`,
    );
  }
  return discover(target);
}

function requireReport(programmes: readonly LoadedProgramme[], report: string | undefined): void {
  if (report === undefined || programmes.length === 0) return;
  const ids = programmes.flatMap(({ engine }) => engine.programme.reports.map(({ id }) => id));
  if (ids.includes(report)) return;
  throw new CouldNotRun(`No manifest has a report \`${report}\`. Known: ${[...new Set(ids)].join(', ')}.`);
}

function isAtOrBelow(path: string, target: string): boolean {
  return path === target || path.startsWith(target.endsWith(sep) ? target : target + sep);
}
