import type { ManifestShape } from '../../model/shape.ts';
import { daysIn } from '../../text/interval.ts';
import { monthIn } from '../../text/months.ts';
import type { Grace } from '../../time/grace.ts';

/** What a manifest says of windows. */
export interface TimeSettings {
  /** The month in which the fiscal year begins, 1 to 12. */
  readonly fiscalYearBegins: number;
  readonly grace: Grace;
  /** Equal for settings that say the same. */
  readonly key: string;
}

/** What is stated, where it can be read; the fiscal year else begins in January. */
export function timeSettings(manifest: ManifestShape | undefined): TimeSettings {
  const fiscalYearBegins = monthIn(manifest?.fiscalYearBegins?.text ?? '') ?? 1;
  const stated = (manifest?.grace ?? []).flatMap(({ cadence, days }) => {
    const count = daysIn(days.text);
    return count === undefined ? [] : [[cadence, count] as const];
  });
  return {
    fiscalYearBegins,
    grace: Object.fromEntries(stated),
    key: [fiscalYearBegins, ...stated.flat()].join(' '),
  };
}
