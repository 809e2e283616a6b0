import { nameOf } from '../../../program/record.ts';
import { criteriaTogether } from '../../questions/criteriaTogether.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/unserved-period',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary:
    'Days of a Type II period on which no control served a criterion, according to the dates of the controls.',
  why: 'A Type II report covers every day of its period. For days on which nothing served a criterion, the auditor has nothing to test, and says so.',
  fix: 'Record the control that served the criterion on those days (`retiredOn`, `supersedes`), correct the dates, or begin the period later.',
  messages: {
    default:
      'No control serves {criterion} from {from} to {to}, within the period of report `{report}`: `{name}` is in place only from {date}. Record the control that served it before, or correct the dates.',
    retired:
      'No control serves {criterion} from {from} to {to}, within the period of report `{report}`: `{name}` was retired on {date}. Record the control that replaced it, or correct the dates.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - id: AC-01
        implementedOn: 2026-03-01
        satisfies: {TSC: [CC6.1, CC6.2]}
                          ^^^^^
      - id: AC-02
        implementedOn: 2025-01-01
        satisfies: {TSC: [CC6.2]}
      - id: AC-03
        implementedOn: 2025-01-01
        retiredOn: 2026-06-01
        satisfies: {TSC: [CC6.3]}
                          ^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - id: AC-01
        implementedOn: 2025-01-01
        retiredOn: 2026-06-01
        status: retired
        satisfies: {TSC: [CC6.1]}
      - id: AC-02
        implementedOn: 2026-06-01
        satisfies: {TSC: [CC6.1]}
      - id: AC-03
        implementedOn: 2026-06-01
        satisfies: {TSC: [CC6.2]}
      - id: AC-04
        status: implemented
        satisfies: {TSC: [CC6.2]}
      - id: AC-05
        implementedOn: 2025-01-01
        retiredOn: 2026-05-31
        satisfies: {TSC: [CC6.3]}
      - id: AC-06
        implementedOn: 2026-06-01
        satisfies: {TSC: [CC6.3]}
      `,
    ],
  },
  gather: criteriaTogether('criterion'),
  check(program, criterion, report) {
    const periods = program.currentReports.filter(
      ({ type, criteria, excluded }) => type === 2 && criteria.has(criterion) && !excluded.has(criterion),
    );
    if (periods.length === 0) return;
    const said = new Set<string>();
    for (const asked of periods) {
      for (const { entry, citation, from, to, date, isRetired } of program.coverage.unserved(
        asked,
        criterion,
      )) {
        const args = { criterion: citation.id, from, to, report: asked.id, name: nameOf(entry), date };
        if (said.has(`${from} ${to}`)) continue;
        said.add(`${from} ${to}`);
        const { implementedOn, effective, retiredOn } = entry.shape.values;
        const dated = isRetired ? retiredOn : (implementedOn ?? effective);
        const { path, index: record } = entry;
        const related = dated ? [{ path, record, at: dated.at, words: 'This date leaves the gap.' }] : [];
        report({ path, record, at: citation.at }, args, isRetired ? 'retired' : 'default', related);
      }
    }
  },
};
