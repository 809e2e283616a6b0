import { viewSentence } from '../pages/coverageWords.ts';
import { paragraph } from '../pages/page.ts';
import { counted, kindWords, titled } from '../pages/words.ts';
import { periodOf } from '../program/evidence/evidence.ts';
import { gapNames } from '../program/plan.ts';
import type { Program } from '../program/program.ts';
import { byPlace, dateIn, nameOf, type RecordEntry } from '../program/record.ts';
import type { Report } from '../program/report.ts';
import { reportKind, reportWords } from '../program/reportWords.ts';
import {
  type AuditItem,
  type AuditKind,
  auditItem,
  auditKinds,
  criteriaOf,
  type Pressure,
} from './auditItems.ts';
import { type Branch, type ProgramNode, step } from './treeNode.ts';

/**
 * The children of a node of a program's tree of the audit: report (where several are current) > requests, tasks, deviations, tests,
 * risks, vendors, and user controls > records, what is open first > what each names. Ids are such as
 * `audit/soc2/request/PATH#0`. An id that names nothing (any more) has no children.
 */
export function auditNodes(program: Program, id: string | undefined): readonly ProgramNode[] {
  let branches = rootsOf(program);
  while (id !== undefined && branches.length > 0) {
    const next = branches.find(({ node }) => id === node.id || id.startsWith(`${node.id}/`));
    branches = next?.below() ?? [];
    if (next?.node.id === id) break;
  }
  return branches.map(({ node }) => node);
}

function rootsOf(program: Program): readonly Branch[] {
  const [only, ...others] = program.currentReports;
  if (only && others.length === 0) return sectionsOf(program, only);
  return program.currentReports.map(report => ({
    node: reportNode(program, report),
    below: () => sectionsOf(program, report),
  }));
}

function reportNode(program: Program, report: Report): ProgramNode {
  const { manifest, catalogs } = program;
  const label = reportKind(report);
  return {
    id: reportId(report),
    label,
    description: report.id,
    tooltip: [
      paragraph(reportWords(report, catalogs, 'long')),
      paragraph({ text: viewSentence(program, report), style: 'emphasis' }),
    ],
    spoken: `${label}, ${report.id}`,
    icon: 'report',
    children: 'collapsed',
    place: manifest && { path: manifest.path, record: 0, at: report.shape?.at ?? manifest.shape.at },
    context: 'report',
  };
}

function reportId(report: Report): string {
  return `audit/${step(report.id)}`;
}

function sectionsOf(program: Program, report: Report): readonly Branch[] {
  return auditKinds.map(([kind, heading, open]) => {
    const id = `${reportId(report)}/${kind}`;
    const items = () => itemsOf(program, report, kind);
    return {
      node: sectionNode(id, kind, heading, open, items()),
      below: () => branchesOf(program, id, items()),
    };
  });
}

/** What belongs to a report of a kind, what presses first. */
function itemsOf(program: Program, report: Report, kind: AuditKind): readonly AuditItem[] {
  return [...entriesOf(program, report, kind)]
    .filter(({ shape }) => shape.standing === 'counts')
    .map(entry => auditItem(kind, entry, program))
    .sort(
      (a, b) =>
        pressures.indexOf(a.pressure) - pressures.indexOf(b.pressure) ||
        (a.order < b.order ? -1 : a.order > b.order ? 1 : byPlace(a.entry, b.entry)),
    );
}

const pressures: readonly Pressure[] = ['overdue', 'open', 'settled'];

/**
 * The records of a kind that belong to a report: its deviations, the tests of its period, and the user controls for criteria in its
 * scope. What does not say when it was, or for what, belongs to each; what every report needs belongs to all.
 */
function entriesOf(program: Program, report: Report, kind: AuditKind): Iterable<RecordEntry> {
  const all = program.ofKind(kind);
  if (kind === 'deviation') return new Set(program.coverage.deviations(report).map(one => one.deviation));
  const period = periodOf(report);
  if (kind === 'test' && period) {
    const isOf = (day: string | undefined) => day === undefined || (day >= period.start && day <= period.end);
    return [...all].filter(({ shape }) => isOf(dateIn(shape.values, 'on')));
  }
  if (kind !== 'userControl') return all;
  return [...all].filter(entry => {
    const criteria = criteriaOf(entry);
    return criteria.length === 0 || criteria.some(key => report.criteria.has(key));
  });
}

