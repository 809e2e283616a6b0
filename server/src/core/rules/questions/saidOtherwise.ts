import type { DocumentFacts } from '../../formats/facts.ts';
import type { YamlMapping } from '../../yaml/node.ts';

/** The names that other tools have for the owner of a control. */
export const ownerKeys = /owner|responsible|accountable|custodian|steward|\bdri\b/i;

/** Whether a record has a key of a name that may say the same in other words. */
export function hasKeyLike({ entries }: YamlMapping, words: RegExp): boolean {
  return entries.some(({ key, value }) => value !== undefined && words.test(key.value));
}

/** The words by which a body says something in a section or behind a label. */
export interface Label {
  readonly heading: RegExp;
  readonly label: RegExp;
}

/** @param words the source of a regular expression: `causes?|reasons?` */
export function labelOf(words: string): Label {
  return {
    heading: new RegExp(`^[\\d.)\\s]*(?:${words})\\b`, 'i'),
    label: new RegExp(`\\b(?:${words})\\b[ \\t*_]*[:|]`, 'i'),
  };
}

/** Whether the body has a section or a label for something: `## Cause` with text below, `Owner: ...`, `**Owner** | ...`. */
export function bodyHas(facts: DocumentFacts, { heading, label }: Label): boolean {
  return bodySays(facts, label) || hasSection(facts, heading);
}

function hasSection({ text, markdown }: DocumentFacts, name: RegExp): boolean {
  const headings = markdown?.headings ?? [];
  return headings.some(({ level, end, text: title }, i) => {
    if (!name.test(title)) return false;
    const next = headings.slice(i + 1).find(other => other.level <= level);
    return text.slice(end, next?.start).trim() !== '';
  });
}

/** Whether the body says something in words of its own. */
export function bodySays({ text, envelope }: DocumentFacts, label: RegExp): boolean {
  return envelope !== undefined && label.test(text.slice(envelope.bodyStart));
}
