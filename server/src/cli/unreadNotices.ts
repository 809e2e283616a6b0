import { dirname } from 'node:path';
import { includeLine } from '../core/formats/documentation.ts';
import { madeOf } from '../core/formats/layouts/endings.ts';
import { layoutNamed } from '../core/formats/layouts/layouts.ts';
import { counted } from '../core/pages/words.ts';
import { fileNameOf } from '../core/program/link.ts';
import {
  documentationAmong,
  type FoundDocumentation,
  findDocumentation,
  limitWords,
} from '../workspace/documentation.ts';
import { below, type Files } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Place } from './place.ts';

/** What is said of a folder or file that is not checked. */
export interface Notice {
  /** Relative to the current folder, with `/`. */
  readonly root: string;
  readonly text: string;
  /** Whether it is about a named file or folder of which nothing was read. The JSON says so by the text alone. */
  readonly isUnread?: true;
  /** Whether it is about a named file in a program that is none of its documents and cites no criteria: it has nothing to check. */
  readonly isAside?: true;
  /** What looks like documentation there, where some cites criteria; absent where none does. */
  readonly unread?: {
    readonly pages: number;
    readonly criteria: number;
    /** Globs for the manifest's `include` that have the pages read; none where no manifest can. */
    readonly include: readonly string[];
  };
}

/** What the JSON says of it: the promised fields alone (docs/json.md). */
export function noticeJson({ root, text, unread }: Notice): Pick<Notice, 'root' | 'text' | 'unread'> {
  return { root, text, ...(unread ? { unread } : {}) };
}

/** What is said of a target (a real path) that belongs to no program; undefined where there is nothing to say of it. */
export async function noticeOfTarget(
  { files, thingAt }: Place,
  target: string,
  shown: string,
): Promise<Notice | undefined> {
  if (thingAt(target) === 'folder') {
    const found = await findDocumentation(files, target);
    return found.citing === 0 ? undefined : notice(shown, found, 'in a `tickmark.yaml` in this folder');
  }
  const folder = dirname(target);
  const found = await documentationAmong(files, folder, [target.slice(folder.length + 1)]);
  return noticeOfUnread(shown, found, false, 'No program reads this file', 'in a `tickmark.yaml` beside it');
}

/**
 * What is said of targets below the root of a program of which it reads nothing.
 * @param target the real path of a file or folder
 */
export async function noticeInProgram(
  { files, thingAt }: Pick<Place, 'thingAt'> & { readonly files: Files },
  host: ProgramHost,
  target: string,
  shown: string,
): Promise<Notice | undefined> {
  const { root, paths, sources = [], layout } = host.folder;
  const { program } = host.engine;
  const reads = (path: string) =>
    host.isCatalogFile(path) || (program.summary(path) !== undefined && !program.passedOver.has(path));
  const isAsked = (path: string) => {
    const key = below(root, path);
    return key === target || key.startsWith(target.endsWith('/') ? target : `${target}/`);
  };
  const isFile = thingAt(target) === 'file';
  const asked = paths.filter(isAsked);
  if (asked.some(reads) || (!isFile && asked.length === 0)) return undefined;
  const source = sources.find(path => below(root, path) === target);
  if (source !== undefined) return { root: shown, text: sourceWords(source), isUnread: true };
  const found = await documentationAmong(files, root, isFile ? [target.slice(root.length + 1)] : asked);
  const what = isFile ? 'this file' : 'anything in this folder';
  const excluded = asked.some(path => host.isExcluded(path)) ? ', because its manifest excludes it' : '';
  const why = `The program around it does not read ${what}${excluded}`;
  const { readsOnly } = layoutNamed(layout);
  return readsOnly === undefined
    ? noticeOfUnread(shown, found, isFile, why, 'in its `tickmark.yaml`')
    : noticeOfUnread(shown, { ...found, include: [] }, isFile, `${why}: ${readsOnly}`, '');
}

/** @param path of a source that lies beside what is made of it */
function sourceWords(path: string): string {
  const made = fileNameOf(madeOf(path) ?? path);
  return `\`${made}\` beside it is made of this file and is read in its place, so nothing in this file was checked.`;
}

/**
 * @param mayBeAside whether what is named is a file of a program, which has nothing to check where it cites no criteria
 * @param where the line for `include` is to be written
 */
function noticeOfUnread(
  shown: string,
  found: FoundDocumentation,
  mayBeAside: boolean,
  why: string,
  where: string,
): Notice {
  if (found.citing > 0) return notice(shown, found, where, `${why}. `);
  const aside = mayBeAside ? ({ isAside: true } as const) : {};
  return { root: shown, text: `${why}, so nothing in it was checked.`, isUnread: true, ...aside };
}

function notice(shown: string, found: FoundDocumentation, where: string, before = ''): Notice {
  const { citing, criteria, include } = found;
  const limit = limitWords(found);
  const limited = limit === undefined ? '' : ` Only ${limit} were looked at.`;
  const them = citing === 1 ? 'it' : 'them';
  const how =
    include.length === 0 ? '' : ` To have ${them} read, write this line ${where}: ${includeLine(include)}`;
  const pages = counted(citing, 'page');
  const ids = counted(criteria.length, 'criterion', 'criteria');
  const [cite, are] = citing === 1 ? ['cites', 'is'] : ['cite', 'are'];
  return {
    root: shown,
    text: `${before}${pages} here ${cite} ${ids} and ${are} not read.${limited}${how}`,
    isUnread: true,
    unread: { pages: citing, criteria: criteria.length, include },
  };
}
