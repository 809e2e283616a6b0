import { type Days, hasDay } from './days.ts';
import type { TimedEvidence } from './input.ts';
import type { Problem } from './problems.ts';

/**
 * What keeps evidence of a performance from filling anything, whatever else it says: a date that is still to come, or a day on
 * which the control was not active.
 */
export function impossibility(evidence: TimedEvidence, active: Days, today: string): Problem | undefined {
  const { id, performed, covers } = evidence;
  const isToCome =
    hasDateAfter(evidence, today) || (performed === undefined && (covers?.to ?? today) > today);
  if (isToCome) return { is: 'future', evidence: id };
  if (performed === undefined || hasDay(active, performed)) return undefined;
  return { is: 'inactive', evidence: id, performed };
}

/** Whether something that is stated as done was done after a day. That it covers days which are to come is another matter. */
export function hasDateAfter(evidence: TimedEvidence, today: string): boolean {
  const { performed, collected, extractedOn, covers } = evidence;
  return [performed, collected, extractedOn, covers?.from].some(date => date !== undefined && date > today);
}
