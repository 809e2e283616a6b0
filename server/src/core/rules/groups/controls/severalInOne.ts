import { isMeasured, type Statement, statementsOf } from '../../questions/statement.ts';
import type { DocumentRule } from '../../rule.ts';

/** A sentence that begins like the next control. */
const another = /(?=\w)(?<=[.;]\s+)(?:Additionally|In addition|Furthermore|Moreover|Separately)\b/;
const cadences = /\b(?:daily|weekly|monthly|quarterly|semi-?annually|annually|yearly)\b/gi;
/** Items of a list that are whole sentences. */
const item = /^[ \t]*(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-h]\))[ \t]+[A-Z][^\n]*\.[ \t]*$/gm;

export const rule: DocumentRule = {
  name: 'controls/several-in-one',
  reads: 'document',
  about: ['control'],
  severity: { start: 'off', recommended: 'hint', strict: 'information' },
  summary: 'A statement that seems to contain several controls.',
  why: 'A control is tested as a whole. If one of three activities in it was not performed, the whole control has an exception. As separate controls, two of them would have none.',
  fix: 'Write a separate control for each activity that somebody else performs, that happens at another time, or that leaves other evidence.',
  messages: {
    default:
      'Another control seems to begin here (`{words}`). Give it its own record, so that each control is tested by itself.',
    cadences:
      'This is done `{words}`, but the rest is done `{other}`. Write a control for each, so that each is tested by itself.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.md
      ---
      id: AC-04
      statement: >-
        Accounts are reviewed quarterly by the IT Administrator. Policies are approved annually by the executives.
                                                                                       ^^^^^^^^
      ---
      === controls/training.md
      ---
      id: HR-02
      statement: >-
        Employees complete training within 15 days. In addition, the Head of People checks references.
                                                    ^^^^^^^^^^^
      ---
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - id: AC-04
        statement: Each quarter the owner reviews all accounts, and the IT Administrator removes what was rejected.
      - id: HR-02
        statement: Employees complete the course within 15 days of starting, and annually after that.
      - id: HR-03
        statement: Accounts are reviewed monthly for production, and quarterly elsewhere.
      `,
    ],
  },
  check(facts, report) {
    for (const statement of statementsOf(facts)) {
      const { scalar } = statement;
      const found = secondList(statement) ?? another.exec(statement.words);
      if (found) {
        const start = scalar.start + found.index;
        report({ start, end: start + found[0].length }, { words: found[0] });
        continue;
      }
      reportCadences(statement, (at, words, other) => {
        report(
          { start: scalar.start + at, end: scalar.start + at + words.length },
          { words, other },
          'cadences',
        );
      });
    }
  },
};

/** The mark of the second item of a list of sentences. */
function secondList({ scalar, words }: Statement) {
  if (scalar.style !== 'literal') return undefined;
  const [, second] = [...words.matchAll(item)];
  return second && /[A-Z][\w'’-]*/.exec(words.slice(0, second.index).replace(/./gs, ' ') + second[0]);
}

/** Reports a second cadence in its own sentence: each sentence is a control, unless the second one only adds a detail. */
function reportCadences(
  { words }: Statement,
  found: (at: number, words: string, other: string) => void,
): void {
  const [first, ...others] = [...words.matchAll(cadences)];
  const second = others.find(({ 0: word }) => word.toLowerCase() !== first?.[0].toLowerCase());
  if (!first || !second) return;
  const between = words.slice(first.index, second.index);
  if (/\.\s+[A-Z]/.test(between) && isMeasured(second[0])) found(second.index, second[0], first[0]);
}
