import { isOver } from '../model/isOver.ts';
import type { Program } from './program.ts';
import { byPlace, dateIn, type RecordEntry } from './record.ts';

/** In which list a request stands: what is open and past its due date, what is open, and what nothing is left to be done for. */
export type RequestList = 'overdue' | 'open' | 'closed';

/** A request of the auditor, and what answers it. */
export interface AnsweredRequest {
  readonly entry: RecordEntry;
  readonly list: RequestList;
  /** The day by which an answer is due; undefined where it does not say, or not as a date. */
  readonly due: string | undefined;
  /** The ids of controls and evidence that it names, each once, as they are written. */
  readonly controls: readonly string[];
  readonly evidence: readonly string[];
  /** The files of that evidence, as its records name them, each once; an address is none. */
  readonly files: readonly string[];
}

/** The requests of a program that count: what is overdue first, then what is open, each by due date, and what is closed last. */
export function requestsIn(program: Program): readonly AnsweredRequest[] {
  return [...program.ofKind('request')]
    .filter(({ shape }) => shape.standing === 'counts')
    .map(entry => requestOf(entry, program))
    .sort(
      (a, b) =>
        lists.indexOf(a.list) - lists.indexOf(b.list) ||
        compare(a.due ?? '9999', b.due ?? '9999') ||
        byPlace(a.entry, b.entry),
    );
}

const lists: readonly RequestList[] = ['overdue', 'open', 'closed'];

function requestOf(entry: RecordEntry, program: Program): AnsweredRequest {
  const { values } = entry.shape;
  const due = dateIn(values, 'due');
  const isClosed = isOver.test(values['status']?.text ?? '');
  const evidence = named(entry, 'evidence');
  const sources = evidence.flatMap(id =>
    [...program.defining(id)].sort(byPlace).flatMap(({ shape }) => shape.values['source']?.text ?? []),
  );
  return {
    entry,
    list: isClosed ? 'closed' : due !== undefined && due < program.today ? 'overdue' : 'open',
    due,
    controls: named(entry, 'controls'),
    evidence,
    files: [...new Set(sources)],
  };
}

function named({ shape }: RecordEntry, key: 'controls' | 'evidence'): readonly string[] {
  return [...new Set(shape.references.flatMap(one => (one.key === key ? [one.id] : [])))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
