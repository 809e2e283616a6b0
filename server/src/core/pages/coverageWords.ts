// What is said of a criterion's coverage, in every face: its state with what is marked beside it, and why.
import type { Aside } from '../program/bearing.ts';
import { type CriterionCoverage, type Standing, shownOf } from '../program/ladder.ts';
import { listed } from '../program/listed.ts';
import type { Program } from '../program/program.ts';
import type { Report } from '../program/report.ts';

/** The state with its marks: `implemented, not throughout the period, with a deviation`, `relies on AWS (CSOC)`. */
export function shownWords(coverage: Standing): string {
  const { marks, vendors } = coverage;
  const shown = shownOf(coverage);
  if (shown === 'excluded') return shown;
  return [
    shown === 'relies on a vendor' ? `relies on ${listed(vendors)} (CSOC)` : shown,
    ...(marks.includes('not-throughout') ? ['not throughout the period'] : []),
    ...(marks.includes('deviation') ? ['with a deviation'] : []),
    ...(marks.includes('gap') ? ['with a gap'] : []),
    ...(marks.includes('late') ? ['late'] : []),
    ...(marks.includes('not-exercised') ? ['not exercised'] : []),
  ].join(', ');
}

/** Why a criterion stands where it does, and what its marks mean. */
export function whyWords({
  reason,
  vendors,
  unserved,
  deviations,
  deviating,
  controls,
}: CriterionCoverage): string {
  const carried =
    vendors.length > 0 ? [`${listed(vendors)} carries it out, and your controls only monitor that.`] : [];
  const days = unserved.map(({ from, to }) => (from === to ? `on ${from}` : `from ${from} to ${to}`));
  const gaps = days.length > 0 ? [`No control served it ${listed(days)}.`] : [];
  const of = `${deviating.length} of ${Math.max(controls, deviating.length)} controls`;
  const open =
    deviations.length > 0 ? [`To be evaluated: ${listed(deviations)}, on ${of} (${listed(deviating)}).`] : [];
  return [reason, ...carried, ...gaps, ...open].join(' ');
}

/** Whose view coverage is; over a period, also the day that it is counted on: `management's view as of 2026-11-23`. */
export function viewWords(program: Program, report: Report, day = program.dayOf(report)): string {
  return report.period ? `management's view as of ${day}` : "management's view";
}

/** The same as a sentence. */
export function viewSentence(program: Program, report: Report, day = program.dayOf(report)): string {
  const words = viewWords(program, report, day);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, not an auditor's conclusion.`;
}

/** Why a record does not count, as it stands behind its name: `planned`, `for other systems`. */
export function asideWords(aside: Aside): string {
  switch (aside) {
    case 'elsewhere':
      return 'for other systems';
    case 'denied':
      return 'says that it is not addressed';
    case 'overview':
      return 'only lists it among others';
    default:
      return aside;
  }
}
