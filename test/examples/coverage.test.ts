// The programs of examples/ stand where examples/README.md says that they do. What is found in them is judged in
// test/ledger.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Engine } from '../../server/src/core/engine.ts';
import { coverageThrough } from '../../server/src/core/program/through.ts';
import { loadedExample } from './loaded.ts';

const today = '2026-11-23';

const loaded = (name: string) => loadedExample(name, today);

/** Each report with how many criteria stand where. */
function standings({ program }: Engine): string[] {
  return program.reports.map(report => {
    const counts = new Map<string, number>();
    for (const key of report.criteria) {
      const { state, marks } = program.coverage.stateOf(report, key);
      const shown = marks[0] ?? state;
      counts.set(shown, (counts.get(shown) ?? 0) + 1);
    }
    const words = [...counts].sort().map(([state, count]) => `${count} ${state}`);
    return `${report.id} (${report.catalogs.join(', ')}): ${words.join(', ')}`;
  });
}

describe('the example', () => {
  it('payroll-soc1 is measured against its own objectives', async () => {
    const engine = await loaded('payroll-soc1');
    assert.deepEqual(standings(engine), ['soc1-2026 (ICFR): 1 documented, 6 implemented']);
    assert.equal(engine.program.coverage.stateOf(engine.program.report, 'ICFR CO-4').state, 'documented');
  });

  it('soc3-beside-soc2 has three reports from the same controls', async () => {
    const engine = await loaded('soc3-beside-soc2');
    assert.deepEqual(standings(engine), [
      'soc2-first (TSC): 33 implemented',
      'soc2-2026 (TSC): 35 implemented, 1 missing',
      'soc3-2026 (TSC): 35 implemented, 1 missing',
    ]);
    const { program } = engine;
    assert.deepEqual(
      program.currentReports.map(({ id }) => id),
      ['soc2-2026', 'soc3-2026'],
    );
    // The issued report answers for itself: availability is none of its business.
    engine.chooseReport('soc2-first');
    assert.deepEqual([...engine.allFindings()], []);
  });

  it('privacy-processor has all of privacy, what does not concern a processor excluded with a reason', async () => {
    const engine = await loaded('privacy-processor');
    assert.deepEqual(standings(engine), ['soc2-2026 (TSC): 1 documented, 1 excluded, 49 implemented']);
    assert.equal(engine.program.manifest?.shape.privacyRole?.text, 'processor');
  });

  it('two-catalogs answers for the TSC and for what a customer requires', async () => {
    const engine = await loaded('two-catalogs');
    assert.deepEqual(standings(engine), ['soc2-2026 (TSC, Harbor): 1 excluded, 38 implemented, 2 missing']);
    const { program } = engine;
    const harbor = program.catalogs.named('harbor');
    assert.ok(harbor);
    const rows = coverageThrough(program, program.report, harbor);
    assert.deepEqual(
      rows.map(({ criterion, own, coverage }) => `${criterion.id} ${own.state} ${coverage.state}`),
      [
        'HB-1.1 implemented implemented',
        'HB-1.2 implemented implemented',
        'HB-2.1 implemented implemented',
        'HB-2.2 missing implemented',
        'HB-3.1 implemented implemented',
        'HB-3.2 missing missing',
        'HB-4.1 implemented implemented',
        'HB-4.2 missing missing',
      ],
    );
  });
});
