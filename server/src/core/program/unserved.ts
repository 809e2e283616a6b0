// The days of a period on which no control serves a criterion, by the dates of the controls.
import type { CitationShape } from '../model/shape.ts';
import { daysLater } from '../text/calendar.ts';
import { byPlace, cites, dateIn, isControl, type RecordEntry } from './record.ts';
import type { Period } from './report.ts';

/** The days on which a control serves a criterion: from the first day, up to the day on which it no longer does. */
interface Span {
  readonly entry: RecordEntry;
  readonly citation: CitationShape;
  readonly from: string;
  readonly until: string | undefined;
}

/** Days, both included, on which nothing serves a criterion, and the control next to them. */
export interface UnservedDays {
  readonly from: string;
  readonly to: string;
  readonly entry: RecordEntry;
  readonly citation: CitationShape;
  /** Whether the control was retired before these days, rather than put in place behind them. */
  readonly isRetired: boolean;
  /** The day on which the control was put in place, or retired. */
  readonly date: string;
}

/**
 * The days of a period on which no control serves a criterion. None where one control serves the whole period, or where it is
 * unknown when one began or ended: unknown is not wrong.
 * @param citing the records that cite the criterion
 */
export function unservedDays(
  criterion: string,
  citing: Iterable<RecordEntry>,
  period: Period,
): readonly UnservedDays[] {
  const spans = spansOf(criterion, citing, period);
  return spans ? gapsIn(spans, period) : [];
}

/** Undefined if one control serves the whole period, or if it is unknown when one began or ended. */
function spansOf(
  criterion: string,
  citing: Iterable<RecordEntry>,
  period: Period,
): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const entry of citing) {
    const { standing, values, satisfies } = entry.shape;
    if (!isControl(entry.shape) || (standing !== 'counts' && standing !== 'retired')) continue;
    const citation = satisfies.find(one => cites(entry, one, criterion));
    if (!citation || /^(?:planned|designed)$/i.test(values['status']?.text ?? '')) continue;
    const from = dateIn(values, entry.shape.kind === 'procedure' ? 'effective' : 'implementedOn');
    const retired = dateIn(values, 'retiredOn');
    if (from === undefined || (standing === 'retired' && retired === undefined)) return undefined;
    // Some people record the last day, others the day after it.
    const until = retired === undefined ? undefined : daysLater(retired, 1);
    if (from <= period.start && (until === undefined || until > period.end)) return undefined;
    if (from <= period.end && (until === undefined || until > period.start))
      spans.push({ entry, citation, from, until });
  }
  return spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : byPlace(a.entry, b.entry)));
}

/** The days of a period that no span covers, each gap with the control next to it. */
function gapsIn(spans: readonly Span[], { start, end }: Period): readonly UnservedDays[] {
  const gaps: UnservedDays[] = [];
  let next: string | undefined = start;
  let last: Span | undefined;
  for (const { entry, citation, from, until } of spans) {
    if (next === undefined) break;
    if (from > next)
      gaps.push({ entry, citation, from: next, to: daysLater(from, -1), date: from, isRetired: false });
    if (until === undefined || until > next) [last, next] = [{ entry, citation, from, until }, until];
  }
  if (last && next !== undefined && next <= end) {
    const { entry, citation } = last;
    gaps.push({ entry, citation, from: next, to: end, date: daysLater(next, -1), isRetired: true });
  }
  return gaps;
}
