import type { DocumentFacts } from '../../formats/facts.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import type { TextRange } from '../../text/range.ts';
import { scalarAt } from './scalarAt.ts';

/** What other readers of YAML take for a number, a date, or a truth value. */
const typed = /^(?:true|false|yes|no|on|off|y|n|[\d._-]+|[\d.]+e\d+|0[xo][\da-f]+)$/i;

/** What means itself wherever it stands without quotes, in a list in brackets too. */
const plain = /^[\p{L}\p{N}_./](?:(?:[\p{L}\p{N}_./@+~*#-]| (?!#))*[\p{L}\p{N}_./@+~*#-])?$/u;

/** Whether an id or a path needs no quotes. */
export function isPlain(name: string): boolean {
  return plain.test(name) && !typed.test(name);
}

/**
 * The edit by which a part of a value gets another text, in the quotes of the value, or in some where it needs them. In a cell of
 * a table it is written as it is.
 * @param part of a scalar, without its quotes
 */
export function writtenInstead(facts: DocumentFacts, part: TextRange, name: string): TextEdit {
  const { text } = facts;
  const scalar = facts.yaml
    .map(({ root }) => scalarAt(root, part.start)?.scalar)
    .find(found => found !== undefined);
  if (scalar?.style === 'plain') {
    const whole = text.slice(scalar.start, part.start) + name + text.slice(part.end, scalar.end);
    return (whole.includes(',') ? plain.test(name) : isPlain(whole))
      ? { ...part, text: name }
      : { start: scalar.start, end: scalar.end, text: JSON.stringify(whole) };
  }
  if (scalar?.style === 'single') return { ...part, text: name.replaceAll("'", "''") };
  if (scalar?.style === 'double') return { ...part, text: JSON.stringify(name).slice(1, -1) };
  return { ...part, text: name };
}
