import type { RecordKind } from '../model/kinds.ts';
import type { PlaceBuilder, RecordShape } from '../model/shape.ts';
import { detach } from '../text/detach.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlMapping } from '../yaml/node.ts';
import { gapIn } from './gapIn.ts';
import { textIn } from './stated.ts';
import { vendorReportIn } from './vendorReport.ts';

/** What a record of one kind says that no other kind does, beside the values of its keys. */
export function factsOfKind(
  kind: RecordKind,
  mapping: YamlMapping,
  places: PlaceBuilder,
): Pick<RecordShape, 'vendorReport' | 'gap' | 'hasResponse' | 'asks'> {
  if (kind === 'vendor') return { vendorReport: vendorReportIn(mapping, places) };
  if (kind === 'deviation') {
    const response = textIn(entry(mapping, 'managementResponse')?.value) ?? '';
    return response.trim() === '' ? {} : { hasResponse: true };
  }
  if (kind === 'request') {
    const asks = textIn(entry(mapping, 'text')?.value);
    return asks === undefined ? {} : { asks: detach(asks) };
  }
  const gap = kind === 'task' ? gapIn(mapping) : [];
  return gap.length > 0 ? { gap } : {};
}
