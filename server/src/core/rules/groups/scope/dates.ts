import { reportMappings } from '../../../formats/manifestEdits.ts';
import { addKey, setValue, type TextEdit } from '../../../formats/yamlEdits.ts';
import type { Stated } from '../../../model/shape.ts';
import { readDate } from '../../../text/calendar.ts';
import { entry } from '../../../yaml/lookup.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import type { Fix, ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/dates',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary:
    'A Type II report without a period, a Type I report without a date, or a period that ends before it starts.',
  why: 'A Type II report covers a period, and a Type I report covers a single date. Until you set it, nobody can say when each control had to be in place, or which evidence counts.',
  fix: 'For Type II, add `period: {start: 2026-01-01, end: 2026-12-31}`. For Type I, add `asOf: 2026-06-30`.',
  messages: {
    default:
      'The Type II report `{report}` has no period. Add `period: {start: YYYY-MM-DD, end: YYYY-MM-DD}`.',
    end: 'The period of report `{report}` has no {which} date. Add `{which}: YYYY-MM-DD`.',
    asOf: 'The Type I report `{report}` has no date. Add `asOf: YYYY-MM-DD`.',
    backward:
      'The period of report `{report}` ends on `{text}`, before it starts. Correct one of the two dates.',
    impossible: '`{text}` is not a calendar date. Write a date that exists, as YYYY-MM-DD.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      reports:
        - {id: soc2-2026, kind: soc2, type: 2}
               ^^^^^^^^^
        - {id: soc2-first, kind: soc2, type: 1}
               ^^^^^^^^^^
        - {id: next, kind: soc2, type: 2, period: {start: 2026-02-30, end: 2026-12-31}}
                                                          ^^^^^^^^^^
        - {id: last, kind: soc2, type: 2, period: {start: 2026-07-01, end: 2026-06-30}}
                                                                           ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
        - {id: soc2-first, kind: soc2, type: 1, asOf: 2025-12-31}
      `,
    ],
  },
  fixes(target) {
    const {
      message,
      range,
      args: { which = '' },
      facts,
      path,
    } = target;
    if (message === 'impossible') return rewriteDate(target);
    // The dates are the organization's to say: only the empty key is put there.
    const { text } = facts;
    const report = reportMappings(facts).find(({ start, end }) => start <= range.start && range.end <= end);
    const period = report && entry(report, 'period');
    const fix = (key: string, edit: TextEdit): Fix[] => [
      { title: `Add an empty ${key}`, edits: [{ path, ...edit }], preferred: false, asks: true },
    ];
    if (report && message === 'asOf' && !entry(report, 'asOf')) {
      return fix('asOf', addKey(text, report, 'asOf', ''));
    }
    if (report && message === 'default' && !period?.value) {
      const value = '{start: , end: }';
      return fix('period', period ? setValue(text, period, value) : addKey(text, report, 'period', value));
    }
    if (message === 'end' && period?.value?.type === 'mapping' && !entry(period.value, which)) {
      return fix(which, addKey(text, period.value, which, ''));
    }
    return [];
  },
  check({ manifest, reports }, _key, report) {
    if (!manifest) return;
    const at = (place: number) => ({ path: manifest.path, record: 0, at: place });
    for (const { id, type, period, shape } of reports) {
      if (!shape) continue;
      const impossible = (stated: Stated | undefined) => {
        if (stated && readDate(stated.text) === undefined)
          report(at(stated.at), { text: stated.text }, 'impossible');
      };
      const { periodStart, periodEnd, asOf } = shape;
      impossible(periodStart);
      impossible(periodEnd);
      impossible(asOf);
      if (period && periodStart && periodEnd && period.end < period.start) {
        const related = [{ ...at(periodStart.at), words: 'It starts here.' }];
        report(at(periodEnd.at), { report: id, text: periodEnd.text }, 'backward', related);
      }
      if (type === 2 && !periodStart && !periodEnd) report(at(shape.at), { report: id });
      else if (type === 2 && !periodStart) report(at(shape.at), { report: id, which: 'start' }, 'end');
      else if (type === 2 && !periodEnd) report(at(shape.at), { report: id, which: 'end' }, 'end');
      if (type === 1 && !asOf) report(at(shape.at), { report: id }, 'asOf');
    }
  },
};
