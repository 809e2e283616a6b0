import type { Stated } from '../../model/shape.ts';
import { dateIn, type RecordEntry } from '../../program/record.ts';
import { daysLater, readDate } from '../../text/calendar.ts';

/** Up to which day a vendor speaks for itself, and where that is said. */
export interface VendorCover {
  readonly until: string;
  readonly stated: Stated;
  /** Whether it is the vendor's own letter that reaches that far, and not its report. */
  readonly isBridge: boolean;
}

/**
 * The last day that a vendor's report is about, or its bridge letter, where that reaches further. Undefined where the record
 * does not say when the report ends, or has a letter and does not say when that ends.
 */
export function vendorCover({ shape: { values, vendorReport } }: RecordEntry): VendorCover | undefined {
  const report = reportsEnd(values);
  if (!report || vendorReport?.bridge === 'unread') return undefined;
  const { end } = bridgeOf(vendorReport) ?? {};
  const until = end && readDate(end.text);
  return end && until !== undefined && until > report.until
    ? { until, stated: end, isBridge: true }
    : { ...report, isBridge: false };
}

/** Days that neither the report of a vendor is about nor its bridge letter, which begins after them. */
export interface Hole {
  /** The last day of the report. */
  readonly until: string;
  readonly from: string;
  readonly to: string;
  /** The first day of the letter. */
  readonly start: Stated;
}

/** The days between a vendor's report and its bridge letter; undefined where the one follows the other. */
export function holeBeforeBridge({ shape: { values, vendorReport } }: RecordEntry): Hole | undefined {
  const report = reportsEnd(values);
  const { start } = bridgeOf(vendorReport) ?? {};
  const first = start && readDate(start.text);
  if (!report || !start || first === undefined) return undefined;
  const [from, to] = [daysLater(report.until, 1), daysLater(first, -1)];
  return from <= to ? { until: report.until, from, to, start } : undefined;
}

type Values = RecordEntry['shape']['values'];

function reportsEnd(values: Values): Pick<VendorCover, 'until' | 'stated'> | undefined {
  return lastOf(values, 'report.period.end') ?? lastOf(values, 'report.asOf');
}

function lastOf(values: Values, key: 'report.period.end' | 'report.asOf') {
  const [until, stated] = [dateIn(values, key), values[key]];
  return until !== undefined && stated ? { until, stated } : undefined;
}

function bridgeOf(report: RecordEntry['shape']['vendorReport']) {
  return typeof report?.bridge === 'object' ? report.bridge : undefined;
}
