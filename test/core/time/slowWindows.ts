// Evidence in time as its definitions say it, day by day: what the product's calculation is compared with. It was written from
// the definitions and shares nothing with the product. Slow, and easy to check by reading.
import { daysOfLabel } from './slowCalendar.ts';
import type { SlowCase, SlowCell, SlowEvidence, SlowMark, SlowResult, SlowState } from './slowCase.ts';
import { claimsBeyond, isMadeIn, recordOf } from './slowCovering.ts';
import { type SlowWindow, windowsOf } from './slowExpected.ts';
import { type Filed, type Filling, filedInCalendar, filedInLast } from './slowFilling.ts';
import { cellsOf, fits, isFor, isOfInactiveDay, isToCome, isUnclear, isUnexpected } from './slowMeaning.ts';
import { moved } from './slowMoving.ts';

const markOrder: readonly SlowMark[] = ['late', 'before-period', 'after-period', 'by-collection'];

/** How a cell stands. */
interface Stand extends SlowCell {
  readonly isFilled: boolean;
  /** Whether a day before the last one that is covered is not. */
  readonly hasHole: boolean;
  readonly marks: readonly SlowMark[];
}

interface TrackResult {
  readonly windows: SlowResult['windows'];
  readonly asked: readonly SlowEvidence[];
  readonly findings: readonly string[];
}

/** The windows of a control for a report, their states and marks, and the findings of its evidence. */
export function slowWindows(given: SlowCase): SlowResult {
  const windows = windowsOf(given);
  const tracks = [...new Set(windows.map(one => one.track))].map(track =>
    trackResult(
      given,
      windows.filter(one => one.track === track),
      windows,
    ),
  );
  return {
    windows: tracks.flatMap(one => one.windows),
    findings: given.evidence.flatMap(one => findingsOf(one, tracks)),
  };
}

/** Where a control has windows of several frequencies, evidence may belong to those of one: then the others find nothing. */
const saidByAll = /is no window of|performed before|covers no window|is not expected|does not say which/;

function findingsOf(evidence: SlowEvidence, tracks: readonly TrackResult[]): readonly string[] {
  const asked = tracks.filter(one => one.asked.includes(evidence));
  const isOf = (finding: string) => finding.startsWith(`${evidence.id}: `);
  const all = new Set(asked.flatMap(one => one.findings.filter(isOf)));
  return [...all].filter(finding => {
    const [kind] = saidByAll.exec(finding) ?? [];
    return (
      kind === undefined ||
      asked.every(one => one.findings.some(other => isOf(other) && other.includes(kind)))
    );
  });
}

function trackResult(
  given: SlowCase,
  windows: readonly SlowWindow[],
  all: readonly SlowWindow[],
): TrackResult {
  const [first] = windows;
  if (!first) return { windows: [], asked: [], findings: [] };
  const { kind } = first;
  const asked = given.evidence.filter(one => isFor(one, first, all));
  const possible = asked.filter(one => {
    const fillsACell = cellsOf(given, kind).some(cell => fits(given, one, cell, kind));
    return fillsACell || isUnclear(given, one, kind);
  });
  const findings: string[] = [];
  for (const one of asked) {
    if (isUnexpected(given, one, kind))
      findings.push(`${one.id}: a ${one.expects ?? one.type} is not expected`);
    if (isUnclear(given, one, kind)) findings.push(`${one.id}: does not say which of several things it is`);
  }
  const counted = possible.filter(one => {
    const problem = impossibility(given, one, kind);
    if (problem !== undefined) findings.push(problem);
    return problem === undefined;
  });
  const filed =
    kind === 'calendar' || kind === 'last'
      ? performances(given, windows, counted)
      : records(given, windows, counted);
  const results = windows.map(window => {
    const fillings = filed.fillings.filter(one => one.window === window);
    const stands = cellsOf(given, kind).map(cell => standOf(given, window, cell, fillings));
    return { window, fillings, stands };
  });
  if (new Set(cellsOf(given, kind).map(cell => cell.system)).size > 1) {
    const inCells = new Set(results.flatMap(({ stands }) => stands.flatMap(one => one.evidence)));
    for (const { id, systems } of asked) {
      if (systems === undefined && inCells.has(id)) findings.push(`${id}: names no system`);
    }
  }
  return {
    asked,
    findings: [...findings, ...filed.findings],
    windows: results.map(({ window, fillings, stands }) => ({
      name: window.name,
      from: window.days[0] ?? '',
      to: window.days.at(-1) ?? '',
      state: stateOf(given, window, stands, fillings),
      marks: markOrder.filter(mark => stands.some(one => one.marks.includes(mark))),
      cells: stands.map(({ system, expects, evidence }) => ({
        ...(system === undefined ? {} : { system }),
        ...(expects === undefined ? {} : { expects }),
        evidence,
      })),
    })),
  };
}

