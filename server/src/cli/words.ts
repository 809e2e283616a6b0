import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { Report } from '../core/programme/report.ts';

/** A number with its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A report in a few words: kind, type, dates and categories. */
export function reportWords(report: Report, catalogue: Catalogue): string {
  const kind = { soc1: 'SOC 1', soc2: 'SOC 2', soc3: 'SOC 3' }[report.kind];
  const type = report.type === undefined ? '' : ` Type ${report.type === 1 ? 'I' : 'II'}`;
  const dates = report.period
    ? `, ${report.period.start} to ${report.period.end}`
    : report.asOf
      ? `, as of ${report.asOf}`
      : '';
  const categories = report.categories.map(id => catalogue.category(id)?.title ?? id).join(', ');
  const assumed = report.assumed ? ' (assumed: nothing states a report)' : ` (${report.id})`;
  return `${kind}${type}${assumed}${dates}${categories ? `: ${categories}` : ''}`;
}
