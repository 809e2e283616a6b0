import { monthsLater } from '../text/calendar.ts';
import type { TimedEvidence } from './input.ts';

/**
 * Whether something is on file for a report as of a day: evidence of one of the twelve months up to it, by the day of performance,
 * else by the last day that it covers, else by the day on which it was collected.
 */
export function isOnFile(evidence: readonly TimedEvidence[], asOf: string): boolean {
  const first = monthsLater(asOf, -12);
  return evidence.some(({ performed, covers, collected }) => {
    const day = performed ?? covers?.to ?? collected;
    return day !== undefined && first < day && day <= asOf;
  });
}
