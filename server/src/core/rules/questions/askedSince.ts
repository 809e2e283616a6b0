import type { Program } from '../../program/program.ts';

/**
 * Since when the report that is asked after counts controls, after a verb: "from 2026-01-01 on", "as of 2026-06-30". Undefined
 * until its period has begun or its date has come, and where the manifest states neither.
 */
export function askedSince({ report: { type, asOf, period }, today }: Program): string | undefined {
  const day = type === 2 ? undefined : asOf;
  if (day !== undefined) return day <= today ? `as of ${day}` : undefined;
  return period && period.start <= today ? `from ${period.start} on` : undefined;
}

/** How grave it is that a criterion has no control to be tested, once the report asks for one. */
export const onceAsked = {
  messages: ['asked'],
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  when: 'once the period of the report has begun, or its date has come',
} as const;
