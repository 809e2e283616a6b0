import type { Programme } from '../programme/programme.ts';
import type { RecordPlace } from './rule.ts';

/**
 * The scope line: where the manifest brings a criterion into the report that is asked after. It is the name of the
 * criterion's category, else the key `categories`, else the report; undefined where the report is assumed.
 */
export function scopePlace(programme: Programme, criterion: string): RecordPlace | undefined {
  const { catalogue, manifest, report } = programme;
  if (!manifest || report.assumed) return undefined;
  const group = catalogue.criterion(criterion)?.group;
  const category = group === undefined ? undefined : catalogue.group(group)?.category;
  const categories = report.shape?.categories ?? manifest.shape.categories;
  const named = categories?.names.find(({ text }) => catalogue.category(text)?.id === category);
  const at = named?.at ?? categories?.at ?? report.shape?.at ?? manifest.shape.at;
  return { path: manifest.path, record: 0, at };
}
