import type { RecordShape } from '../model/shape.ts';

/** How a vendor's controls are treated in the report, and that the vendor is no subservice organization. */
type SubserviceMethod = 'carve-out' | 'inclusive' | 'none';

const methods: ReadonlyMap<string, SubserviceMethod> = new Map([
  ['carveout', 'carve-out'],
  ['inclusive', 'inclusive'],
  ['none', 'none'],
]);

/**
 * The method that a vendor's `subservice` says, however it is joined: `carve-out`, `carveout`, `Carve out`. Undefined where
 * the key is absent or says something else.
 */
export function subserviceMethod({ values }: Pick<RecordShape, 'values'>): SubserviceMethod | undefined {
  return methods.get(values['subservice']?.text.toLowerCase().replace(/[-_\s]/g, '') ?? '');
}
