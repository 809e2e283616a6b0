import type { Heading } from './facts.ts';

/** What GitHub leaves out of an anchor: all but letters, marks, decimal digits, connectors, hyphens and spaces. */
const dropped = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;
/** The same of ASCII, where it is much faster. */
const droppedOfAscii = /[^\w\- ]/g;
const beyondAscii = /[^\0-\x7f]/;

/**
 * The anchors of one document's headings, in their order, as GitHub makes them: lower case, hyphens for spaces, and a number
 * where one is taken.
 */
export function anchorsOf(headings: readonly Heading[]): string[] {
  /** How often an anchor was asked for again. */
  const taken = new Map<string, number>();
  return headings.map(({ bare }) => {
    const anchor = anchorOf(bare);
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

function anchorOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.replace(beyondAscii.test(lower) ? dropped : droppedOfAscii, '').replace(/ /g, '-');
}
