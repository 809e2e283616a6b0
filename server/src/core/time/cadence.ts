/** How often a control is performed, as far as it has windows. */
export type Cadence =
  | 'continuous'
  | 'daily'
  | 'weekly'
  | 'monthly'
  | 'quarterly'
  | 'semiannual'
  | 'annual'
  | 'event-driven';

const intervals: Readonly<Partial<Record<Cadence, number>>> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
};

/** The months from one performance to the next; undefined for what is done more often, always, or on occasions. */
export function intervalOf(cadence: Cadence): number | undefined {
  return intervals[cadence];
}

/**
 * The cadence of what comes up so often in a year, such as a cron expression: 1 is annual, 2 semiannual, 4 quarterly, 12 monthly,
 * 52 or 53 weekly, and 250 or more daily. Undefined for anything else, which no window can be made of.
 */
export function cadenceOfFirings(inYear: number): Cadence | undefined {
  if (inYear >= 250) return 'daily';
  return inYear === 53 ? 'weekly' : byFirings.get(inYear);
}

const byFirings: ReadonlyMap<number, Cadence> = new Map([
  [1, 'annual'],
  [2, 'semiannual'],
  [4, 'quarterly'],
  [12, 'monthly'],
  [52, 'weekly'],
]);
