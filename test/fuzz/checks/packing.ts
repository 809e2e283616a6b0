import { isDeepStrictEqual } from 'node:util';
import { Packer, Unpacker } from '../../../server/src/workspace/cache/packing.ts';
import type { ReadDocument } from '../../../server/src/workspace/programHost.ts';
import { holds } from '../fault.ts';

/** What was read is the same once it has been packed and unpacked. @throws Fault */
export function checkPacking({ path, analysis, lines }: ReadDocument): void {
  const value = { path, analysis, lines: lines?.data };
  const packer = new Packer();
  const start = packer.add(value);
  const unpacked = new Unpacker(packer.done()).read(start);
  holds(isDeepStrictEqual(unpacked, value), 'packing changes what was read', () => path);
}
