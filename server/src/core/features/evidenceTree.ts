import { viewSentence } from '../pages/coverageWords.ts';
import { paragraph } from '../pages/page.ts';
import { beside, counted } from '../pages/words.ts';
import { type ControlInTime, controlsInTime } from '../program/evidence/controlsInTime.ts';
import { type Due, dueOf } from '../program/evidence/due.ts';
import { periodOf } from '../program/evidence/evidence.ts';
import { peopleNamed, personIn } from '../program/people.ts';
import type { Program } from '../program/program.ts';
import { canBeReferredTo, nameOf } from '../program/record.ts';
import type { Report } from '../program/report.ts';
import { reportKind, reportWords } from '../program/reportWords.ts';
import { daysLater } from '../text/calendar.ts';
import { groupedBy } from '../text/lists.ts';
import { daysInWords } from '../time/states.ts';
import {
  type ControlWindow,
  type Drawing,
  drawingOf,
  fullName,
  iconOfControl,
  isLacking,
  windowBranch,
} from './evidenceNodes.ts';
import { type Branch, type ProgramNode, step } from './treeNode.ts';

/** By what the windows of evidence are put together. */
export type Grouping = 'due' | 'control' | 'owner';

/** Why a program has no tree of evidence: the first thing that it lacks. */
export type NoEvidence = 'no period' | 'no evidence' | 'no frequency';

/** How many days from today are soon. */
const soon = 30;

/** What a word asks for; when they are due where it is none of these. */
export function groupingOf(word: string | undefined): Grouping {
  return groupings.find(one => one === word) ?? 'due';
}

/**
 * The children of a node of a program's tree of evidence: report (where several are over a period) > when it is due, or a
 * control, or an owner and when it is due > windows > systems and expectations > what is on file. Ids are such as
 * `due/soc2/overdue/controls%2Fall.yaml#0/...`. An id that names nothing (any more) has no children.
 * @param grouping of the roots, which are asked after for an undefined id
 */
export function evidenceNodes(
  program: Program,
  grouping: Grouping,
  id: string | undefined,
): readonly ProgramNode[] {
  const meant = id === undefined ? grouping : groupings.find(one => id.startsWith(`${one}/`));
  let branches = meant === undefined ? [] : rootsOf(program, meant);
  while (id !== undefined && branches.length > 0) {
    const next = branches.find(({ node }) => id === node.id || id.startsWith(`${node.id}/`));
    branches = next?.below() ?? [];
    if (next?.node.id === id) break;
  }
  return branches.map(({ node }) => node);
}

const groupings: readonly Grouping[] = ['due', 'control', 'owner'];

/** What a program lacks for a tree of evidence; undefined where it has one. */
export function noEvidenceIn(program: Program): NoEvidence | undefined {
  const reports = program.currentReports.filter(periodOf);
  if (reports.length === 0) return 'no period';
  if (!program.evidence.isKept) return 'no evidence';
  return reports.some(report => hasWindows(program, report)) ? undefined : 'no frequency';
}

/** How many windows are to be filled soon, over all current reports; undefined where none is. */
export function pressingWords(program: Program): string | undefined {
  if (noEvidenceIn(program) !== undefined) return undefined;
  const all = program.currentReports.map(report => dueNow(program, windowsIn(program, report)));
  const count = (of: (due: Due) => readonly unknown[]) => all.reduce((sum, due) => sum + of(due).length, 0);
  const [overdue, due] = [count(one => one.overdue), count(one => one.due)];
  return wordsOf([
    [overdue, 'overdue'],
    [due, `due within ${soon} days`],
  ]);
}

function rootsOf(program: Program, grouping: Grouping): readonly Branch[] {
  if (noEvidenceIn(program) !== undefined) return [];
  const reports = program.currentReports.filter(report => hasWindows(program, report));
  const [only, ...others] = reports;
  if (only && others.length === 0) return groupsOf(program, only, grouping);
  return reports.map(report => ({
    node: reportNode(program, report, grouping),
    below: () => groupsOf(program, report, grouping),
  }));
}

function groupsOf(program: Program, report: Report, grouping: Grouping): readonly Branch[] {
  const id = reportId(report, grouping);
  const drawing = drawingOf(program);
  switch (grouping) {
    case 'due':
      return dueBranches(drawing, id, windowsIn(program, report));
    case 'control':
      return controlsInTime(program, report)
        .filter(({ windows }) => windows.length > 0)
        .map(control => controlBranch(drawing, id, control));
    case 'owner':
      return ownerBranches(drawing, id, windowsIn(program, report));
  }
}

