import { isFilledIn } from '../../../formats/isFilledIn.ts';
import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Key, ValueType } from '../../../model/key.ts';
import { keysOf, keysWithin } from '../../../model/keys.ts';
import { isSourcePath, sha256In } from '../../../model/sourceFile.ts';
import { frequencies } from '../../../model/vocabulary.ts';
import { editDistance } from '../../../text/distance.ts';
import { daysIn } from '../../../text/interval.ts';
import { resolved } from '../../../yaml/lookup.ts';
import type { YamlMapping, YamlScalar } from '../../../yaml/node.ts';
import { cadenceProblems } from '../../questions/cadenceProblems.ts';
import { wholeRecords } from '../../questions/recordsOf.ts';
import { isWindow, windowMeant } from '../../questions/windowMeant.ts';
import type { DocumentRule, Fix } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/unknown-value',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A value that looks like a misspelling of a known value (`frequency: quaterly`), or a frequency, a window, or a hash that cannot be understood.',
  why: 'A value that is not understood counts as missing. A control with a misspelled status is not in place, and a control with a misspelled frequency asks for no evidence. A procedure whose schedule never comes up is never performed.',
  fix: 'Correct the value. Of statuses and other words, the rule ignores your own that do not resemble a known value. A frequency can be one of the known words, a length of time (`every 2 months`, `at the end of each quarter`), an occasion (`after each release`), or a cron expression.',
  messages: {
    default: '`{value}` is not a known {key}. Did you mean `{near}`?',
    frequency:
      '`{value}` cannot be understood as a frequency, so it does not count. Write a word such as `monthly` or `event-driven`, or a length of time such as `every 2 months`.',
    hash: '`{value}` cannot be the SHA-256 hash of the file, so the file is not compared with it. The hash has 64 hexadecimal digits.',
    window:
      '`{value}` is not a window, so the record cannot be placed by it. Write a month (`2026-03`), a quarter (`2026-Q1`), a half (`2026-H1`), or a year, with `FY` before the year for a fiscal year.',
    days: '`{value}` is not a number of days, so the `{key}` of the manifest applies. Write the number of days, such as `{key}: 10`.',
    form: 'What is under `{key}` is not read, because it is a mapping. Write {key} as text.',
    forms:
      'What is under `{key}` is not read, because it is a mapping. Write {key} as text, or as a list of texts.',
    period:
      'What is under `{key}` is not read, because it is text. Write `{first}` and `{last}` below `{key}`, each as YYYY-MM-DD.',
    list: 'What is under `{key}` is not read, because it is a list. Write one {key} as text.',
    twofold: '`{value}` has two meanings, so it does not count. Write `{often}` or `{seldom}`.',
    cron: '`{value}` is not a cron expression, because `{field}` cannot be read, so it never comes up. Write {fields}.',
    never:
      '`{value}` never comes up, because none of its months has such a day. Correct the day or the month.',
    fiveFields:
      'Comply takes the first of the five fields of `{value}` for the seconds, and most other tools take it for the minutes. Write six fields.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.yaml
      - id: AC-04
        frequency: quaterly
                   ^^^^^^^^
        nature: detectiv
                ^^^^^^^^
      - id: AC-05
        status: implementd
                ^^^^^^^^^^
        history: [{from: 2025-01-01, frequency: monthy}]
                                                ^^^^^^
        grace: -5
               ^^
      `,
      `
      === controls/reviews.yaml
      - id: AC-04
        frequency: every full moon
                   ^^^^^^^^^^^^^^^
      - id: AC-05
        frequency: quarterly and every full moon
                                 ^^^^^^^^^^^^^^^
      - id: AC-06
        frequency: biannual
                   ^^^^^^^^
      - id: AC-07
        frequency: 0 9 30 2 *
                   ^^^^^^^^^^
      === procedures/review.md
      ---
      id: PR-01
      cron: 0 25 * * *
            ^^^^^^^^^^
      ---
      Each account is looked at.
      `,
      `
      === evidence/reviews.yaml
      - id: EV-01
        controls: {AC-04: yes}
        ^^^^^^^^
        window: 2026-Q7
                ^^^^^^^
        sha256: 7d690b8bca0419be5cda7a6d430725aba210eb32
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      - id: EV-02
        window: Q1 2026
                ^^^^^^^
      - id: EV-03
        window: [2026-Q1, 2026-Q2]
        ^^^^^^
      - id: EV-04
        type: acces-review
              ^^^^^^^^^^^^
        covers: the first quarter of 2026
                ^^^^^^^^^^^^^^^^^^^^^^^^^
      === vendors/hosting.yaml
      id: VN-01
      report: {kind: soc2, period: 2025-04-01 to 2026-03-31}
                                   ^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      `
      === comply.yml
      name: Brightdesk
      === procedures/leavers.md
      id: leavers
      name: Leavers
      cron: 0 0 0 L */3 *
            ^^^^^^^^^^^^^
      satisfies: {TSC: [CC6.2]}
      ---
      Access is removed.
      === procedures/review.md
      id: review
      name: Review
      cron: 0 0 1 */3 *
            ^^^^^^^^^^^
      satisfies: {TSC: [CC6.3]}
      ---
      Access is reviewed.
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - {id: AC-04, frequency: Annually, nature: preventative, execution: automatic, status: in progress}
      - {id: AC-05, frequency: event driven, status: Implemented}
      - {id: AC-06, frequency: semi-annual, status: live}
      - {id: AC-07, frequency: 0 0 1 * *}
      - {id: AC-08, frequency: at the end of each quarter, nature: directive, status: in review}
      - {id: AC-09, frequency: 'annually, or after a change'}
      - {id: AC-10, frequency: each new hire}
      - {id: AC-11, frequency: TBD}
      - {id: AC-12, frequency: 0 10 ? * MON-FRI *}
      - {id: AC-13, frequency: 0 9 L * *, grace: 0}
      - {id: AC-14, frequency: annual, grace: 45 days}
      === evidence/reviews.yaml
      - {id: EV-01, window: 2026-Q1, sha256: TBD}
      - {id: EV-02, window: FY2026-H2}
      - {id: EV-03, window: 2026-W14}
      - {id: EV-04, covers: TBD}
      === vendors/hosting.yaml
      - {id: VN-01, report: {period: {start: 2025-04-01, end: 2026-03-31}, bridge: files/letter-2026.pdf}}
      - {id: VN-02, report: {period: none yet, bridge: "https://example.com/2026"}}
      === registers/risks.yaml
      - {kind: risk, id: R-1, treatment: mitigated, status: accepted}
      === tests/access.yaml
      - {id: MT-01, control: AC-04, result: 2 exceptions}
      - {id: MT-02, control: AC-04, result: No exception}
      - {id: MT-03, control: AC-04, result: 0 exceptions}
      === policies/access.yaml
      - {id: access, status: unapproved}
      `,
    ],
  },
  fixes({ path, range, facts, message, args }) {
    const { key = '', near = '' } = args;
    const write = (word: string, preferred: boolean): Fix => {
      const text = writtenLike(facts.text.slice(range.start, range.end), word);
      return { title: `Write ${word}`, edits: [{ path, ...range, text }], preferred };
    };
    // That these are the first and the last day is for a person to write.
    if (message === 'period') return [];
    if (message !== 'default') {
      const { often, seldom, asOthers, asHere, window } = args;
      const words = [often, seldom, asOthers, asHere, window].flatMap(word => word || []);
      return words.map(word => write(word, words.length === 1));
    }
    // That something is approved, in place or passed is for a person to write, letter for letter.
    if (factual.has(key)) return [];
    return [write(near, true)];
  },
  check(facts, report) {
    const look = ({ entries }: YamlMapping, keys: ReadonlyMap<string, Key> | undefined): void => {
      for (const { key: written, value } of entries) {
        const key = keys?.get(written.value);
        if (!key) continue;
        const unread = { start: written.start, end: written.end };
        if (value?.type === 'sequence' && value.items.length > 0 && alone.has(key.type)) {
          report(unread, { key: written.value }, 'list');
          continue;
        }
        for (const node of value?.type === 'sequence' ? value.items : [value]) {
          if (node?.type === 'mapping' && node.entries.length > 0 && single.has(key.type))
            report(unread, { key: written.value }, isListed(key) ? 'forms' : 'form');
          // Its words are judged as those of cron expressions are.
          if (key.name === 'frequency') continue;
          if (node?.type === 'mapping') look(node, keysWithin(key));
          const said = node?.type === 'scalar' ? resolved(node) : undefined;
          const words = key.words ?? (key.name === 'type' ? key.suggestions : undefined);
          if (said?.type === 'scalar' && words) judge(said, written.value, words);
          if (said?.type === 'scalar' && key.keys) judgePeriod(said, key, key.keys);
          const hasForm = alone.has(key.type) || key.name === 'grace';
          if (said?.type === 'scalar' && hasForm && isFilledIn(said.value)) judgeForm(said, key);
        }
      }
    };
    const judgeForm = ({ value: written, start, end }: YamlScalar, { type, name: key }: Key): void => {
      const value = written.trim();
      if (type === 'number' && daysIn(value) === undefined) report({ start, end }, { value, key }, 'days');
      if (type === 'hash' && sha256In(value) === undefined) report({ start, end }, { value }, 'hash');
      if (type === 'window' && !isWindow(value))
        report({ start, end }, { value, window: windowMeant(value) ?? '' }, 'window');
    };
    const judgePeriod = (
      { value, start, end }: YamlScalar,
      { name: key }: Key,
      [first, last]: readonly Key[],
    ): void => {
      // The document of a bridge letter, or where it is, is no period.
      if (first?.type !== 'date' || last?.type !== 'date' || !isFilledIn(value) || !/\d/.test(value)) return;
      if (isSourcePath(value) || value.includes('://')) return;
      report({ start, end }, { key, first: first.name, last: last.name }, 'period');
    };
    const judge = ({ value, start, end, style }: YamlScalar, key: string, words: readonly string[]): void => {
      const near = style === 'literal' || style === 'folded' ? undefined : nearWord(value, words);
      if (near !== undefined) report({ start, end }, { value, key, near });
    };
    for (const { shape, mapping } of wholeRecords(facts)) {
      look(mapping, keysOf(shape.kind));
    }
    for (const { range, message, args } of cadenceProblems(facts)) {
      const near = message === 'frequency' ? nearWord(args['value'] ?? '', frequencies) : undefined;
      if (near === undefined) report(range, args, message);
      else report(range, { ...args, near });
    }
  },
};

