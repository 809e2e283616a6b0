import type { RegisterFacts } from '../../formats/registerColumns.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import { lineEndOf } from '../../text/source.ts';
import type { EvidenceValues } from './evidenceValues.ts';

/** Without these, evidence could not be found again, or would be filed elsewhere. */
const needed = ['id', 'controls', 'window', 'source'];

/**
 * Adds a row to the end of a register in comma-separated values. What has no column is left out (`withoutColumn`). Undefined where
 * the register has no column for the id of the evidence, for its control, or for its source.
 */
export function registerRow(
  text: string,
  { columns }: RegisterFacts,
  values: EvidenceValues,
): TextEdit | undefined {
  const keys = keysIn(columns);
  if (needed.some(key => values.has(key) && !keys.includes(key))) return undefined;
  const [first, second] = columns;
  const between = text.slice(first?.header.end, second?.header.start);
  const separator = /[,;\t]/.exec(between)?.[0] ?? ',';
  const row = keys.map(key => cell((key && values.get(key)) ?? '', separator)).join(separator);
  const before = /(?:^|[\r\n])$/.test(text) ? '' : lineEndOf(text);
  return { start: text.length, end: text.length, text: `${before}${row}${lineEndOf(text)}` };
}

/** A key that no column is for, and its value as a cell would have it. */
export interface Unwritten {
  readonly key: string;
  readonly value: string;
}

/** What a row leaves out, because no column is for it. */
export function withoutColumn(
  register: RegisterFacts | undefined,
  values: EvidenceValues,
): readonly Unwritten[] {
  if (!register) return [];
  const keys = keysIn(register.columns);
  return [...values].flatMap(([key, value]) => {
    const words = inCell(value);
    return words === '' || keys.includes(key) ? [] : [{ key, value: words }];
  });
}

/** The key of each column; undefined for one that no value of new evidence goes to. */
function keysIn(columns: RegisterFacts['columns']): readonly (string | undefined)[] {
  return columns.map(({ key, within }) => (within ? undefined : key?.name));
}

function inCell(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join('; ');
}

function cell(value: string | readonly string[], separator: string): string {
  const words = inCell(value);
  const isSafe = !/["\r\n]/.test(words) && !words.includes(separator);
  return isSafe ? words : `"${words.replaceAll('"', '""')}"`;
}
