// A year of evidence, as it stands on five days: the tables are written by hand, from what windows are said to be, and not from
// what the program says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Engine } from '../../server/src/core/engine.ts';
import { root } from '../architecture/project.ts';
import { loadedExample } from './loaded.ts';

const engine = await loadedExample('brightdesk-voice', '2026-11-23');

/**
 * Where each window of a control stands on each day, those that are alike in one row. Of `last annual` and the windows without a
 * calendar the days are given: they show where a control began or ended within the period.
 */
const windows = `
| control | window                                   | 2026-01-20 | 2026-04-20      | 2026-07-12             | 2026-09-30             | 2026-11-23              |
| GV-02   | FY2026-Q1                                | complete   | complete        | complete               | complete               | complete                |
| GV-02   | FY2026-Q2                                | due        | complete        | complete               | complete               | complete                |
| GV-02   | FY2026-Q3                                | upcoming   | due             | complete               | complete               | complete                |
| GV-02   | FY2026-Q4                                | upcoming   | upcoming        | due                    | due                    | complete (after-period) |
| GV-05   | FY2026-H1                                | due        | complete        | complete               | complete               | complete                |
| GV-05   | FY2026-H2                                | upcoming   | due             | due                    | complete               | complete                |
| GV-06   | 2025-10, 2025-11, 2025-12                | complete   | complete        | complete               | complete               | complete                |
| GV-06   | 2026-01                                  | due        | complete        | complete               | complete               | complete                |
| GV-06   | 2026-02, 2026-03                         | upcoming   | complete        | complete               | complete               | complete                |
| GV-06   | 2026-04                                  | upcoming   | due             | complete               | complete               | complete                |
| GV-06   | 2026-05                                  | upcoming   | upcoming        | complete (by-collection) | complete (by-collection) | complete (by-collection) |
| GV-06   | 2026-06                                  | upcoming   | upcoming        | complete               | complete               | complete                |
| GV-06   | 2026-07                                  | upcoming   | upcoming        | due                    | complete               | complete                |
| GV-06   | 2026-08, 2026-09                         | upcoming   | upcoming        | upcoming               | complete               | complete                |
| HR-02   | last annual 2025-10-01 to 2026-09-30     | due        | complete        | complete               | complete               | complete                |
| HR-02   | population 2025-10-01 to 2026-09-30      | due        | due             | due                    | due                    | complete                |
| AC-01   | configuration 2025-10-01 to 2026-09-30   | due        | complete        | complete               | complete               | complete                |
| AC-01   | changes 2025-10-01 to 2026-09-30         | due        | due             | due                    | due                    | complete                |
| AC-02   | population 2025-10-01 to 2026-09-30      | due        | due             | due                    | due                    | complete                |
| AC-04   | FY2026-Q1                                | complete   | complete        | complete               | complete               | complete                |
| AC-04   | FY2026-Q2                                | due        | complete        | complete               | complete               | complete                |
| AC-04   | FY2026-Q3                                | upcoming   | due             | due                    | partial                | partial                 |
| AC-04   | FY2026-Q4                                | upcoming   | upcoming        | due                    | complete               | complete                |
| AC-05   | configuration 2025-10-01 to 2026-09-30   | due        | complete        | complete               | complete               | complete                |
| AC-07   | configuration 2025-10-01 to 2026-09-30   | complete   | complete        | complete               | complete               | complete                |
| AC-07   | changes 2025-10-01 to 2026-09-30         | due        | due             | due                    | due                    | complete                |
| AC-08   | FY2026-Q1                                | complete   | complete        | complete               | complete               | complete                |
| AC-08   | FY2026-Q2                                | due        | complete        | complete               | complete               | complete                |
| AC-08   | 2026-04                                  | upcoming   | due             | complete               | complete               | complete                |
| AC-08   | 2026-05, 2026-06                         | upcoming   | upcoming        | complete               | complete               | complete                |
| AC-08   | 2026-07                                  | upcoming   | upcoming        | due                    | complete               | complete                |
| AC-08   | 2026-08, 2026-09                         | upcoming   | upcoming        | upcoming               | complete               | complete                |
| EP-01   | 2025-10, 2025-11, 2025-12                | complete   | complete        | complete               | complete               | complete                |
| EP-01   | 2026-01                                  | due        | complete        | complete               | complete               | complete                |
| EP-01   | 2026-02, 2026-03, 2026-04                | upcoming   | complete        | complete               | complete               | complete                |
| EP-01   | 2026-05, 2026-06                         | upcoming   | upcoming        | complete               | complete               | complete                |
| EP-01   | 2026-07                                  | upcoming   | upcoming        | due                    | complete               | complete                |
| EP-01   | 2026-08, 2026-09                         | upcoming   | upcoming        | upcoming               | complete               | complete                |
| DP-01   | population 2025-10-01 to 2026-09-30      | due        | due             | due                    | due                    | not exercised           |
| TP-01   | last annual 2025-10-01 to 2026-09-30     | due        | due             | complete               | complete               | complete                |
| TP-03   | last annual 2025-10-01 to 2026-09-30     | due        | due             | complete               | complete               | complete                |
| OP-01   | 2025-10, 2025-11, 2025-12                | complete   | complete        | complete               | complete               | complete                |
| OP-01   | 2026-01                                  | due        | complete        | complete               | complete               | complete                |
| OP-01   | 2026-02, 2026-03                         | upcoming   | complete        | complete               | complete               | complete                |
| OP-01   | 2026-04                                  | upcoming   | due             | complete               | complete               | complete                |
| OP-01   | 2026-05, 2026-06                         | upcoming   | upcoming        | complete               | complete               | complete                |
| OP-01   | 2026-07                                  | upcoming   | upcoming        | due                    | complete               | complete                |
| OP-01   | 2026-08                                  | upcoming   | upcoming        | upcoming               | complete               | complete                |
| OP-01   | 2026-09                                  | upcoming   | upcoming        | upcoming               | due                    | complete                |
| OP-02   | 2025-10, 2025-11, 2025-12                | complete   | complete        | complete               | complete               | complete                |
| OP-02   | 2026-01                                  | due        | complete        | complete               | complete               | complete                |
| OP-02   | 2026-02                                  | upcoming   | complete (late) | complete (late)        | complete (late)        | complete (late)         |
| OP-02   | 2026-03                                  | upcoming   | complete        | complete               | complete               | complete                |
| OP-02   | 2026-04                                  | upcoming   | due             | complete               | complete               | complete                |
| OP-02   | 2026-05, 2026-06                         | upcoming   | upcoming        | complete               | complete               | complete                |
| OP-02   | 2026-07                                  | upcoming   | upcoming        | due                    | complete               | complete                |
| OP-02   | 2026-08, 2026-09                         | upcoming   | upcoming        | upcoming               | complete               | complete                |
| OP-04   | 2025-10, 2025-11, 2025-12                | complete   | complete        | complete               | complete               | complete                |
| OP-04   | 2026-01                                  | due        | complete        | complete               | complete               | complete                |
| OP-04   | 2026-02, 2026-03                         | upcoming   | complete        | complete               | complete               | complete                |
| OP-04   | 2026-04                                  | upcoming   | due             | complete               | complete               | complete                |
| OP-04   | 2026-05, 2026-06                         | upcoming   | upcoming        | complete               | complete               | complete                |
| OP-04   | 2026-07                                  | upcoming   | upcoming        | due                    | complete               | complete                |
| OP-04   | 2026-08                                  | upcoming   | upcoming        | upcoming               | complete               | complete                |
| OP-04   | 2026-09                                  | upcoming   | upcoming        | upcoming               | due                    | complete                |
| OP-05   | FY2026-Q1                                | complete   | complete        | complete               | complete               | complete                |
| OP-05   | FY2026-Q2                                | due        | gap             | gap                    | gap                    | gap                     |
| OP-05   | FY2026-Q3                                | upcoming   | due             | complete               | complete               | complete                |
| OP-05   | FY2026-Q4                                | upcoming   | upcoming        | due                    | complete               | complete                |
| OP-06   | 2025-10, 2025-11, 2025-12                | complete   | complete        | complete               | complete               | complete                |
| OP-06   | 2026-01                                  | due        | complete        | complete               | complete               | complete                |
| OP-06   | 2026-02, 2026-03                         | upcoming   | complete        | complete               | complete               | complete                |
| OP-06   | 2026-04                                  | upcoming   | due             | complete               | complete               | complete                |
| OP-06   | 2026-05, 2026-06                         | upcoming   | upcoming        | complete               | complete               | complete                |
| OP-06   | 2026-07                                  | upcoming   | upcoming        | due                    | complete               | complete                |
| OP-06   | 2026-08                                  | upcoming   | upcoming        | upcoming               | complete               | complete                |
| OP-06   | 2026-09                                  | upcoming   | upcoming        | upcoming               | due                    | complete                |
| OP-07   | FY2026-Q1, FY2026-Q2                     | complete   | complete        | complete               | complete               | complete                |
| OP-07   | FY2026-Q3                                | upcoming   | complete        | complete               | complete               | complete                |
| OP-07   | FY2026-Q4                                | upcoming   | upcoming        | complete               | complete               | complete                |
| BC-01   | last annual 2025-10-01 to 2026-09-30     | due        | due             | complete               | complete               | complete                |
| BC-02   | last annual 2026-06-01 to 2026-09-30     | not expected | not expected  | not expected           | not expected           | not expected            |
| IR-01   | population 2025-10-01 to 2026-09-30      | due        | due             | due                    | due                    | complete                |
| CM-01   | population 2025-10-01 to 2026-02-15      | due        | complete        | complete               | complete               | complete                |
| CM-02   | population 2026-02-16 to 2026-09-30      | upcoming   | due             | due                    | due                    | complete                |
| CM-03   | configuration 2025-10-01 to 2026-09-30   | complete   | complete        | complete               | complete               | complete                |
| CM-03   | changes 2025-10-01 to 2026-09-30         | due        | due             | due                    | due                    | complete                |
`;

