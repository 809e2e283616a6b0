import type { DocumentFacts } from '../../formats/facts.ts';
import type { KeyName, ValueKey } from '../../model/keyNames.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { nameOf } from '../../program/record.ts';
import { addEmptyKey } from '../fixes/addEmptyKey.ts';
import { addOwner } from '../fixes/addOwner.ts';
import { recordRange } from '../questions/recordRange.ts';
import { canSay, controlsOf, type KeyedRecord, recordsOf } from '../questions/recordsOf.ts';
import { bodyHas, hasKeyLike, labelOf } from '../questions/saidOtherwise.ts';
import type { DocumentRule } from '../rule.ts';

/** What a rule that asks for a key says of itself. */
interface MissingKey extends Omit<DocumentRule, 'reads' | 'about' | 'check' | 'fixes'> {
  /** The kind of record that has to have the key. */
  readonly kind: RecordKind;
  /** The key, or several of which each is asked for, in the order in which the fix adds them. */
  readonly keys: readonly KeyName[];
  /** The names that other tools have for it: a record with such a key may say it in other words. */
  readonly alike: RegExp;
  /** The words of a section or a label in which a body says it, as the source of a regular expression. */
  readonly label: string;
  /** Whether a record says what is asked for, or need not say it. */
  readonly isSaid: (record: KeyedRecord) => boolean;
}

/**
 * A rule that finds records of a kind that lack a key. The argument of its message is `name`, the record's. A planned control
 * may lack anything. The fix adds the keys without values; an owner is offered from the manifest's people.
 */
export function missingKey({ kind, keys, alike, label: words, isSaid, ...said }: MissingKey): DocumentRule {
  const label = labelOf(words);
  const records = kind === 'control' ? controlsOf : (facts: DocumentFacts) => recordsOf(facts, kind);
  return {
    ...said,
    reads: 'document',
    about: [kind],
    fixes: target => (keys[0] === 'owner' ? addOwner(target) : addEmptyKey(target, ...keys)),
    check(facts, report) {
      for (const record of records(facts)) {
        if (isSaid(record) || hasKeyLike(record.mapping, alike) || !canSay(record, ...keys)) continue;
        // The body of a page says nothing of a single row of its tables.
        if (!record.isRow && bodyHas(facts, label)) continue;
        report(recordRange(facts, record.index), { name: nameOf(record) });
      }
    },
  };
}

/** Whether a record has a value of each of some keys. */
export function hasAll(...keys: readonly ValueKey[]): (record: KeyedRecord) => boolean {
  return ({ shape }) => keys.every(key => shape.values[key] !== undefined);
}
