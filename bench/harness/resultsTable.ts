import { markdownTable } from './markdownTable.ts';
import { type Result, subject } from './measure.ts';
import { quantity, significant } from './quantity.ts';
import { statistics } from './statistics.ts';

const columns: readonly string[] = [
  'measure',
  'program',
  'documents',
  'runs',
  'p50',
  'p99',
  'min',
  'max',
  'spread',
  'CPU',
  'RSS',
  'peak RSS',
  'findings',
  `× ${subject}`,
];

/**
 * All results. Spread is (max - min) / p50; CPU and memory are those of the median run; the last column compares the p50 of
 * one measure and size.
 */
export function resultsTable(results: readonly Result[]): string {
  return markdownTable(
    columns,
    results.map(result => cellsOf(result, results)),
    2,
  );
}

function cellsOf(result: Result, results: readonly Result[]): string[] {
  const { median, min, max, p99 } = statistics(result.runs);
  const shown = (value: number | undefined): string =>
    value === undefined ? '' : quantity(value, result.unit);
  const megabytes = (value: number | undefined): string =>
    value === undefined ? '' : `${Math.round(value)} MB`;
  const ours = results.find(other => other.subject === subject && isComparable(other, result));
  return [
    result.measure,
    result.subject,
    result.documents?.toLocaleString('en') ?? '',
    String(result.runs.length),
    shown(median.value),
    shown(p99),
    shown(min),
    shown(max),
    result.runs.length === 1 ? '' : `${Math.round(((max - min) / median.value) * 100)} %`,
    median.cpu === undefined ? '' : quantity(median.cpu),
    megabytes(median.resident),
    megabytes(median.peak),
    result.findings?.toLocaleString('en') ?? '',
    ours && ours !== result ? significant(median.value / statistics(ours.runs).median.value) : '',
  ];
}

/** Whether two results are of the same measure, over the same documents where both had a program. */
export function isComparable(
  one: Pick<Result, 'measure' | 'documents'>,
  other: Pick<Result, 'measure' | 'documents'>,
): boolean {
  const same =
    one.documents === undefined || other.documents === undefined || one.documents === other.documents;
  return one.measure === other.measure && same;
}
