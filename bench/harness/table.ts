import { type Result, type Run, subject } from './measure.ts';

const columns = [
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
  'peak RSS',
  'findings',
  `× ${subject}`,
] as const;

/**
 * The results as a Markdown table with aligned columns, to read on a terminal too. Spread is (max - min) / p50; CPU and
 * peak RSS are those of the median run; the last column compares the p50 of one measure and size.
 */
export function table(results: readonly Result[]): string {
  const rows = results.map(result => cellsOf(result, results));
  const widths = columns.map((name, column) =>
    Math.max(...[columns, ...rows].map(row => (row[column] ?? name).length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}

function cellsOf(result: Result, results: readonly Result[]): string[] {
  const { median, min, max, p99 } = statistics(result.runs);
  const ours = results.find(
    other =>
      other.subject === subject && other.measure === result.measure && other.documents === result.documents,
  );
  return [
    result.measure,
    result.subject,
    result.documents?.toLocaleString('en') ?? '',
    String(result.runs.length),
    duration(median.wall),
    p99 === undefined ? '' : duration(p99),
    duration(min),
    duration(max),
    result.runs.length === 1 ? '' : `${Math.round(((max - min) / median.wall) * 100)} %`,
    median.cpu === undefined ? '' : duration(median.cpu),
    median.peak === undefined ? '' : `${Math.round(median.peak)} MB`,
    result.findings?.toLocaleString('en') ?? '',
    ours === undefined ? '' : significant(median.wall / statistics(ours.runs).median.wall),
  ];
}

/** @throws RangeError when there is no run */
function statistics(runs: readonly Run[]): {
  median: Run;
  min: number;
  max: number;
  p99: number | undefined;
} {
  const sorted = runs.toSorted((a, b) => a.wall - b.wall);
  const [first, median, last] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  if (!first || !median || !last) throw new RangeError('A result needs at least one run.');
  // Fewer runs than a hundred have no 99th percentile but their maximum.
  const p99 = sorted.length < 100 ? undefined : sorted[Math.ceil(sorted.length * 0.99) - 1]?.wall;
  return { median, min: first.wall, max: last.wall, p99 };
}

function duration(milliseconds: number): string {
  return milliseconds < 1_000 ? `${significant(milliseconds)} ms` : `${significant(milliseconds / 1_000)} s`;
}

/** Three significant digits, without an exponent. */
function significant(value: number): string {
  return String(Number(value.toPrecision(3)));
}
