import type { Catalogs } from '../catalog/catalogs.ts';
import { tsc } from '../catalog/tsc.ts';
import type { Report } from './report.ts';

/**
 * A report in a few words.
 * @param form `short` is its kind, type and id; `long` adds its dates, and the categories and catalogs it is measured by
 */
export function reportWords(report: Report, catalogs: Catalogs, form: 'short' | 'long'): string {
  const short = reportKind(report);
  if (form === 'short') return report.assumed ? `${short} (assumed)` : `${short} (${report.id})`;
  const name = report.assumed ? `${short} (assumed: no manifest names a report)` : `${short} (${report.id})`;
  const dates = report.period
    ? `, ${report.period.start} to ${report.period.end}`
    : report.asOf
      ? `, as of ${report.asOf}`
      : '';
  const measures = measureWords(report, catalogs);
  return `${name}${dates}${measures === '' ? '' : `: ${measures}`}`;
}

/**
 * What a report is measured by: `Security, Availability`. A catalog that is no category of SOC 2 or SOC 3 comes in addition:
 * `Security, plus Harbor`. The objectives of a SOC 1 are its own.
 */
function measureWords({ kind, catalogs: names, categories }: Report, catalogs: Catalogs): string {
  const chosenIn = (of: string) =>
    (catalogs.named(of)?.categories ?? [])
      .filter(({ id }) => categories.includes(id))
      .map(({ title }) => title);
  const isOwn = (of: string) => kind === 'soc1' || of === tsc.name;
  const own = names.filter(isOwn).flatMap(of => {
    const chosen = chosenIn(of);
    return chosen.length > 0 ? chosen : [of];
  });
  const others = names
    .filter(of => !isOwn(of))
    .map(of => {
      const chosen = chosenIn(of);
      return chosen.length > 0 ? `${of} (${chosen.join(', ')})` : of;
    });
  if (own.length === 0) return others.join(', ');
  return [own.join(', '), ...others.map(other => `plus ${other}`)].join(', ');
}

/** What kind of report it is, and of which type: `SOC 2 Type II`. */
export function reportKind({ kind, type }: Report): string {
  const name = { soc1: 'SOC 1', soc2: 'SOC 2', soc3: 'SOC 3' }[kind];
  return type === undefined ? name : `${name} Type ${type === 1 ? 'I' : 'II'}`;
}
