// The nodes of windows, and of what is on file for them.
import { planWords, taskWords } from '../pages/coverageWords.ts';
import { dueWords } from '../pages/dueWords.ts';
import { type Block, paragraph } from '../pages/page.ts';
import { recordingOf, stateWords } from '../pages/windowWords.ts';
import { beside, titled } from '../pages/words.ts';
import type { ControlInTime } from '../program/evidence/controlsInTime.ts';
import type { DueWindow } from '../program/evidence/due.ts';
import type { Program } from '../program/program.ts';
import { canBeReferredTo, nameOf, type RecordEntry } from '../program/record.ts';
import { folderFor } from '../rules/fixes/newRecord.ts';
import type { TimedEvidence } from '../time/input.ts';
import { reasonOf } from '../time/reasons.ts';
import { daysInWords, type FilledCell, nameOfCell, shortfallOf, type Window } from '../time/states.ts';
import { type Branch, type EvidenceFor, type ProgramNode, step } from './treeNode.ts';

/** A window with its control, and what that has on file. */
export interface ControlWindow extends DueWindow {
  readonly told: ControlInTime;
}

/** What nodes are drawn from. */
export interface Drawing {
  readonly program: Program;
  /** In which folder records of evidence go: it is counted once for all nodes. */
  readonly folder: string;
}

/** What the nodes of a program are drawn from, now. */
export function drawingOf(program: Program): Drawing {
  return { program, folder: folderFor(program, 'evidence') };
}

/**
 * A window, and below it what is on file for it: by systems and expectations, where it asks for several.
 * @param where `below its control` its name is enough
 */
export function windowBranch(
  drawing: Drawing,
  parent: string,
  { control, window, told }: ControlWindow,
  where: 'alone' | 'below its control',
): Branch {
  const { program } = drawing;
  const { today } = program;
  const own = `${window.track}@${window.from}`;
  const key = where === 'alone' ? `${control.path}#${control.index} ${own}` : own;
  const id = `${parent}/${step(key)}`;
  const days = window.kind === 'performance' && !window.isLastInterval ? '' : ` (${daysInWords(window)})`;
  const label = where === 'alone' ? `${nameOf(control)} ${window.name}` : `${window.name}${days}`;
  const isGap = window.isClosed && isLacking(window);
  const tasks = isGap ? program.plansForRecord(nameOf(control)) : [];
  const said = beside(saidOf(window, today), taskWords(tasks));
  const full = fullName(control);
  const { title } = control.shape;
  const isTitled = title !== undefined && title !== nameOf(control);
  const more = where === 'alone' && isTitled ? ` · ${title}` : '';
  const isFilled = window.state === 'complete' || window.state === 'not exercised';
  const entry = (isFilled ? firstEvidence(window, told) : undefined) ?? control;
  // Evidence names its control.
  const canTake = !isFilled && canBeReferredTo(control);
  const evidenceFor = canTake ? { control: nameOf(control), window: window.name } : undefined;
  const below = () => branchesBelow(id, window, told, evidenceFor);
  return {
    node: {
      id,
      label,
      description: `${said}${more}`,
      tooltip: tooltipOf(drawing, { control, window }, full, tasks),
      spoken: `${full}, ${window.name}${days}, ${said}`,
      icon: iconOfWindow(window, today),
      children: below().length === 0 ? 'none' : 'collapsed',
      place: placeOf(entry),
      context: `window.${isFilled ? 'filled' : canTake ? 'lacking' : 'unnamed'}${isGap && canTake ? '.gap' : ''}`,
      ...(evidenceFor ? { evidenceFor } : {}),
      ...(isGap && canTake ? { remedy: { control: nameOf(control) } } : {}),
    },
    below,
  };
}

/** When it is due, or where it stands, and what is missing: `2026-12-31 · due in 25 days · 2 of 3: github missing`. */
function saidOf(window: Window, today: string): string {
  const isOpen = isLackingNow(window);
  const shortfall = isLacking(window) ? shortfallOf(window) : undefined;
  const words = isOpen ? [window.to, dueWords(window, today)] : [stateWords(window)];
  return [...words, ...(shortfall === undefined ? [] : [shortfall])].join(' · ');
}

/** Whether a window lacks something, be it that it can no longer be had in time. */
export function isLacking({ state }: Window): boolean {
  return state !== 'complete' && state !== 'not exercised' && state !== 'not expected';
}

/** Whether it lacks something that can still be had in time. */
function isLackingNow(window: Window): boolean {
  return isLacking(window) && !window.isClosed;
}

function tooltipOf(
  { program, folder }: Drawing,
  { control, window }: DueWindow,
  full: string,
  tasks: readonly RecordEntry[],
): readonly Block[] {
  const owner = control.shape.values['owner']?.text;
  return [
    paragraph({ text: full, style: 'strong' }),
    paragraph({ text: stateWords(window), style: 'strong' }, `: ${reasonOf(window, program.today)}`),
    ...(isLacking(window) ? [recordingOf(window, nameOf(control), folder)] : []),
    ...(owner === undefined ? [] : [paragraph(`Owner: ${owner}`)]),
    ...(tasks.length > 0 ? [paragraph(`Planned: ${planWords(tasks)}.`)] : []),
  ];
}

