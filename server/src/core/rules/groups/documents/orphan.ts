import type { Program } from '../../../program/program.ts';
import type { RecordEntry } from '../../../program/record.ts';
import { nameOf } from '../../../program/record.ts';
import { addSatisfies } from '../../fixes/addSatisfies.ts';
import { inOrder, type ProgramRule, placeOf } from '../../rule.ts';

/** How many of a folder's policies the message names. */
const mostNamed = 5;

export const rule: ProgramRule = {
  name: 'documents/orphan',
  reads: 'folder',
  absence: true,
  severity: { start: 'off', recommended: 'hint', strict: 'information' },
  summary: 'A policy that cites no criterion and that no control lists.',
  why: 'Nothing says what the policy is for in the audit. An auditor will neither ask for it nor give credit for it.',
  fix: 'Name the criteria that it serves under `satisfies`, or list its id under `policies` in the controls that carry it out. A policy outside the audit needs neither.',
  messages: {
    default:
      'Policy `{name}` cites no criterion, and no control lists it. Name the criteria that it serves, or list it in the control that carries it out.',
    more: '{count} policies in this folder cite no criterion, and no control lists them: {names}. Name the criteria that they serve, or list them in the controls that carry them out.',
  },
  varying: ['name', 'count', 'names'],
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      id: access
      satisfies: [CC6.1]
      ---
      Access follows the role.
      === policies/travel.md
      ---
      id: travel
          ^^^^^^
      ---
      Travel is booked a week ahead.
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      id: access
      satisfies: [CC6.1]
      ---
      Access follows the role.
      === policies/travel.md
      ---
      id: travel
      ---
      Travel is booked a week ahead.
      === controls/travel.md
      ---
      id: HR-07
      satisfies: [CC1.4]
      policies: [travel]
      ---
      `,
    ],
  },
  fixes(target) {
    return addSatisfies(target);
  },
  check(program, folder, report) {
    // Where nothing cites a criterion at all, coverage/nothing-mapped says so once.
    if (program.census.citing === 0) return;
    const orphans = inOrder(
      [...program.inFolder(folder)]
        .flatMap(path => program.records(path))
        .filter(entry => isOrphan(program, entry)),
    );
    const [first, ...others] = orphans;
    if (!first) return;
    if (others.length === 0) {
      report(placeOf(first), { name: nameOf(first) });
      return;
    }
    const shown = orphans.slice(0, mostNamed).map(entry => `\`${nameOf(entry)}\``);
    const more = orphans.length > mostNamed ? ` and ${orphans.length - mostNamed} more` : '';
    const related = others
      .slice(0, mostNamed)
      .map(entry => ({ ...placeOf(entry), words: 'This policy is also not linked.' }));
    const args = { count: String(orphans.length), names: shown.join(', ') + more };
    report(placeOf(first), args, 'more', related);
  },
};

function isOrphan(program: Program, { path, shape }: RecordEntry): boolean {
  if (shape.kind !== 'policy' || shape.standing !== 'counts') return false;
  if (shape.satisfies.length > 0 || shape.mentions.length > 0) return false;
  // A table of controls in it says what they serve.
  if (program.records(path).some(({ shape: { row } }) => row !== undefined)) return false;
  return ![shape.id?.text, shape.stem].some(name => name !== undefined && program.referring(name).size > 0);
}
