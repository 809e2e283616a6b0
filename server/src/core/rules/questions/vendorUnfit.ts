import type { Stated } from '../../model/shape.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';

/** Why the report of a vendor cannot show what is assumed of it, and where that is said. */
export type Unfitness =
  | { readonly stated: Stated; readonly as: 'soc1'; readonly criterion: string }
  | { readonly stated: Stated; readonly as: 'default'; readonly report: string };

/**
 * Why the report of a vendor that is carved out is of the wrong kind: a SOC 1 behind criteria, else a Type I behind a Type II.
 * Undefined where it is of no wrong kind.
 */
export function unfitness(program: Program, { shape }: RecordEntry): Unfitness | undefined {
  const { 'report.type': type, 'report.kind': kind } = shape.values;
  // Who audits financial reporting needs the vendor's SOC 1, beside its SOC 2 where criteria depend on it.
  const criterion = shape.csocs?.find(({ catalog }) => catalog === 'TSC')?.id;
  if (kind && criterion !== undefined && isSoc1(kind.text)) return { stated: kind, as: 'soc1', criterion };
  const overPeriod = program.currentReports.find(one => !one.assumed && one.type === 2);
  if (!type || !overPeriod || !typeOne.test(type.text)) return undefined;
  return { stated: type, as: 'default', report: overPeriod.id };
}

/** `1`, `I`, `Type 1`. */
const typeOne = /^(?:type[-_ ]*)?(?:1|i)$/i;

function isSoc1(kind: string): boolean {
  return /\bsoc[-_ ]?1\b/i.test(kind) && !/soc[-_ ]?2/i.test(kind);
}
