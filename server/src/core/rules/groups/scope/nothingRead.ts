import { globInYaml, includeLine } from '../../../formats/documentation.ts';
import { addIncluded } from '../../../formats/manifestEdits.ts';
import { passedOverGlobs } from '../../questions/passedOverGlobs.ts';
import { programPlace } from '../../questions/programPlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/nothing-read',
  reads: 'program',
  absence: true,
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A manifest without any record beside pages that look like documentation.',
  why: 'A program without records has no findings, which looks like a clean result. But the pages next to the manifest were never read.',
  fix: 'List the pages or their folders under `include`.',
  messages: {
    default:
      'This program has no records, although {count} pages look like control documentation. To have them read, add this line: `{line}`',
    one: 'This program has no records, although one page looks like control documentation. To have it read, add this line: `{line}`',
  },
  varying: ['count', 'line'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      organization: Acme
      ^^^^^^^^^^^^
      === handbook/access.md
      # Access Control

      Access follows the role.
      === handbook/incidents.md
      # Incident Response Plan

      Somebody is on call.
      === handbook/lunch.md
      # Lunch
      === handbook/travel.md
      # Travel
      `,
    ],
    good: [
      `
      === tickmark.yaml
      organization: Acme
      include: [handbook/**]
      === handbook/access.md
      # Access Control

      Access follows the role.
      `,
      `
      === tickmark.yaml
      organization: Acme
      === policies/access.md
      # Access Control
      === handbook/incidents.md
      # Incident Response Plan
      `,
      `
      === tickmark.yaml
      organization: Acme
      === handbook/lunch.md
      # Lunch
      `,
    ],
  },
  fixes({ path, facts, program }) {
    const globs = passedOverGlobs(program).map(globInYaml);
    const edit = globs.length > 0 ? addIncluded(facts, globs) : undefined;
    return edit
      ? [{ title: `Include ${globs.join(', ')}`, edits: [{ path, ...edit }], preferred: true }]
      : [];
  },
  check(program, _key, report) {
    const { manifest, passedOver } = program;
    if (!manifest || passedOver.size === 0 || program.readCount > 1) return;
    const place = programPlace(program);
    const args = { count: String(passedOver.size), line: includeLine(passedOverGlobs(program)) };
    if (place) report(place, args, passedOver.size === 1 ? 'one' : 'default');
  },
};
