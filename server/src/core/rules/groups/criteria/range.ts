import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/range',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'Criteria written as a range that is none: its ends are in the wrong order, or of two series.',
  why: 'Whoever wrote it means the criteria between the ends too. As it stands only the two ends are cited, so the others look uncovered.',
  fix: 'Write the lower number first (`CC6.1–CC6.4`). Where the criteria are of two series, list them.',
  messages: {
    default: '`{words}` runs backward, so only its two ends are cited. Write the lower number first.',
    mixed:
      '`{words}` is no range: its ends are of two series, and only they are cited. List the criteria that are meant.',
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
    const [sign] = /^\s*(?:to|through|[-–—‑])\s*/i.exec(facts.text.slice(first?.end, range.end)) ?? [];
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
