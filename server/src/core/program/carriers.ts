import { activeControl, bearingOf } from './bearing.ts';
import type { Outlook } from './outlook.ts';
import { byPlace, nameOf, namesOf, type RecordEntry } from './record.ts';
import { referenceKey } from './touched.ts';

/**
 * The names of the vendors that carry a criterion: each is carved out, with a control that is assumed at it (CSOC), and the
 * program's own controls for the criterion only monitor it. None where a control of the program does more than that.
 * @param citing the records that cite the criterion
 */
export function carriersOf(criterion: string, citing: Iterable<RecordEntry>, outlook: Outlook): string[] {
  const vendors: RecordEntry[] = [];
  const controls: RecordEntry[] = [];
  for (const entry of citing) {
    const bearing = bearingOf(criterion, entry, outlook);
    if (bearing === 'vendor carvedOut') vendors.push(entry);
    else if (bearing && activeControl.includes(bearing)) controls.push(entry);
  }
  const monitoring = new Set(vendors.flatMap(monitoringOf));
  const isMonitoring = ({ shape }: RecordEntry) => namesOf(shape).some(name => monitoring.has(name));
  if (!controls.every(isMonitoring)) return [];
  return vendors.sort(byPlace).map(entry => entry.shape.title ?? nameOf(entry));
}

/** The controls that monitor a vendor, as keys. */
function monitoringOf({ shape }: RecordEntry): string[] {
  return shape.references.flatMap(({ key, id }) => (key === 'monitoredBy' ? [referenceKey(id)] : []));
}
