// Which cells a window has, and which of them a piece of evidence is meant for.
import type { SlowCase, SlowEvidence } from './slowCase.ts';
import { isCapture, isLog } from './slowCovering.ts';
import { activeDays, type SlowWindow } from './slowExpected.ts';

export interface Cell {
  readonly system?: string;
  readonly expects?: string;
}

/** The cells of a window. */
export function cellsOf({ control, report }: SlowCase, kind: SlowWindow['kind']): readonly Cell[] {
  const systems = (control.systems ?? []).filter(one => report.systems?.includes(one) ?? true);
  const expectations = kind === 'calendar' || kind === 'last' ? (control.expects ?? []) : [];
  const bySystem: Cell[] = systems.length === 0 ? [{}] : systems.map(system => ({ system }));
  return expectations.length === 0
    ? bySystem
    : bySystem.flatMap(cell => expectations.map(expects => ({ ...cell, expects })));
}

/** What a piece of evidence is to a control: it meets an expectation, is unexpected, or does not say which of several it meets. */
export function meaningOf(
  { control: { expects = [] } }: SlowCase,
  evidence: SlowEvidence,
):
  | { readonly is: 'anything' | 'unexpected' | 'unclear' }
  | { readonly is: 'expected'; readonly type: string } {
  if (expects.length === 0) return { is: 'anything' };
  const type = evidence.expects ?? evidence.type ?? 'other';
  if (expects.includes(type)) return { is: 'expected', type };
  if (type !== 'other') return { is: 'unexpected' };
  const [only] = expects;
  return expects.length === 1 && only !== undefined ? { is: 'expected', type: only } : { is: 'unclear' };
}

/** Whether a window asks for the type of evidence by what it is: a log is of what logs and populations ask for. */
function isOfKind(evidence: SlowEvidence, kind: SlowWindow['kind']): boolean {
  if (kind === 'capture') return evidence.type === 'configuration';
  return (kind === 'log' || kind === 'population') && isLog(evidence);
}

export function isUnexpected(given: SlowCase, evidence: SlowEvidence, kind: SlowWindow['kind']): boolean {
  return meaningOf(given, evidence).is === 'unexpected' && !isOfKind(evidence, kind);
}

/** Whether it cannot be told which of several expectations evidence meets: it fills none, but is on file. */
export function isUnclear(given: SlowCase, evidence: SlowEvidence, kind: SlowWindow['kind']): boolean {
  return meaningOf(given, evidence).is === 'unclear' && (kind === 'calendar' || kind === 'last');
}

/** Whether a piece of evidence is of what a cell asks for. */
export function fits(given: SlowCase, evidence: SlowEvidence, cell: Cell, kind: SlowWindow['kind']): boolean {
  if (isUnexpected(given, evidence, kind) || isUnclear(given, evidence, kind)) return false;
  if (
    cell.system !== undefined &&
    evidence.systems !== undefined &&
    !evidence.systems.includes(cell.system)
  ) {
    return false;
  }
  const meaning = meaningOf(given, evidence);
  return cell.expects === undefined || meaning.is !== 'expected' || cell.expects === meaning.type;
}

/**
 * Whether evidence is looked at for a window, where a control has windows of several kinds: logs go to those of logs, captures
 * to those of captures.
 */
export function isFor(evidence: SlowEvidence, { kind }: SlowWindow, all: readonly SlowWindow[]): boolean {
  const hasOfDays = all.some(one => one.kind === 'log' || one.kind === 'population');
  const hasCapture = all.some(one => one.kind === 'capture');
  if (kind === 'capture') return isCapture(evidence) || (!hasOfDays && !isLog(evidence));
  if (kind === 'calendar' || kind === 'last') return !isLog(evidence) || !hasOfDays;
  return !(hasCapture && isCapture(evidence));
}

/** a. Evidence with a date after today. What a log or population claims (`covers`) is cut, and no date of its own. */
export function isToCome(
  { today }: SlowCase,
  { performed, collected, extractedOn, covers }: SlowEvidence,
  kind: SlowWindow['kind'],
): boolean {
  const isOfDays = kind === 'log' || kind === 'population';
  const until = performed === undefined && !isOfDays ? covers?.to : undefined;
  return [performed, collected, extractedOn, covers?.from, until].some(
    day => day !== undefined && day > today,
  );
}

/** a. Evidence performed on a day on which the control was not active. */
export function isOfInactiveDay({ control }: SlowCase, { performed }: SlowEvidence): boolean {
  return performed !== undefined && !activeDays(control).has(performed);
}
