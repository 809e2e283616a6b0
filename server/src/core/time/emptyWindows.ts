// The windows of a control in a period, before any evidence is looked at.
import { daysLater, monthsLater } from '../text/calendar.ts';
import { type Cadence, intervalOf } from './cadence.ts';
import { countOf, type Days, inCommon } from './days.ts';
import { kindsOfContinuous } from './expectations.ts';
import { graceOf } from './grace.ts';
import type { WindowsQuestion } from './input.ts';
import { windowsWith } from './labels.ts';
import { activeDays, spanOf, versionsOf } from './versions.ts';

/**
 * What a window asks for: a performance; a log of all performances, or a population of all events, for each day; all changes of
 * a configuration, for each day; a capture of the configuration on one of its days.
 */
export type WindowKind = 'performance' | 'log' | 'population' | 'changes' | 'configuration';

/** A window in which evidence may be expected. Its days are those of the span: what lies outside of it is cut off. */
export interface EmptyWindow extends Days {
  /** `2026-Q1`, `FY2027-H1`, `last annual`, `population`, `configuration`, `changes`. */
  readonly name: string;
  readonly kind: WindowKind;
  readonly cadence: Cadence;
  /** The days of the whole window of the calendar, or of the whole interval. */
  readonly whole: Days;
  /** Whether it is the one interval that ends with the span, rather than a window of the calendar. */
  readonly isLastInterval: boolean;
  /** Whether so few days are left of it that nothing is expected. */
  readonly isExpected: boolean;
  /** The last day of its grace time: it is closed behind that. */
  readonly closes: string;
  /** Windows of performances follow each other in one of these; others have one each. */
  readonly track: string;
}

/** The windows of a control in a period, those of a track in order of time. */
export function emptyWindows(question: WindowsQuestion): readonly EmptyWindow[] {
  const { control, period } = question;
  const active = activeDays(control);
  if (!active) return [];
  const windows = versionsOf(control).flatMap(version => {
    const span = spanOf(version, active, period);
    if (!span) return [];
    return inOrder(version.cadences).flatMap((cadence, place) =>
      windowsOf(cadence, { span, active, place, question }),
    );
  });
  const tracks = [...new Set(windows.map(({ track }) => track))];
  return tracks.flatMap(track => windows.filter(window => window.track === track));
}

/** What the windows of one cadence are made from. */
interface Making {
  readonly span: Days;
  readonly active: Days;
  /** The place of the cadence among those of its version. */
  readonly place: number;
  readonly question: WindowsQuestion;
}

function windowsOf(cadence: Cadence, making: Making): readonly EmptyWindow[] {
  const { period } = making.question;
  const months = intervalOf(cadence);
  if (months !== undefined) {
    const isLong = daysLater(monthsLater(period.from, months), -1) >= period.to;
    return isLong ? [lastInterval(cadence, months, making)] : calendarWindows(cadence, months, making);
  }
  if (cadence === 'event-driven') return [wholeSpan('population', cadence, making)];
  if (cadence === 'continuous')
    return kindsOfContinuous(making.question.control.expects).map(kind => wholeSpan(kind, cadence, making));
  return logMonths(cadence, making);
}

/** Every whole window of the calendar that has a day in the span. */
function calendarWindows(cadence: Cadence, months: number, making: Making): readonly EmptyWindow[] {
  const { span, place } = making;
  return windowsWith(span, months, making.question.fiscalYearBegins).map(whole => {
    const days = inCommon(whole, span) ?? span;
    return emptyWindow(
      { cadence, kind: 'performance', track: `performance ${place}` },
      whole.name,
      days,
      making,
      {
        whole,
        isExpected: 2 * countOf(days) >= countOf(whole),
      },
    );
  });
}

/** The interval that ends with the span, however long before the period it begins, as far as the control was active. */
function lastInterval(cadence: Cadence, months: number, making: Making): EmptyWindow {
  const { span, active, place } = making;
  const whole = { from: monthsLater(daysLater(span.to, 1), -months), to: span.to };
  const days = inCommon(whole, active) ?? span;
  const track = `last ${place} ${span.from}`;
  return emptyWindow({ cadence, kind: 'performance', track }, `last ${cadence}`, days, making, {
    whole,
    isLastInterval: true,
    isExpected: 2 * countOf(days) >= countOf(whole),
  });
}

/** A month for each month of the span, as long as one interval is left of it. */
function logMonths(cadence: Cadence, making: Making): readonly EmptyWindow[] {
  const { span, place } = making;
  const least = cadence === 'weekly' ? 7 : 1;
  return windowsWith(span, 1, 1).map(whole => {
    const days = inCommon(whole, span) ?? span;
    return emptyWindow({ cadence, kind: 'log', track: `log ${place}` }, whole.name, days, making, {
      whole,
      isExpected: countOf(days) >= least,
    });
  });
}

function wholeSpan(
  kind: 'population' | 'changes' | 'configuration',
  cadence: Cadence,
  making: Making,
): EmptyWindow {
  return emptyWindow({ cadence, kind, track: `${kind} ${making.span.from}` }, kind, making.span, making, {});
}

function emptyWindow(
  of: Pick<EmptyWindow, 'cadence' | 'kind' | 'track'>,
  name: string,
  { from, to }: Days,
  { question }: Making,
  more: Partial<Pick<EmptyWindow, 'whole' | 'isLastInterval' | 'isExpected'>>,
): EmptyWindow {
  const closes = daysLater(to, graceOf(of, question.control.grace, question.grace));
  return {
    ...of,
    name,
    from,
    to,
    closes,
    whole: { from, to },
    isLastInterval: false,
    isExpected: true,
    ...more,
  };
}

/** The shortest interval first, each once. */
function inOrder(cadences: readonly Cadence[]): readonly Cadence[] {
  return cadenceOrder.filter(cadence => cadences.includes(cadence));
}

const cadenceOrder: readonly Cadence[] = [
  ...(['daily', 'weekly', 'monthly', 'quarterly', 'semiannual', 'annual'] as const),
  ...(['event-driven', 'continuous'] as const),
];
