import { lineEndOf } from '../../text/source.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { type NewRecord, newRecord } from './newRecord.ts';

/**
 * The fix that begins the record which a finding misses: as a draft, for what it is to say is for a person to write.
 */
export function draftRecord({ facts, program }: FixTarget, record: NewRecord): readonly Fix[] {
  const { kind, id, title } = record;
  const document = newRecord(program, record, lineEndOf(facts.text));
  if (!document) return [];
  const name = title === undefined ? id : `"${title}"`;
  return [
    {
      title: `Create ${kind} ${name} as a draft`,
      edits: [],
      creates: [document],
      preferred: false,
    },
  ];
}
