import { descriptionOf, isDescriptionBegun } from '../../../program/description.ts';
import { draftDescription } from '../../fixes/draftDescription.ts';
import { programPlace } from '../../questions/programPlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/no-description',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'off', strict: 'warning' },
  summary: 'A SOC 2 report without a description of the system.',
  why: "The report begins with management's description of its system. An auditor cannot finish without it, and it takes the longest to write.",
  fix: "Write a narrative about the system's services, commitments, components, and incidents. Name the description criteria that it answers under `describes`: `describes: [DC 1, DC 2]`.",
  messages: {
    default:
      'No narrative says that it describes the system of report `{report}`. Write one, or name the description criteria under `describes` in the one that does, such as `describes: [DC 1, DC 2]`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2}
                   ^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1}
      === narratives/system.md
      ---
      title: The system
      describes: DC 1
      ---
      Text.
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1}
      === narratives/description.md
      # System Description
      The system hosts tickets.
      `,
    ],
  },
  fixes(target) {
    return draftDescription(target);
  },
  check(program, _key, report) {
    const place = programPlace(program);
    if (!place || isDescriptionBegun(program)) return;
    for (const one of program.currentReports) {
      // What is called the description may answer any of them.
      if (!descriptionOf(program, one).some(({ state }) => state === 'not described')) continue;
      report(one.shape ? { ...place, at: one.shape.at } : place, { report: one.id });
    }
  },
};
