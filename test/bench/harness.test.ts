import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { goalsTable } from '../../bench/goals.ts';
import { comparisonTable } from '../../bench/harness/comparison.ts';
import type { Result } from '../../bench/harness/measure.ts';
import { resultsTable } from '../../bench/harness/resultsTable.ts';
import { runNode } from '../../bench/harness/runNode.ts';
import { statistics } from '../../bench/harness/statistics.ts';

describe('a measured process', () => {
  test('tells what it wrote and what it used', () => {
    const script =
      'const held = Buffer.alloc(200 * 2 ** 20, 1); console.log(held.length); process.exitCode = 1;';
    const { run, stdout } = runNode(['--eval', script], tmpdir());
    assert.equal(stdout, '209715200\n');
    assert.ok((run.peak ?? 0) > 200, `peak ${run.peak} MB`);
    assert.ok((run.cpu ?? 0) > 0);
    assert.ok(run.value > 0);
  });

  test('does not count what the measuring process holds', () => {
    const held = Buffer.alloc(400 * 2 ** 20, 1);
    const { run } = runNode(['--eval', ''], tmpdir());
    assert.ok(
      (run.peak ?? Number.POSITIVE_INFINITY) < 300,
      `peak ${run.peak} MB beside ${held.length} bytes`,
    );
  });

  test('is an error when it fails', () => {
    assert.throws(
      () => runNode(['--eval', 'console.error("out of luck"); process.exit(3)'], tmpdir()),
      /ended with 3:\nout of luck/,
    );
  });
});

const cold = 'cold check';
const ours = (measure: string, documents: number, values: readonly number[]): Result => ({
  measure,
  subject: 'tickmark',
  documents,
  runs: values.map(value => ({ value })),
});

describe('statistics', () => {
  test('take the nearest rank, whatever the order', () => {
    const runs = [...Array(200).keys()].reverse().map(value => ({ value: value + 1 }));
    assert.deepEqual(statistics(runs), { median: { value: 100 }, min: 1, max: 200, p99: 198 });
  });

  test('know no 99th percentile of a few', () => {
    const runs = [{ value: 3 }, { value: 1 }];
    assert.deepEqual(statistics(runs), { median: { value: 1 }, min: 1, max: 3, p99: undefined });
  });

  test('need a run', () => {
    assert.throws(() => statistics([]), RangeError);
  });
});

test('the results show the median run, the dispersion and how often slower a peer is', () => {
  const results: Result[] = [
    {
      ...ours(cold, 1_000, []),
      runs: [120, 100, 110, 150, 90].map(value => ({ value, cpu: value * 2, peak: 80, resident: 70 })),
    },
    { measure: cold, subject: 'peer', documents: 1_000, runs: [{ value: 5_500 }], findings: 12_345 },
    { measure: cold, subject: 'peer', documents: 300, runs: [{ value: 0.01234 }] },
    { measure: cold, subject: 'server', runs: [{ value: 220 }] },
    { measure: 'package', subject: 'tickmark', unit: 'MB', runs: [{ value: 0.31 }] },
  ];
  assert.deepEqual(rowsOf(resultsTable(results)), [
    'measure ; program ; documents ; runs ; p50 ; p99 ; min ; max ; spread ; CPU ; RSS ; peak RSS ; findings ; × tickmark',
    'cold check ; tickmark ; 1,000 ; 5 ; 110 ms ;  ; 90 ms ; 150 ms ; 55 % ; 220 ms ; 70 MB ; 80 MB ;  ; ',
    'cold check ; peer ; 1,000 ; 1 ; 5.5 s ;  ; 5.5 s ; 5.5 s ;  ;  ;  ;  ; 12,345 ; 50',
    'cold check ; peer ; 300 ; 1 ; 0.0123 ms ;  ; 0.0123 ms ; 0.0123 ms ;  ;  ;  ;  ;  ; ',
    'cold check ; server ;  ; 1 ; 220 ms ;  ; 220 ms ; 220 ms ;  ;  ;  ;  ;  ; 2',
    'package ; tickmark ;  ; 1 ; 0.31 MB ;  ; 0.31 MB ; 0.31 MB ;  ;  ;  ;  ;  ; ',
  ]);
});

test('the goals show what was measured, beside the peers, and whether it is enough', () => {
  const edit = 'edit to diagnostics: prose, 5.5 KB';
  const results = [
    ours(cold, 10_000, [1_900, 1_800, 2_500]),
    { ...ours(cold, 10_000, [76_000]), subject: 'markdownlint-cli2' },
    ours(edit, 100, [1]),
    ours(edit, 10_000, Array(100).fill(2.1)),
  ];
  assert.deepEqual(rowsOf(goalsTable(results)), [
    'goal ; peers ; documents ; figure ; wanted ; measured ; reached',
    'cold check ; markdownlint-cli2 76 s (40 ×) ; 10,000 ; p50 ; at most 2 s ; 1.9 s ; yes',
    'cold check, markdownlint-cli2 to tickmark ;  ; 10,000 ;  ; at least 50 × ; 40 × ; no',
    `${edit} ;  ; 10,000 ; p50 ; at most 2 ms ; 2.1 ms ; no`,
    `${edit} ;  ; 10,000 ; p99 ; at most 10 ms ; 2.1 ms ; yes`,
    `${edit}, 10,000 to 100 documents ;  ;  ;  ; at most 1.5 × ; 2.1 × ; no`,
  ]);
});

/** A table's rows but for the rule, with cells separated by semicolons. */
function rowsOf(table: string): string[] {
  const rows = table.split('\n').map(line => line.split('|').slice(1, -1));
  assert.equal(new Set(rows.map(cells => cells.join('|').length)).size, 1, 'the columns are aligned');
  return rows.filter((_, i) => i !== 1).map(cells => cells.map(cell => cell.trim()).join(' ; '));
}

describe('a comparison with another revision', () => {
  const check = (cpu: number, peak: number): Result[] => [
    { measure: cold, subject: 'tickmark', documents: 300, runs: [{ value: 9, cpu, peak }] },
  ];

  test('is the ratio of the medians of all rounds, and tells how far the rounds differ', () => {
    const rounds = [
      { theirs: check(100, 50), ours: check(110, 60) },
      { theirs: check(200, 50), ours: check(180, 60) },
      { theirs: check(120, 50), ours: check(150, 60) },
    ];
    assert.equal(
      comparisonTable('v1', rounds),
      `
| measure    | figure   | documents |     v1 |   here | ratio |    of rounds |
| ---------- | -------- | --------: | -----: | -----: | ----: | -----------: |
| cold check | CPU      |       300 | 120 ms | 150 ms |  1.25 | 0.90 to 1.25 |
| cold check | peak RSS |       300 |  50 MB |  60 MB |  1.20 | 1.20 to 1.20 |
`.trim(),
    );
  });

  test('is of times where no processor time is known, and has the slowest of many', () => {
    const edits = (slowest: number): Result[] => [
      ours(
        'edit',
        300,
        Array.from({ length: 100 }, (_, i) => (i < 98 ? 2 : slowest)),
      ),
    ];
    const table = comparisonTable('v1', [{ theirs: edits(4), ours: edits(6) }]);
    assert.deepEqual(table.split('\n').slice(2), [
      '| edit    | p50    |       300 | 2 ms | 2 ms |  1.00 |           |',
      '| edit    | p99    |       300 | 4 ms | 6 ms |  1.50 |           |',
    ]);
  });

  test('leaves out what only one of them was measured for', () => {
    const table = comparisonTable('v1', [{ theirs: [], ours: check(1, 1) }]);
    assert.equal(table.split('\n').length, 2);
  });
});
