// What can be linked to in a document.

import { anchorOf, anchorsOf, isBeyondAscii, numbered } from '../markdown/anchors.ts';
import type { Heading, MarkdownFacts } from '../markdown/facts.ts';
import { bracesAtEnd, setsId, withoutAttributes } from '../markdown/headingAttributes.ts';
import type { SiteName } from '../model/shape.ts';
import { detach } from '../text/detach.ts';
import { ownAnchors } from './ownAnchors.ts';
import { generatorNamed } from './sites/sites.ts';
import { hugoSlug, kramdownSlug, mkdocsNumbered, mkdocsSlug, vitepressSlug } from './sites/slugs.ts';

/**
 * The anchors of a document, a line each: of its headings, and those that its author set. Undefined without any.
 * @param site the generator that surely makes them. Without it, they are those that GitHub makes, and those of other generators
 *   that differ from these in more than signs, all in lower case
 */
export function anchorLines(
  text: string,
  bodyStart: number,
  markdown: MarkdownFacts,
  site: SiteName | undefined,
): string | undefined {
  const { headings } = markdown;
  if (site) {
    const { anchors, setsId: isIdSet, hasIdLines, setsIdsElsewhere } = generatorNamed(site);
    const made = anchors(
      headings.filter(heading => {
        const braces = bracesAtEnd(text.slice(heading.textStart, heading.textEnd));
        const isSet = braces !== undefined && isIdSet(braces);
        return !isSet && !(hasIdLines && hasIdLine(text, heading));
      }),
      text,
    );
    const isRead = setsIdsElsewhere ? undefined : isAtHeading(headings);
    return asLines([...made, ...ownAnchors(text, bodyStart, markdown, isRead)]);
  }
  const anchors = anchorsOf(headings);
  const others = otherAnchors(text, headings);
  // Most documents have none, and the signs of an anchor are slow to leave out.
  const known = new Set(others.length > 0 ? anchors.map(signless) : []);
  for (const anchor of others) if (!known.has(signless(anchor))) anchors.push(anchor);
  for (const anchor of ownAnchors(text, bodyStart, markdown)) anchors.push(anchor.toLowerCase());
  return asLines(anchors);
}

/** Whether a line right below a heading sets its id, or one right above it with nothing above that. */
function hasIdLine(text: string, { start, end }: Heading): boolean {
  const below = /^[ \t]*(?:\r\n?|\n) {0,3}(\{:[^{}\r\n]*\})[ \t]*(?:[\r\n]|$)/.exec(
    text.slice(end, end + longestLine),
  );
  const before = text.slice(Math.max(0, start - longestLine), start);
  const above = /(?:^|[\r\n][ \t]*(?:\r\n?|\n)) {0,3}(\{:[^{}\r\n]*\})[ \t]*(?:\r\n?|\n) {0,3}$/.exec(before);
  return [below, above].some(line => line !== null && setsId((line[1] ?? '').replace(/^\{:/, '{')));
}

/** How far from a heading a line with its attributes is looked for. */
const longestLine = 300;

/** Whether braces stand at the end of a heading, or hold something else than attributes. */
function isAtHeading(headings: readonly Heading[]): (braces: string, end: number) => boolean {
  const ends = new Set(headings.map(({ textEnd }) => textEnd));
  return (braces, end) => ends.has(end) || !setsId(braces.replace(/^\{:/, '{'));
}

function asLines(anchors: readonly string[]): string | undefined {
  return anchors.length === 0 ? undefined : detach([...new Set(anchors)].join('\n'));
}

/** An anchor without signs: by them generators of sites differ most. */
export function signless(anchor: string): string {
  return anchor.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The anchors that others than GitHub make of headings that have attributes, marks, characters beyond ASCII, or no letters.
 * Hugo makes them of the source.
 */
function otherAnchors(text: string, headings: readonly Heading[]): readonly string[] {
  const words = headings.map(({ bare }) => withoutAttributes(bare));
  const anchors: string[] = [];
  for (const [i, { bare, textStart, textEnd }] of headings.entries()) {
    if (words[i] !== bare) anchors.push(anchorOf(words[i] ?? ''));
    if (text.slice(textStart, textEnd) !== bare) anchors.push(hugoSlug(text.slice(textStart, textEnd)));
  }
  if (!words.some(one => isBeyondAscii(one) || !/[A-Za-z]/.test(one))) return anchors;
  return [
    ...anchors,
    ...mkdocsNumbered(words.map(mkdocsSlug)),
    ...numbered(words.map(vitepressSlug)),
    ...numbered(words.map(kramdownSlug)),
  ];
}
