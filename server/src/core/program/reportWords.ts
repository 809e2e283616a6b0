import type { Catalogs } from '../catalog/catalogs.ts';
import type { Report } from './report.ts';

/**
 * A report in a few words.
 * @param form `short` is its kind, type and id; `long` adds its dates, and the categories and catalogs it is measured by
 */
export function reportWords(report: Report, catalogs: Catalogs, form: 'short' | 'long'): string {
  const short = reportKind(report);
  if (form === 'short') return report.assumed ? `${short} (assumed)` : `${short} (${report.id})`;
  const name = report.assumed
    ? `${short} (assumed: the manifest names no report)`
    : `${short} (${report.id})`;
  const dates = report.period
    ? `, ${report.period.start} to ${report.period.end}`
    : report.asOf
      ? `, as of ${report.asOf}`
      : '';
  const measures = report.catalogs.flatMap(of => {
    const titles = (catalogs.named(of)?.categories ?? []).filter(({ id }) => report.categories.includes(id));
    return titles.length > 0 ? titles.map(({ title }) => title) : [of];
  });
  return `${name}${dates}${measures.length > 0 ? `: ${measures.join(', ')}` : ''}`;
}

/** What kind of report it is, and of which type: `SOC 2 Type II`. */
export function reportKind({ kind, type }: Report): string {
  const name = { soc1: 'SOC 1', soc2: 'SOC 2', soc3: 'SOC 3' }[kind];
  return type === undefined ? name : `${name} Type ${type === 1 ? 'I' : 'II'}`;
}
