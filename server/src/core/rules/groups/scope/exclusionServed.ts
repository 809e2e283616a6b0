import { removeItem } from '../../../formats/yamlEdits.ts';
import { rangeOf } from '../../../model/shape.ts';
import type { CoveringRecord } from '../../../program/covering.ts';
import type { Program } from '../../../program/program.ts';
import { nameOf } from '../../../program/record.ts';
import type { TextRange } from '../../../text/range.ts';
import { excludedBy, exclusionAt } from '../../questions/exclusions.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/exclusion-served',
  reads: 'criterion',
  absence: false,
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary: 'An exclusion of a criterion that a control in place maps to.',
  why: 'An exclusion says that the criterion is not relevant to the system (description criterion DC 8). A control that serves it says that it is. The auditor will ask which is true.',
  fix: 'If the criterion is relevant, remove the exclusion. If it is not, remove the criterion from the `satisfies` of the control.',
  messages: {
    default:
      '`{id}` is excluded as not relevant, but control `{name}` is in place and maps to it. Remove the exclusion, or remove the criterion from the control.',
    several:
      '`{id}` is excluded as not relevant, but {count} controls are in place and map to it, such as `{name}`. Remove the exclusion, or remove the criterion from the controls.',
  },
  varying: ['name', 'count'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, privacy]
        exclude:
          - {criterion: P6.7, reason: Our customers account for disclosures.}
                        ^^^^
          - {criterion: P5.1, reason: Our customers answer requests for access.}
                        ^^^^
      === controls/disclosure.yaml
      - id: PRV-06
        status: implemented
        statement: Ana answers each person who asks whom their data was disclosed to.
        satisfies: [P6.7]
      - id: PRV-07
        status: implemented
        satisfies: [P5.1, P5.2]
      - id: PRV-08
        status: implemented
        satisfies: [P5.1]
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
      === controls/disclosure.yaml
      - id: PRV-06
        status: planned
        satisfies: [P6.7]
      - id: PRV-07
        title: Privacy program (a range does not say that each of its criteria is meant)
        status: implemented
        satisfies: [P1.1–P8.1]
      === policies/privacy.md
      ---
      satisfies: [P6.7]
      ---
      Our customers account for disclosures.
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const at = exclusionAt(facts, range);
    if (!at) return [];
    const edit = removeItem(facts.text, at.list, at.item);
    const title = `Remove the exclusion of ${facts.text.slice(range.start, range.end)}`;
    return [{ title, edits: [{ path, ...edit }], preferred: false }];
  },
  check(program, key, report) {
    const { manifest } = program;
    const asked = program.currentReports.find(({ excluded }) => excluded.has(key));
    if (!manifest || !asked || !program.coverage.tally(asked, key).has('control inPlace')) return;
    const serving = program.coverage.covering(asked, key).filter(one => isMeant(one, program));
    const [first] = serving;
    const exclusion = manifest.shape.exclusions.find(one =>
      excludedBy(program, one).some(excluded => excluded.key === key),
    );
    if (!first || !exclusion) return;
    const id = program.catalogs.criterion(key)?.thing.id ?? key;
    const related = serving.map(({ entry: { path, index }, citation }) => ({
      path,
      record: index,
      at: citation.at,
      words: 'This control maps to it.',
    }));
    report(
      { path: manifest.path, record: 0, at: exclusion.criterion.at },
      { id, name: nameOf(first.entry), count: String(serving.length) },
      serving.length === 1 ? 'default' : 'several',
      related,
    );
  },
};

/** Whether a control in place names the criterion by itself: a range such as P1.1–P8.1 does not say that each is meant. */
function isMeant({ entry, citation, bearing }: CoveringRecord, program: Program): boolean {
  const { path, index, shape } = entry;
  const summary = program.summary(path);
  if (bearing !== 'control inPlace' || !summary) return false;
  const { start, end } = rangeOf(summary, index, citation.at);
  const isSame = (range: TextRange) => range.start === start && range.end === end;
  return shape.satisfies.filter(({ at }) => isSame(rangeOf(summary, index, at))).length === 1;
}
