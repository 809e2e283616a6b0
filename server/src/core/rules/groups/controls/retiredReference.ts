import { writtenLike } from '../../../formats/yamlEdits.ts';
import { isOver } from '../../../model/isOver.ts';
import type { RecordKind } from '../../../model/kinds.ts';
import type { Program } from '../../../program/program.ts';
import { dateIn, type RecordEntry } from '../../../program/record.ts';
import { askedSince } from '../../questions/askedSince.ts';
import { inOrder, type ProgramRule, type Report } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/retired-reference',
  reads: 'record',
  about: ['control'],
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  severityApart: {
    messages: ['planned'],
    severity: { start: 'off', recommended: 'information', strict: 'warning' },
    when: 'for a control that is not in place yet, until the period of the report has begun, or its date has come',
  },
  tag: 'deprecated',
  untagged: ['planned', 'plannedAsked'],
  summary:
    'A risk, vendor, or answer that relies on a retired control, or a vendor that is monitored by a control that is not in place yet.',
  why: 'A risk whose control is retired is untreated. You answer for what a vendor does for you, and the report says how each subservice organization is monitored. A control that is retired or only planned monitors nobody.',
  fix: 'Name the control that replaced the retired one. Under `monitoredBy`, name controls that are in place. If the named control is in place, record that in its status. Leave a retired control in records of what happened while it was in place: evidence, tests, and deviations.',
  messages: {
    default: 'Control `{name}` is retired, but {kind} relies on it. Name the control that replaced it.',
    planned:
      'Control `{name}` is {status}, so it does not monitor this vendor yet. Put it in place, or name a control that is in place.',
    plannedAsked:
      'Control `{name}` is {status}, so it does not monitor this vendor, and report `{report}` relies on it {since}. Name a control that is in place. If this one is in place, record that in its status.',
  },
  varying: ['report', 'since'],
  examples: {
    bad: [
      `
      === controls/AC-01.md
      ---
      id: AC-01
      status: retired
      ---
      === controls/AC-02.md
      ---
      id: AC-02
      supersedes: [AC-01]
      ---
      === risks/theft.yaml
      id: RK-01
      treatment: mitigate
      controls: [AC-01]
                 ^^^^^
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === vendors/hosting.yaml
      - id: VN-01
        monitoredBy: [TP-01, TP-02]
                             ^^^^^
      - id: VN-02
        monitoredBy: [TP-02, TP-03]
                      ^^^^^
                             ^^^^^
      === controls/monitoring.yaml
      - {id: TP-01, status: implemented}
      - {id: TP-02, status: planned}
      - {id: TP-03, status: designed}
      `,
      `
      === vendors/hosting.yaml
      id: VN-01
      monitoredBy: [TP-02]
                    ^^^^^
      === controls/TP-02.md
      ---
      id: TP-02
      implementedOn: 2099-01-01
      ---
      `,
    ],
    good: [
      `
      === controls/AC-01.md
      ---
      id: AC-01
      retiredOn: 2027-01-01
      ---
      === controls/AC-02.md
      ---
      id: AC-02
      status: retired
      ---
      === risks/theft.yaml
      id: RK-01
      treatment: mitigate
      controls: [AC-01]
      === evidence/review.yaml
      id: EV-01
      controls: [AC-02]
      `,
      `
      === vendors/hosting.yaml
      - {id: VN-01, monitoredBy: [TP-01]}
      - {id: VN-02, monitoredBy: [TP-03]}
      - {id: VN-03, monitoredBy: [TP-04]}
      - {id: VN-04, monitoredBy: [TP-02], status: terminated}
      === controls/monitoring.yaml
      - {id: TP-01, status: implemented}
      - {id: TP-02, status: planned}
      - {id: TP-03}
      === risks/outage.yaml
      id: RK-01
      title: An outage at the host (a plan is how a risk is treated)
      controls: [TP-02]
      `,
    ],
  },
  fixes({ path, range, message, args: { name = '' }, facts, program }) {
    // Only its owner can say that a planned control is in place.
    if (message !== 'default') return [];
    return successorsOf(program, name).map(successor => {
      const text = writtenLike(facts.text.slice(range.start, range.end), successor);
      return { title: `Write ${successor}`, edits: [{ path, ...range, text }], preferred: true };
    });
  },
  check(program, key, report) {
    const defining = inOrder(program.defining(key));
    const statuses = defining.map(entry => whyNotRelied(entry, program.today));
    if (statuses.every(status => status === 'retired')) reportRetired(program, key, defining, report);
    else if (statuses.every(status => status !== undefined))
      reportPlanned(program, key, { defining, status: statuses[0] ?? '' }, report);
  },
};

function reportRetired(
  program: Program,
  key: string,
  defining: readonly RecordEntry[],
  report: Report,
): void {
  const related = defining.map(({ path, index, shape: { values, at } }) => ({
    path,
    record: index,
    at: (values['retiredOn'] ?? values['status'])?.at ?? at,
    words: 'The control is retired here.',
  }));
  for (const [entry, references] of program.references(key)) {
    const relying = words[entry.shape.kind];
    if (relying === undefined || !isInUse(entry)) continue;
    for (const { id, at } of references) {
      const place = { path: entry.path, record: entry.index, at };
      report(place, { name: id, kind: relying }, 'default', related);
    }
  }
}

function reportPlanned(
  program: Program,
  key: string,
  { defining, status }: { readonly defining: readonly RecordEntry[]; readonly status: string },
  report: Report,
): void {
  const related = defining.map(({ path, index, shape: { values, at } }) => ({
    path,
    record: index,
    at: (values['status'] ?? values['implementedOn'])?.at ?? at,
    words: 'The control says so here.',
  }));
  const since = askedSince(program);
  for (const [entry, references] of program.references(key)) {
    if (entry.shape.kind !== 'vendor' || !isInUse(entry)) continue;
    for (const { id, at, key: named } of references) {
      if (named !== 'monitoredBy') continue;
      const place = { path: entry.path, record: entry.index, at };
      const args = { name: id, status, report: program.report.id, since: since ?? '' };
      report(place, args, since === undefined ? 'planned' : 'plannedAsked', related);
    }
  }
}

/** The kinds of records that rely on a control as it is now. */
const words: Partial<Record<RecordKind, string>> = {
  risk: 'this risk',
  vendor: 'this vendor',
  answer: 'this answer',
};

function isInUse({ shape: { standing, values } }: RecordEntry): boolean {
  return standing === 'counts' && !isOver.test(values['status']?.text ?? '');
}

/** Why a control cannot be relied on today, after "is"; undefined where it may be. */
function whyNotRelied({ shape: { standing, values } }: RecordEntry, today: string): string | undefined {
  const retiredOn = dateIn(values, 'retiredOn');
  if (retiredOn === undefined ? standing === 'retired' : retiredOn <= today) return 'retired';
  const status = values['status']?.text.toLowerCase();
  if (status === 'planned' || status === 'designed') return `only ${status}`;
  if (standing === 'draft') return 'only a draft';
  const from = dateIn(values, 'implementedOn');
  return from !== undefined && from > today ? `in place only from ${from} on` : undefined;
}

/** The names of the records that say that they replace it. */
function successorsOf(program: Program, id: string): readonly string[] {
  return [...program.references(id)].flatMap(([{ shape }, references]) => {
    const name = shape.id?.text ?? shape.stem;
    return name !== undefined && references.some(({ key }) => key === 'supersedes') ? [name] : [];
  });
}
