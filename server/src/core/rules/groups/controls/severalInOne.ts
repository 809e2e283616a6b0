import { recordAround } from '../../../formats/recordAt.ts';
import { setValue } from '../../../formats/yamlEdits.ts';
import { readFrequency } from '../../../model/frequency.ts';
import { entry, ownEntry } from '../../../yaml/lookup.ts';
import { cadencesIn } from '../../questions/cadencesIn.ts';
import { isMeasured, type Statement, statementsOf } from '../../questions/statement.ts';
import type { DocumentRule } from '../../rule.ts';

/** A sentence that begins like the next control. */
const another = /(?=\w)(?<=[.;]\s+)(?:Additionally|In addition|Furthermore|Moreover|Separately)\b/;
/** An occasion at the end of what stands before `and every January`. */
const occasion =
  /\b(?:(?:on|upon|at|after|before|following|within [\w-]+ (?:\w+ )?(?:days?|weeks?|months?) of) (?:(?:the|their|his|her|a|an|each|every|any|new) )*(?:joining|hir(?:e|ing)|start(?:ing)?|onboarding|employment|entry|appointment|assignment|signature|signing|engagement|(?:\w+ )?(?:change|release|incident|deployment|acquisition|contract)s?)|(?:when|before|after) (?:\w+ ){1,4}(?:joins?|starts?|changes?|leaves?|is hired|are hired)),? and (?:(?:then|again|also|at least|once) )*$/i;
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
    twice:
      'This is done `{first}` and `{words}`, but `frequency` says only `{frequency}`, so no evidence is expected for the rest. List both (`frequency: [{list}]`), or write two controls.',
    default:
      'Another control seems to begin here (`{words}`). Give it its own record, so that each control is tested by itself.',
    cadences:
      'This is done `{words}`, but the rest is done `{other}`. Write a control for each, so that each is tested by itself.',
  },
  examples: {
    bad: [
      `
      === controls/conduct.yaml
      - id: HR-04
        statement: On joining and every January each employee acknowledges the code of conduct.
                                  ^^^^^^^^^^^^^
        frequency: annual
      - id: AC-07
        statement: The owner compares the accounts monthly and every January with the list of staff.
                                                               ^^^^^^^^^^^^^
        frequency: monthly
      `,
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
      === controls/conduct.yaml
      - id: HR-04
        statement: On joining and every January each employee acknowledges the code of conduct.
        frequency: [event-driven, annual]
      - id: HR-05
        statement: After each change and release notes the lead checks every January's log.
        frequency: annual
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
  fixes({ path, range, facts, message, args: { list = '' } }) {
    const record = recordAround(facts, range.start);
    const frequency = record && ownEntry(record.mapping, 'frequency');
    if (message !== 'twice' || !frequency) return [];
    const edit = setValue(facts.text, frequency, `[${list}]`);
    return [{ title: `Write frequency: [${list}]`, edits: [{ path, ...edit }], preferred: false }];
  },
  check(facts, report) {
    for (const statement of statementsOf(facts)) {
      const { scalar } = statement;
      const twice = secondCadence(statement);
      if (twice) {
        const start = scalar.start + twice.at;
        report({ start, end: start + twice.length }, twice.args, 'twice');
        continue;
      }
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

/** A cadence that is told beside an occasion or another cadence, of what has only one frequency. */
function secondCadence({ mapping, words, isRow }: Statement) {
  const stated = entry(mapping, 'frequency')?.value;
  // A cell of a table holds no list, and words with a joint may hold both.
  if (isRow || stated?.type !== 'scalar' || /,|;|\b(?:and|or|plus)\b/.test(stated.value)) return undefined;
  const frequency = stated.value.trim();
  const { meant } = readFrequency(frequency);
  if (meant === undefined || meant === 'other') return undefined;
  const told = cadencesIn(words);
  for (const [i, second] of told.entries()) {
    const before = words.slice(Math.max(0, second.at - 100), second.at).replace(/\s+/g, ' ');
    if (second.meant === 'other' || !second.isAdverb || !/ and (?:\w+ ){0,2}$/.test(before)) continue;
    const other = told[i - 1];
    const isBeside =
      other?.isAdverb &&
      /^,? and $/.test(words.slice(other.at + other.length, second.at).replace(/\s+/g, ' '));
    const first = isBeside
      ? { words: other.words, meant: other.meant }
      : { words: occasion.exec(before)?.[0].replace(/,? and [\w ]*$/, ''), meant: 'event-driven' };
    if (first.words === undefined || first.meant === second.meant || first.meant === 'other') continue;
    const args = {
      first: first.words,
      words: second.words,
      frequency,
      list: `${first.meant}, ${second.meant}`,
    };
    return { at: second.at, length: second.length, args };
  }
  return undefined;
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
