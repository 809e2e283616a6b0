import { decodedOf } from '../../formats/links.ts';
import { linksIn } from '../../program/link.ts';
import { folderOf } from '../../program/touched.ts';
import type { Editing } from '../editing.ts';
import type { Completion } from './offer.ts';
import { folderFrom, type PathTyped } from './paths.ts';

/** Where a link of Markdown leads, as far as it is typed. */
interface Destination {
  readonly typed: string;
  readonly start: number;
}

/** The headings of the document that a link leads to, once its `#` is typed; undefined elsewhere. */
export function headingCompletions(editing: Editing, offset: number): readonly Completion[] | undefined {
  const found = destinationAt(editing, offset);
  const hash = found?.typed.indexOf('#') ?? -1;
  if (!found || hash < 0) return undefined;
  const start = found.start + hash + 1;
  const end = offset + restOf(editing.facts.text, offset);
  return anchorsOf(found.typed.slice(0, hash), editing).map((anchor, i) => ({
    label: anchor,
    kind: 'word',
    detail: '',
    documentation: [],
    text: anchor,
    start,
    end,
    order: String(i).padStart(6, '0'),
    filter: anchor,
  }));
}

/** The path that is typed where a link leads to; undefined elsewhere, and where it leads to no file beside the document. */
export function linkPathTypedAt(editing: Editing, offset: number): PathTyped | undefined {
  const { typed, start } = destinationAt(editing, offset) ?? {};
  if (typed === undefined || start === undefined || /[#?:\\]|^[/@]/.test(typed)) return undefined;
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const inside = folderFrom(`${folderOf(editing.path)}/${folder}`);
  if (inside === undefined) return undefined;
  const { text } = editing.facts;
  return { folders: [inside], start: start + folder.length, end: offset + restOf(text, offset) };
}

/** How far a destination is looked for, in UTF-16 units. */
const longestDestination = 300;

function destinationAt({ facts }: Editing, offset: number): Destination | undefined {
  const { text, envelope, markdown } = facts;
  if (!markdown || offset < (envelope?.bodyStart ?? 0) || isIn(offset, markdown.code)) return undefined;
  const line = text.slice(Math.max(0, offset - longestDestination), offset);
  const typed = /\]\(<?([^\s()<>]*)$/.exec(line)?.[1] ?? /^\[[^\]\n]+\]:[ \t]+([^\s<>]*)$/m.exec(line)?.[1];
  return typed === undefined ? undefined : { typed, start: offset - typed.length };
}

function isIn(offset: number, ranges: readonly number[]): boolean {
  for (let i = 0; i < ranges.length; i += 2)
    if ((ranges[i] ?? 0) < offset && offset < (ranges[i + 1] ?? 0)) return true;
  return false;
}

/** How much of what is behind an offset belongs to a destination. */
function restOf(text: string, offset: number): number {
  return /^[^\s()<>#]*/.exec(text.slice(offset, offset + longestDestination))?.[0].length ?? 0;
}

/** What can be linked to in the document at a path, as it is written in a link. */
function anchorsOf(path: string, { path: own, facts, program }: Editing): readonly string[] {
  const { shape } = facts.summary;
  const link = { path: decodedOf(path) ?? path, anchor: undefined, at: 0 };
  const [entry] = linksIn(own, { ...shape, links: [link] });
  const target = entry && [entry.to, ...(entry.others ?? [])].find(to => to === own || program.summary(to));
  const anchors = target === own ? shape.anchors : target && program.summary(target)?.shape.anchors;
  return anchors?.split('\n').filter(anchor => anchor !== '') ?? [];
}