/** Where each criterion in scope stands on each day, with its marks. */
const criteria = `
| criteria                                  | 2026-01-20 | 2026-04-20 | 2026-07-12 | 2026-09-30 | 2026-11-23 |
| CC1.1, CC2.2, CC5.3, CC6.1, CC6.6         | implemented | evidenced | evidenced | evidenced | evidenced |
| CC1.2, CC1.3, CC1.5, CC2.1                | evidenced | evidenced | evidenced | evidenced | evidenced |
| CC1.4, CC2.3                              | implemented | implemented | implemented | implemented | evidenced |
| CC3.1, CC3.2, CC3.3, CC3.4                | evidenced | evidenced | evidenced | evidenced | evidenced |
| CC4.1, CC4.2, CC5.1, CC5.2                | implemented | implemented | evidenced | evidenced | evidenced |
| CC6.2                                     | implemented, deviation | implemented, deviation | implemented, deviation | implemented, deviation | evidenced, deviation |
| CC6.3                                     | implemented, deviation | implemented, deviation | implemented, deviation | implemented, deviation | implemented, deviation |
| CC6.4                                     | implemented, relies-on-vendor | implemented, relies-on-vendor | evidenced, relies-on-vendor | evidenced, relies-on-vendor | evidenced, relies-on-vendor |
| CC6.5                                     | implemented | implemented | implemented | implemented | implemented, not-exercised |
| CC6.7, CC6.8, CC7.2                       | evidenced | evidenced | evidenced | evidenced | evidenced |
| CC7.1                                     | implemented, deviation | evidenced, deviation, late | evidenced, deviation, late | evidenced, deviation, late | evidenced, deviation, late |
| CC7.3, CC7.4                              | implemented | implemented | implemented | implemented | evidenced |
| CC7.5                                     | implemented | implemented, gap | implemented, gap | implemented, gap | implemented, gap |
| CC8.1                                     | designed | implemented | implemented | implemented | evidenced |
| CC9.1                                     | designed | designed | evidenced | evidenced | evidenced |
| CC9.2                                     | implemented | implemented | implemented | implemented | evidenced |
| A1.1, A1.2                                | evidenced | evidenced | evidenced | evidenced | evidenced |
| A1.3                                      | implemented | implemented, gap | implemented, gap | implemented, gap | implemented, gap |
`;

