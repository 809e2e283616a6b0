// What a log or population covers, and what a capture shows.
import { daysOfLabel } from './slowCalendar.ts';
import type { SlowCase, SlowEvidence } from './slowCase.ts';
import { dayBefore, daysFrom } from './slowDays.ts';
import type { SlowWindow } from './slowExpected.ts';

/** Whether evidence is a log or population by its type. */
export function isLog({ type }: SlowEvidence): boolean {
  return type === 'system-log' || type === 'population';
}

/**
 * Whether evidence shows how something was on a day, and not what happened on many. Where its type does not tell, it is what
 * states neither `covers` nor a label: the text is silent.
 */
export function isCapture({ type, covers, window }: SlowEvidence): boolean {
  if (type === 'configuration') return true;
  const isOfChanges = type === 'system-log' || type === 'population' || type === 'incident-report';
  return !isOfChanges && covers === undefined && window === undefined;
}

/** What a piece of evidence is for a log or population: the days that it covers, or those for which something is on file. */
export interface Record {
  readonly covers: readonly string[];
  readonly isOnFileFor: readonly string[];
  /** Whether it can show that nothing is missing from its days. */
  readonly isWhole: boolean;
}

/**
 * The days of a log or population. A single item covers nothing: by its type, or because it states a performance and not what
 * it covers.
 */
export function recordOf(given: SlowCase, evidence: SlowEvidence, kind: SlowWindow['kind']): Record {
  const { type, performed, covers, window, collected, extractedOn, query, count } = evidence;
  const drawn = extractedOn ?? collected;
  const claims = covers
    ? daysFrom(covers.from, covers.to)
    : window === undefined
      ? undefined
      : daysOfLabel(window, given.fiscalYearBegins);
  const isItem = type === 'incident-report' || (!isLog(evidence) && performed !== undefined && !covers);
  if (claims === undefined || isItem) {
    const day = performed ?? drawn;
    const isPerformance = performed !== undefined && !isLog(evidence) && type !== 'incident-report';
    const onDay = day === undefined ? [] : [day];
    return { covers: [], isOnFileFor: isPerformance ? onDay : (claims ?? onDay), isWhole: false };
  }
  const isPopulation = type === 'population' || (kind === 'population' && type !== 'system-log');
  const lacks = query === undefined || count === undefined || drawn === undefined;
  // Where nobody says when it was drawn, it was before today: the text is silent.
  const until = dayBefore(drawn ?? given.today);
  if (isPopulation && lacks) return { covers: [], isOnFileFor: claims, isWhole: false };
  const known = claims.filter(day => day <= until);
  return { covers: known, isOnFileFor: known, isWhole: true };
}

/** What a log or population that covers anything claims beyond the day before it was drawn. */
export function claimsBeyond(
  given: SlowCase,
  evidence: SlowEvidence,
  kind: SlowWindow['kind'],
): string | undefined {
  const { id, covers, collected, extractedOn } = evidence;
  const drawn = extractedOn ?? collected;
  if (!covers || drawn === undefined || covers.to < drawn || !recordOf(given, evidence, kind).isWhole)
    return undefined;
  return `${id}: covers days up to ${covers.to} and was drawn on ${drawn}`;
}

/** Whether a capture was made on a day of the span: when it was performed, else within the days that it names, else filed. */
export function isMadeIn(
  { fiscalYearBegins }: SlowCase,
  { days }: SlowWindow,
  evidence: SlowEvidence,
): boolean {
  const { performed, window, covers, collected } = evidence;
  const named = window === undefined ? undefined : daysOfLabel(window, fiscalYearBegins);
  const made =
    performed !== undefined ? [performed] : (named ?? (covers && daysFrom(covers.from, covers.to)));
  if (made) return made.every(day => days.includes(day));
  return collected !== undefined && days.includes(collected);
}
