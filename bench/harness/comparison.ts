import { markdownTable } from './markdownTable.ts';
import { type Result, type Run, subject } from './measure.ts';
import { quantity } from './quantity.ts';
import { isComparable } from './resultsTable.ts';
import { statistics } from './statistics.ts';

/** What one measure gave of two builds, one right after the other. */
export interface Round {
  readonly theirs: readonly Result[];
  readonly ours: readonly Result[];
}

/** Of some runs; undefined where they do not tell. */
type Figure = (runs: readonly Run[]) => number | undefined;

/** Processor time, which a busy machine changes least, and the time from start to end where only that is known. */
const figures: readonly { readonly name: string; readonly of: Figure; readonly unit?: 'MB' }[] = [
  { name: 'CPU', of: medianOf('cpu') },
  { name: 'p50', of: runs => (runs.some(({ cpu }) => cpu !== undefined) ? undefined : p50(runs)) },
  { name: 'p99', of: runs => (runs.length === 0 ? undefined : statistics(runs).p99) },
  { name: 'RSS', of: medianOf('resident'), unit: 'MB' },
  { name: 'peak RSS', of: medianOf('peak'), unit: 'MB' },
];

/**
 * How many times the figure of another revision each figure is: the ratio of the medians of all rounds, and the least and the
 * greatest ratio of a round. What only one of them was measured for is left out.
 */
export function comparisonTable(revision: string, rounds: readonly Round[]): string {
  const measured = rounds[0]?.ours.filter(result => result.subject === subject) ?? [];
  const rows = measured.flatMap(result =>
    figures.flatMap(({ name, of, unit }): string[][] => {
      const pairs = rounds.map(({ theirs, ours }) => ({
        theirs: runsOf(theirs, result),
        ours: runsOf(ours, result),
      }));
      const theirs = of(pairs.flatMap(pair => pair.theirs));
      const ours = of(pairs.flatMap(pair => pair.ours));
      if (theirs === undefined || ours === undefined) return [];
      // A round has too few runs for a 99th percentile.
      const ratios = pairs.map(pair => ratio(of(pair.ours), of(pair.theirs))).filter(isKnown);
      return [
        [
          result.measure,
          name,
          result.documents?.toLocaleString('en') ?? '',
          quantity(theirs, unit ?? result.unit),
          quantity(ours, unit ?? result.unit),
          ratio(ours, theirs)?.toFixed(2) ?? '',
          ratios.length < 2 ? '' : `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
        ],
      ];
    }),
  );
  return markdownTable(['measure', 'figure', 'documents', revision, 'here', 'ratio', 'of rounds'], rows, 2);
}

function runsOf(results: readonly Result[], like: Result): readonly Run[] {
  return results.find(other => other.subject === like.subject && isComparable(other, like))?.runs ?? [];
}

function medianOf(name: 'cpu' | 'resident' | 'peak'): Figure {
  return runs => {
    const known = runs.map(run => run[name]).filter(isKnown);
    return known.length === 0 ? undefined : p50(known.map(value => ({ value })));
  };
}

function p50(runs: readonly Run[]): number | undefined {
  return runs.length === 0 ? undefined : statistics(runs).median.value;
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || !other ? undefined : one / other;
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined;
}
