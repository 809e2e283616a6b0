import {
  type Frequency,
  type FrequencyRead,
  frequenciesIn,
  readFrequency,
} from '../../../model/frequency.ts';
import { frequencies } from '../../../model/vocabulary.ts';
import { entry, items, scalarText } from '../../../yaml/lookup.ts';
import { type CadenceSaid, cadencesIn } from '../../questions/cadencesIn.ts';
import { type Statement, sentencesInOrder, statementsOf } from '../../questions/statement.ts';
import type { DocumentRule } from '../../rule.ts';

/** A word that says who or what does it, where nothing before it in its sentence takes it back or makes it an exception. */
const manually =
  /\b(?:(?<=\b(?:is|are|be|been)\s)manually|manually(?!\s+\w+ed\b)|by hand)\b(?<!\b(?:not?|never|nobody|none|without|neither|nor|unless|if|when|except|otherwise|instead|fallback|rather than|cannot|that|which|who)\b[^.;]*)/i;
const automatically =
  /\bautomatically\b(?<!\b(?:not?|never|unless|if|when|until|before|after|except|that|which|who|whose|from)\b[^.;]*)/i;
/** What a person does, in any part of the statement. */
const byPerson =
  /\b(?:review|approv|confirm|check|decid|assess|verif|compar|investigat|attach|signs\b|signed|manual|test|track|follow|by the|by an?|(?<!automatically\s)(?:notif|(?:acknowledges?|disables?|enters?|grants?|opens?|runs?)\b(?!\sautomatically)))/i;
/** Where a statement goes on to what somebody or something else does. */
const nextClause = /[.;](?=\s|$)|,\s+(?:and|but|or|so|while|whereas)\s|\s(?:and|but|while)\s+(?:the|an?)\s/i;
/** After a cadence: the occasions beside it, on which the control is performed as well. */
const orOnOccasion =
  /^(?:[\s-]+basis)?,?\s+(?:or|and)\s+(?:when|whenever|upon|on|after|before|if|as|at|following|in case|where|(?:each|every) time)\b/i;