/** a, and for what tells of many days: its performance is that of an item. */
function impossibility(
  given: SlowCase,
  evidence: SlowEvidence,
  kind: SlowWindow['kind'],
): string | undefined {
  const { id } = evidence;
  if (isToCome(given, evidence, kind)) return `${id}: of a day that is still to come`;
  const { covers } = recordOf(given, evidence, kind);
  const isItem = covers.length === 0 && evidence.covers === undefined;
  const isByDay = kind === 'calendar' || kind === 'last' || kind === 'capture' || isItem;
  if (!isByDay || !isOfInactiveDay(given, evidence)) return undefined;
  return `${id}: performed on a day on which the control was not active`;
}

function performances(
  given: SlowCase,
  windows: readonly SlowWindow[],
  evidence: readonly SlowEvidence[],
): Filed {
  const [first] = windows;
  const isLast = first?.kind === 'last';
  const all = evidence.map(one =>
    isLast ? filedInLast(given, first, one) : filedInCalendar(given, windows, one),
  );
  const fillings = all.flatMap(one => one.fillings);
  return {
    fillings: isLast ? fillings : moved(given, windows, fillings),
    findings: all.flatMap(one => one.findings),
  };
}

/** What is on file of logs, populations, and captures. */
function records(given: SlowCase, windows: readonly SlowWindow[], evidence: readonly SlowEvidence[]): Filed {
  const fillings: Filling[] = [];
  const findings: string[] = [];
  for (const one of evidence) {
    for (const window of windows) {
      if (window.kind === 'capture') {
        if (!isMadeIn(given, window, one)) continue;
        const isByCollection = one.performed === undefined && one.window === undefined && !one.covers;
        fillings.push({ evidence: one, window, marks: isByCollection ? ['by-collection'] : [] });
      } else {
        const { isOnFileFor } = recordOf(given, one, window.kind);
        if (isOnFileFor.some(day => window.days.includes(day)))
          fillings.push({ evidence: one, window, marks: [] });
      }
    }
    const [first] = windows;
    if (first?.kind !== 'log' && first?.kind !== 'population') continue;
    const isLabel = one.window !== undefined && daysOfLabel(one.window, given.fiscalYearBegins) === undefined;
    if (isLabel && !one.covers) findings.push(`${one.id}: ${one.window} is no window of this control`);
    const beyond = claimsBeyond(given, one, first.kind);
    if (beyond !== undefined) findings.push(beyond);
  }
  return { fillings, findings };
}

function standOf(
  given: SlowCase,
  window: SlowWindow,
  cell: Pick<SlowCell, 'system' | 'expects'>,
  all: readonly Filling[],
): Stand {
  const inCell = all.filter(one => fits(given, one.evidence, cell, window.kind));
  if (window.kind === 'log' || window.kind === 'population') {
    const covering = inCell.filter(one => recordOf(given, one.evidence, window.kind).covers.length > 0);
    const covered = new Set(covering.flatMap(one => recordOf(given, one.evidence, window.kind).covers));
    const last = window.days.filter(day => covered.has(day)).at(-1) ?? '';
    return {
      ...cell,
      evidence: idsOf(covering),
      isFilled: window.days.every(day => covered.has(day)),
      hasHole: window.days.some(day => day < last && !covered.has(day)),
      marks: [],
    };
  }
  const fillings = window.kind === 'last' ? lastOf(given, inCell) : inCell;
  // What is in order is not marked because something else came late.
  const marks = fillings.some(one => one.marks.length === 0) ? [] : fillings.flatMap(one => one.marks);
  return { ...cell, evidence: idsOf(fillings), isFilled: fillings.length > 0, hasHole: false, marks };
}

function idsOf(fillings: readonly Filling[]): readonly string[] {
  return [...new Set(fillings.map(one => one.evidence.id))].sort();
}

/** 7. The last performance in it counts. What states no day of it stands for the last day that it names. */
function lastOf(given: SlowCase, fillings: readonly Filling[]): readonly Filling[] {
  const dayOf = ({ evidence: { performed, covers, collected, window = '' } }: Filling) =>
    performed ?? daysOfLabel(window, given.fiscalYearBegins)?.at(-1) ?? covers?.to ?? collected ?? '';
  const last = fillings.map(dayOf).sort().at(-1);
  return fillings.filter(one => dayOf(one) === last);
}

function stateOf(
  given: SlowCase,
  window: SlowWindow,
  stands: readonly Stand[],
  fillings: readonly Filling[],
): SlowState {
  if (!window.expected) return 'not expected';
  if (stands.every(one => one.isFilled)) {
    // An item on file shows that there was one.
    const isOfNone = fillings.every(
      ({ evidence }) => evidence.count === 0 && recordOf(given, evidence, window.kind).isWhole,
    );
    return window.kind === 'population' && isOfNone ? 'not exercised' : 'complete';
  }
  if (given.today > window.graceEnds) return fillings.length > 0 ? 'partial' : 'gap';
  if (stands.some(one => one.hasHole)) return 'partial';
  return given.today < (window.days[0] ?? '') && fillings.length === 0 ? 'upcoming' : 'due';
}
