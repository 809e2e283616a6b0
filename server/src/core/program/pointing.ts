// Rows of tables that only point to a control which is recorded elsewhere.
import type { RecordShape } from '../model/shape.ts';
import type { RecordEntry } from './record.ts';

/**
 * How surely a control is recorded where this is written: in a record of its own, in a table in a folder of controls, or in a
 * table of some other page. Of several that have the same id those that rank lower point to the others. A record of another kind
 * that has the id shows that the table of a page lists records of that kind.
 */
export function rankOf({ kind, row }: RecordShape): number {
  if (row === undefined) return kind === 'control' ? 2 : 1;
  return row === 'controls' ? 1 : 0;
}

/** What a record says, whatever it is to the program. */
export function writtenIn({ shape, written }: Pick<RecordEntry, 'shape' | 'written'>): RecordShape {
  return written ?? shape;
}

/**
 * What a row is to the program that points to a control: a part of its page, which refers to the control and mentions the
 * criteria. It has no title, for that would be the control's.
 * @param toControl whether its id is that of a control; it refers to nothing otherwise
 */
export function pointerOf(row: RecordShape, toControl: boolean): RecordShape {
  const { id, satisfies, mentions, references } = row;
  const reference =
    id && toControl ? ({ key: 'controls', kind: 'control', id: id.text, at: id.at } as const) : undefined;
  return {
    ...row,
    kind: 'document',
    id: undefined,
    title: undefined,
    values: {},
    lists: undefined,
    recurs: false,
    systems: [],
    satisfies: [],
    mentions: [...satisfies, ...mentions],
    references: reference ? [reference, ...references] : references,
  };
}
