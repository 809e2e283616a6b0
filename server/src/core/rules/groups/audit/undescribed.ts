import { descriptionOf, isDescriptionBegun } from '../../../program/description.ts';
import { draftDescription } from '../../fixes/draftDescription.ts';
import { programPlace } from '../../questions/programPlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/undescribed',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A description criterion that no narrative answers, although narratives answer others.',
  why: "The description of the system is management's own part of the report. If it leaves out something that DC section 200 asks for, the auditor has to report the omission.",
  fix: 'Describe it in a narrative, and name the criterion under `describes` there: `describes: [DC 4]`. If there is nothing to describe, say so in a sentence.',
  messages: {
    default:
      'No narrative describes {ids} for report `{report}`. Write what is missing, and name each criterion under `describes` in the narrative.',
  },
  varying: ['ids'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2}
                   ^^^^
      === narratives/system.md
      ---
      title: The system
      describes: [DC 1, DC 2, DC 3, DC 5]
      ---
      Text.
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1}
      === narratives/system.md
      ---
      title: The system
      describes: [DC 1, dc2, DC-3, 'DC 4, DC 5']
      ---
      Text.
      `,
    ],
  },
  fixes(target) {
    return draftDescription(target);
  },
  check(program, _key, report) {
    const place = programPlace(program);
    if (!place || !isDescriptionBegun(program)) return;
    for (const one of program.currentReports) {
      const open = descriptionOf(program, one).filter(({ state }) => state === 'not described');
      if (open.length === 0) continue;
      const at = one.shape ? { ...place, at: one.shape.at } : place;
      report(at, { ids: open.map(({ criterion }) => criterion.id).join(', '), report: one.id });
    }
  },
};
