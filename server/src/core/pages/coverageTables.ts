import {
  type LadderState,
  type Mark,
  type Shown,
  type Standing,
  shownOf,
  shownStates,
} from '../program/ladder.ts';
import type { Parts, Row } from '../program/sections.ts';
import { shownWords, whyWords } from './coverageWords.ts';
import { type Block, type Inlines, paragraph, type Tone } from './page.ts';
import { counted } from './words.ts';

/**
 * How many criteria are in each state. A criterion with a mark in place of its state counts under that mark only.
 * `notThroughout`, `withDeviation`, and `withGap` count the criteria with that mark.
 */
export type CoverageSummary = Readonly<
  Record<
    LadderState | 'criteria' | 'excluded' | 'reliesOnVendor' | 'notThroughout' | 'withDeviation' | 'withGap',
    number
  >
>;

export function coverageSummary(rows: readonly { readonly coverage: Standing }[]): CoverageSummary {
  const on = (shown: Shown) => rows.filter(({ coverage }) => shownOf(coverage) === shown).length;
  const marked = (mark: Mark) => rows.filter(({ coverage }) => coverage.marks.includes(mark)).length;
  return {
    criteria: rows.length,
    missing: on('missing'),
    listed: on('listed'),
    documented: on('documented'),
    designed: on('designed'),
    implemented: on('implemented'),
    evidenced: on('evidenced'),
    excluded: on('excluded'),
    reliesOnVendor: on('relies on a vendor'),
    notThroughout: marked('not-throughout'),
    withDeviation: marked('deviation'),
    withGap: marked('gap'),
  };
}

/** How many of the criteria are shown as this. */
export function countOf(summary: CoverageSummary, shown: Shown): number {
  return summary[shown === 'relies on a vendor' ? 'reliesOnVendor' : shown];
}

/** The summary in words, the furthest state first: `3 criteria: 1 implemented, 2 missing; 1 with a deviation`. */
export function coverageSummaryWords(summary: CoverageSummary): string {
  const criteria = counted(summary.criteria, 'criterion', 'criteria');
  const words = statesWords(summary);
  return words === '' ? criteria : `${criteria}: ${words}`;
}

/** How many criteria are in each state that some are in, and how many have a mark beside it; empty where there are none. */
export function statesWords(summary: CoverageSummary, order = summaryOrder): string {
  const words = stateCountsWords(shown => countOf(summary, shown), order);
  return [...(words === '' ? [] : [words]), ...markWords(summary)].join('; ');
}

/** How many criteria are shown as what: `1 implemented, 2 missing`; empty where there are none. */
export function stateCountsWords(count: (shown: Shown) => number, order = summaryOrder): string {
  const states = order.filter(shown => count(shown) > 0);
  return states.map(shown => countWords(count(shown), shown)).join(', ');
}

/** What is marked beside states, counted: `1 with a deviation`. */
function markWords({ notThroughout, withDeviation, withGap }: CoverageSummary): string[] {
  return [
    ...(notThroughout > 0 ? [`${notThroughout} not throughout the period`] : []),
    ...(withDeviation > 0 ? [`${withDeviation} with a deviation`] : []),
    ...(withGap > 0 ? [`${withGap} with a gap`] : []),
  ];
}

/** `2 implemented`, `1 relies on a vendor`. */
function countWords(count: number, shown: Shown): string {
  return shown === 'relies on a vendor' && count > 1 ? `${count} rely on a vendor` : `${count} ${shown}`;
}

/** The furthest first, and what is left out last. */
const summaryOrder: readonly Shown[] = [
  ...shownStates.filter(shown => shown !== 'excluded').reverse(),
  'excluded',
];

/**
 * How far along each criterion is and why, a table for each heading of a report; those that have none last. Of a heading
 * everything is counted, and what has nothing to list is left out.
 */
export function coverageTables(
  { sections, rows }: Parts,
  isListed: (row: Row) => boolean = () => true,
): Block[] {
  const tables = sections.flatMap(({ kind, label, rows: own, parts }): Block[] => {
    const caption = [
      { text: label, style: 'strong' as const },
      `: ${coverageSummaryWords(coverageSummary(own))}`,
    ];
    const listed = own.filter(isListed);
    if (listed.length === 0) return [];
    if (kind === 'catalog') return [paragraph(...caption), ...coverageTables(parts, isListed)];
    return [{ kind: 'table', caption, rows: listed.map(cellsOf) }];
  });
  const others = rows.filter(isListed);
  return others.length > 0 ? [...tables, { kind: 'table', rows: others.map(cellsOf) }] : tables;
}

/** How far along a criterion in a state is. No tone praises: whether a control is good is the auditor's conclusion. */
export const toneOf: Readonly<Record<Shown, Tone>> = {
  missing: 'bad',
  listed: 'bad',
  documented: 'begun',
  designed: 'advanced',
  implemented: 'furthest',
  evidenced: 'furthest',
  'relies on a vendor': 'advanced',
  excluded: 'aside',
};

function cellsOf({ key, criterion, coverage }: Row): Inlines[] {
  const shown = { text: shownWords(coverage), tone: toneOf[shownOf(coverage)] };
  return [[{ text: criterion.id, target: { page: key } }], [criterion.title], [shown], [whyWords(coverage)]];
}
