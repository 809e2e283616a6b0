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