/** The icon of a window: each differs in its shape. */
function iconOfWindow(window: Window, today: string): string {
  const { state, marks } = window;
  switch (state) {
    case 'complete':
      return marks.includes('late') ? 'window.late' : 'window.complete';
    case 'gap':
    case 'partial':
      return `window.${state}`;
    case 'not exercised':
      return 'window.notExercised';
    case 'not expected':
      return 'window.notExpected';
    case 'upcoming':
    case 'due':
      if (window.to < today) return 'window.overdue';
      return state === 'due' ? 'window.due' : 'window.later';
  }
}

/** The icon of a control: that of what presses most among its windows. */
export function iconOfControl(windows: readonly ControlWindow[], today: string): string {
  const icons = new Set(windows.map(({ window }) => iconOfWindow(window, today)));
  return pressing.find(icon => icons.has(icon)) ?? 'window.notExpected';
}

const pressing = [
  ...['window.overdue', 'window.gap', 'window.partial', 'window.due', 'window.later', 'window.late'],
  ...['window.complete', 'window.notExercised'],
];

function branchesBelow(
  parent: string,
  { cells, onFile, isClosed }: Window,
  told: ControlInTime,
  evidenceFor: EvidenceFor | undefined,
): readonly Branch[] {
  const [only, ...others] = cells;
  const isPlain = only && others.length === 0 && nameOfCell(only) === '';
  const inCells = isPlain
    ? evidenceBranches(parent, only.evidence, told)
    : cells.map(cell => cellBranch(parent, cell, isClosed, told, evidenceFor));
  return [...inCells, ...evidenceBranches(`${parent}/onFile`, onFile, told, 'on file, fills nothing')];
}

/** @param evidenceFor what is known of evidence for its window */
function cellBranch(
  parent: string,
  cell: FilledCell,
  isClosed: boolean,
  told: ControlInTime,
  evidenceFor: EvidenceFor | undefined,
): Branch {
  const label = nameOfCell(cell);
  const id = `${parent}/${step(label)}`;
  const said = saidOfCell(cell, isClosed);
  const canTake = evidenceFor !== undefined && !cell.isFilled;
  return {
    node: {
      id,
      label,
      description: said,
      tooltip: [paragraph(`${label}: ${said}.`)],
      spoken: `${label}, ${said}`,
      icon: iconOfCell(cell, isClosed),
      children: cell.evidence.length === 0 ? 'none' : 'expanded',
      place: undefined,
      context: canTake ? 'cell.lacking' : 'cell',
      ...(canTake ? { evidenceFor: { ...evidenceFor, ...answersOf(cell) } } : {}),
    },
    below: () => evidenceBranches(id, cell.evidence, told),
  };
}

/** What a cell tells of evidence for it. */
function answersOf({ system, expects }: FilledCell): Partial<EvidenceFor> {
  return {
    ...(system === undefined ? {} : { system }),
    ...(expects === undefined ? {} : { type: expects }),
  };
}

function saidOfCell({ isFilled, evidence, missing }: FilledCell, isClosed: boolean): string {
  if (isFilled) return 'on file';
  if (evidence.length > 0 && missing.length > 0) return `without ${missing.map(daysInWords).join(', ')}`;
  return isClosed ? 'missing' : 'not on file yet';
}

function iconOfCell({ isFilled, evidence }: FilledCell, isClosed: boolean): string {
  if (isFilled) return 'window.complete';
  if (evidence.length > 0) return 'window.partial';
  return isClosed ? 'window.gap' : 'window.later';
}

/** @param aside what is said of them where they fill nothing */
function evidenceBranches(
  parent: string,
  evidence: readonly TimedEvidence[],
  { evidence: records }: ControlInTime,
  aside?: string,
): readonly Branch[] {
  return evidence.map(one => ({
    node: evidenceNode(`${parent}/${step(one.id)}`, one, records.get(one.id), aside),
    below: () => [],
  }));
}

/** @param entry its record; undefined for a folder without one */
function evidenceNode(
  id: string,
  one: TimedEvidence,
  entry: RecordEntry | undefined,
  aside: string | undefined,
): ProgramNode {
  const label = entry ? fullName(entry) : one.id;
  const said = [...(aside === undefined ? [] : [aside]), ...daysOf(one)].join(' · ');
  return {
    id,
    label,
    description: said,
    tooltip: [
      ...(said === '' ? [] : [paragraph(said)]),
      paragraph({ text: entry?.path ?? one.id, style: 'code' }),
    ],
    spoken: said === '' ? label : `${label}, ${said}`,
    icon: aside === undefined ? 'evidence' : 'aside',
    children: 'none',
    place: entry && placeOf(entry),
    context: 'evidence',
  };
}

function daysOf({ performed, covers, collected }: TimedEvidence): readonly string[] {
  if (performed !== undefined) return [`performed ${performed}`];
  if (covers !== undefined) return [`covers ${daysInWords(covers)}`];
  return collected === undefined ? [] : [`collected ${collected}`];
}

/** The first record that fills a window; undefined where only folders do. */
function firstEvidence({ cells }: Window, { evidence }: ControlInTime): RecordEntry | undefined {
  const records = cells.flatMap(cell => cell.evidence.map(({ id }) => evidence.get(id)));
  return records.find(record => record !== undefined);
}

/** The name of a record with its title. */
export function fullName(entry: RecordEntry): string {
  return titled(nameOf(entry), entry.shape.title ?? '');
}

function placeOf({ path, index, shape }: RecordEntry): ProgramNode['place'] {
  return { path, record: index, at: shape.at };
}
