import { layoutNamed } from '../../../formats/layouts/layouts.ts';
import { lineEndOf } from '../../../text/source.ts';
import { citing } from '../../fixes/gapFixes.ts';
import { slugOf } from '../../fixes/newId.ts';
import { newRecord } from '../../fixes/newRecord.ts';
import { programPlace } from '../../questions/programPlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'coverage/no-control',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A program whose documents cite criteria but that has no controls.',
  why: 'A policy says what should be done. An auditor tests the control: who does it, when, and what evidence it leaves. Without a control, no criterion can be more than documented.',
  fix: 'Write one record for each control in `controls/`, with the criteria that it serves under `satisfies`. In a Comply project, a procedure with `cron` and `satisfies` is a control.',
  messages: {
    default:
      'This program has no controls. Criteria are cited by {citing}, so none of them can be more than documented. Write controls in a folder `controls/`, or procedures with `frequency` and `satisfies`.',
  },
  varying: ['citing'],
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
             ^^^^^^^^^^^^^
      satisfies:
        TSC: [CC6.1]
      ---
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      title: Access policy
      satisfies:
        TSC: [CC6.1]
      ---
      === procedures/access-review.md
      id: access-review
      name: Quarterly access review
      cron: "0 0 0 1 */3 *"
      satisfies:
        TSC: [CC6.3]
      ---
      Review who may do what.
      `,
    ],
  },
  fixes({ path, facts, program }) {
    if (!layoutNamed(program.summary(path)?.shape.format).hasKeys) return [];
    const cited = [...program.citedIds()].sort().map(key => program.catalogs.criterion(key));
    const first = cited.find(one => one !== undefined);
    if (!first) return [];
    const { catalog, thing: criterion } = first;
    const { title } = criterion;
    const control = { kind: 'control', id: slugOf(title), title, ...citing(catalog, criterion.id) } as const;
    const made = newRecord(program, control, lineEndOf(facts.text));
    if (!made) return [];
    const plan = { edits: [], creates: [made], preferred: false, asks: true } as const;
    return [{ title: `Plan a control for ${criterion.id}`, ...plan }];
  },
  check(program, _key, report) {
    const { controls, citing } = program.census;
    if (controls > 0 || citing === 0) return;
    const place = programPlace(program);
    if (place) report(place, { citing: citing === 1 ? 'one document' : `${citing} documents` });
  },
};
