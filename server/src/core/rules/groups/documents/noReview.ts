import { dateIn, nameOf } from '../../../program/record.ts';
import { monthsLater } from '../../../text/calendar.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { number } from '../../options.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

const options = {
  months: number({ default: 12, description: 'How long an approval stands without a review, in months.' }),
};

export const rule: ProgramRule<typeof options> = {
  name: 'documents/no-review',
  reads: 'record',
  about: ['policy'],
  options,
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'A policy without a review date that was approved more than a year ago.',
  why: 'Auditors expect policies to be reviewed about once a year. If the approval is older and no review is recorded, nothing shows that the policy still describes what you do.',
  fix: 'Review the policy, and add the date as `reviewed`. To be told in time, set `reviewEvery`. No quick fix records a review for you.',
  messages: {
    default:
      '`{name}` was approved on {date}, more than {months} months ago, and no review is recorded. Review it, and add the date as `reviewed`.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      id: access
      status: approved
      approvedBy: ana
      approvedOn: 2024-01-08
                  ^^^^^^^^^^
      ---
      Access follows the role.
      `,
    ],
    good: [
      `
      === policies/access.yaml
      - {id: access, status: approved, approvedBy: ana, approvedOn: 2026-01-08}
      - {id: backup, status: approved, approvedBy: ana, approvedOn: 2024-01-08, reviewed: 2026-01-08}
      - {id: laptops, status: retired, approvedBy: ana, approvedOn: 2024-01-08}
      - {id: changes, status: approved, approvedBy: ana, approvedOn: 2024-01-08, reviewEvery: every 3 years}
      - {id: visitors, status: approved, approvedBy: ana, approvedOn: 2024-01-08, effective: 2026-01-01}
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'reviewed');
  },
  check(program, key, report, optionsAt) {
    for (const entry of recordsAt(program, key, 'policy')) {
      const { standing, values } = entry.shape;
      const { approvedOn, reviewed, reviewEvery } = values;
      // What has a cadence of its own is a finding of documents/review-overdue.
      if (standing !== 'counts' || !approvedOn || reviewed || reviewEvery) continue;
      const [date, effective] = [dateIn(values, 'approvedOn'), dateIn(values, 'effective')];
      const { months } = optionsAt(entry.path);
      const since = effective !== undefined && date !== undefined && effective > date ? effective : date;
      if (date === undefined || since === undefined) continue;
      if (monthsLater(since, Math.floor(months)) >= program.today) continue;
      const place = { path: entry.path, record: entry.index, at: approvedOn.at };
      report(place, { name: nameOf(entry), date, months: String(months) });
    }
  },
};