/** What no mapping can be. */
const single: ReadonlySet<ValueType> = new Set<ValueType>([
  'id',
  'date',
  'boolean',
  'word',
  'person',
  'interval',
  'reference',
  'window',
  'file',
  'hash',
]);

/** What no list can be either, and has a form of its own. */
const alone: ReadonlySet<ValueType> = new Set<ValueType>(['window', 'hash']);

/** Whether several of what a key names may stand there. */
function isListed({ type, list }: Key): boolean {
  return type === 'reference' || list === true;
}

/** The keys by which a person says how something stands. */
const factual = new Set(['status', 'result', 'opinion']);

/** Words of their own that are near to one of these, and none of them misspelled. */
const others = new Set([
  'preventative',
  'directive',
  'inreview',
  'restored',
  'retained',
  'excepted',
  'acknowledgment',
  'acknowledgments',
]);

/**
 * The word that is misspelled in a value; undefined where it is one of them, another form of one, its opposite, a number of
 * them (`2 exceptions`), or a word of its own.
 */
function nearWord(value: string, words: readonly string[]): string | undefined {
  if (words.includes(value)) return undefined;
  const said = plain(value);
  if (said.length < 5 || /\d/.test(said) || others.has(said) || words.some(word => isForm(said, plain(word))))
    return undefined;
  const most = said.length < 8 ? 1 : 2;
  return words.find(
    word => word.length > 4 && !isOpposite(said, plain(word)) && editDistance(said, plain(word)) <= most,
  );
}

function plain(value: string): string {
  return value.toLowerCase().replace(/[-_\s]/g, '');
}

/** `No exception` and `unapproved` beside `exception` and `approved`. */
function isOpposite(said: string, word: string): boolean {
  const rest = /^(?:not?|non|un|in|im|dis|de|mis)(.+)$/.exec(said)?.[1];
  return rest !== undefined && isForm(rest, word);
}

/** `annually` and `automatic` beside `annual` and `automated`: only the endings differ. */
function isForm(said: string, word: string): boolean {
  return said === word || (said.length >= word.length && said.startsWith(word.slice(0, -2)));
}
