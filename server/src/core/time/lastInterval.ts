// What fills the one window of a cadence as long as the period or longer: the interval that ends with the span.
import { monthsLater } from '../text/calendar.ts';
import { impossibility } from './activity.ts';
import { intervalOf } from './cadence.ts';
import { areWithin, countOf, type Days, hasDay, inCommon } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import { isLog } from './expectations.ts';
import type { Filed, Filing, Mark } from './filing.ts';
import type { TimedEvidence } from './input.ts';
import { daysNamed } from './labels.ts';
import { type Filings, marksOutside } from './performances.ts';
import type { Problem } from './problems.ts';

/** Files performances into the one window of a track. In each cell the last one counts. */
export function fileLastInterval(task: Filings): Filed {
  const [window] = task.windows;
  if (!window) return { filings: [], problems: [] };
  const steps = task.evidence.map(({ evidence, cells }) => stepOf(evidence, cells, window, task));
  const filings = steps.flatMap(step => step.filing ?? []);
  return {
    filings: onlyLast(filings),
    problems: steps.flatMap(step => step.problem ?? []),
  };
}

interface Step {
  readonly filing?: Filing;
  readonly problem?: Problem;
}

function stepOf(
  evidence: TimedEvidence,
  cells: readonly number[],
  window: EmptyWindow,
  { active, period, today, fiscalYearBegins }: Filings,
): Step {
  const problem = impossibility(evidence, active, today);
  if (problem) return { problem };
  const { id, performed, collected, covers } = evidence;
  const filed = (day: string | undefined, marks: readonly Mark[]) => ({
    filing: { evidence, window, cells, marks, day },
  });
  const marks = marksOutside(performed, period);
  const isPerformedIn = performed !== undefined && hasDay(window, performed);
  const label = evidence.window;
  const named = label === undefined ? undefined : daysNamed(label, fiscalYearBegins);
  if (named && areWithin(named, window)) {
    const day = performed ?? collected;
    if (day !== undefined && day < window.from) {
      return { problem: { is: 'early', evidence: id, window: window.name, begins: window.from, day } };
    }
    const isLate = performed !== undefined && performed > window.closes;
    return filed(performed ?? named.to, isLate ? ['late', ...marks] : marks);
  }
  if (named) {
    const isMeant = performed === undefined ? isHalfIn(named, window) : inCommon(named, window) !== undefined;
    return isMeant && (performed === undefined || isPerformedIn) ? filed(performed ?? named.to, marks) : {};
  }
  const wrong: Step = label === undefined ? {} : { problem: { is: 'label', evidence: id, label } };
  if (covers && performed === undefined) {
    const isFilled =
      isShort(evidence, covers, window) && (areWithin(window, covers) || isHalfIn(covers, window));
    if (isFilled) return { ...wrong, ...filed(covers.to, []) };
    return inCommon(covers, window) && !wrong.problem ? { problem: { is: 'covers', evidence: id } } : wrong;
  }
  const isReviewed = covers && performed !== undefined && areWithin(window, covers);
  if (isPerformedIn || (isReviewed && window.from <= performed && performed <= window.closes))
    return { ...wrong, ...filed(performed, marks) };
  if (performed !== undefined || collected === undefined || !hasDay(window, collected)) return wrong;
  return { ...wrong, ...filed(collected, ['by-collection', ...marksOutside(collected, period)]) };
}

function isHalfIn(days: Days, window: Days): boolean {
  const shared = inCommon(days, window);
  return shared !== undefined && 2 * countOf(shared) >= countOf(days);
}

function isShort(evidence: TimedEvidence, { from, to }: Days, { cadence }: EmptyWindow): boolean {
  return isLog(evidence) || monthsLater(from, 2 * (intervalOf(cadence) ?? 0)) > to;
}

/** What is not the last in any of its cells is left out. */
function onlyLast(filings: readonly Filing[]): readonly Filing[] {
  const isLastIn = (filing: Filing, cell: number) =>
    filings.every(
      other => other === filing || !other.cells.includes(cell) || (other.day ?? '') <= (filing.day ?? ''),
    );
  return filings.flatMap(filing => {
    const cells = filing.cells.filter(cell => isLastIn(filing, cell));
    return cells.length > 0 || filing.cells.length === 0 ? [{ ...filing, cells }] : [];
  });
}
