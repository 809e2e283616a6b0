// How the links of a body follow what moves.
import { pathInside } from '../../catalog/pathInside.ts';
import type { DocumentFacts } from '../../formats/facts.ts';
import { madeOf } from '../../formats/layouts/endings.ts';
import { decodedOf, encodedOf } from '../../formats/links.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import { type DocumentShape, type LinkRoots, rangeOf } from '../../model/shape.ts';
import { fileNameOf, type LinkEntry, linksIn } from '../../program/link.ts';
import type { Program } from '../../program/program.ts';
import { folderOf } from '../../program/touched.ts';
import { type Moved, rewritten } from './paths.ts';

/** Whether a link of a document has to be written anew. */
export function linksMove(path: string, shape: DocumentShape, program: Program, moved: Moved): boolean {
  return linksIn(path, shape).some(link => pathAfter(link, shape, program, moved) !== undefined);
}

/** The edits by which the links of a document lead where they led. Those that are not understood stay as they are. */
export function linkEdits(
  path: string,
  facts: DocumentFacts,
  program: Program,
  moved: Moved,
): readonly TextEdit[] {
  const { shape } = facts.summary;
  return linksIn(path, shape).flatMap(link => {
    const after = pathAfter(link, shape, program, moved);
    if (after === undefined) return [];
    const { start, end } = rangeOf(facts.summary, 0, link.link.at);
    const written = /^[^?#]*/.exec(facts.text.slice(start, end))?.[0] ?? '';
    const text = encoded(after, written, facts.text.charAt(start - 1) === '<');
    return [{ start, end: start + written.length, text }];
  });
}

/** The path of a link as it is to be written, without percent signs; undefined where it stays as it is. */
function pathAfter(
  entry: LinkEntry,
  { linkRoots }: DocumentShape,
  program: Program,
  moved: Moved,
): string | undefined {
  const { from, link } = entry;
  const target = program.endOf(entry);
  const [newFrom, newTarget] = [moved(from), moved(target)];
  if (link.path === '' || (newFrom === from && newTarget === target)) return undefined;
  const after = written(entry, target, newTarget, newFrom, linkRoots);
  return after === link.path ? undefined : after;
}

function written(
  { from, link, rendered }: LinkEntry,
  target: string,
  newTarget: string,
  newFrom: string,
  roots: LinkRoots | undefined,
): string | undefined {
  // A link to what a source of a template language is made into names that.
  const beside = pathInside(link.path, folderOf(from));
  const isMade = beside !== target && madeOf(target) !== undefined;
  const [old, now] = isMade
    ? [madeOf(target) ?? target, madeOf(newTarget) ?? newTarget]
    : [target, newTarget];
  if (beside === old) {
    const before = { folder: folderOf(from), path: old };
    return rewritten(link.path, before, { folder: folderOf(newFrom), path: now });
  }
  const base = roots && baseOf(link.path, old, roots);
  if (base !== undefined && roots) return fromBase(link.path, now, base, roots);
  if (rendered === undefined || fileNameOf(old) === fileNameOf(now)) return undefined;
  return link.path.slice(0, -fileNameOf(link.path).length) + fileNameOf(now);
}

/** What a link from the root of a site, or from a folder of it, begins with before its path in there. */
const rooted = /^(?:\/|@site\/)?/;

/** The folder of a site from which a link leads to a path; undefined where it leads there from none. */
function baseOf(link: string, path: string, roots: LinkRoots): string | undefined {
  const sign = rooted.exec(link)?.[0] ?? '';
  const bases = sign === '' ? roots.bases : sign === '/' ? roots.rooted : [roots.site];
  return bases.find(base => pathInside(link.slice(sign.length), base) === framed(path, roots));
}

/** The path of a link from the same folder of a site; undefined where what it leads to lies there no more. */
function fromBase(link: string, path: string, base: string, roots: LinkRoots): string | undefined {
  const whole = framed(path, roots);
  const isInside = base === '' || whole.startsWith(`${base}/`);
  const rest = base === '' ? whole : whole.slice(base.length + 1);
  return isInside ? (rooted.exec(link)?.[0] ?? '') + rest : undefined;
}

function framed(path: string, { frame }: LinkRoots): string {
  return frame === '' ? path : `${frame}/${path}`;
}

/** A path as a link has it, in the spelling of the path before where they have the same names. */
function encoded(path: string, before: string, isInAngles: boolean): string {
  const spelled = new Map(before.split('/').map(step => [decodedOf(step) ?? step, step]));
  return path
    .split('/')
    .map(step => spelled.get(step) ?? encodedOf(step, isInAngles))
    .join('/');
}
