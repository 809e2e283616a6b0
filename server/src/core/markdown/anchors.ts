import type { Heading } from './facts.ts';

/** What GitHub leaves out of an anchor: all but letters, marks, decimal digits, connectors, hyphens and spaces. */
const dropped = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;
/** The same of ASCII, where it is much faster. */
const droppedOfAscii = /[^\w\- ]/g;
const beyondAscii = /[^\0-\x7f]/;

/** The anchors of one document's headings, in their order, as GitHub makes them. */
export function anchorsOf(headings: readonly Pick<Heading, 'bare'>[]): string[] {
  return numbered(headings.map(({ bare }) => anchorOf(bare)));
}

/** The anchor of one heading, as GitHub makes it: lower case, and hyphens for spaces. */
export function anchorOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.replace(beyondAscii.test(lower) ? dropped : droppedOfAscii, '').replace(/ /g, '-');
}

/** Anchors with a number behind each that is taken, as github-slugger 2.0.0 counts: `a`, `a-1`, `a-2`. */
export function numbered(anchors: readonly string[]): string[] {
  /** How often an anchor was asked for again. */
  const taken = new Map<string, number>();
  return anchors.map(anchor => {
    let count = taken.get(anchor);
    if (count === undefined) {
      taken.set(anchor, 0);
      return anchor;
    }
    let unique = anchor;
    while (taken.has(unique)) unique = `${anchor}-${++count}`;
    taken.set(anchor, count);
    taken.set(unique, 0);
    return unique;
  });
}

/** Whether a text has a character beyond ASCII, of which generators of sites make different anchors. */
export function isBeyondAscii(text: string): boolean {
  return beyondAscii.test(text);
}
