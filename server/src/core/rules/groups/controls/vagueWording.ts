import type { DocumentFacts } from '../../../formats/facts.ts';
import { isProse } from '../../../markdown/scan.ts';
import type { RecordKind } from '../../../model/kinds.ts';
import { append } from '../../../text/lists.ts';
import type { TextRange } from '../../../text/range.ts';
import { words as listOf } from '../../options.ts';
import {
  mayHoldBrackets,
  type Sentence,
  type Statement,
  sentencesInOrder,
  statementsOf,
} from '../../questions/statement.ts';
import type { DocumentRule, Fix, FixTarget } from '../../rule.ts';
import { fuzzy, needed, often, soon, weak } from './vagueWords.ts';

/** A policy may leave open what a control must not, so its text is read only if an option asks for it. */
const kindsOfText: readonly RecordKind[] = ['policy', 'procedure', 'narrative'];

const options = {
  words: listOf({
    default: [...often, ...soon, ...needed, ...weak, ...fuzzy],
    description: 'Words that cannot be tested. Your list replaces the default.',
  }),
  also: listOf({ default: [], description: 'Your own words, in addition to that list.' }),
  except: listOf({ default: [], description: 'Words in the list that you accept.' }),
  kinds: listOf({
    default: [],
    allowed: kindsOfText,
    description: 'Kinds of documents whose text is checked too, in addition to the statements of controls.',
  }),
};

export const rule: DocumentRule<typeof options> = {
  name: 'controls/vague-wording',
  reads: 'document',
  about: ['control', ...kindsOfText],
  options,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary:
    "A word in a control's statement that cannot be tested, such as `periodically`, `as needed`, or `should`.",
  why: 'An auditor tests a control against its own words. If they leave open when or whether something is done, the auditor decides what they mean, and that is rarely what you meant.',
  fix: 'Say who does what, when, and what evidence it leaves. `timely` and `periodically` are fine beside a number or a frequency: `timely, within 24 hours`.',
  messages: {
    default: '`{words}` cannot be tested. Say what you mean.',
    often: '`{words}` cannot be tested. Say how often: `each quarter`.',
    soon: '`{words}` cannot be tested. Say how soon: `within 24 hours`.',
    needed: '`{words}` cannot be tested. Say when this is done, or remove the words.',
    weak: '`{words}` leaves open whether this is done. Say who does what, when, and what evidence it leaves.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.md
      ---
      id: AC-04
      statement: >-
        The IT Administrator reviews accounts periodically, should remove what is unused
                                              ^^^^^^^^^^^^
                                                            ^^^^^^
        in a timely manner, and updates the list as needed.
        ^^^^^^^^^^^^^^^^^^
                                                 ^^^^^^^^^
      frequency: quarterly
      ---
      === controls/access.md
      ---
      id: AC-10
      statement: Access is restricted to appropriate staff. Exceptions may be granted as required.
                                         ^^^^^^^^^^^
                                                                       ^^^
                                                                                      ^^^^^^^^^^^
      ---
      `,
      `
      === tickmark.yaml
      rules: {controls/vague-wording: {kinds: [policy]}}
      === policies/access.md
      ---
      id: access
      ---
      Access should be reviewed periodically.
             ^^^^^^
                                ^^^^^^^^^^^^

      - Exceptions end each quarter
      - Leavers are removed promptly
                            ^^^^^^^^
      `,
    ],
    good: [
      `
      === controls/reviews.md
      ---
      id: AC-04
      statement: >-
        Each quarter the IT Administrator reviews accounts, and removes what is not needed in a timely manner,
        within two days. Engineers may not approve their own change; only the owner may. It began in May.
        The Acceptable Use Policy defines appropriate use of laptops and how they should be returned.
      ---
      === controls/more.yaml
      - id: AC-05
        statement: Each quarter owners review access to confirm that it is appropriate, and whether it should stay.
      - id: AC-06
        statement: Policies are reviewed annually and updated as needed. Scans run regularly, every Sunday.
      - id: AC-07
        statement: Two colleagues approve a change before it may be merged, as required by the Change Policy.
      - id: AC-08
        statement: Employees may report concerns anonymously. Logs may be kept for up to 90 days.
      - id: AC-09
        statement: Should a restore fail, the owner is told within a day, so that there is reasonable assurance.
      - id: AC-11
        statement: Ad hoc reviews follow after each incident.
      === policies/access.md
      ---
      id: access
      ---
      Access should be reviewed periodically, as appropriate.
      `,
      `
      === tickmark.yaml
      rules: {controls/vague-wording: {kinds: [policy]}}
      === policies/access.md
      ---
      id: access
      ---
      The words \`as needed\` are avoided. Access is reviewed regularly, each quarter.

      Reviews are prompt.
      === procedures/access.md
      ---
      id: reviewing
      ---
      Begin promptly.
      `,
    ],
  },
  fixes(target) {
    return [...scaffoldOfWords(target), ...scaffoldOfStatement(target)];
  },
  check(facts, report, { options: { words, also, except, kinds } }) {
    const passages = [
      ...statementsOf(facts).map(({ scalar, words: said }) => ({ start: scalar.start, said })),
    ];
    if (kinds.length > 0) append(passages, passagesOf(facts, kinds));
    if (passages.length === 0) return;
    const vague = expressionFor(words, also, except);
    for (const { start, said } of passages) {
      const sentenceAt = sentencesInOrder(said);
      for (const { 0: found, index } of said.matchAll(vague)) {
        const written = found.replace(/\s+/g, ' ');
        const kind = kindOf(written.toLowerCase());
        const at = { start: start + index, end: start + index + found.length };
        if (isFine(kind, written, sentenceAt(index), said, index) || isHidden(facts, at)) continue;
        report(at, { words: written }, kind);
      }
    }
  },
};

