import { daysLater } from '../text/calendar.ts';
import { countOf, type Days } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import { daysInWords, isOfEveryDay, shortfallOf, type Window } from './states.ts';

/** One sentence that says why a window is in its state, and names days. */
export function reasonOf(window: Window, today: string): string {
  const name = nameInSentence(window);
  switch (window.state) {
    case 'not expected':
      return `${name} has only ${daysLeft(window)} in the period, so nothing is expected of it.`;
    case 'upcoming':
      return `${name} begins on ${window.from}.`;
    case 'due':
      return `${name} ${dueWords(window, today)}${withShortfall(window)}.`;
    case 'gap':
      return `${name} closed on ${window.to} without evidence.`;
    case 'partial':
      return partialReason(window, name);
    case 'not exercised':
      return `${name} is on file for every day, and there was nothing in it.`;
    case 'complete':
      return `${name} ${completeWords(window)}.`;
  }
}

/** `2026-Q1`, `The last annual window (2026-01-01 to 2026-12-31)`, `The population (2026-01-01 to 2026-12-31)`. */
function nameInSentence(window: Window): string {
  if (window.isLastInterval) return `The ${window.name} window (${daysInWords(window)})`;
  const isNamed = window.kind === 'performance' || window.kind === 'log';
  return isNamed ? window.name : `The ${whatItAsksFor[window.kind]} (${daysInWords(window)})`;
}

/** A window as a sentence about a control calls it: `2026-Q1`, `the last annual window`, `the population`. */
export function calledInSentence({ name, kind, isLastInterval }: EmptyWindow): string {
  if (isLastInterval) return `the ${name} window`;
  return kind === 'performance' || kind === 'log' ? name : `the ${whatItAsksFor[kind]}`;
}

const whatItAsksFor = {
  population: 'population',
  changes: 'log of changes',
  configuration: 'capture of the configuration',
} as const;

function daysLeft(window: EmptyWindow): string {
  const [left, whole] = [countOf(window), countOf(window.whole)];
  return `${left} of ${whole} ${whole === 1 ? 'day' : 'days'}`;
}

/** What is past its last day is in its grace time. */
function dueWords({ to, closes }: Days & { readonly closes: string }, today: string): string {
  return today <= to ? `is due on ${to}` : `was due on ${to} and closes after ${closes}`;
}

function withShortfall(window: Window): string {
  const shortfall = shortfallOf(window);
  return shortfall === undefined ? '' : `, ${shortfall}`;
}

function partialReason(window: Window, name: string): string {
  if (window.isClosed)
    return `${name} closed on ${window.to}${withShortfall(window) || ' with a part on file'}.`;
  return `${name} is open, but already lacks days: ${shortfallOf(window) ?? ''}.`;
}

function completeWords(window: Window): string {
  if (isOfEveryDay(window)) return 'is on file for every day';
  const [first] = window.cells.flatMap(cell => cell.evidence);
  const day = first?.performed ?? first?.covers?.to ?? first?.collected;
  const said = window.marks.flatMap(mark => markWords(mark, window));
  const of = day === undefined ? '' : ` of ${day}`;
  return [`has evidence${of}`, ...said].join(', ');
}

function markWords(mark: Window['marks'][number], { cells, closes }: Window): string {
  switch (mark) {
    case 'late':
      return `${cells.length > 1 ? 'some of it ' : ''}performed after ${closes}, the end of the grace time`;
    case 'before-period':
      return 'performed before the period';
    case 'after-period':
      return 'performed after the period';
    case 'by-collection':
      return 'known only by the day on which it was filed';
  }
}

/** What a window is if nothing is added, and from which day on: `a gap from 2026-04-16 on`. */
export function closingWords({ cells, closes }: Window): string {
  const state = cells.some(cell => cell.evidence.length > 0) ? 'partial' : 'a gap';
  return `${state} from ${daysLater(closes, 1)} on`;
}
