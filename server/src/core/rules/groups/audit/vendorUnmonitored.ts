import type { Program } from '../../../program/program.ts';
import { dateIn, nameOf, type RecordEntry } from '../../../program/record.ts';
import type { ProgramRule } from '../../rule.ts';
import { inOrder } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/vendor-unmonitored',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'A vendor that is monitored only by controls that are not in place yet.',
  why: 'You answer for what a vendor does for you, and the report says how each subservice organization is monitored. A control that is only planned monitors nobody.',
  fix: 'Name a control that is in place under `monitoredBy`, or put the named control in place, and then record that in its status.',
  messages: {
    default:
      'Control `{control}` is {status}, and no other control monitors `{name}`. Until one is in place, nobody monitors this vendor.',
  },
  examples: {
    bad: [
      `
      === vendors/hosting.yaml
      id: VN-01
      monitoredBy: [TP-02]
                    ^^^^^
      === controls/TP-02.md
      ---
      id: TP-02
      status: planned
      ---
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        monitoredBy: [TP-01, TP-02]
      - id: VN-02
        monitoredBy: [TP-03]
      - id: VN-03
        monitoredBy: [TP-04]
      === controls/monitoring.yaml
      - {id: TP-01, status: implemented}
      - {id: TP-02, status: planned}
      - {id: TP-03}
      `,
    ],
  },
  check(program, _key, report) {
    for (const vendor of inOrder(program.ofKind('vendor'))) {
      if (vendor.shape.standing !== 'counts') continue;
      const named = vendor.shape.references
        .filter(({ key }) => key === 'monitoredBy')
        .map(reference => ({ reference, status: whatIsMissing(program, reference.id) }));
      if (named.some(({ status }) => status === undefined)) continue;
      for (const { reference, status } of named) {
        // controls/retired-reference reports those.
        if (status === undefined || status === 'retired') continue;
        const related = inOrder(program.defining(reference.id)).map(({ path, index, shape }) => ({
          path,
          record: index,
          at: (shape.values['status'] ?? shape.values['implementedOn'])?.at ?? shape.at,
          words: 'The control says so here.',
        }));
        const place = { path: vendor.path, record: vendor.index, at: reference.at };
        report(place, { control: reference.id, status, name: nameOf(vendor) }, 'default', related);
      }
    }
  },
};

/** Why a control monitors nobody, as it stands; undefined where it may, or where there is no such record. */
function whatIsMissing(program: Program, id: string): string | undefined {
  const words = [...program.defining(id)].map(entry => standingOf(entry, program.today));
  return words.every(word => word !== undefined) ? words[0] : undefined;
}

function standingOf({ shape: { standing, values } }: RecordEntry, today: string): string | undefined {
  const retiredOn = dateIn(values, 'retiredOn');
  if (retiredOn === undefined ? standing === 'retired' : retiredOn <= today) return 'retired';
  const status = values['status']?.text.toLowerCase();
  if (status === 'planned' || status === 'designed') return `only ${status}`;
  if (standing === 'draft') return 'only a draft';
  const from = dateIn(values, 'implementedOn');
  return from !== undefined && from > today ? `in place only from ${from} on` : undefined;
}
