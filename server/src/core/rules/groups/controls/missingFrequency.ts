import { recordAround } from '../../../formats/recordAt.ts';
import { addKey } from '../../../formats/yamlEdits.ts';
import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { canSay, controlsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import { tellsWhen } from '../../questions/statement.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /frequency|cadence|schedule|interval|recurrence|periodicity/i;

export const rule: DocumentRule = {
  name: 'controls/missing-frequency',
  reads: 'document',
  about: ['control'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control that does not say how often it is performed.',
  why: 'The frequency decides how many times the control can be tested, and which days of the period need evidence. An auditor cannot draw a sample without it.',
  fix: 'Set the frequency: `frequency: quarterly`. If the control responds to an event, set `frequency: event-driven`.',
  messages: {
    default: 'Control `{name}` does not say how often it is performed. Set `frequency`.',
    said: 'Control `{name}` has no `frequency`, although its statement says `{word}`. Set `frequency` too, because it decides which evidence is expected.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.md
      ---
      id: AC-04
          ^^^^^
      title: Access reviews
      ---
      `,
      `
      === controls/reviews.md
      ---
      id: AC-04
          ^^^^^
      statement: The IT Administrator reviews all accounts quarterly.
      ---
      === controls/restores.md
      ---
      id: AC-06
          ^^^^^
      statement: The IT Administrator tests a restore twice yearly.
      ---
      `,
    ],
    good: [
      `
      === controls/reviews.md
      ---
      id: AC-04
      frequency: quarterly
      ---
      === controls/encryption.md
      ---
      id: AC-05
      execution: automated
      ---
      `,
    ],
  },
  fixes(target) {
    const { path, range, message, args, facts } = target;
    const word = frequencyOf[args['word'] ?? ''];
    const mapping = recordAround(facts, range.start)?.mapping;
    if (message !== 'said' || !mapping || word === undefined) return addEmptyKey(target, 'frequency');
    const edit = addKey(facts.text, mapping, 'frequency', word);
    return [{ title: `Add frequency: ${word}`, edits: [{ path, ...edit }], preferred: true }];
  },
  check(facts, report) {
    for (const record of controlsOf(facts)) {
      const { index, shape, mapping } = record;
      if (
        shape.recurs ||
        !canSay(record, 'frequency') ||
        hasKeyLike(mapping, alike) ||
        shape.values['execution']?.text.toLowerCase() === 'automated'
      )
        continue;
      const name = nameOf({ shape });
      if (!says(mapping, 'statement')) {
        report(recordRange(facts, index), { name });
        continue;
      }
      // controls/no-frequency-in-statement reports a statement that does not say it either.
      const value = mapping.entries.findLast(({ key }) => key.value === 'statement')?.value;
      const statement = value?.type === 'scalar' ? value.value : '';
      const words = new Set(statement.toLowerCase().match(cadence));
      const [word] = words;
      if (word !== undefined && words.size === 1) report(recordRange(facts, index), { name, word }, 'said');
      else if (tellsWhen(statement)) report(recordRange(facts, index), { name });
    }
  },
};

/** An adverb that says the frequency by itself: what is done twice yearly is not done annually. */
const cadence =
  /\b(?=\w)(?<!\b(?:twice|thrice|times|bi|every\s+\w+)[\s-]+)(?:daily|weekly|monthly|quarterly|semi-?annually|annually|yearly)\b/g;

/** The frequency that each adverb means. */
const frequencyOf: Readonly<Record<string, string>> = {
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  semiannually: 'semiannual',
  'semi-annually': 'semiannual',
  annually: 'annual',
  yearly: 'annual',
};
