import { addKey, type TextEdit } from '../../../formats/yamlEdits.ts';
import { entry } from '../../../yaml/lookup.ts';
import { exclusionAt } from '../../questions/exclusions.ts';
import type { ProgramRule } from '../../rule.ts';
import { isNoReason } from './noReason.ts';

export const rule: ProgramRule = {
  name: 'scope/exclusion-reason',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'An excluded criterion without a reason, or with one that says nothing (`n/a`, `no control yet`).',
  why: 'The system description has to name the criteria that are not relevant, and say why (description criterion DC 8). The auditor judges the reason, so there must be one. That you have no control yet is a gap, and no reason.',
  fix: 'Add a sentence that says why the criterion is not relevant to the system: `{criterion: CC6.4, reason: ...}`. If it is relevant and only a control is missing, remove the exclusion.',
  messages: {
    default:
      '`{criterion}` is excluded without a reason. Add `reason` to say why it is not relevant to the system.',
    none: 'The reason "{reason}" does not say why `{criterion}` is not relevant to the system. Say why, or remove the exclusion.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, privacy]
        exclude:
          - P6.7
            ^^^^
          - criterion: P2.1
                       ^^^^
          - {criterion: P5.1, reason: n/a}
                        ^^^^
          - {criterion: P8.1, reason: We have no control for this yet.}
                        ^^^^
          - {criterion: P4.1, reason: Control not implemented yet}
                        ^^^^
          - {criterion: P4.2, reason: we do not have a policy}
                        ^^^^
          - {criterion: P4.3, reason: No resources this year}
                        ^^^^
          - {criterion: P5.2, reason: To be done in 2027}
                        ^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, privacy]
        exclude:
          - {criterion: P6.7, reason: Our customers account for disclosures.}
          - {criterion: P5.1, reason: "Not applicable: our customers answer requests for access."}
          - {criterion: P3.2, reason: No data is collected from people.}
          - {criterion: P4.1, reason: No process of the system uses personal information.}
          - {criterion: P4.2, reason: There is no evidence room and no data at rest.}
      `,
    ],
  },
  fixes({ path, range, facts }) {
    // The reason is a person's to give: only the empty key is put there.
    const { item } = exclusionAt(facts, range) ?? {};
    if (!item) return [];
    const { text } = facts;
    const edit = ((): TextEdit | undefined => {
      if (item.type === 'scalar') {
        const written = `{criterion: ${text.slice(item.start, item.end)}, reason: }`;
        return { start: item.start, end: item.end, text: written };
      }
      if (item.type !== 'mapping') return undefined;
      const reason = entry(item, 'reason');
      return reason ? undefined : addKey(text, item, 'reason', '');
    })();
    return edit
      ? [{ title: 'Add an empty reason', edits: [{ path, ...edit }], preferred: false, asks: true }]
      : [];
  },
  check({ manifest }, _key, report) {
    for (const { criterion, reason } of manifest?.shape.exclusions ?? []) {
      if (!manifest) continue;
      const place = { path: manifest.path, record: 0, at: criterion.at };
      if (reason === undefined) report(place, { criterion: criterion.text });
      else if (isNoReason(reason)) report(place, { criterion: criterion.text, reason }, 'none');
    }
  },
};
