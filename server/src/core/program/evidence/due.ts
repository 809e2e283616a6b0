import { groupedBy } from '../../text/lists.ts';
import { type Urgency, urgencyOf } from '../../time/due.ts';
import type { Window } from '../../time/states.ts';
import { personIn } from '../people.ts';
import type { Program } from '../program.ts';
import type { RecordEntry } from '../record.ts';
import type { Report } from '../report.ts';
import { controlsInTime } from './controlsInTime.ts';

/** A window for which something is to be done, and its control. */
export interface DueWindow {
  readonly control: RecordEntry;
  readonly window: Window;
}

/** What is due for a report, and what no longer can be. */
export interface Due<Of extends DueWindow = DueWindow> {
  /** Past their last day and within their grace time: what closes first comes first. */
  readonly overdue: readonly Of[];
  /** What is due first comes first. */
  readonly due: readonly Of[];
  /** Those that are due after that. */
  readonly later: readonly Of[];
  /** Closed without all that they ask for, in order of time. */
  readonly gaps: readonly Of[];
}

/**
 * What is due for a report as of today.
 * @param until the last day that is looked at
 * @param owner whose controls are looked at, by an id, name, or role; undefined for everybody's
 */
export function dueIn(
  program: Program,
  report: Report,
  { until, owner }: { readonly until: string; readonly owner: string | undefined },
): Due {
  const windows = controlsInTime(program, report).flatMap(({ entry, windows }) =>
    owner === undefined || isOwnedBy(program, entry, owner)
      ? windows.map(window => ({ control: entry, window }))
      : [],
  );
  return dueOf(windows, program.today, until);
}

/** What of these windows is due as of today, and what no longer can be. */
export function dueOf<Of extends DueWindow>(windows: readonly Of[], today: string, until: string): Due<Of> {
  const byUrgency = groupedBy(windows, ({ window }) => urgencyOf(window, today, until));
  const of = (urgency: Urgency, day: (window: Window) => string) =>
    (byUrgency.get(urgency) ?? []).sort(
      (a, b) => compare(day(a.window), day(b.window)) || compare(a.window.to, b.window.to),
    );
  return {
    overdue: of('overdue', one => one.closes),
    due: of('due', one => one.to),
    later: of('later', one => one.to),
    gaps: of('gap', one => one.to),
  };
}

/** Whether a control has an owner, who may be called by an id, a name, or a role. */
export function isOwnedBy(program: Program, { shape }: RecordEntry, owner: string): boolean {
  const stated = shape.values['owner']?.text;
  const people = program.manifest?.shape.people ?? [];
  return stated !== undefined && personIn(stated, people) === personIn(owner, people);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
