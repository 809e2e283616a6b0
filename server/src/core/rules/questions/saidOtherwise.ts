import type { DocumentFacts } from '../../formats/facts.ts';
import type { YamlMapping } from '../../yaml/node.ts';

/** The names that other tools have for the owner of a control. */
export const ownerKeys = /owner|responsible|accountable|custodian|steward|\bdri\b/i;

/** Whether a record has a key of a name that may say the same in other words. */
export function hasKeyLike({ entries }: YamlMapping, words: RegExp): boolean {
  return entries.some(({ key, value }) => value !== undefined && words.test(key.value));
}

/** Whether the body says something in a label of its own: `Owner: ...`, `**Approved by** | ...`. */
export function bodySays({ text, envelope }: DocumentFacts, label: RegExp): boolean {
  return envelope !== undefined && label.test(text.slice(envelope.bodyStart));
}