function sectionNode(
  id: string,
  kind: AuditKind,
  label: string,
  open: string,
  items: readonly AuditItem[],
): ProgramNode {
  const count = (pressure: Pressure) => items.filter(one => one.pressure === pressure).length;
  const [overdue, lacking] = [count('overdue'), count('open')];
  const pressing = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(lacking > 0 ? [`${lacking} ${open}`] : []),
  ];
  const all = items.length === 0 ? 'none' : `${pressing.length > 0 ? 'of ' : ''}${items.length}`;
  const said = [...pressing, all].join(pressing.length > 1 ? ', ' : ' ');
  return {
    id,
    label,
    description: said,
    tooltip: [
      paragraph({ text: label, style: 'strong' }),
      paragraph(
        `${counted(items.length, kindWords(kind))}${pressing.length > 0 ? `: ${pressing.join(', ')}` : ''}.`,
      ),
    ],
    spoken: `${label}, ${said}`,
    icon: kind,
    children: items.length === 0 ? 'none' : 'collapsed',
    place: undefined,
    context: `audit.${kind}`,
  };
}

function branchesOf(program: Program, parent: string, items: readonly AuditItem[]): readonly Branch[] {
  return items.map(item => itemBranch(program, parent, item));
}

function itemBranch(program: Program, parent: string, { entry, pressure, said }: AuditItem): Branch {
  const { path, index, shape } = entry;
  const id = `${parent}/${step(`${path}#${index}`)}`;
  const label = titled(nameOf(entry), shape.title ?? '');
  const words = said.join(' · ');
  const owner = shape.values['owner']?.text;
  const below = () => namedBranches(program, id, entry);
  return {
    node: {
      id,
      label,
      description: words,
      tooltip: [
        paragraph({ text: label, style: 'strong' }),
        paragraph(words),
        ...(owner === undefined ? [] : [paragraph(`Owner: ${owner}`)]),
        paragraph({ text: path, style: 'code' }),
      ],
      spoken: `${label}, ${said.join(', ')}`,
      icon: `audit.${pressure}`,
      children: below().length > 0 ? 'collapsed' : 'none',
      place: { path, record: index, at: shape.at },
      context: 'audited',
    },
    below,
  };
}

/** What a record names: criteria by their pages, and records by their places. */
function namedBranches(program: Program, parent: string, entry: RecordEntry): readonly Branch[] {
  const criteria = criteriaOf(entry).flatMap(key => {
    const found = program.catalogs.criterion(key);
    return found ? [criterionLeaf(parent, key, titled(found.thing.id, found.thing.title), entry)] : [];
  });
  const gaps = gapNames(entry.shape).records.flatMap(name =>
    [...program.defining(name)].sort(byPlace).map(one => recordLeaf(parent, 'gap', one)),
  );
  const references = new Map(entry.shape.references.map(({ key, id }) => [`${key} ${id}`, { key, id }]));
  const records = [...references.values()].flatMap(({ key, id }) => {
    const found = [...program.defining(id)].sort(byPlace);
    return found.length === 0
      ? [unknownLeaf(parent, key, id)]
      : found.map(one => recordLeaf(parent, key, one));
  });
  return [...criteria, ...gaps, ...records].map(node => ({ node, below: () => [] }));
}

function criterionLeaf(parent: string, key: string, label: string, { shape }: RecordEntry): ProgramNode {
  const said = shape.kind === 'vendor' ? 'CSOC' : shape.kind === 'task' ? 'gap' : 'criterion';
  return {
    ...leaf(`${parent}/${step(key)}`, label, said, 'group'),
    place: undefined,
    context: 'criterion',
    page: key,
  };
}

function recordLeaf(parent: string, key: string, { path, index, shape, ...entry }: RecordEntry): ProgramNode {
  const label = titled(nameOf({ path, index, shape, ...entry }), shape.title ?? '');
  return {
    ...leaf(`${parent}/${key}/${step(`${path}#${index}`)}`, label, keyWords(key), shape.kind),
    place: { path, record: index, at: shape.at },
    context: 'named',
  };
}

/** What is named and not there. */
function unknownLeaf(parent: string, key: string, id: string): ProgramNode {
  const said = `${keyWords(key)}, not found`;
  return {
    ...leaf(`${parent}/${key}/${step(id)}`, id, said, 'nobody'),
    place: undefined,
    context: 'unknown',
  };
}

/** A key in words: `monitored by`. */
function keyWords(key: string): string {
  return key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

function leaf(id: string, label: string, said: string, icon: string) {
  return {
    id,
    label,
    description: said,
    tooltip: [paragraph({ text: label, style: 'strong' }), paragraph(said)],
    spoken: `${label}, ${said}`,
    icon,
    children: 'none',
  } as const;
}
