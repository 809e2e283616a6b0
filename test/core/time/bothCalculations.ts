// The product's calculation, in the words of the slow one.
import type { Problem } from '../../../server/src/core/time/problems.ts';
import { windowsOf } from '../../../server/src/core/time/windows.ts';
import type { Cadence } from './slowCalendar.ts';
import type { SlowCase, SlowControl, SlowEvidence, SlowResult } from './slowCase.ts';

/** What the product calculates of a case. */
export function productWindows(given: SlowCase): SlowResult {
  const { report, control, evidence, today, fiscalYearBegins, grace = {} } = given;
  const { windows, problems } = windowsOf({
    period: { from: report.period.start, to: report.period.end },
    fiscalYearBegins,
    grace,
    today,
    control: {
      inForce: inForce(control),
      implementedOn: control.implementedOn,
      retiredOn: control.retiredOn,
      cadences: listed(control.frequency),
      history: (control.history ?? []).map(({ from, to, frequency }) => ({
        from,
        to,
        cadences: listed(frequency),
      })),
      systems: (control.systems ?? []).filter(one => report.systems?.includes(one) ?? true),
      expects: control.expects ?? [],
      grace: control.grace,
    },
    evidence: evidence.map(one => ({
      id: one.id,
      type: one.type,
      expects: one.expects === undefined ? [] : [one.expects],
      systems: one.systems ?? [],
      window: one.window,
      performed: one.performed,
      covers: one.covers,
      collected: one.collected,
      extractedOn: one.extractedOn,
      hasQuery: one.query !== undefined,
      count: one.count === undefined ? undefined : one.count === 0 ? 'none' : 'some',
    })),
  });
  return {
    windows: windows.map(({ name, from, to, state, marks, cells }) => ({
      name,
      from,
      to,
      state,
      marks,
      cells: cells.map(({ system, expects, evidence }) => ({
        ...(system === undefined ? {} : { system }),
        ...(expects === undefined ? {} : { expects }),
        evidence: evidence.map(({ id }) => id).sort(),
      })),
    })),
    findings: problems.map(problem => findingOf(problem, evidence)),
  };
}

function inForce({ status }: SlowControl): 'yes' | 'retired' | 'never' {
  if (status === 'retired') return 'retired';
  return status === undefined || status === 'implemented' ? 'yes' : 'never';
}

function listed(frequency: Cadence | readonly Cadence[]): readonly Cadence[] {
  return typeof frequency === 'string' ? [frequency] : frequency;
}

/** A problem in the words of the worked cases. */
function findingOf(problem: Problem, evidence: readonly SlowEvidence[]): string {
  const id = problem.evidence;
  switch (problem.is) {
    case 'future':
      return `${id}: of a day that is still to come`;
    case 'inactive':
      return `${id}: performed on a day on which the control was not active`;
    case 'label':
      return `${id}: ${problem.label} is no window of this control`;
    case 'early':
      return `${id}: performed before ${problem.window}`;
    case 'covers':
      return `${id}: covers no window, or more than twice the interval`;
    case 'beyond':
      return `${id}: covers days up to ${problem.to} and was drawn on ${problem.drawn}`;
    case 'type': {
      const of = evidence.find(one => one.id === id);
      return `${id}: a ${of?.expects ?? of?.type} is not expected`;
    }
    case 'unclear':
      return `${id}: does not say which of several things it is`;
    case 'systems':
      return `${id}: names no system`;
  }
}

/** A result in an order that does not matter, with each cell's evidence. */
export function inOrder({ windows, findings }: SlowResult): SlowResult {
  return {
    windows: windows
      .map(({ name, from, to, state, marks, cells }) => ({ name, from, to, state, marks, cells }))
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    findings: [...findings].sort(),
  };
}