function reportId(report: Report, grouping: Grouping): string {
  return `${grouping}/${step(report.id)}`;
}

/** The windows of a report in which something is expected, those of a control together. */
function windowsIn(program: Program, report: Report): readonly ControlWindow[] {
  return controlsInTime(program, report).flatMap(windowsOf).filter(isExpected);
}

function windowsOf(told: ControlInTime): readonly ControlWindow[] {
  return told.windows.map(window => ({ control: told.entry, window, told }));
}

/** Whether a window closed without all that it asks for. */
function isGap({ window }: ControlWindow): boolean {
  return window.state === 'gap' || window.state === 'partial';
}

/** Whether something is expected of a control of a report: the first one answers it. */
function hasWindows(program: Program, report: Report): boolean {
  return [...program.ofKind('control'), ...program.ofKind('procedure')].some(entry =>
    program.evidence.windows(report, entry)?.windows.some(({ state }) => state !== 'not expected'),
  );
}

function isExpected({ window }: ControlWindow): boolean {
  return window.state !== 'not expected';
}

function dueNow<Of extends ControlWindow>({ today }: Program, windows: readonly Of[]): Due<Of> {
  return dueOf(windows, today, daysLater(today, soon));
}

function reportNode(program: Program, report: Report, grouping: Grouping): ProgramNode {
  const { manifest, catalogs, today } = program;
  const period = report.period && daysInWords({ from: report.period.start, to: report.period.end });
  const counts = countWords(program, windowsIn(program, report));
  const label = reportKind(report);
  return {
    id: reportId(report, grouping),
    label,
    description: beside(report.id, period),
    tooltip: [
      paragraph(reportWords(report, catalogs, 'long')),
      paragraph(`As of ${today}: ${counts}.`),
      paragraph({ text: viewSentence(program, report), style: 'emphasis' }),
    ],
    spoken: `${label}, ${report.id}, ${counts}`,
    icon: 'report',
    children: 'expanded',
    place: manifest && { path: manifest.path, record: 0, at: report.shape?.at ?? manifest.shape.at },
    context: 'report',
  };
}

/** What presses first; what lacks nothing comes last. */
function dueBranches(drawing: Drawing, parent: string, all: readonly ControlWindow[]): readonly Branch[] {
  const { overdue, due, later, gaps } = dueNow(drawing.program, all);
  const complete = all
    .filter(({ window }) => window.state === 'complete' || window.state === 'not exercised')
    .sort((a, b) => (a.window.to < b.window.to ? -1 : a.window.to > b.window.to ? 1 : 0));
  const groups = [
    ['overdue', 'Overdue, within the grace time', overdue, 'expanded'],
    ['due', `Due within ${soon} days`, due, 'expanded'],
    ['gap', 'Closed without complete evidence', gaps, 'expanded'],
    ['later', 'Due later', later, 'collapsed'],
    ['complete', 'Complete', complete, 'collapsed'],
  ] as const;
  return groups.flatMap(([name, label, windows, children]): Branch[] => {
    if (windows.length === 0) return [];
    const id = `${parent}/${name}`;
    const icon = `window.${name}`;
    return [
      {
        node: groupNode({ id, label, icon, children }, windows),
        below: () =>
          windows.length > mostTogether
            ? monthBranches(drawing, id, icon, windows)
            : windows.map(one => windowBranch(drawing, id, one, 'alone')),
      },
    ];
  });
}

/** So many windows are a list that people read through; more are put together by month. */
const mostTogether = 200;

/** Windows by the month in which they are due, in their order. */
function monthBranches(
  drawing: Drawing,
  parent: string,
  icon: string,
  all: readonly ControlWindow[],
): readonly Branch[] {
  return [...groupedBy(all, ({ window }) => window.to.slice(0, 7))].map(([month, windows]) => {
    const id = `${parent}/${month}`;
    return {
      node: groupNode({ id, label: month, icon, children: 'collapsed' }, windows),
      below: () => windows.map(one => windowBranch(drawing, id, one, 'alone')),
    };
  });
}

