import { recordAround } from '../../formats/recordAt.ts';
import { addKey, setValue } from '../../formats/yamlEdits.ts';
import { lineEnd } from '../../text/lines.ts';
import { ownEntry } from '../../yaml/lookup.ts';
import type { Fix, FixTarget } from '../rule.ts';

/** The fix that adds an empty `satisfies` to the record of a finding; which criteria it serves is for its owner to say. */
export function addSatisfies({ path, range, facts }: FixTarget): readonly Fix[] {
  const record = recordAround(facts, range.start);
  if (!record) return [];
  const present = ownEntry(record.mapping, 'satisfies');
  if (present?.value) return [];
  // A tag or an anchor stands there all the same.
  if (
    present &&
    !/^[ \t]*(?::[ \t]*)?(?:#|$)/.test(
      facts.text.slice(present.key.end, lineEnd(facts.text, present.key.end)),
    )
  )
    return [];
  const edit = present
    ? setValue(facts.text, present, '{TSC: []}')
    : addKey(facts.text, record.mapping, 'satisfies', '{TSC: []}');
  return [{ title: 'Add an empty satisfies', edits: [{ path, ...edit }], preferred: false, asks: true }];
}
