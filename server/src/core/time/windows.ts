// The windows of a control in the period of a report, and what fills them.
import { fileCaptures } from './captures.ts';
import { type Cell, cellsFilled, cellsOf } from './cells.ts';
import { type EmptyWindow, emptyWindows } from './emptyWindows.ts';
import { isCapture, isConfiguration, isLog, metBy } from './expectations.ts';
import type { Filed } from './filing.ts';
import type { TimedControl, TimedEvidence, WindowsQuestion } from './input.ts';
import { fileLastInterval } from './lastInterval.ts';
import { fileLogs } from './logs.ts';
import { type Filings, filePerformances } from './performances.ts';
import type { Problem } from './problems.ts';
import { isOfEveryDay, stateOn, type Window } from './states.ts';
import { activeDays } from './versions.ts';

/** What a control has for a report. */
export interface WindowsFound {
  /** Those of each cadence in order of time. */
  readonly windows: readonly Window[];
  /** What is wrong with its evidence, in the order of the evidence. */
  readonly problems: readonly Problem[];
}

/**
 * The windows of a control in a period as they stand on a day, and what is wrong with the evidence for them.
 * A control has no window where nothing is expected of it, or where it was active on no day of the period.
 */
export function windowsOf(question: WindowsQuestion): WindowsFound {
  const empty = emptyWindows(question);
  const active = activeDays(question.control);
  if (!active || empty.length === 0) return { windows: [], problems: [] };
  const tracks = [...new Set(empty.map(({ track }) => track))].map(track => {
    const windows = empty.filter(window => window.track === track);
    return trackOf(windows, candidates(windows, empty, question), active, question);
  });
  return {
    windows: tracks.flatMap(({ windows }) => windows),
    problems: question.evidence.flatMap(({ id }) => problemsOf(id, tracks)),
  };
}

/** The windows of one track, and what was said of the evidence that could fill them. */
interface Track {
  readonly windows: readonly Window[];
  readonly problems: readonly Problem[];
  /** The ids of the evidence that could fill its windows. */
  readonly asked: ReadonlySet<string>;
}

/** The evidence that can fill the windows of a track: each goes where its type belongs, as far as the control has such windows. */
function candidates(
  windows: readonly EmptyWindow[],
  all: readonly EmptyWindow[],
  { evidence }: WindowsQuestion,
): readonly TimedEvidence[] {
  const [kind] = windows.map(one => one.kind);
  const has = (wanted: (window: EmptyWindow) => boolean) => all.some(wanted);
  if (kind === 'configuration')
    return evidence.filter(one => isCapture(one) || (!isLog(one) && !has(isOfEveryDay)));
  if (kind === 'performance') return evidence.filter(one => !isLog(one) || !has(isOfEveryDay));
  const isCaptured = has(window => window.kind === 'configuration');
  return evidence.filter(one => !(isCaptured && isCapture(one)));
}

function trackOf(
  windows: readonly EmptyWindow[],
  evidence: readonly TimedEvidence[],
  active: Filings['active'],
  question: WindowsQuestion,
): Track {
  const { control, period, fiscalYearBegins, today } = question;
  const [{ kind, isLastInterval } = { kind: 'performance' as const, isLastInterval: false }] = windows;
  const cells = cellsOf(control, kind);
  const meant = evidence.map(one => ({ evidence: one, ...meaningOf(one, cells, kind, control) }));
  const fillable = meant.filter(one => one.cells.length > 0 || one.isUnclear);
  const filings = { windows, evidence: fillable, period, active, fiscalYearBegins, today };
  const filed = file(kind, isLastInterval, filings);
  return {
    windows: windows.map(window =>
      stateOn(
        today,
        window,
        cells,
        filed.filings.filter(one => one.window === window),
      ),
    ),
    problems: [
      ...filed.problems,
      ...meant.flatMap(({ evidence, isOther, isUnclear }): Problem[] => {
        if (isOther) return [{ is: 'type', evidence: evidence.id }];
        return isUnclear ? [{ is: 'unclear', evidence: evidence.id }] : [];
      }),
      ...unnamedSystems(filed, cells),
    ],
    asked: new Set(evidence.map(({ id }) => id)),
  };
}

function file(kind: EmptyWindow['kind'], isLastInterval: boolean, filings: Filings): Filed {
  if (kind === 'configuration') return fileCaptures(filings);
  if (kind !== 'performance') return fileLogs(filings);
  return isLastInterval ? fileLastInterval(filings) : filePerformances(filings);
}

/** Which cells evidence fills, whether it is of a type that the control does not expect, and whether that cannot be told. */
function meaningOf(
  evidence: TimedEvidence,
  cells: readonly Cell[],
  kind: EmptyWindow['kind'],
  control: TimedControl,
) {
  const met = metBy(evidence, control.expects);
  const isUsual =
    (kind === 'configuration' && isConfiguration(evidence)) || (kind !== 'performance' && isLog(evidence));
  const isOther = met === 'none' && !isUsual;
  return {
    cells: isOther ? [] : cellsFilled(cells, evidence, control),
    isOther,
    isUnclear: met === 'unclear' && kind === 'performance',
  };
}

/** What was filed in the cells of several systems, and names none. */
function unnamedSystems({ filings }: Filed, cells: readonly Cell[]): readonly Problem[] {
  if (new Set(cells.map(({ system }) => system)).size < 2) return [];
  const unnamed = filings.filter(one => one.cells.length > 0 && one.evidence.systems.length === 0);
  return [...new Set(unnamed.map(one => one.evidence.id))].map(evidence => ({ is: 'systems', evidence }));
}

/** What each track must say, or it is not so: evidence may belong to windows of another cadence. */
const toBeSaidByAll: ReadonlySet<Problem['is']> = new Set(['label', 'early', 'covers', 'type', 'unclear']);

function problemsOf(id: string, tracks: readonly Track[]): readonly Problem[] {
  const asked = tracks.filter(track => track.asked.has(id));
  const all = asked.flatMap(({ problems }) => problems.filter(one => one.evidence === id));
  return all.filter((problem, i) => {
    if (all.findIndex(one => one.is === problem.is) < i) return false;
    const says = (track: Track) => track.problems.some(one => one.evidence === id && one.is === problem.is);
    return !toBeSaidByAll.has(problem.is) || asked.every(says);
  });
}
