import type { Report } from './report.ts';

/** How a report looks at records. */
export interface Outlook {
  /** The day on which its controls are asked after. */
  readonly day: string;
  /** Systems that it does not cover, in lower case: controls that operate on nothing else are none of its own. */
  readonly otherSystems: readonly string[];
  /** Equal for reports that look at records in the same way. */
  readonly key: string;
}

/** The day is the report's date, else today, but no later than the end of its period. */
export function outlookOf({ type, asOf, period, otherSystems }: Report, today: string): Outlook {
  const day = type !== 2 && asOf !== undefined ? asOf : period && period.end < today ? period.end : today;
  return { day, otherSystems, key: otherSystems.length === 0 ? day : [day, ...otherSystems].join('\n') };
}
