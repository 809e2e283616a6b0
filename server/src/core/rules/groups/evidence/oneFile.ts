import type { Program } from '../../../program/program.ts';
import { dateIn, nameOf, type RecordEntry } from '../../../program/record.ts';
import { areWithin, inCommon } from '../../../time/days.ts';
import { type NamedDays, windowNamed } from '../../../time/labels.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/one-file',
  reads: 'record',
  about: ['evidence'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A file that is evidence for several windows, without the days that it covers.',
  why: 'A review of the first quarter shows nothing about the second. An auditor who gets one file for both asks which part of it shows what, and whether the control operated twice.',
  fix: 'Name a file for each window. If one file covers the days of both windows, such as a log or a workbook with all reviews, state these days under `covers`.',
  messages: {
    default:
      'The file `{file}` is also the evidence of `{other}` for {before}, and nothing says that it covers both windows. Name the file for {window}, or state under `covers` the days that it covers.',
  },
  varying: ['other', 'before'],
  examples: {
    bad: [
      `
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], window: 2026-Q1, source: files/review.csv}
      - {id: EV-02, controls: [AC-04], window: 2026-Q2, source: files/review.csv}
                                                                ^^^^^^^^^^^^^^^^
      === evidence/third.yaml
      {id: EV-03, controls: [AC-04], window: 2026-Q3, source: evidence/files/review.csv}
      === evidence/files/review.csv
      account,keep
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
    ],
    good: [
      `
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], window: 2026-Q1, source: files/q1.csv}
      - {id: EV-02, controls: [AC-05], window: 2026-Q1, source: files/q1.csv}
      - {id: EV-03, controls: [AC-06], window: 2026, source: files/q1.csv}
      - {id: EV-04, controls: [AC-04], window: 2026-Q2, source: files/log.csv, covers: {from: 2026-01-01, to: 2026-06-30}}
      - {id: EV-05, controls: [AC-04], window: 2026-Q1, source: files/log.csv}
      - {id: EV-06, controls: [AC-04], window: 2026-Q1, source: files/2026/}
      - {id: EV-07, controls: [AC-04], window: 2026-Q2, source: files/2026/}
      - {id: EV-08, controls: [AC-04], window: FY2026-Q1, source: files/q1.csv}
      === evidence/files/q1.csv
      account,keep
      === evidence/files/log.csv
      account,keep
      === evidence/files/2026/a.csv
      account,keep
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of recordsAt(program, key, 'evidence')) {
      const { source } = entry.shape.values;
      const window = windowOf(entry, program);
      if (!source || !window || isFolder(source.text)) continue;
      const others = inOrder(program.sources.sharing(entry)).filter(other => isBefore(other, entry, program));
      const found = others.flatMap(other => {
        const before = windowOf(other, program);
        const isApart = before && !inCommon(before, window);
        return isApart && !coversBoth([entry, other], before, window) ? [{ other, before }] : [];
      })[0];
      if (!found) continue;
      const args = {
        file: source.text,
        other: nameOf(found.other),
        before: found.before.name,
        window: window.name,
      };
      report({ path: entry.path, record: entry.index, at: source.at }, args);
    }
  },
};

/** The window that a record names. */
function windowOf({ shape }: RecordEntry, { evidence }: Program): NamedDays | undefined {
  return windowNamed(shape.values['window']?.text ?? '', evidence.fiscalYearBegins);
}

/** A folder can hold a file for each. */
function isFolder(source: string): boolean {
  return !/\.[^./]+$/.test(source);
}

/** Whether the first of two records is told of at the second: the one of the later window, else the later one. */
function isBefore(one: RecordEntry, other: RecordEntry, program: Program): boolean {
  const [a, b] = [windowOf(one, program)?.from ?? '', windowOf(other, program)?.from ?? ''];
  return a !== b && a < b;
}

/** Whether one of the records says that what it names covers the days of both windows. */
function coversBoth(records: readonly RecordEntry[], ...windows: readonly NamedDays[]): boolean {
  return records.some(({ shape: { values } }) => {
    const [from, to] = [dateIn(values, 'covers.from'), dateIn(values, 'covers.to')];
    return from !== undefined && to !== undefined && windows.every(one => areWithin(one, { from, to }));
  });
}
