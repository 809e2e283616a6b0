import type { DocumentFacts } from './facts.ts';
import type { Role } from './role.ts';

/** Documents of up to so many million UTF-16 units are read: a hundred times what a long policy has. */
export const defaultMegabytes = 5;

/** The rule that tells of larger ones, whose option says how large they may be. */
const ruleName = 'documents/too-large';

/** Whether a document is too large to be read. What the manifest sets is not for itself: unread it would set nothing. */
export function isTooLarge(text: string, role: Role): boolean {
  const set = role.manifest ? undefined : role.options?.[ruleName]?.['megabytes'];
  return text.length > (typeof set === 'number' ? set : defaultMegabytes) * 1e6;
}

/** A document that is not read: nothing is known of it but that it is there. */
export function unreadFacts(text: string, role: Role): DocumentFacts {
  return {
    text,
    role,
    format: role.layout,
    envelope: undefined,
    markdown: undefined,
    yaml: [],
    records: [],
    citations: [],
    silencings: [],
    summary: { shape: { format: role.layout, records: [], manifest: undefined, unread: true }, places: [] },
  };
}
