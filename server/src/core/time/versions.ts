import { daysLater } from '../text/calendar.ts';
import type { Cadence } from './cadence.ts';
import { type Days, inCommon } from './days.ts';
import type { EarlierVersion, TimedControl } from './input.ts';

/** A version of a control, and the days on which it was in force. */
export interface Version {
  readonly days: Days;
  readonly cadences: readonly Cadence[];
}

/** Before and after every day that anybody states. */
const [always, forever] = ['0001-01-01', '9999-12-31'];

/**
 * The days on which a control was active; undefined where nothing is expected of it on any day: it is planned or a draft, or
 * it is retired and nobody says since when.
 */
export function activeDays(control: TimedControl): Days | undefined {
  const { inForce, retiredOn } = control;
  if (inForce === 'never' || (inForce === 'retired' && retiredOn === undefined)) return undefined;
  const days = activeByDates(control);
  return days.from <= days.to ? days : undefined;
}

/** The first and the last day on which a control was active by its dates alone; the last may be before the first. */
export function activeByDates({
  implementedOn,
  retiredOn,
}: Pick<TimedControl, 'implementedOn' | 'retiredOn'>): Days {
  return {
    from: implementedOn ?? always,
    to: retiredOn === undefined ? forever : daysLater(retiredOn, -1),
  };
}

/**
 * The versions of a control in order, without those that were in force on no day. The first is taken to hold since always.
 * Versions that differ only in their words are one: a quarter in which a sentence was changed is one window.
 */
export function versionsOf({ history, cadences }: TimedControl): readonly Version[] {
  const earlier = isEndKnown(history) ? earlierVersions(history, cadences) : [];
  const last = earlier.at(-1)?.days.to;
  if (last !== undefined && last >= forever) return joined(earlier);
  const present = { days: { from: last === undefined ? always : daysLater(last, 1), to: forever }, cadences };
  return joined([...earlier, present]);
}

/**
 * Whether a history tells when the present version began. An earlier version without a last day ends before the next one begins,
 * but behind the last one there is none, or one that does not say when it begins.
 */
export function isEndKnown(history: readonly EarlierVersion[]): boolean {
  const versions = inOrder(history);
  return versions.every(({ to }, i) => (to ?? versions[i + 1]?.from) !== undefined);
}

function earlierVersions(history: readonly EarlierVersion[], present: readonly Cadence[]): Version[] {
  const versions = inOrder(history);
  let first = always;
  return versions.flatMap(({ from, to, cadences }, i) => {
    const next = versions[i + 1]?.from;
    const start = i === 0 || from === undefined || from < first ? first : from;
    const beforeNext = next === undefined ? forever : daysLater(next, -1);
    const end = to === undefined || to > beforeNext ? beforeNext : to;
    if (start > end) return [];
    first = daysLater(end, 1);
    const stated = versions.slice(i).find(one => one.cadences)?.cadences;
    return { days: { from: start, to: end }, cadences: cadences ?? stated ?? present };
  });
}

/** By their first day, else by their last. */
function inOrder(history: readonly EarlierVersion[]): readonly EarlierVersion[] {
  const day = ({ from, to }: EarlierVersion) => from ?? to ?? always;
  return [...history].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** Neighbors with the same cadences as one. */
function joined(versions: readonly Version[]): readonly Version[] {
  const result: Version[] = [];
  for (const version of versions) {
    const last = result.at(-1);
    const isSame = last && sameCadences(last, version) && daysLater(last.days.to, 1) === version.days.from;
    if (isSame) result.splice(-1, 1, { ...last, days: { from: last.days.from, to: version.days.to } });
    else result.push(version);
  }
  return result;
}

function sameCadences(a: Version, b: Version): boolean {
  return a.cadences.length === b.cadences.length && a.cadences.every(one => b.cadences.includes(one));
}

/** The days of a version that are active and of a period; undefined where there is none. */
export function spanOf(version: Version, active: Days, period: Days): Days | undefined {
  const days = inCommon(version.days, active);
  return days && inCommon(days, period);
}
