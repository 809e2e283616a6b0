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
  summary:
    'A policy that was last approved or reviewed more than a year ago, and does not say how often it is reviewed.',
  why: 'Auditors expect policies to be reviewed about once a year. If the last approval and the last review are older, nothing shows that the policy still describes what you do.',
  fix: 'Review the policy, and add the date as `reviewed`. To be told in time, set `reviewEvery`. No quick fix records a review for you.',
  messages: {
    default:
      '`{name}` was approved on {date}, more than {months} months ago, and no review is recorded. Review it, and add the date as `reviewed`.',
    again:
      '`{name}` was last reviewed on {date}, more than {months} months ago. Review it, and update `reviewed`.',
    since:
      '`{name}` was reviewed on {reviewed} and approved on {date}, both more than {months} months ago. Review it, and update `reviewed`.',
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
      === policies/backup.yaml
      - id: backup
        approvedOn: 2021-01-01
        reviewed: 2022-01-01
                  ^^^^^^^^^^
      - id: laptops
        approvedOn: 2023-01-01
        reviewed: 2022-01-01
                  ^^^^^^^^^^
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
      - {id: vendors, approvedOn: 2024-01-08, lastReviewed: 2026-01-08}
      - {id: risks, approvedOn: 2024-01-08, last_reviewed: 2026-01-08}
      - {id: assets, approvedOn: 2024-01-08, reviewedOn: 2026-01-08}
      - {id: logs, approvedOn: 2024-01-08, nextReview: 2027-01-08}
      - {id: incidents, approvedOn: 2024-01-08, history: [{version: 2, date: 2026-01-08, change: annual review}]}
      - {id: keys, approvedOn: 2024-01-08, reviewed: last spring}
      - {id: media, approvedOn: 2026-01-08, reviewed: 2024-01-08}
      === policies/people.md
      ---
      id: people
      approvedOn: 2024-01-08
      ---
      **Last reviewed:** 2026-01-08

      People are checked.
      === policies/changes.md
      ---
      id: releases
      approvedOn: 2024-01-08
      ---
      Changes are tested.

      ## Revision history

      | Version | Date | Change |
      | --- | --- | --- |
      | 1.1 | 2026-01-08 | Annual review |
      `,
    ],
  },
  fixes(target) {
    return target.message === 'default' ? addEmptyKey(target, 'reviewed') : [];
  },
  check(program, key, report, optionsAt) {
    for (const entry of recordsAt(program, key, 'policy')) {
      const { standing, values, past } = entry.shape;
      const { approvedOn, reviewed, reviewEvery } = values;
      const stated = reviewed ?? approvedOn;
      // What has a cadence of its own is a finding of documents/review-overdue.
      if (standing !== 'counts' || !stated || reviewEvery || past?.includes('reviews')) continue;
      const looked = looks.filter(key => values[key]).map(key => dateIn(values, key));
      const [last, inForce] = [latest(looked), latest([...looked, dateIn(values, 'effective')])];
      const { months } = optionsAt(entry.path);
      if (last === undefined || inForce === undefined || looked.includes(undefined)) continue;
      if (monthsLater(inForce, Math.floor(months)) >= program.today) continue;
      const args = { name: nameOf(entry), date: last, months: String(months) };
      const place = { path: entry.path, record: entry.index, at: stated.at };
      if (!reviewed) report(place, args);
      else if (dateIn(values, 'reviewed') === last) report(place, args, 'again');
      else report(place, { ...args, reviewed: reviewed.text }, 'since');
    }
  },
};

const looks = ['approvedOn', 'reviewed'] as const;

function latest(dates: readonly (string | undefined)[]): string | undefined {
  return dates
    .filter(date => date !== undefined)
    .sort()
    .at(-1);
}
