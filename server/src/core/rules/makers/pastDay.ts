import { isOver } from '../../model/isOver.ts';
import type { DateKey } from '../../model/keyNames.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { dateIn, nameOf } from '../../program/record.ts';
import { recordsAt } from '../questions/recordsAt.ts';
import type { ProgramRule } from '../rule.ts';

/** What a rule about a day that has passed says of itself. */
interface PastDay extends Omit<ProgramRule, 'reads' | 'about' | 'absence' | 'check'> {
  readonly kind: RecordKind;
  /** The key of the last day on which the record is in time. */
  readonly day: DateKey;
  /** A key whose date says that it is over. */
  readonly closed?: DateKey;
}

/**
 * A rule that finds records whose day has passed while their status does not say that they are over. The arguments of its
 * message are `name`, the record's, and `date`, the day; the finding is shown at the day.
 */
export function pastDay({ kind, day, closed, ...said }: PastDay): ProgramRule {
  return {
    ...said,
    reads: 'record',
    about: [kind],
    absence: false,
    check(program, key, report) {
      for (const entry of recordsAt(program, key, kind)) {
        const { values } = entry.shape;
        const stated = values[day];
        const date = dateIn(values, day);
        if (!stated || date === undefined || date >= program.today) continue;
        if (isOver.test(values['status']?.text ?? '') || (closed && values[closed])) continue;
        report({ path: entry.path, record: entry.index, at: stated.at }, { name: nameOf(entry), date });
      }
    },
  };
}
