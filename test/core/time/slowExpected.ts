// Definitions 1 to 12: the windows of a control, and which of them are expected.
import { type Cadence, cadences, monthsOf, wholeWindows } from './slowCalendar.ts';
import type { SlowCase, SlowControl } from './slowCase.ts';
import { dayAfter, dayBefore, daysFrom, daysOn, everyDay, monthsOn } from './slowDays.ts';

export type Kind = 'calendar' | 'last' | 'log' | 'population' | 'capture';

export interface SlowWindow {
  readonly name: string;
  readonly kind: Kind;
  /** Windows of one frequency, over all versions, have the same. What is filed in one of them can move only to another of them. */
  readonly track: string;
  readonly cadence: Cadence;
  /** As cut. */
  readonly days: readonly string[];
  /** Before it was cut. */
  readonly whole: readonly string[];
  readonly expected: boolean;
  /** The last day of its grace time. */
  readonly graceEnds: string;
}

export interface Version {
  readonly frequencies: readonly Cadence[];
  readonly days: ReadonlySet<string>;
}

/** 1. The days on which a control was active. */
export function activeDays(control: SlowControl): ReadonlySet<string> {
  const { status, implementedOn, retiredOn } = control;
  if (status === 'planned' || status === 'designed' || status === 'draft') return new Set();
  if (status === 'retired' && retiredOn === undefined) return new Set();
  return new Set(
    everyDay.filter(
      day =>
        (implementedOn === undefined || day >= implementedOn) && (retiredOn === undefined || day < retiredOn),
    ),
  );
}

/**
 * 2. The versions of a control, the present one last, each with the days on which it was in force: the days in a row on which
 * it was performed as often. The text does not say what a change of the words alone is; here it is no other version.
 */
export function versionsOf(control: SlowControl): readonly Version[] {
  const versions: { frequencies: readonly Cadence[]; days: Set<string> }[] = [];
  let before: readonly Cadence[] | undefined;
  for (const day of everyDay) {
    const frequencies = frequenciesOn(control, day);
    if (frequencies && String(frequencies) !== String(before))
      versions.push({ frequencies, days: new Set() });
    if (frequencies) versions.at(-1)?.days.add(day);
    before = frequencies;
  }
  return versions;
}

/** 2. How often a control was to be performed on a day; undefined for a day that is of no version. */
function frequenciesOn(
  { history = [], frequency }: SlowControl,
  day: string,
): readonly Cadence[] | undefined {
  const last = history.at(-1);
  if (last?.to === undefined || day > last.to) return listed(frequency);
  const version = history.find(({ from, to }, index) => {
    const next = history[index + 1];
    return (index === 0 || day >= from) && day <= (to ?? (next ? dayBefore(next.from) : day));
  });
  return version && listed(version.frequency);
}

function listed(frequency: Cadence | readonly Cadence[]): readonly Cadence[] {
  if (typeof frequency === 'string') return [frequency];
  return cadences.filter(cadence => frequency.includes(cadence));
}

/** The windows of a control for a report: version by version, and frequency by frequency. */
export function windowsOf(given: SlowCase): readonly SlowWindow[] {
  const { control, report } = given;
  const active = activeDays(control);
  const period = daysFrom(report.period.start, report.period.end);
  const windows: SlowWindow[] = [];
  versionsOf(control).forEach((version, versionIndex) => {
    // 3. Span.
    const span = period.filter(day => active.has(day) && version.days.has(day));
    if (span.length === 0) return;
    version.frequencies.forEach((cadence, lane) => {
      const make = (
        kind: Kind,
        name: string,
        whole: readonly string[],
        days: readonly string[],
        expected: boolean,
      ) => {
        const graceEnds = daysOn(days.at(-1) ?? '', graceOf(given, cadence, kind));
        const track =
          kind === 'calendar' || kind === 'log' ? `${kind} ${lane}` : `${name} ${lane} of ${versionIndex}`;
        windows.push({ name, kind, track, cadence, days, whole, expected, graceEnds });
      };
      const months = monthsOf[cadence];
      if (cadence === 'event-driven') {
        make('population', 'population', span, span, true); // 9
      } else if (cadence === 'continuous') {
        for (const part of partsOf(control)) {
          make(part === 'configuration' ? 'capture' : 'log', part, span, span, true); // 10
        }
      } else if (months === undefined) {
        const least = cadence === 'weekly' ? 7 : 1;
        for (const { name, days } of wholeWindows(1, 1)) {
          const left = days.filter(day => span.includes(day));
          if (left.length > 0) make('log', name, days, left, left.length >= least); // 8
        }
      } else if (isNoLongerThan(report.period, months)) {
        const lastDay = span.at(-1) ?? '';
        const whole = daysFrom(monthsOn(dayAfter(lastDay), -months), lastDay);
        const days = whole.filter(day => active.has(day));
        make('last', `last ${cadence}`, whole, days, 2 * days.length >= whole.length); // 7
      } else {
        for (const { name, days } of wholeWindows(months, given.fiscalYearBegins)) {
          const left = days.filter(day => span.includes(day));
          if (left.length > 0) make('calendar', name, days, left, 2 * left.length >= days.length); // 6
        }
      }
    });
  });
  return windows;
}

/** 7. Whether a period is no longer than one interval. */
function isNoLongerThan({ start, end }: { start: string; end: string }, months: number): boolean {
  return dayBefore(monthsOn(start, months)) >= end;
}

/** 10. What is expected of a continuous control. */
function partsOf({ expects = [] }: SlowControl): readonly ('configuration' | 'changes')[] {
  const isOfChanges = (type: string) =>
    ['changes', 'system-log', 'population', 'change-record'].includes(type);
  const configuration = expects.includes('configuration');
  const changes = expects.some(isOfChanges);
  if (configuration && !changes) return ['configuration'];
  if (changes && !configuration) return ['changes'];
  return ['configuration', 'changes'];
}

/** 11. */
function graceOf({ control, grace }: SlowCase, cadence: Cadence, kind: Kind): number {
  if (control.grace !== undefined) return control.grace;
  // What a program sets for continuous controls is the time for their logs: the text is silent.
  if (kind === 'capture') return 0;
  const set = grace?.[cadence];
  if (set !== undefined) return set;
  if (cadence === 'monthly' || cadence === 'weekly' || cadence === 'daily') return 10;
  return cadence === 'quarterly' ? 15 : 30;
}
