import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { addOwner } from '../../fixes/addOwner.ts';
import { words as listOf } from '../../options.ts';
import { hasKeyLike, ownerKeys } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import { statementsOf } from '../../questions/statement.ts';
import type { DocumentRule } from '../../rule.ts';
import { actors, deeds, holders, objects } from './actorWords.ts';

const options = {
  actors: listOf({
    default: [],
    description: 'Your own words for people or teams who act, such as `guild` or `squad`.',
  }),
};

const passive = new RegExp(
  `(?<!\\b(?:not|need)\\b[^.;]{0,20})\\b(?:is|are|was|were|be|been|being)\\s+(?:\\w+ly\\s+)?(?:${deeds.join('|')})\\b`,
  'i',
);

/** Objects of an action that begin with a word that may name an actor: `User access is reviewed`. */
const things = new RegExp(`\\b(?:${holders.join('|')})\\s+(?:${objects.join('|')})\\b`, 'gi');
/** A named system that does the work or holds it: `via Vanta`, `in GitHub`; but not `in January`, nor in a document. */
const systemNamed =
  /\b(?:via|through|using|in)\s+(?:the\s+)?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])\b)(?!(?:[\w-]+\s+){0,4}(?:Policy|Procedures?|Plan|Standard|Handbook|Manual|Agreement|Register)\b)[A-Z]/;
/** Teams whose names mean something else in lowercase. */
const abbreviated = /\b(?:IT|HR|CI|SRE|SIEM|QA)\b/;
/** Words that name who or what acts. If one of them occurs anywhere, the sentence may well say who acts. */
const actor = new RegExp(`\\b(?:${actors.join('|')})\\b`, 'i');

export const rule: DocumentRule<typeof options> = {
  name: 'controls/no-actor',
  reads: 'document',
  about: ['control'],
  options,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A statement that does not say who acts, in a control that names nobody.',
  why: 'An auditor asks whoever performs the control, and tests whether they did. A task that belongs to nobody in particular gets done when somebody thinks of it.',
  fix: 'Make the person who acts the subject (`The IT Administrator reviews ...`), or write `by the IT Administrator`. Otherwise, name who is responsible under `owner`, and who performs the control under `performedBy`.',
  messages: {
    default: 'The statement says `{words}`, but not by whom. Say who acts, or add an `owner`.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.md
      ---
      id: AC-04
      statement: Accounts are reviewed each quarter.
                          ^^^^^^^^^^^^
      ---
      === controls/users.md
      ---
      id: AC-08
      statement: User access is reviewed each quarter, and it is recorded in January.
                             ^^^^^^^^^^^
      ---
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - id: AC-04
        statement: Accounts are reviewed each quarter.
        owner: it-administrator
      - id: AC-05
        statement: Accounts are reviewed each quarter by the IT Administrator.
      - id: AC-06
        statement: The office manager sees that visits are reviewed each week.
      - id: AC-07
        statement: Disks are encrypted, and keys are rotated automatically.
      - id: AC-09
        statement: Access reviews are performed via Vanta each quarter.
      - id: AC-10
        statement: Changes are approved in GitHub before they are merged.
      - id: AC-11
        statement: Security reviews alerts, and what is found is documented.
      - id: AC-13
        statement: Management review is performed each quarter.
      - id: AC-12
        statement: Accounts are reviewed each quarter.
        responsible: it-administrator
      `,
    ],
  },
  fixes(target) {
    return [...addOwner(target), ...addEmptyKey(target, 'performedBy')];
  },
  check(facts, report, { options: { actors: own } }) {
    for (const { shape, mapping, scalar, words } of statementsOf(facts)) {
      if (shape.values['owner'] || says(mapping, 'performedBy') || hasKeyLike(mapping, ownerKeys)) continue;
      if (shape.values['execution']?.text.toLowerCase() === 'automated' || namesActor(words)) continue;
      const said = words.toLowerCase();
      if (own.some(actor => said.includes(actor.toLowerCase()))) continue;
      const found = passive.exec(words);
      if (!found) continue;
      const start = scalar.start + found.index;
      report({ start, end: start + found[0].length }, { words: found[0].replace(/\s+/g, ' ') });
    }
  },
};

function namesActor(words: string): boolean {
  return systemNamed.test(words) || abbreviated.test(words) || actor.test(words.replace(things, ''));
}
