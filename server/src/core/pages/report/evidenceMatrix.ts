import { controlsInTime } from '../../program/evidence/controlsInTime.ts';
import type { Program } from '../../program/program.ts';
import { nameOf, type RecordEntry } from '../../program/record.ts';
import type { Report } from '../../program/report.ts';
import { brief } from '../../text/brief.ts';
import type { Window, WindowState } from '../../time/states.ts';
import type { Matrix, MatrixRow, Sign } from '../page.ts';
import { toneOf } from '../windowWords.ts';
import { counted } from '../words.ts';

/** How much of a control's name begins its row, in UTF-16 code units. */
const longestName = 40;

/** The sign of each state, in the order of a legend: what asks for something first. */
const signs: Readonly<Record<WindowState, Sign>> = {
  gap: signOf('gap', '⊗'),
  partial: signOf('partial', '◐'),
  due: signOf('due', '○'),
  upcoming: signOf('upcoming', '◌'),
  complete: signOf('complete', '●'),
  'not exercised': signOf('not exercised', '◇'),
  'not expected': signOf('not expected', '–'),
};

/** Windows that the rows of one matrix share: those of the calendar of one length, or those of the whole period. */
type Lengths = 'monthly' | 'quarterly' | 'semiannual' | 'annual' | 'once';

const captions: Readonly<Record<Lengths, string>> = {
  monthly: 'Each month',
  quarterly: 'Each quarter',
  semiannual: 'Each half-year',
  annual: 'Each year',
  once: 'Over the whole period',
};

/**
 * The controls of a report by their windows, a matrix for each length of windows: a year has twelve columns for what is done each
 * month, and four for what is done each quarter. None where the report is not over a period.
 * @param most how many controls a matrix has: of more, those that lack evidence come first, and the others are counted
 */
export function evidenceMatrices(program: Program, report: Report, most: number): Matrix[] {
  const byLength = new Map<Lengths, Map<RecordEntry, Window[]>>();
  for (const { entry, windows } of controlsInTime(program, report)) {
    for (const window of windows) {
      const length = lengthOf(window);
      const rows = byLength.get(length) ?? new Map<RecordEntry, Window[]>();
      byLength.set(length, rows.set(entry, [...(rows.get(entry) ?? []), window]));
    }
  }
  const lengths = ['monthly', 'quarterly', 'semiannual', 'annual', 'once'] as const;
  return lengths.flatMap(length => {
    const rows = byLength.get(length);
    return rows ? [matrixOf(length, rows, most)] : [];
  });
}

function lengthOf({ kind, cadence, isLastInterval }: Window): Lengths {
  if (kind === 'log' || cadence === 'monthly') return 'monthly';
  if (isLastInterval || kind !== 'performance') return 'once';
  return cadence === 'quarterly' || cadence === 'semiannual' || cadence === 'annual' ? cadence : 'once';
}

function matrixOf(length: Lengths, all: ReadonlyMap<RecordEntry, readonly Window[]>, most: number): Matrix {
  const rows = all.size <= most ? [...all] : [...all].sort(lackingFirst).slice(0, most);
  const windows = rows.flatMap(([, own]) => own);
  const first = new Map<string, string>();
  for (const { name, whole } of windows) if (!first.has(name)) first.set(name, whole.from);
  const names = [...first.keys()].sort((a, b) => compare(first.get(a) ?? '', first.get(b) ?? ''));
  const states = new Set(windows.map(({ state }) => state));
  return {
    kind: 'matrix',
    caption: [{ text: captions[length], style: 'strong' }, `: ${countWords(rows.length, all.size)}`],
    head: 'Control',
    columns: names.map(name => [name]),
    rows: rows.map(([entry, own]) => rowOf(entry, own, names)),
    legend: Object.values(signs).filter(({ meaning }) => [...states].some(state => state === meaning)),
  };
}

function lackingFirst(
  [, a]: readonly [RecordEntry, readonly Window[]],
  [, b]: readonly [RecordEntry, readonly Window[]],
): number {
  const lacks = ({ state }: Window) => state === 'gap' || state === 'partial';
  return Number(b.some(lacks)) - Number(a.some(lacks));
}

function countWords(shown: number, all: number): string {
  return shown === all
    ? counted(all, 'control')
    : `${shown} of ${all} controls, those that lack evidence first`;
}

function rowOf(entry: RecordEntry, windows: readonly Window[], names: readonly string[]): MatrixRow {
  const { path, index, shape } = entry;
  const text = brief(nameOf(entry), longestName);
  return {
    label: [{ text, target: { path, record: index, at: shape.at } }],
    signs: names.map(name => {
      const window = windows.find(one => one.name === name);
      return window ? signs[window.state] : null;
    }),
  };
}

function signOf(meaning: WindowState, sign: string): Sign {
  return { sign, meaning, tone: toneOf[meaning] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
