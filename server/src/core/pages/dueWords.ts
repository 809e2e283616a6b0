// What is said of what is due, in every face.
import type { DueWindow } from '../program/evidence/due.ts';
import { nameOf } from '../program/record.ts';
import { daysBetween } from '../text/calendar.ts';
import { closingWords } from '../time/reasons.ts';
import { shortfallOf, type Window } from '../time/states.ts';
import type { Inlines } from './page.ts';
import { stateWords } from './windowWords.ts';
import { counted } from './words.ts';

/** When a window is due: `overdue by 10 days, a gap from 2026-04-16 on`, `due in 25 days`, `gap`. */
export function dueWords(window: Window, today: string): string {
  if (window.isClosed) return stateWords(window);
  const words = dueInWords(window.to, today);
  return window.to < today ? `${words}, ${closingWords(window)}` : words;
}

/** How far a due date is: `overdue by 10 days`, `due today`, `due in 25 days`. */
export function dueInWords(due: string, today: string): string {
  const days = daysBetween(today, due);
  if (days < 0) return `overdue by ${counted(-days, 'day')}`;
  if (days === 0) return 'due today';
  return days === 1 ? 'due tomorrow' : `due in ${days} days`;
}

/** A window in a list of what is due: its day, control, name, and when it is due, with what is missing and by whom. */
export function dueRow({ control, window }: DueWindow, today: string): Inlines[] {
  const { path, index } = control;
  const { at, title, values } = control.shape;
  const name = nameOf(control);
  const shortfall = shortfallOf(window);
  const more = [
    dueWords(window, today),
    ...(shortfall === undefined ? [] : [shortfall]),
    ...(title !== undefined && title !== name ? [title] : []),
    ...(values['owner'] ? [values['owner'].text] : []),
  ];
  return [
    [window.to],
    [{ text: name, style: 'strong', target: { path, record: index, at } }],
    [window.name],
    [{ text: more[0] ?? '', tone: toneOf(window, today) }, ...more.slice(1).map(word => ` · ${word}`)],
  ];
}

function toneOf({ isClosed, to }: Window, today: string): 'bad' | 'begun' | 'advanced' {
  if (isClosed) return 'bad';
  return to < today ? 'begun' : 'advanced';
}
