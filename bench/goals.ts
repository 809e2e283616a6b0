// What is wanted of Tickmark, beside what was measured of it and of its peers.
import { markdownTable } from './harness/markdownTable.ts';
import { type Result, subject, type Unit } from './harness/measure.ts';
import { nodes } from './harness/nodes.ts';
import { quantity, significant } from './harness/quantity.ts';
import { isComparable } from './harness/resultsTable.ts';
import { statistics } from './harness/statistics.ts';

type Figure = 'p50' | 'p99' | 'max' | 'RSS' | 'peak RSS';

interface Limit {
  readonly words: 'at most' | 'at least';
  readonly value: number;
  readonly unit: Unit;
}

/** One figure of one measure. */
interface Wanted {
  readonly measure: string;
  readonly documents?: number;
  readonly figure: Figure;
  readonly limit: Limit;
}

/** What is made of several figures; undefined where one of them was not measured. */
interface Derived {
  readonly measure: string;
  readonly documents?: number;
  readonly limit: Limit;
  readonly value: (find: Find) => number | undefined;
}

type Find = (figure: Figure, measure: string, documents?: number, program?: string) => number | undefined;

const few = 100;
const many = 10_000;
const most = 100_000;

const goals: readonly (Wanted | Derived)[] = [
  { measure: 'cold check', documents: 300, figure: 'p50', limit: atMost(250) },
  { measure: 'cold check', documents: many, figure: 'p50', limit: atMost(2_000) },
  {
    measure: 'cold check, markdownlint-cli2 to tickmark',
    documents: many,
    limit: { words: 'at least', value: 50, unit: 'times' },
    value: find =>
      ratio(find('p50', 'cold check', many, 'markdownlint-cli2'), find('p50', 'cold check', many)),
  },
  { measure: 'cold check', documents: most, figure: 'p50', limit: atMost(20_000) },
  { measure: 'cold check', documents: most, figure: 'peak RSS', limit: atMost(900, 'MB') },
  { measure: 'warm check, trusting times', documents: many, figure: 'p50', limit: atMost(500) },
  { measure: 'warm check, hashing all', documents: many, figure: 'p50', limit: atMost(800) },
  ...['spawn to initialized', 'spawn to initialized as in VS Code'].flatMap(
    (measure): (Wanted | Derived)[] => [
      { measure, figure: 'p50', limit: atMost(120) },
      ...nodes()
        .slice(1)
        .map(({ suffix }) => ({
          measure: `${measure}${suffix}, above an empty script`,
          limit: atMost(100),
          value: (find: Find) =>
            difference(find('p50', `${measure}${suffix}`), find('p50', `empty script${suffix}`)),
        })),
    ],
  ),
  { measure: 'open to own findings while indexing', documents: many, figure: 'max', limit: atMost(100) },
  ...['prose', 'mapping'].flatMap((kind): (Wanted | Derived)[] => {
    const edit = `edit to diagnostics: ${kind}`;
    return [
      { measure: `${edit}, 5.5 KB`, documents: many, figure: 'p50', limit: atMost(2) },
      { measure: `${edit}, 5.5 KB`, documents: many, figure: 'p99', limit: atMost(10) },
      {
        measure: `${edit}, 5.5 KB, 10,000 to 100 documents`,
        limit: atMost(1.5, 'times'),
        value: find => ratio(find('p50', `${edit}, 5.5 KB`, many), find('p50', `${edit}, 5.5 KB`, few)),
      },
      {
        measure: `work of an edit: ${kind}, 10,000 to 100 documents`,
        limit: atMost(1, 'times'),
        value: find =>
          ratio(find('max', `work of an edit: ${kind}`, many), find('max', `work of an edit: ${kind}`, few)),
      },
      { measure: `${edit}, 48 KB policy`, documents: many, figure: 'p99', limit: atMost(20) },
      { measure: `${edit}, 250 KB YAML`, documents: many, figure: 'p99', limit: atMost(30) },
    ];
  }),
  ...['criterion', 'id of a control', 'criterion, 250 KB YAML'].map(
    (what): Wanted => ({
      measure: `completion: ${what}`,
      documents: many,
      figure: 'p99',
      limit: atMost(15),
    }),
  ),
  ...['definition', 'references', 'hover'].flatMap(asked =>
    ['control', 'criterion'].map(
      (what): Wanted => ({
        measure: `${asked}: ${what}`,
        documents: many,
        figure: 'p99',
        limit: atMost(15),
      }),
    ),
  ),
  { measure: 'workspace symbols: a letter', documents: many, figure: 'p99', limit: atMost(30) },
  { measure: 'rename: 500 uses', documents: many, figure: 'max', limit: atMost(150) },
  { measure: 'scope edit to everything right', documents: many, figure: 'max', limit: atMost(300) },
  { measure: 'edit to diagnostics after a scope edit', documents: many, figure: 'max', limit: atMost(50) },
  { measure: 'event loop held after a scope edit', documents: many, figure: 'max', limit: atMost(50) },
  { measure: 'server: index', documents: many, figure: 'RSS', limit: atMost(150, 'MB') },
  {
    measure: 'server: RSS for each document',
    documents: many,
    limit: atMost(4, 'KB'),
    value: find => {
      const growth = difference(find('RSS', 'server: index', many), find('RSS', 'server: index', few));
      return growth === undefined ? undefined : (growth * 1024) / (many - few);
    },
  },
  { measure: 'server: index', documents: most, figure: 'RSS', limit: atMost(600, 'MB') },
  { measure: 'event loop held while indexing', documents: many, figure: 'max', limit: atMost(50) },
  { measure: 'event loop held after 5,000 files changed', documents: many, figure: 'max', limit: atMost(50) },
  { measure: 'extension: activate()', figure: 'max', limit: atMost(30) },
  { measure: 'extension: load and activate()', figure: 'max', limit: atMost(150) },
  { measure: 'extension: package', figure: 'p50', limit: atMost(1, 'MB') },
  {
    measure: 'pathological: each, time for a character, 0.8 MB to 0.2 MB',
    figure: 'max',
    limit: atMost(1.5, 'times'),
  },
  {
    measure: 'keys and texts: each, time for a character, 160 KB to 40 KB',
    figure: 'max',
    limit: atMost(1.5, 'times'),
  },
];

