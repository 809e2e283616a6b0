import { type LadderState, ladder } from '../program/ladder.ts';
import type { Parts, Row } from '../program/sections.ts';
import { type Block, type Inlines, paragraph, type Tone } from './page.ts';
import { counted } from './words.ts';

/** How many criteria are in each state; the excluded ones are counted apart. */
export type CoverageSummary = Readonly<Record<LadderState | 'criteria' | 'excluded', number>>;

export function coverageSummary(rows: readonly Row[]): CoverageSummary {
  const included = rows.filter(({ coverage: { marks } }) => marks.length === 0);
  const on = (state: LadderState) => included.filter(({ coverage }) => coverage.state === state).length;
  return {
    criteria: rows.length,
    missing: on('missing'),
    listed: on('listed'),
    documented: on('documented'),
    designed: on('designed'),
    implemented: on('implemented'),
    evidenced: on('evidenced'),
    excluded: rows.length - included.length,
  };
}

/** The summary in words, the furthest state first: `3 criteria: 1 implemented, 2 missing`. */
export function coverageSummaryWords(summary: CoverageSummary): string {
  const criteria = counted(summary.criteria, 'criterion', 'criteria');
  const states = [...[...ladder].reverse(), 'excluded' as const].filter(state => summary[state] > 0);
  if (states.length === 0) return criteria;
  return `${criteria}: ${states.map(state => `${summary[state]} ${state}`).join(', ')}`;
}

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
export const toneOf: Readonly<Record<LadderState, Tone>> = {
  missing: 'bad',
  listed: 'bad',
  documented: 'begun',
  designed: 'advanced',
  implemented: 'furthest',
  evidenced: 'furthest',
};

function cellsOf({ criterion, coverage: { state, marks, reason } }: Row): Inlines[] {
  const shown =
    marks.length > 0 ? ({ text: 'excluded', tone: 'aside' } as const) : { text: state, tone: toneOf[state] };
  return [[criterion.id], [criterion.title], [shown], [reason]];
}
