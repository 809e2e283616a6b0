import { dateIn, nameOf } from '../../../program/record.ts';
import { hasDay } from '../../../time/days.ts';
import { activeByDates } from '../../../time/versions.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/control-inactive',
  reads: 'record',
  about: ['control'],
  absence: false,
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary:
    'Evidence of a day on which its control was not active: before it was implemented, or once it was retired.',
  why: 'A control that was not in place cannot have been performed. An auditor does not count the evidence, or doubts the dates of the control.',
  fix: 'Correct `performed`, or `implementedOn` or `retiredOn` of the control. If an earlier or later control was performed, name that one under `controls`.',
  messages: {
    default:
      '`{name}` was performed on {date}, before control `{control}` was implemented ({on}). Correct one of the dates, or name the control that was in place.',
    retired:
      '`{name}` was performed on {date}, but control `{control}` was retired as of {on}. Correct one of the dates, or name the control that was in place.',
  },
  examples: {
    bad: [
      `
      === controls/access.yaml
      - id: AC-04
        implementedOn: 2026-03-01
      - id: AC-05
        status: retired
        retiredOn: 2026-03-01
      === evidence/reviews.yaml
      - id: EV-01
        controls: [AC-04]
        performed: 2026-02-18
                   ^^^^^^^^^^
      - id: EV-02
        controls: [AC-05]
        performed: 2026-05-18
                   ^^^^^^^^^^
      - id: EV-03
        controls: [AC-05]
        performed: 2026-03-01
                   ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === controls/access.yaml
      - id: AC-04
        implementedOn: 2026-03-01
      - id: AC-05
        status: retired
        retiredOn: 2026-03-01
      - id: AC-06
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-03-01}
      - {id: EV-02, controls: [AC-05], performed: 2026-02-28}
      - {id: EV-03, controls: [AC-06], performed: 2020-05-18}
      - {id: EV-04, controls: [AC-04], covers: {from: 2026-01-01, to: 2026-03-31}, collected: 2026-04-02}
      - {id: EV-05, controls: [AC-05], covers: {from: 2026-01-01, to: 2026-02-28}, collected: 2026-04-02}
      `,
    ],
  },
  check(program, key, report) {
    const [control, ...others] = inOrder(program.defining(key));
    // Where several records have the id, it is not known which one is meant.
    if (control?.shape.kind !== 'control' || others.length > 0) return;
    const { values } = control.shape;
    const dates = {
      implementedOn: dateIn(values, 'implementedOn'),
      retiredOn: dateIn(values, 'retiredOn'),
    };
    const active = activeByDates(dates);
    for (const [entry, references] of program.references(key)) {
      const { kind, standing, values: own } = entry.shape;
      const performed = own['performed'];
      const date = dateIn(own, 'performed');
      if (kind !== 'evidence' || standing !== 'counts' || !performed || date === undefined) continue;
      if (!references.some(reference => reference.key === 'controls')) continue;
      if (hasDay(active, date)) continue;
      const limit = date < active.from ? 'implementedOn' : 'retiredOn';
      const stated = values[limit];
      const related = stated
        ? [{ path: control.path, record: control.index, at: stated.at, words: 'The date of the control.' }]
        : [];
      report(
        { path: entry.path, record: entry.index, at: performed.at },
        { name: nameOf(entry), control: nameOf(control), date, on: dates[limit] ?? '' },
        limit === 'implementedOn' ? 'default' : 'retired',
        related,
      );
    }
  },
};
