// What is said of a criterion's coverage, in every face: its state with what is marked beside it, and why.
import type { Aside } from '../program/bearing.ts';
import { type CriterionCoverage, type Standing, shownOf } from '../program/ladder.ts';
import { listed } from '../program/listed.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
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
  tasks,
}: CriterionCoverage): string {
  const carried =
    vendors.length > 0 ? [`${listed(vendors)} carries it out, and your controls only monitor that.`] : [];
  const days = unserved.map(({ from, to }) => (from === to ? `on ${from}` : `from ${from} to ${to}`));
  const gaps = days.length > 0 ? [`No control served it ${listed(days)}.`] : [];
  const of = `${deviating.length} of ${Math.max(controls, deviating.length)} controls`;
  const open =
    deviations.length > 0 ? [`To be evaluated: ${listed(deviations)}, on ${of} (${listed(deviating)}).`] : [];
  const planned = tasks.length > 0 ? [`Planned: ${planWords(tasks)}.`] : [];
  return [reason, ...carried, ...gaps, ...open, ...planned].join(' ');
}

/** How many open tasks there are, or which: `task TK-01`, `2 tasks`; undefined for none. */
export function taskWords(tasks: readonly RecordEntry[]): string | undefined {
  const [only, ...others] = tasks;
  if (!only) return undefined;
  return others.length === 0 ? `task ${nameOf(only)}` : `${tasks.length} tasks`;
}

/** Open tasks with who does them, and by when: `TK-01 (priya, due 2026-12-11)`. */
export function planWords(tasks: readonly RecordEntry[]): string {
  const names = tasks.slice(0, 3).map(task => {
    const { owner, due } = task.shape.values;
    const more = [...(owner ? [owner.text] : []), ...(due ? [`due ${due.text}`] : [])];
    return more.length > 0 ? `${nameOf(task)} (${more.join(', ')})` : nameOf(task);
  });
  return listed(names, tasks.length);
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
