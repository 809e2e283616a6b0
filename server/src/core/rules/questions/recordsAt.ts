import type { RecordKind } from '../../model/kinds.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';
import { referenceKey } from '../../program/touched.ts';
import { inOrder } from '../rule.ts';

/**
 * The records of a kind, or of any, that count and are known by a key: by their id, else by their file's name, so that a record with both
 * is judged once.
 */
export function recordsAt(program: Program, key: string, kind?: RecordKind): readonly RecordEntry[] {
  return inOrder(program.defining(key)).filter(
    ({ shape }) =>
      (kind === undefined || shape.kind === kind) &&
      shape.standing === 'counts' &&
      referenceKey(shape.id?.text ?? shape.stem ?? '') === key,
  );
}
