import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { runNode } from '../../bench/harness/runNode.ts';
import { table } from '../../bench/harness/table.ts';

describe('a measured process', () => {
  test('tells what it wrote and what it used', () => {
    const script =
      'const held = Buffer.alloc(200 * 2 ** 20, 1); console.log(held.length); process.exitCode = 1;';
    const { run, stdout } = runNode(['--eval', script], tmpdir());
    assert.equal(stdout, '209715200\n');
    assert.ok((run.peak ?? 0) > 200, `peak ${run.peak} MB`);
    assert.ok((run.cpu ?? 0) > 0);
    assert.ok(run.wall > 0);
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

test('the table shows the median run, the dispersion and how often slower a peer is', () => {
  const walls = [120, 100, 110, 150, 90];
  const results = [
    {
      measure: 'cold check',
      subject: 'tickmark',
      documents: 1_000,
      runs: walls.map(wall => ({ wall, cpu: wall * 2, peak: 80 })),
    },
    { measure: 'cold check', subject: 'peer', documents: 1_000, runs: [{ wall: 5_500 }], findings: 12_345 },
    { measure: 'cold check', subject: 'peer', documents: 300, runs: [{ wall: 0.01234 }] },
    { measure: 'edit', subject: 'tickmark', runs: Array.from({ length: 200 }, (_, i) => ({ wall: i + 1 })) },
  ];
  const [header, , ...rows] = table(results)
    .split('\n')
    .map(line =>
      line
        .split('|')
        .map(cell => cell.trim())
        .join(' ; '),
    );
  assert.deepEqual(
    [header, ...rows],
    [
      ' ; measure ; program ; documents ; runs ; p50 ; p99 ; min ; max ; spread ; CPU ; peak RSS ; findings ; × tickmark ; ',
      ' ; cold check ; tickmark ; 1,000 ; 5 ; 110 ms ;  ; 90 ms ; 150 ms ; 55 % ; 220 ms ; 80 MB ;  ; 1 ; ',
      ' ; cold check ; peer ; 1,000 ; 1 ; 5.5 s ;  ; 5.5 s ; 5.5 s ;  ;  ;  ; 12,345 ; 50 ; ',
      ' ; cold check ; peer ; 300 ; 1 ; 0.0123 ms ;  ; 0.0123 ms ; 0.0123 ms ;  ;  ;  ;  ;  ; ',
      ' ; edit ; tickmark ;  ; 200 ; 100 ms ; 198 ms ; 1 ms ; 200 ms ; 199 % ;  ;  ;  ; 1 ; ',
    ],
  );
});