interface Passage {
  readonly start: number;
  readonly said: string;
}

/** The paragraphs and list items of a document's text, if it is of one of these kinds and counts. */
function passagesOf({ text, envelope, summary }: DocumentFacts, kinds: readonly string[]): Passage[] {
  const [record] = summary.shape.records;
  if (!envelope || !record || !kinds.includes(record.kind) || record.standing !== 'counts') return [];
  const body = text.slice(envelope.bodyStart);
  return [...body.matchAll(/(?:(?!\r?\n[ \t]*(?:\r?\n|[-*+#>|]|\d+[.)][ \t]))[\s\S])+/g)].map(
    ({ 0: said, index }) => ({
      start: envelope.bodyStart + index,
      said,
    }),
  );
}

/** Whether words of a document's text are code or markup. */
function isHidden({ markdown, envelope }: DocumentFacts, { start, end }: TextRange): boolean {
  return markdown !== undefined && start >= (envelope?.bodyStart ?? 0) && !isProse(markdown, start, end);
}

/** What follows these words is the content of a document, and not what is done. */
const contentOfDocument =
  /\b(?:polic(?:y|ies)|plans?|procedures?|standards?|guidelines?|handbook|code of conduct|agreements?|charter)\s+(?:\w+\s+){0,2}(?:defines?|identif(?:y|ies)|describes?|outlines?|specif(?:y|ies)|explains?|states?|sets? out)\b[^.;]*$/i;

type Vagueness = 'often' | 'soon' | 'needed' | 'weak' | 'default';

const kinds = new Map<string, Vagueness>([
  ...often.map(word => [word, 'often'] as const),
  ...soon.map(word => [word, 'soon'] as const),
  ...needed.map(word => [word, 'needed'] as const),
  ...weak.map(word => [word, 'weak'] as const),
]);

function kindOf(word: string): Vagueness {
  return kinds.get(word) ?? 'default';
}

/**
 * Whether a vague word is fine where it stands. A number or a cadence in the same sentence makes it precise, and what is not
 * done regularly needs none. A policy defines what should be, and a review finds out whether something is appropriate.
 */
function isFine(kind: Vagueness, found: string, sentence: Sentence, statement: string, at: number): boolean {
  const before = statement.slice(Math.max(0, at - 120), at);
  const after = statement.slice(at + found.length, at + found.length + 40);
  if (kind === 'often' || kind === 'soon') {
    return sentence.isMeasured || /\b(?:not?|never|without)\s+(?:\w+\s+){0,3}$/i.test(before);
  }
  if (kind === 'needed') return isNeedTold(found, sentence, before, after);
  if (contentOfDocument.test(before)) return true;
  if (/^may$/i.test(found)) return found === 'May' || isPermission(sentence, before, after);
  if (/^should$/i.test(found)) return isQuestion.test(before) || isCondition.test(after);
  if (kind === 'default') return isPurpose.test(before) || /^\s+(?:assurance|accommodations?)\b/i.test(after);
  return false;
}

/**
 * Whether the sentence says when something is needed. `as required by the policy` names what requires it, what is reviewed
 * each year may well be updated as needed, and what is done ad hoc may say after which event.
 */
function isNeedTold(found: string, sentence: Sentence, before: string, after: string): boolean {
  if (/^ad hoc$/i.test(found)) return sentence.says(tellsOccasion);
  if (/^\s+(?:by|under|per)\b/i.test(after)) return true;
  const isBeside =
    /\b(?:and|or|(?:update|revise|amend|adjust|correct)[ds]?(?:\s+(?:them|it|the\s+\w+))?)\s+$/i.test(before);
  return isBeside && sentence.isMeasured;
}

const tellsOccasion = /\b(?:after|following|upon|when|whenever)\b/i;
const forbids = /\b(?:only|no|nobody|none|neither|up to|at most|maximum)\b/i;

/**
 * Whether a `may` is fine where it stands. `may not`, `only ... may`, and `up to` forbid. `before it may be merged` and
 * `when several may apply` say what is possible. What other people may do is not a control.
 */
function isPermission(sentence: Sentence, before: string, after: string): boolean {
  return (
    /^\s+(?:not|only|require|apply|change|need|result|lead|occur|contain|include|affect|exist|have|cause)\b/i.test(
      after,
    ) ||
    sentence.says(forbids) ||
    /\b(?:before|after|until|unless|when|if|since|as|where|because|that|which|who|whom|what|whatever)\b[^,.;]*$/i.test(
      before,
    ) ||
    (/\b(?:customers?|users?|clients?|employees?|staff|personnel|individuals?|data subjects?|anyone|anybody|parties)\s+$/i.test(
      before,
    ) &&
      /^\s+(?:\w+ly\s+)?(?:request|report|ask|contact|opt|choose|submit|raise|file|withdraw|object|complain)\b/i.test(
        after,
      ))
  );
}

/** What is asked in a review: `whether access should be removed`. */
const isQuestion = /\b(?:whether|if|who|whom|what|how|where)\b[^,.;]*$/i;

/** `Should an incident occur, ...` is the same as `if`. */
const isCondition = /^\s+(?:an?|any|the|this|such|there)\b/i;

/** What a review is for: `to ensure that access is appropriate`. */
const isPurpose =
  /\b(?:ensur(?:e|es|ing)|verif(?:y|ies|ying)|confirm(?:s|ing)?|determin(?:e|es|ing)|validat(?:e|es|ing)|assess(?:es|ing)?|evaluat(?:e|es|ing)|check(?:s|ing)?|whether)\b[^.;]*\b(?:is|are|was|were|be|remains?|stays?)\s+(?:still\s+)?$/i;

const expressions = new WeakMap<readonly string[], Map<string, RegExp>>();

/** One expression for all the words, longest first. It is kept, because every control asks for it. */
function expressionFor(words: readonly string[], also: readonly string[], except: readonly string[]): RegExp {
  const key = JSON.stringify([also, except]);
  let kept = expressions.get(words);
  if (!kept) expressions.set(words, (kept = new Map()));
  let expression = kept.get(key);
  if (!expression) {
    const fine = new Set(except.map(word => word.toLowerCase()));
    const all = [...words, ...also].filter(word => word.trim() !== '' && !fine.has(word.toLowerCase()));
    const sources = all
      .sort((a, b) => b.length - a.length)
      .map(word =>
        word
          .trim()
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replace(/\s+/g, '\\s+'),
      );
    expression =
      sources.length > 0 ? new RegExp(`(?<![\\w-])(?:${sources.join('|')})(?![\\w-])`, 'gi') : /(?!)/g;
    kept.set(key, expression);
  }
  return expression;
}

/** The blanks that replace vague words. documents/placeholder reports them until somebody fills them in. */
const scaffolds: Partial<Record<string, string>> = {
  often: '[frequency]',
  soon: 'within [number of hours or days]',
  needed: 'when [specify the occasion]',
};

function scaffoldOfWords(target: FixTarget): readonly Fix[] {
  const { path, range, message } = target;
  const text = scaffolds[message];
  const statement = statementAt(target);
  if (text === undefined || !statement || !mayHoldBrackets(statement)) return [];
  const edit = { path, ...range, text, caret: text.indexOf('[') + 1 };
  return [{ title: `Write ${text} as a placeholder`, edits: [edit], preferred: false }];
}

const scaffold = 'The [role] [describe what is done] [frequency], and records it in [specify where]. ';

/** Puts a sentence with blanks before the statement. The person fills it in, and removes the old statement. */
function scaffoldOfStatement(target: FixTarget): readonly Fix[] {
  const statement = statementAt(target);
  if (target.message !== 'weak' || !statement || !mayHoldBrackets(statement)) return [];
  const { scalar, words } = statement;
  const opening = /^(?:[|>][^\n]*\n\s*|["'])?/.exec(words)?.[0].length ?? 0;
  const at = scalar.start + opening;
  const caret = scaffold.indexOf('[') + 1;
  return [
    {
      title: 'Rewrite the statement: who does what, when, and what evidence it leaves',
      edits: [{ path: target.path, start: at, end: at, text: scaffold, caret }],
      preferred: false,
      asks: true,
    },
  ];
}

function statementAt({ facts, range }: FixTarget): Statement | undefined {
  return statementsOf(facts).find(({ scalar }) => scalar.start <= range.start && range.end <= scalar.end);
}
