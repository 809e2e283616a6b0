import type { TextRange } from '../text/range.ts';
import { namedHere } from './at/namedHere.ts';
import { subjectsAt } from './at/subjectsAt.ts';
import { type ChainLink, linksBelow } from './chain.ts';
import type { Editing } from './editing.ts';

/** What carries out what the words of a range mean, or shows that it is done. */
export interface Implementation {
  readonly range: TextRange;
  readonly links: readonly ChainLink[];
}

/**
 * The controls of the criteria that are cited at an offset, or what is below the record that is named there (see `linksBelow`).
 * Undefined where neither is.
 */
export function implementationAt(editing: Editing, offset: number): Implementation | undefined {
  const found = linksAt(editing, offset);
  if (!found) return undefined;
  const { range, links } = found;
  return { range, links: unique(links.flatMap(link => linksBelow(link, editing.program))) };
}

/** What is cited or named at an offset, as links of the chain. */
export function linksAt(editing: Editing, offset: number): Implementation | undefined {
  const cited = subjectsAt(editing, offset);
  if (cited) return { range: cited.range, links: cited.subjects.map(page => ({ of: 'criterion', page })) };
  const found = namedHere(editing, offset);
  if (!found || found.named.entries.size === 0) return undefined;
  return { range: found.range, links: [...found.named.entries].map(entry => ({ of: 'record', entry })) };
}

/** Each record once: several criteria have controls in common. */
function unique(links: readonly ChainLink[]): readonly ChainLink[] {
  const known = new Set<unknown>();
  return links.filter(link => {
    const what = link.of === 'record' ? link.entry : link;
    return !known.has(what) && known.add(what);
  });
}