/** The cells of a table by row, its header first. */
function rowsOf(table: string): readonly (readonly string[])[] {
  const lines = table.trim().split('\n');
  return lines.map(line =>
    line
      .split('|')
      .map(cell => cell.trim())
      .slice(1, -1),
  );
}

/** What a table says of one day: each thing it names, and what it says of that. */
function saidOf(table: string, day: string, named: number): readonly string[] {
  const [header = [], ...rows] = rowsOf(table);
  const column = header.indexOf(day);
  assert.ok(column >= named);
  return rows.flatMap(row =>
    (row[named - 1] ?? '')
      .split(', ')
      .map(name => `${[...row.slice(0, named - 1), name].join(' ')}: ${row[column] ?? ''}`),
  );
}

const daysIn = (table: string, named: number) => rowsOf(table)[0]?.slice(named) ?? [];

/** The windows of the controls that the table names, as it writes them. */
function windowsOn({ program }: Engine, ids: ReadonlySet<string>): string[] {
  return [...ids].flatMap(id =>
    [...program.defining(id)].flatMap(control =>
      (program.evidence.windows(program.report, control)?.windows ?? []).map(
        ({ name, from, to, state, marks }) => {
          const days = /^(?:FY)?\d/.test(name) ? '' : ` ${from} to ${to}`;
          return `${id} ${name}${days}: ${state}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
        },
      ),
    ),
  );
}

describe('the year of brightdesk-voice', () => {
  it('has as many controls, evidence, and deviations as examples/README.md says', () => {
    const count = (kind: 'control' | 'evidence' | 'deviation') => engine.program.ofKind(kind).size;
    const section =
      readFileSync(join(root, 'examples/README.md'), 'utf8').split('\n## `brightdesk-voice`')[1] ?? '';
    assert.match(section, new RegExp(`\\b${count('control')} controls\\b`));
    assert.match(section, new RegExp(`\\b${count('evidence')} records of evidence\\b`));
    assert.equal(count('deviation'), 2);
  });

  for (const day of daysIn(windows, 2)) {
    it(`has the windows of ${day}`, () => {
      engine.setToday(day);
      const ids = new Set(
        rowsOf(windows)
          .slice(1)
          .map(([id = '']) => id),
      );
      assert.deepEqual(windowsOn(engine, ids), saidOf(windows, day, 2));
    });
  }

  for (const day of daysIn(criteria, 1)) {
    it(`has the criteria of ${day}`, () => {
      engine.setToday(day);
      const { program } = engine;
      const found = [...program.report.criteria].map(key => {
        const { state, marks } = program.coverage.of(program.report, key);
        return `${key.replace(/^TSC /, '')}: ${[state, ...marks].join(', ')}`;
      });
      assert.deepEqual(found.sort(), [...saidOf(criteria, day, 1)].sort());
    });
  }
});
