// What the tree of the audit says of one record of each kind, and what is open about it.

import { isOver } from '../model/isOver.ts';
import type { RecordKind } from '../model/kinds.ts';
import { dueInWords } from '../pages/dueWords.ts';
import { counted } from '../pages/words.ts';
import { listed } from '../program/listed.ts';
import { gapNames, isOpenTask } from '../program/plan.ts';
import type { Program } from '../program/program.ts';
import { citedKeys, dateIn, type RecordEntry } from '../program/record.ts';
import { subserviceMethod } from '../program/subserviceMethod.ts';
import { saysException } from '../rules/questions/saysException.ts';
import { vendorCover } from '../rules/questions/vendorCover.ts';

/** How much a record presses: what is overdue, what is open, and what needs nothing. */
export type Pressure = 'overdue' | 'open' | 'settled';

/** What is said of a record. */
export interface AuditItem {
  readonly entry: RecordEntry;
  readonly pressure: Pressure;
  /** What is known of it, and what it lacks, beside each other. */
  readonly said: readonly string[];
  /** By what it is put in order among those that press as much: what comes first is smaller. */
  readonly order: string;
}

/** The kinds of records in the tree, in its order, each with its heading, and what its open ones are called. */
export const auditKinds = [
  ['request', 'Requests of the Auditor', 'open'],
  ['task', 'Tasks', 'open'],
  ['deviation', 'Deviations', 'without a response'],
  ['test', 'Tests', 'with an exception'],
  ['risk', 'Risks', 'without a treatment'],
  ['vendor', 'Vendors', 'incomplete'],
  ['userControl', 'User Controls', 'without a criterion'],
] as const satisfies readonly (readonly [RecordKind, string, string])[];

export type AuditKind = (typeof auditKinds)[number][0];

/** What is said of a record of such a kind. */
export function auditItem(kind: AuditKind, entry: RecordEntry, program: Program): AuditItem {
  const { pressure = 'settled', said, order = '' } = itemOf[kind](entry, program);
  return { entry, pressure, said: said.filter(words => words !== ''), order };
}

type Said = { readonly pressure?: Pressure; readonly said: readonly string[]; readonly order?: string };

const itemOf: Readonly<Record<AuditKind, (entry: RecordEntry, program: Program) => Said>> = {
  request: (entry, program) => {
    const { values } = entry.shape;
    const status = values['status']?.text;
    const answering = [...named(entry, 'evidence'), ...named(entry, 'controls')];
    const answers = answering.length > 0 ? `answered by ${some(answering)}` : 'nothing answers it';
    return dated(entry, program, !isOver.test(status ?? ''), [status ?? 'no status', answers]);
  },
  task: (entry, program) => {
    const { values, gap = [] } = entry.shape;
    const owner = values['owner']?.text ?? 'no owner';
    const isOpen = isOpenTask(entry.shape);
    return dated(entry, program, isOpen, [
      ...(isOpen ? [] : ['done']),
      owner,
      gap.length > 0 ? `gap ${some(gap)}` : '',
    ]);
  },
  deviation: entry => {
    const { values, hasResponse } = entry.shape;
    const [count, of] = [values['count']?.text, values['of']?.text];
    const items = count === undefined ? '' : of === undefined ? `${count} items` : `${count} of ${of}`;
    const response = hasResponse ? "with management's response" : 'no response of management';
    const said = [some(named(entry, 'control')), values['window']?.text ?? '', items, response];
    return { said, pressure: hasResponse ? 'settled' : 'open' };
  },
  test: entry => {
    const { values } = entry.shape;
    const result = values['result']?.text;
    const by = values['by']?.text.toLowerCase() === 'auditor' ? "the auditor's, as received" : '';
    const said = [some(named(entry, 'control')), result ?? 'no result', values['on']?.text ?? '', by];
    return { said, pressure: result !== undefined && saysException(result) ? 'open' : 'settled' };
  },
  risk: entry => {
    const treatment = entry.shape.values['treatment']?.text;
    const controls = named(entry, 'controls');
    const said = [treatment ?? 'no treatment', controls.length > 0 ? some(controls) : 'no control'];
    return { said, pressure: treatment === undefined ? 'open' : 'settled' };
  },
  vendor: entry => {
    const method = subserviceMethod(entry.shape);
    if (method === undefined || method === 'none') {
      return { said: [method === 'none' ? 'no subservice organization' : 'no method stated'], order: 'z' };
    }
    const monitoring = named(entry, 'monitoredBy');
    const csocs = new Set((entry.shape.csocs ?? []).map(({ id }) => id));
    const isLacking = monitoring.length === 0 || (method === 'carve-out' && csocs.size === 0);
    return {
      said: vendorWords(entry, method, csocs.size, monitoring),
      pressure: isLacking ? 'open' : 'settled',
    };
  },
  userControl: entry => {
    const type = entry.shape.values['type']?.text.toLowerCase();
    const criteria = [...new Set(entry.shape.satisfies.map(({ id }) => id))];
    const isCuec = type === 'cuec';
    const said = [isCuec ? 'CUEC' : (type ?? 'no type'), some(criteria)];
    return {
      said,
      order: isCuec ? 'a' : 'b',
      pressure: isCuec && criteria.length === 0 ? 'open' : 'settled',
    };
  },
};

function vendorWords(
  entry: RecordEntry,
  method: string,
  csocs: number,
  monitoring: readonly string[],
): readonly string[] {
  const cover = vendorCover(entry);
  const until = cover
    ? `${cover.isBridge ? 'bridge letter' : 'report'} to ${cover.until}`
    : 'no end of a report';
  return [
    method,
    until,
    method === 'carve-out'
      ? csocs > 0
        ? `CSOCs for ${counted(csocs, 'criterion', 'criteria')}`
        : 'no CSOC'
      : '',
    monitoring.length > 0 ? `monitored by ${some(monitoring)}` : 'nobody monitors it',
  ];
}

/** What has a due date: while it is open, that presses. */
function dated(entry: RecordEntry, { today }: Program, isOpen: boolean, said: readonly string[]): Said {
  const due = dateIn(entry.shape.values, 'due');
  const order = due ?? '9999-99-99';
  if (!isOpen) return { said, order };
  const when = due === undefined ? 'no due date' : `${due}, ${dueInWords(due, today)}`;
  return { said: [when, ...said], order, pressure: due !== undefined && due < today ? 'overdue' : 'open' };
}

/** The ids that a record names under a key, each once. */
function named({ shape }: RecordEntry, key: string): readonly string[] {
  return [...new Set(shape.references.flatMap(one => (one.key === key ? [one.id] : [])))];
}

function some(names: readonly string[]): string {
  return listed(names.slice(0, 3), names.length);
}

/**
 * The keys of the criteria that a record is about: those that it cites, of a vendor those that its CSOCs are for, and of a task
 * those of its gap, which may be none of any catalog.
 */
export function criteriaOf(entry: RecordEntry): readonly string[] {
  const { kind, satisfies, csocs = [] } = entry.shape;
  if (kind === 'task') return gapNames(entry.shape).criteria;
  const cited = kind === 'vendor' ? csocs : satisfies;
  return [...new Set(cited.flatMap(citation => citedKeys(entry, citation)))];
}
