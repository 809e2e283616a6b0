import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Program } from '../../../program/program.ts';
import { nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import type { ProgramRule } from '../../rule.ts';
import { inOrder } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/inclusive',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A subservice organization under the inclusive method whose controls are not in the program.',
  why: "Under the inclusive method, the vendor's own controls are part of the report and are tested. Without any of them, the vendor is in effect carved out, but nothing says so.",
  fix: "Write the vendor's controls, and name the vendor under `performedBy` in each. Otherwise, set `subservice: carve-out` and list the controls that you assume there.",
  messages: {
    default:
      '`{name}` is under the inclusive method, but performs no control here. Name it under `performedBy` in its controls, or carve it out.',
  },
  examples: {
    bad: [
      `
      === vendors/hosting.yaml
      id: VN-01
      subservice: inclusive
                  ^^^^^^^^^
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      id: VN-01
      subservice: inclusive
      === controls/doors.md
      ---
      id: PH-01
      performedBy: [VN-01]
      ---
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const text = writtenLike(facts.text.slice(range.start, range.end), 'carve-out');
    return [{ title: 'Set subservice: carve-out', edits: [{ path, ...range, text }], preferred: false }];
  },
  check(program, _key, report) {
    for (const entry of inOrder(program.ofKind('vendor'))) {
      const { subservice } = entry.shape.values;
      if (!subservice || subserviceMethod(entry.shape) !== 'inclusive') continue;
      if (entry.shape.standing !== 'counts') continue;
      const { id, title, stem } = entry.shape;
      const names = new Set([id?.text, title, stem].map(name => name?.toLowerCase()));
      if (performs(program, names)) continue;
      report({ path: entry.path, record: entry.index, at: subservice.at }, { name: nameOf(entry) });
    }
  },
};

function performs(program: Program, names: ReadonlySet<string | undefined>): boolean {
  for (const { shape } of program.ofKind('control')) {
    const people = [...(shape.lists?.['performedBy'] ?? []), shape.values['owner']];
    if (people.some(person => person && names.has(person.text.toLowerCase()))) return true;
  }
  return false;
}
