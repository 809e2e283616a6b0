import type { Stated } from '../../model/shape.ts';
import type { Program } from '../../program/program.ts';
import type { RecordPlace } from '../rule.ts';

/**
 * The scope line: where the manifest brings a criterion into the report that is asked after. It is the name of the
 * criterion's category, else that of its catalog, else for the TSC the key `categories`, else the report; undefined where
 * the report is assumed.
 * @param key the key of the criterion
 */
export function scopePlace(program: Program, key: string): RecordPlace | undefined {
  const { catalogs, manifest, report } = program;
  const found = catalogs.criterion(key);
  if (!manifest || !found || report.assumed) return undefined;
  const { catalog, thing } = found;
  const category = catalog.group(thing.group ?? '')?.category;
  const categories = report.shape?.categories ?? manifest.shape.categories;
  const isNamed = ({ text }: Stated) => category !== undefined && catalog.category(text)?.id === category;
  const named =
    categories?.names.find(isNamed) ??
    report.shape?.catalogs?.names.find(({ text }) => catalogs.named(text) === catalog) ??
    (catalog === catalogs.tsc ? categories : undefined);
  const at = named?.at ?? report.shape?.at ?? manifest.shape.at;
  return { path: manifest.path, record: 0, at };
}
