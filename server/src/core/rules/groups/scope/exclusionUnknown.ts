import { whatWasMeant } from '../../../catalog/meaning.ts';
import { writtenLike } from '../../../formats/yamlEdits.ts';
import { excludedBy } from '../../questions/exclusions.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/exclusion-unknown',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'An exclusion of a criterion that does not exist.',
  why: 'The exclusion has no effect. The criterion that you meant is still in scope.',
  fix: 'Correct the id. The message suggests similar ids.',
  messages: { default: '`{criterion}` is not a criterion, so nothing is excluded. {explanation}' },
  varying: ['explanation'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, privacy]
        exclude:
          - {criterion: P6.9, reason: We disclose nothing.}
                        ^^^^
          - {criterion: PP1.1, reason: Nothing is processed.}
                        ^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, privacy]
        exclude:
          - {criterion: p6.7, reason: Our customers account for disclosures.}
          - {criterion: P2.1–P3.2, reason: Our customers collect.}
          - {criterion: P5, reason: Our customers answer the people concerned.}
      `,
    ],
  },
  fixes({ path, range, args: { criterion = '' }, facts, program }) {
    const { suggestions } = whatWasMeant(criterion);
    const ids = suggestions.filter(id => program.catalog.criterion(id));
    const before = facts.text.slice(range.start, range.end);
    return ids.slice(0, 5).map(id => ({
      title: `Write ${id}`,
      edits: [{ path, ...range, text: writtenLike(before, id) }],
      preferred: ids.length === 1,
    }));
  },
  check(program, _key, report) {
    const { manifest, catalogFiles } = program;
    // What cannot be read may have any criterion.
    if (!manifest || catalogFiles.named.catalogs.some(({ lack }) => lack !== undefined)) return;
    for (const exclusion of manifest.shape.exclusions) {
      if (excludedBy(program, exclusion).length > 0) continue;
      const { text, at } = exclusion.criterion;
      const explanation = whatWasMeant(text).explanation;
      report({ path: manifest.path, record: 0, at }, { criterion: text, explanation });
    }
  },
};
