import { rangeSignAt } from '../../../catalog/citationRanges.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/range',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'An invalid range of criteria: its ends are in the wrong order, or belong to two series.',
  why: 'A range is meant to include the criteria between its ends. An invalid range cites only the two ends, so the others look uncovered.',
  fix: 'Write the lower number first (`CC6.1–CC6.4`). If the criteria belong to two series, list them.',
  messages: {
    default: '`{words}` runs backward, so it cites only its two ends. Write the lower number first.',
    mixed:
      '`{words}` is not a range, because its ends belong to two series. It cites only its ends. List the criteria that you mean.',
  },
  examples: {
    bad: [
      `
      === controls/access.md
      ---
      id: AC-01
      satisfies:
        TSC: [CC6.4–CC6.1, CC9.2 to A1.3]
              ^^^^^^^^^^^
                           ^^^^^^^^^^^^^
      ---
      `,
      `
      === policies/access.md
      The policy serves CC6.3–CC6.1 of SOC 2.
                        ^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === controls/access.md
      ---
      id: AC-01
      satisfies:
        TSC: [CC6.1–CC6.4, "CC7.1 through CC7.3", CC8.1 - Changes]
      ---
      The control moved from CC6.3 to CC6.1, and stands between CC6.2 - CC6.1 and A1.2.
      `,
    ],
  },
  fixes({ path, range, message, facts }) {
    if (message !== 'default') return [];
    const first = facts.citations.find(({ start, noRange }) => noRange && start === range.start);
    const sign = first && rangeSignAt(facts.text, first.end);
    if (!first || sign === undefined) return [];
    const last = facts.text.slice(first.end + sign.length, range.end);
    const text = last + sign + facts.text.slice(first.start, first.end);
    return [{ title: `Write ${text}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check({ citations, text }, report) {
    for (const { start, noRange } of citations) {
      if (!noRange) continue;
      const { end, why } = noRange;
      report(
        { start, end },
        { words: text.slice(start, end).replace(/\s+/g, ' ') },
        why === 'mixed' ? why : 'default',
      );
    }
  },
};
