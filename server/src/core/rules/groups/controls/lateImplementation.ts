import { dateIn, nameOf } from '../../../program/record.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/late-implementation',
  reads: 'record',
  about: ['control'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control that was put in place after the date of a Type I report.',
  why: 'A Type I report says which controls were in place on its date. A control that came later is not part of it, and the criteria that relied on it are open.',
  fix: 'Map its criteria to controls that were in place, move the date of the report, or correct `implementedOn`.',
  messages: {
    default:
      'Control `{name}` is in place only from {date}, after the date of report `{report}` ({asOf}). It cannot serve that report. Map another control, or correct `implementedOn`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: first, kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/sso.md
      ---
      id: AC-01
      status: implemented
      implementedOn: 2026-07-15
                     ^^^^^^^^^^
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: first, kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/sso.yaml
      - id: AC-01
        implementedOn: 2026-06-30
      - id: AC-02
        status: planned
        implementedOn: 2026-08-01
      `,
    ],
  },
  check(program, key, report) {
    const { currentReports, manifest, reports } = program;
    // A control that is too late for one report may be in time for the next.
    if (reports.some(({ type, state }) => type !== 1 || state === 'issued')) return;
    for (const entry of recordsAt(program, key, 'control')) {
      const { values } = entry.shape;
      const date = dateIn(values, 'implementedOn');
      const { implementedOn } = values;
      if (date === undefined || !implementedOn || /^planned$/i.test(values['status']?.text ?? '')) continue;
      const late = currentReports.find(({ asOf }) => asOf !== undefined && asOf < date);
      if (!late?.asOf) continue;
      const place = { path: entry.path, record: entry.index, at: implementedOn.at };
      const stated = late.shape?.asOf;
      const related =
        manifest && stated
          ? [{ path: manifest.path, record: 0, at: stated.at, words: 'This is the date of the report.' }]
          : [];
      report(place, { name: nameOf(entry), date, asOf: late.asOf, report: late.id }, 'default', related);
    }
  },
};
