import type { RegisterFacts } from '../../formats/registerColumns.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import { lineEndOf } from '../../text/source.ts';
import type { EvidenceValues } from './evidenceValues.ts';

/** Without these, evidence could not be found again, or would be filed elsewhere. */
const needed = ['controls', 'window', 'source'];

/**
 * Adds a row to the end of a register in comma-separated values. What has no column is left out. Undefined where the register has
 * no column for what the evidence is of, or where it lies.
 */
export function registerRow(
  text: string,
  { columns }: RegisterFacts,
  values: EvidenceValues,
): TextEdit | undefined {
  const keys = columns.map(({ key, within }) => (within ? undefined : key?.name));
  if (needed.some(key => values.has(key) && !keys.includes(key))) return undefined;
  const [first, second] = columns;
  const between = text.slice(first?.header.end, second?.header.start);
  const separator = /[,;\t]/.exec(between)?.[0] ?? ',';
  const row = keys.map(key => cell((key && values.get(key)) ?? '', separator)).join(separator);
  const before = /(?:^|[\r\n])$/.test(text) ? '' : lineEndOf(text);
  return { start: text.length, end: text.length, text: `${before}${row}${lineEndOf(text)}` };
}

function cell(value: string | readonly string[], separator: string): string {
  const words = typeof value === 'string' ? value : value.join('; ');
  const isSafe = !/["\r\n]/.test(words) && !words.includes(separator);
  return isSafe ? words : `"${words.replaceAll('"', '""')}"`;
}
