import type { Stated } from '../../model/shape.ts';
import { dateIn, type RecordEntry } from '../../program/record.ts';

/** Up to which day a vendor speaks for itself, and where that is said. */
export interface VendorCover {
  readonly until: string;
  readonly stated: Stated;
  /** Whether it is the vendor's own letter that reaches that far, and not its report. */
  readonly isBridge: boolean;
}

/**
 * The last day that a vendor's report is about, or its bridge letter, where that reaches further. Undefined where the record
 * does not say when the report ends.
 */
export function vendorCover({ shape: { values } }: RecordEntry): VendorCover | undefined {
  const report = lastOf(values, 'report.period.end', false) ?? lastOf(values, 'report.asOf', false);
  if (!report) return undefined;
  const bridge = lastOf(values, 'report.bridge.end', true);
  return bridge && bridge.until > report.until ? bridge : report;
}

function lastOf(
  values: RecordEntry['shape']['values'],
  key: 'report.period.end' | 'report.asOf' | 'report.bridge.end',
  isBridge: boolean,
): VendorCover | undefined {
  const [until, stated] = [dateIn(values, key), values[key]];
  return until !== undefined && stated ? { until, stated, isBridge } : undefined;
}
