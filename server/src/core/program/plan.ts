import { citationsIn } from '../catalog/citations.ts';
import { tsc } from '../catalog/tsc.ts';
import { isOver } from '../model/isOver.ts';
import type { RecordShape } from '../model/shape.ts';
import { dateIn, type RecordEntry } from './record.ts';
import { referenceKey } from './touched.ts';

/** What the words of a gap may name: keys of criteria, and keys of references to records. */
export interface GapNames {
  readonly criteria: readonly string[];
  readonly records: readonly string[];
}

/**
 * What a task may name as its gap: the criteria that its words cite, the whole of them as the key of a criterion of another
 * catalog, and the words that can be the id of a control. Whether there is such a criterion or control is another question.
 */
export function gapNames({ kind, gap = [] }: RecordShape): GapNames {
  if (kind !== 'task') return { criteria: [], records: [] };
  const criteria = new Set<string>();
  const records = new Set<string>();
  for (const piece of gap) {
    criteria.add(piece);
    records.add(referenceKey(piece));
    for (const { id } of citationsIn(piece, 0, piece.length, 'value', tsc)) criteria.add(id);
    for (const [word] of piece.matchAll(/[\p{L}\p{N}]+(?:[._-]+[\p{L}\p{N}]+)*/gu)) {
      if (/\d/.test(word)) records.add(referenceKey(word));
    }
  }
  return { criteria: [...criteria], records: [...records] };
}

/** Whether a task is still to be done: nothing says that it is over. */
export function isOpenTask({ kind, standing, values }: RecordShape): boolean {
  if (kind !== 'task' || standing !== 'counts') return false;
  return values['closedOn'] === undefined && !isOver.test(values['status']?.text ?? '');
}

/** Those of some tasks that are open, what is due first coming first. */
export function openTasks(tasks: Iterable<RecordEntry>): readonly RecordEntry[] {
  return [...tasks].filter(({ shape }) => isOpenTask(shape)).sort(byDue);
}

/** Tasks by their due dates, those without one last, then by place. */
function byDue(a: RecordEntry, b: RecordEntry): number {
  const [dayA, dayB] = [a, b].map(({ shape }) => dateIn(shape.values, 'due') ?? '9999-99-99');
  if (dayA !== dayB) return (dayA ?? '') < (dayB ?? '') ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.index - b.index;
}
