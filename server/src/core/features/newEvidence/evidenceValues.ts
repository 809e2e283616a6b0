import { writtenLike } from '../../formats/yamlEdits.ts';
import { orderOfKeys } from '../../model/skeletons/orderOfKeys.ts';

/** What is known of new evidence, by the names of its keys; an empty text for what a person has yet to state. */
export type EvidenceValues = ReadonlyMap<string, string | readonly string[]>;

/** Keys with their values, in the order in which records have them. */
export function inOrder(values: EvidenceValues): readonly (readonly [string, string | readonly string[]])[] {
  const order = orderOfKeys('evidence');
  return [...values].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/**
 * A value as YAML has it, in quotes where it needs them.
 * @param form of the mapping in which it stands
 */
export function written(value: string | readonly string[], form: 'block' | 'flow'): string {
  if (typeof value !== 'string') return `[${value.map(one => written(one, 'flow')).join(', ')}]`;
  const isPlain = /^https?:\/\/[\w./~?=&%@+-]+$/.test(value) || (form === 'block' && isPlainLine(value));
  return value === '' || isPlain ? value : writtenLike('', value);
}

/** Whether a text is surely itself without quotes, to the end of its line. */
function isPlainLine(text: string): boolean {
  return /^\p{L}[^:#\p{Cc}\u2028\u2029]*$/u.test(text) && text.trim() === text && text.includes(' ');
}
