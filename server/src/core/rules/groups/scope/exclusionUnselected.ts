import { removeItem } from '../../../formats/yamlEdits.ts';
import { excludedBy, exclusionAt } from '../../questions/exclusions.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/exclusion-unselected',
  reads: 'program',
  absence: false,
  severity: { start: 'hint', recommended: 'information', strict: 'information' },
  tag: 'unnecessary',
  summary: 'An exclusion of a criterion that is not in the scope of any report.',
  why: 'There is nothing to exclude. In the system description, a reason for a criterion that is not in scope raises questions.',
  fix: 'Remove the exclusion, or add the category of the criterion to the scope.',
  messages: {
    default:
      '`{criterion}` is not in the scope of any report, so there is nothing to exclude. Remove the exclusion.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security]
        exclude:
          - {criterion: P6.7, reason: Our customers account for disclosures.}
                        ^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: first, kind: soc2, type: 1, asOf: 2025-06-30, categories: [security, privacy], state: issued}
        - {id: next, kind: soc2, type: 1, asOf: 2026-06-30, categories: [security]}
      scope:
        exclude:
          - {criterion: P6.7, reason: Our customers account for disclosures.}
      `,
    ],
  },
  fixes({ path, range, facts, args: { criterion = '' } }) {
    const at = exclusionAt(facts, range);
    if (!at) return [];
    const edit = removeItem(facts.text, at.list, at.item);
    return [{ title: `Remove the exclusion of ${criterion}`, edits: [{ path, ...edit }], preferred: true }];
  },
  check(program, _key, report) {
    const { manifest, reports } = program;
    for (const exclusion of manifest?.shape.exclusions ?? []) {
      const excluded = excludedBy(program, exclusion);
      if (!manifest || excluded.length === 0) continue;
      if (reports.some(({ criteria }) => excluded.some(({ key }) => criteria.has(key)))) continue;
      const { text, at } = exclusion.criterion;
      report({ path: manifest.path, record: 0, at }, { criterion: text });
    }
  },
};
