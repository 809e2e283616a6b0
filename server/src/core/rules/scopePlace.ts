import type { Stated } from '../model/shape.ts';
import type { Programme } from '../programme/programme.ts';
import type { RecordPlace } from './rule.ts';

/**
 * The scope line: where the manifest brings a criterion into the report that is asked after. It is the name of the
 * criterion's category, else that of its catalogue, else for the TSC the key `categories`, else the report; undefined where
 * the report is assumed.
 * @param key the key of the criterion
 */
export function scopePlace(programme: Programme, key: string): RecordPlace | undefined {
  const { catalogues, manifest, report } = programme;
  const found = catalogues.criterion(key);
  if (!manifest || !found || report.assumed) return undefined;
  const { catalogue, thing } = found;
  const category = catalogue.group(thing.group ?? '')?.category;
  const categories = report.shape?.categories ?? manifest.shape.categories;
  const isNamed = ({ text }: Stated) => category !== undefined && catalogue.category(text)?.id === category;
  const named =
    categories?.names.find(isNamed) ??
    report.shape?.catalogues?.names.find(({ text }) => catalogues.named(text) === catalogue) ??
    (catalogue === catalogues.tsc ? categories : undefined);
  const at = named?.at ?? report.shape?.at ?? manifest.shape.at;
  return { path: manifest.path, record: 0, at };
}