/** The goals that something was measured for, and whether they are reached. */
export function goalsTable(results: readonly Result[]): string {
  const find: Find = (figure, measure, documents, program = subject) => {
    const result = results.find(
      other => other.measure === measure && other.documents === documents && other.subject === program,
    );
    return result && figureOf(result, figure);
  };
  const rows = goals.flatMap(goal => {
    const { measure, documents, limit } = goal;
    const value = 'figure' in goal ? find(goal.figure, measure, documents) : goal.value(find);
    if (value === undefined) return [];
    const isReached = limit.words === 'at most' ? value <= limit.value : value >= limit.value;
    return [
      [
        measure,
        'figure' in goal ? peersOf(goal, value, results) : '',
        documents?.toLocaleString('en') ?? '',
        'figure' in goal ? goal.figure : '',
        `${limit.words} ${quantity(limit.value, limit.unit)}`,
        quantity(value, limit.unit),
        isReached ? 'yes' : 'no',
      ],
    ];
  });
  return markdownTable(['goal', 'peers', 'documents', 'figure', 'wanted', 'measured', 'reached'], rows, 2);
}

/** The same figure of the peers, or their p50 where they were measured too seldom, and how many times ours that is. */
function peersOf(
  { measure, documents, figure, limit }: Wanted,
  ours: number,
  results: readonly Result[],
): string {
  const goal = { measure, ...(documents === undefined ? {} : { documents }) };
  return results
    .filter(result => result.subject !== subject && isComparable(result, goal))
    .map(result => {
      const value = figureOf(result, figure) ?? statistics(result.runs).median.value;
      return `${result.subject} ${quantity(value, limit.unit)} (${significant(value / ours)} ×)`;
    })
    .join(', ');
}

function figureOf({ runs }: Result, figure: Figure): number | undefined {
  const { median, p99, max } = statistics(runs);
  const figures = { p50: median.value, p99, max, RSS: median.resident, 'peak RSS': median.peak };
  return figures[figure];
}

function atMost(value: number, unit: Unit = 'ms'): Limit {
  return { words: 'at most', value, unit };
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

function difference(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one - other;
}
