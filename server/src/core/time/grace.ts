import type { Cadence } from './cadence.ts';

/** Days behind the last day of a window in which it can still be filled in time, as far as a program sets them. */
export type Grace = Readonly<Partial<Record<Cadence, number>>>;

const usual: Readonly<Record<Cadence, number>> = {
  daily: 10,
  weekly: 10,
  monthly: 10,
  quarterly: 15,
  semiannual: 30,
  annual: 30,
  'event-driven': 30,
  continuous: 30,
};

/**
 * The days of grace of a window. A configuration has none by default: how it was in the period can no longer be captured.
 * @param ofControl what the control sets for all of its windows, before what the program sets
 */
export function graceOf(
  { cadence, kind }: { readonly cadence: Cadence; readonly kind: string },
  ofControl: number | undefined,
  ofProgram: Grace,
): number {
  if (ofControl !== undefined) return ofControl;
  return kind === 'configuration' ? 0 : (ofProgram[cadence] ?? usual[cadence]);
}