/** A frequency that may be more. */
const atLeast = /\b(?:at least|minimum|no less|not less|or more (?:often|frequently))\b/i;

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
      `
      === controls/more.yaml
      - id: AC-54
        statement: The recovery plan is tested half-yearly.
        frequency: annual
                   ^^^^^^
      - id: AC-55
        statement: Every January and July, the owner reviews access.
        frequency: quarterly
                   ^^^^^^^^^
      - id: AC-56
        statement: Vulnerability scans run weekly against production.
        frequency: monthly
                   ^^^^^^^
      - id: AC-57
        statement: Policies are reviewed, updated, and approved annually.
        frequency: quarterly
                   ^^^^^^^^^
      - id: AC-58
        statement: Access is reviewed quarterly, or when a system owner changes.
        frequency: annual
                   ^^^^^^
      - id: AC-59
        statement: Access is reviewed annually.
        frequency: at least quarterly
                   ^^^^^^^^^^^^^^^^^^
      - id: AC-60
        statement: Every month the SRE lead reviews capacity.
        frequency: event-driven
                   ^^^^^^^^^^^^
      - id: AC-61
        statement: The vulnerability scan is run manually by the security engineer each month.
        execution: automated
                   ^^^^^^^^^
      - id: AC-62
        statement: Accounts are disabled automatically upon termination.
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
      `
      === controls/of-things.yaml
      - id: AC-20
        statement: The CTO reviews the results of scans performed weekly.
        frequency: quarterly
      - id: AC-21
        statement: Restore tests are performed from backups taken daily.
        frequency: quarterly
      - id: AC-22
        statement: Backups, taken nightly, are restored to a test instance.
        frequency: quarterly
      - id: AC-23
        statement: The CISO presents metrics gathered monthly to the board.
        frequency: annual
      - id: AC-24
        statement: Internal audit tests the reviews performed quarterly by system owners.
        frequency: annual
      - id: AC-25
        statement: The CISO updates the risk register using findings reported monthly by the SOC.
        frequency: annual
      - id: AC-26
        statement: The lead reads the results of scans run weekly.
        frequency: quarterly
      - id: AC-27
        statement: The owner reviews the accounts (quarterly for production).
        frequency: monthly
      `,
      `
      === controls/half-years.yaml
      - id: AC-28
        statement: Bi-annually, the recovery plan is tested.
        frequency: semiannual
      - id: AC-29
        statement: The recovery plan is tested bi-annually.
        frequency: semiannual
      - id: AC-30
        statement: The recovery plan is tested half-yearly.
        frequency: semiannual
      - id: AC-31
        statement: The recovery plan is tested half yearly.
        frequency: semiannual
      - id: AC-32
        statement: The recovery plan is tested semi annually.
        frequency: semiannual
      - id: AC-33
        statement: The recovery plan is tested twice yearly.
        frequency: semiannual
      - id: AC-34
        statement: Every January and July, the owner reviews access.
        frequency: semiannual
      - id: AC-35
        statement: Every January, April, July and October the IT Manager reviews access.
        frequency: quarterly
      `,
      `
      === controls/at-least.yaml
      - id: AC-36
        statement: Access is reviewed quarterly at a minimum.
        frequency: monthly
      - id: AC-37
        statement: Access is reviewed quarterly or more often.
        frequency: monthly
      - id: AC-38
        statement: Access is reviewed on at least a quarterly basis.
        frequency: monthly
      - id: AC-39
        statement: The scan reports are triaged weekly, at least.
        frequency: daily
      - id: AC-40
        statement: Access is reviewed monthly.
        frequency: at least quarterly
      `,
      `
      === controls/details.yaml
      - id: AC-41
        statement: Access requests are approved in Jira before access is granted. Every quarter the approvals are sampled by Internal Audit.
        frequency: event-driven
      - id: AC-42
        statement: Incidents are handled under the plan. Each year, the plan is tested.
        frequency: event-driven
      - id: AC-43
        statement: Quarterly, or when a system owner changes, the list is reviewed.
        frequency: event-driven
      - id: AC-44
        statement: Visitors sign in at reception. Every month the office manager files the log.
        frequency: event-driven
      - id: AC-45
        statement: The team reviews vulnerabilities. Scans run daily.
        frequency: weekly
      - id: AC-46
        statement: Every employee completes the training. Reminders are sent weekly.
        frequency: annual
      `,
      `
      === controls/continuous.yaml
      - id: AC-70
        statement: Every day at 02:00 UTC, AWS Backup takes a snapshot of each database.
        frequency: continuous
        execution: automated
      === controls/clauses.yaml
      - id: AC-47
        statement: Okta locks the account after five failed attempts. Help desk unlocks accounts manually after identity proofing.
        execution: automated
      - id: AC-48
        statement: Alerts open PagerDuty incidents; the engineer manually closes them.
        execution: automated
      - id: AC-49
        statement: Okta locks the account after five failed attempts, and the help desk unlocks it manually.
        execution: automated
      - id: AC-50
        statement: HR enters the termination into Workday. Okta automatically deprovisions access.
        execution: manual
      - id: AC-51
        statement: HR enters the termination into Workday, then Okta automatically ends access.
        execution: manual
      - id: AC-52
        statement: An employee opens a ticket and the manager grants access; the ticket closes automatically.
        execution: manual
      - id: AC-53
        statement: Customers are notified within 72 hours, then the status page changes automatically.
        execution: manual
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
      const isAutomated =
        scalarText(entry(mapping, 'execution')?.value)?.trim().toLowerCase() === 'automated';
      const said = otherCadence(words, stated, isAutomated);
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
function otherCadence(
  words: string,
  stated: readonly string[],
  isAutomated: boolean,
): CadenceSaid | undefined {
  const read = stated.map(readFrequency);
  const meant = stated.flatMap(frequenciesIn);
  const all = meant.filter(one => one !== 'other');
  if (all.length === 0 || all.length < meant.length || read.some(isUnclear)) return undefined;
  const cadences = cadencesIn(words);
  const only = cadences.find(({ isAdverb }) => isAdverb);
  // A later sentence tells a detail: reminders that are sent, or a sample that somebody else draws.
  if (!only || only.meant === 'other' || only.at > sentencesInOrder(words)(0).words.length) return undefined;
  // A statement with several cadences is a finding of controls/several-in-one.
  if (cadences.some(one => all.some(meant => one.meant === meant) || one.meant !== only.meant))
    return undefined;
  const { meant: told } = only;
  if (only.isLeast && all.some(meant => isMoreOften(meant, told))) return undefined;
  if (stated.some(one => atLeast.test(one)) && all.every(meant => isMoreOften(told, meant))) return undefined;
  if (all.every(meant => meant !== 'continuous' && meant !== 'event-driven')) return only;
  // What a system does day and night is often called continuous.
  if (told === 'daily' && isAutomated) return undefined;
  return only.isFirst && !orOnOccasion.test(words.slice(only.at + only.length)) ? only : undefined;
}

function isUnclear({ meant, unclear }: FrequencyRead): boolean {
  return meant === undefined || unclear.length > 0;
}

function isMoreOften(a: Frequency, b: Frequency): boolean {
  return a === 'continuous' || frequencies.indexOf(a) < frequencies.indexOf(b);
}

/** The word of a statement that an execution surely contradicts: in its first clause, for others may do the rest. */
function otherExecution({ mapping, words }: Statement) {
  const value = entry(mapping, 'execution')?.value;
  if (value?.type !== 'scalar') return undefined;
  const said = value.value.trim().toLowerCase();
  const end = nextClause.exec(words)?.index ?? words.length;
  const first = words.slice(0, end);
  const found =
    said === 'automated' && !/\bautomatic/i.test(words)
      ? manually.exec(first)
      : said === 'manual' && !byPerson.test(words)
        ? automatically.exec(first)
        : undefined;
  return found ? { value, index: found.index, word: found[0] } : undefined;
}
