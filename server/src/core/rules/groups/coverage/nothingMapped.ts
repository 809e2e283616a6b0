import { programPlace } from '../../questions/programPlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'coverage/nothing-mapped',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Policies that cite no criterion.',
  why: 'The policies may be all that an auditor wants to see. But nothing says which criteria each one serves, so Tickmark cannot show what is covered.',
  fix: 'Name the criteria that each document serves in its front matter: `satisfies: {TSC: [CC6.1, CC6.2]}`. In VS Code, the command "Tickmark: Propose Criteria" proposes some for each document by its title and headings, and writes those that you select.',
  messages: {
    default:
      'None of the {documents} documents cites a criterion, so Tickmark cannot show coverage. Name the criteria that each one serves in its front matter: `satisfies: {TSC: [...]}`.',
    one: 'The only document cites no criterion, so Tickmark cannot show coverage. Name the criteria that it serves in its front matter: `satisfies: {TSC: [...]}`.',
  },
  varying: ['documents'],
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
             ^^^^^^^^^^^^^
      ---
      === policies/backup.md
      ---
      title: Backup policy
      ---
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      title: Access policy
      satisfies: [CC6.1]
      ---
      === policies/backup.md
      ---
      title: Backup policy
      ---
      `,
    ],
  },
  fixes({ args: { documents = '' } }) {
    const title =
      documents === '1'
        ? 'Propose criteria for the document…'
        : `Propose criteria for ${documents} documents…`;
    return [{ title, edits: [], proposes: 'any', preferred: false, asks: true }];
  },
  check(program, _key, report) {
    const { citing, controls, documents } = program.census;
    if (citing > 0 || controls > 0 || documents === 0) return;
    const place = programPlace(program);
    if (place) report(place, { documents: String(documents) }, documents === 1 ? 'one' : 'default');
  },
};