function groupNode(
  own: Pick<ProgramNode, 'id' | 'label' | 'icon' | 'children'>,
  windows: readonly ControlWindow[],
): ProgramNode {
  const count = counted(windows.length, 'window');
  return {
    ...own,
    description: `${windows.length}`,
    tooltip: [paragraph({ text: own.label, style: 'strong' }), paragraph(`${count}.`)],
    spoken: `${own.label}, ${count}`,
    place: undefined,
    context: 'windows',
  };
}

function controlBranch(drawing: Drawing, parent: string, told: ControlInTime): Branch {
  const { program } = drawing;
  const { entry } = told;
  const windows = windowsOf(told);
  const id = `${parent}/${step(`${entry.path}#${entry.index}`)}`;
  const { shape } = entry;
  const label = fullName(entry);
  const counts = countWords(program, windows);
  const owner = shape.values['owner']?.text;
  const canTake = canBeReferredTo(entry) && windows.some(({ window }) => isLacking(window));
  const hasGap = canBeReferredTo(entry) && windows.some(isGap);
  return {
    node: {
      id,
      label,
      description: counts,
      tooltip: [
        paragraph({ text: label, style: 'strong' }),
        paragraph(`${counts}.`),
        ...(owner === undefined ? [] : [paragraph(`Owner: ${owner}`)]),
        paragraph({ text: entry.path, style: 'code' }),
      ],
      spoken: `${label}, ${counts}`,
      icon: iconOfControl(windows, program.today),
      children: 'collapsed',
      place: { path: entry.path, record: entry.index, at: shape.at },
      context: `${canTake ? 'control.lacking' : 'control'}${hasGap ? '.gap' : ''}`,
      ...(canTake ? { evidenceFor: { control: nameOf(entry) } } : {}),
      ...(hasGap ? { remedy: { control: nameOf(entry) } } : {}),
    },
    below: () => windows.map(one => windowBranch(drawing, id, one, 'below its control')),
  };
}

/** The owners by name, and behind them the controls that have none. */
function ownerBranches(drawing: Drawing, parent: string, all: readonly ControlWindow[]): readonly Branch[] {
  const { program } = drawing;
  const people = program.manifest?.shape.people ?? [];
  const byOwner = groupedBy(all, ({ control }) => {
    const stated = control.shape.values['owner']?.text;
    return stated === undefined ? '' : personIn(stated, people);
  });
  const named = [...byOwner].map(([owner, windows]) => {
    const stated = windows[0]?.control.shape.values['owner']?.text ?? owner;
    const [person, ...others] = peopleNamed(people, stated);
    const name = owner === '' ? 'No owner' : ((others.length === 0 ? person?.name : undefined) ?? stated);
    return { owner, name, windows };
  });
  named.sort((a, b) => Number(a.owner === '') - Number(b.owner === '') || (a.name < b.name ? -1 : 1));
  return named.map(({ owner, name, windows }) => {
    const id = `${parent}/${owner === '' ? 'none' : `of ${step(owner)}`}`;
    const counts = countWords(program, windows);
    return {
      node: {
        id,
        label: name,
        description: counts,
        tooltip: [paragraph({ text: name, style: 'strong' }), paragraph(`${counts}.`)],
        spoken: `${name}, ${counts}`,
        icon: owner === '' ? 'nobody' : 'person',
        children: 'collapsed',
        place: undefined,
        context: 'owner',
      },
      below: () => dueBranches(drawing, id, windows),
    };
  });
}

/** `1 overdue, 2 due within 30 days, 1 closed without complete evidence, 8 of 12 complete`. */
function countWords(program: Program, windows: readonly ControlWindow[]): string {
  const { overdue, due, later, gaps } = dueNow(program, windows);
  const expected = windows.filter(isExpected).length;
  if (expected === 0) return 'nothing is expected';
  const complete = expected - overdue.length - due.length - later.length - gaps.length;
  const pressing = wordsOf([
    [overdue.length, 'overdue'],
    [due.length, `due within ${soon} days`],
    [gaps.length, 'closed without complete evidence'],
  ]);
  return [...(pressing === undefined ? [] : [pressing]), `${complete} of ${expected} complete`].join(', ');
}

/** The counts that are not zero: `1 overdue, 2 due in 30 days`. */
function wordsOf(counts: readonly (readonly [count: number, words: string])[]): string | undefined {
  const some = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return some.length === 0 ? undefined : some.join(', ');
}
