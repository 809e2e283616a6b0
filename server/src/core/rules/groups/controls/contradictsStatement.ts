import {
  type Frequency,
  type FrequencyRead,
  frequenciesIn,
  readFrequency,
} from '../../../model/frequency.ts';
import { frequencies } from '../../../model/vocabulary.ts';
import { entry, items } from '../../../yaml/lookup.ts';
import { type CadenceSaid, cadencesIn } from '../../questions/cadencesIn.ts';
import { type Statement, statementsOf } from '../../questions/statement.ts';
import type { DocumentRule } from '../../rule.ts';

/** A word that says who or what does it, where nothing before it in its sentence takes it back or makes it an exception. */
const manually =
  /\b(?:manually|by hand)\b(?<!\b(?:not?|never|nobody|none|without|neither|nor|unless|if|when|except|otherwise|instead|fallback|rather than|cannot|that|which|who)\b[^.;]*)/i;
const automatically =
  /\bautomatically\b(?<!\b(?:not?|never|unless|if|when|until|before|after|except|that|which|who|whose|from)\b[^.;]*)/i;
/** What a person does, in any part of the statement. */
const byPerson =
  /\b(?:review|approv|confirm|check|decid|assess|verif|compar|investigat|attach|signs\b|signed|manual|test|track|follow|by the|by an?)/i;

export const rule: DocumentRule = {
  name: 'controls/contradicts-statement',
  reads: 'document',
  about: ['control'],
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary: 'A control whose `frequency` or `execution` says something else than its statement.',
  why: 'An auditor tests what the statement says. Tickmark expects evidence by `frequency`. If they differ, evidence that looks complete is not what the auditor asks for.',
  fix: 'Decide which of the two is true, and correct the other. If the frequency has changed, keep the earlier version under `history`.',
  messages: {
    default:
      'The statement says `{words}`, and `frequency` says `{value}`. Correct the one that is wrong: the statement is what an auditor tests.',
    execution:
      'The statement says `{words}`, and `execution` says `{value}`. Correct the one that is wrong. If a person and a system both take part, write `hybrid`.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.yaml
      - id: AC-04
        statement: Each quarter the IT Administrator compares all accounts with the list of staff manually.
        frequency: annual
                   ^^^^^^
        execution: automated
                   ^^^^^^^^^
      - id: AC-05
        statement: Accounts of the production system are reviewed monthly by their owner.
        frequency: quarterly
                   ^^^^^^^^^
      - id: AC-07
        statement: The Head of Security reads the firewall rules on a semiannual basis.
        frequency: annual
                   ^^^^^^
      - id: AC-06
        statement: Accounts without a sign-in are locked automatically.
        execution: manual
                   ^^^^^^
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - id: AC-04
        statement: Each quarter the IT Administrator compares all accounts with the quarterly list of staff.
        frequency: quarterly
        execution: manual
      - id: AC-05
        statement: Accounts are reviewed at least annually.
        frequency: quarterly
      - id: AC-06
        statement: Data is encrypted with keys that rotate every year.
        frequency: continuous
      - id: AC-07
        statement: The annual plan is compared with spending by the board.
        frequency: quarterly
      - id: AC-08
        statement: Each employee completes the course within 15 days of joining, and annually after that.
        frequency: event-driven
      - id: AC-09
        statement: A scanner reports missing patches each day, and the lead reviews them each week.
        frequency: weekly
        execution: hybrid
      - id: AC-10
        statement: The pipeline releases what has passed; nobody releases manually.
        execution: automated
      - id: AC-11
        statement: The manager approves each request, and the account is then made automatically.
        execution: manual
      - id: AC-12
        status: planned
        statement: Each quarter the owner reviews the accounts.
        frequency: annual
      - id: AC-13
        statement: Every Monday the owner reviews the alerts.
        frequency: 0 9 * * 1
      - id: AC-17
        statement: Rules of the firewall are compared with the plan annually.
        frequency: monthly and annually
      - id: AC-16
        statement: The firewall blocks all traffic automatically; the lead manually approves exceptions.
        execution: automated
      - id: AC-15
        statement: On joining and every January each employee acknowledges the code of conduct.
        frequency: [event-driven, annual]
      - id: AC-14
        statement: The owner reviews the sign-ins of each day.
        frequency: weekly
      `,
    ],
  },
  fixes({ path, range, message, args: { words = '', value = '' } }) {
    const write = (text: string) => ({
      title: `Write ${text}`,
      edits: [{ path, ...range, text }],
      preferred: false,
    });
    if (message === 'execution')
      return [write(/auto/i.test(words) ? 'automated' : 'manual'), write('hybrid')];
    const { meant } = readFrequency(words);
    // Of several frequencies it is unknown which one is wrong.
    return meant === undefined || meant === 'other' || value.includes(', ') ? [] : [write(meant)];
  },
  check(facts, report) {
    for (const statement of statementsOf(facts)) {
      const { scalar, words, mapping } = statement;
      const related = (at: number, length: number) => [
        { start: scalar.start + at, end: scalar.start + at + length, words: 'The statement says so here.' },
      ];
      const frequency = entry(mapping, 'frequency')?.value;
      const stated = items(frequency).flatMap(node => (node?.type === 'scalar' ? node.value.trim() : []));
      const said = otherCadence(words, stated);
      if (said && frequency) {
        const args = { words: said.words, value: stated.join(', ') };
        report(frequency, args, 'default', related(said.at, said.length));
      }
      const execution = otherExecution(statement);
      if (execution) {
        const { value, index, word } = execution;
        report(value, { words: word, value: value.value.trim() }, 'execution', related(index, word.length));
      }
    }
  },
};

/** The cadence of the statement, where it has one for all that is done, and the frequency is surely another. */
function otherCadence(words: string, stated: readonly string[]): CadenceSaid | undefined {
  const read = stated.map(readFrequency);
  const meant = stated.flatMap(frequenciesIn);
  const all = meant.filter(one => one !== 'other');
  if (all.length === 0 || all.length < meant.length || read.some(isUnclear)) return undefined;
  const cadences = cadencesIn(words);
  const [only] = cadences.filter(({ isAdverb }) => isAdverb);
  if (!only || only.meant === 'other') return undefined;
  // A statement with several cadences is a finding of controls/several-in-one.
  if (cadences.some(one => all.some(meant => one.meant === meant) || one.meant !== only.meant))
    return undefined;
  const { meant: told } = only;
  if (only.isLeast && all.some(meant => isMoreOften(meant, told))) return undefined;
  const isOfCalendar = all.every(meant => meant !== 'continuous' && meant !== 'event-driven');
  return isOfCalendar || only.isFirst ? only : undefined;
}

function isUnclear({ meant, unclear }: FrequencyRead): boolean {
  return meant === undefined || unclear.length > 0;
}

function isMoreOften(a: Frequency, b: Frequency): boolean {
  return a === 'continuous' || frequencies.indexOf(a) < frequencies.indexOf(b);
}

/** The word of a statement that an execution surely contradicts. */
function otherExecution({ mapping, words }: Statement) {
  const value = entry(mapping, 'execution')?.value;
  if (value?.type !== 'scalar') return undefined;
  const said = value.value.trim().toLowerCase();
  const found =
    said === 'automated' && !/\bautomatic/i.test(words)
      ? manually.exec(words)
      : said === 'manual' && !byPerson.test(words)
        ? automatically.exec(words)
        : undefined;
  return found ? { value, index: found.index, word: found[0] } : undefined;
}
