// Evidence as other tools keep it: what is on file for the controls whose evidence lacks something, and for one of each cadence. Written
// by hand, from what windows are said to be.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Engine } from '../../server/src/core/engine.ts';
import { loadedExample } from './loaded.ts';

const today = '2026-11-23';

/** The windows of a control in words, with its name. */
function windowsOf({ program }: Engine, id: string): string {
  const [control] = program.defining(id);
  assert.ok(control, id);
  const windows = program.evidence.windows(program.report, control)?.windows ?? [];
  return windows.map(({ name, state }) => `${name} ${state}`).join(', ');
}

/** How many criteria stand where, with their marks. */
function standings({ program }: Engine): string {
  const counts = new Map<string, number>();
  for (const key of program.report.criteria) {
    const { state, marks } = program.coverage.of(program.report, key);
    const words = [state, ...marks].join(' ');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .map(([words, count]) => `${count} ${words}`)
    .sort()
    .join(', ');
}

describe('the evidence of the example', () => {
  it('csv-register is in the rows of a spreadsheet', async () => {
    const engine = await loadedExample('csv-register', today);
    assert.equal(
      windowsOf(engine, 'BK-02'),
      '2026-Q1 complete, 2026-Q2 complete, 2026-Q3 complete, 2026-Q4 due',
    );
    assert.equal(
      windowsOf(engine, 'BK-03'),
      '2026-Q1 complete, 2026-Q2 partial, 2026-Q3 complete, 2026-Q4 due',
    );
    assert.equal(standings(engine), '1 implemented, 2 evidenced');
    assert.equal(engine.program.ofKind('evidence').size, 16);
  });

  it('evidence-folders is in folders of controls and windows, without a record', async () => {
    const engine = await loadedExample('evidence-folders', today);
    assert.equal(engine.program.ofKind('evidence').size, 0);
    assert.equal(windowsOf(engine, 'MA-02'), '2026-Q1 complete, 2026-Q2 gap, 2026-Q3 complete, 2026-Q4 due');
    assert.equal(standings(engine), '1 evidenced, 1 implemented gap');
  });

  it('comply-evidence is of procedures with cron, the seconds first', async () => {
    const engine = await loadedExample('comply-evidence', today);
    assert.equal(
      windowsOf(engine, 'access-review'),
      '2026-Q2 complete, 2026-Q3 gap, 2026-Q4 complete, 2027-Q1 upcoming',
    );
    assert.equal(windowsOf(engine, 'control-check'), '2026-H1 complete, 2026-H2 due, 2027-H1 not expected');
    assert.equal(windowsOf(engine, 'vendor-review'), 'last annual complete');
    const months = ['04', '05', '06', '07', '08', '09', '10'].map(month => `2026-${month} complete`);
    const open = [
      '2026-11 due',
      '2026-12 upcoming',
      '2027-01 upcoming',
      '2027-02 upcoming',
      '2027-03 upcoming',
    ];
    for (const monthly of ['patching', 'device-check', 'log-review'])
      assert.equal(windowsOf(engine, monthly), [...months, ...open].join(', '), monthly);
    assert.equal(standings(engine), '3 implemented gap, 30 evidenced');
  });
});
