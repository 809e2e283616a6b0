import { detach } from '../text/detach.ts';
import { looksLikeDocumentation } from './documentation.ts';
import type { DocumentFacts } from './facts.ts';
import { pageSigns, type ReadPage } from './pageSigns.ts';
import type { Role } from './role.ts';

/**
 * A page that is no record of its program but looks like control documentation: nothing of it counts, and what it is can be
 * told. Undefined where it does not look so, or is a template.
 * @param text without a byte order mark
 * @param page what has been read of it
 */
export function passedOverFacts(text: string, role: Role, page: ReadPage): DocumentFacts | undefined {
  if (role.pages === undefined || role.template || role.archived) return undefined;
  const signs = pageSigns(text, role.stem, page);
  if (!looksLikeDocumentation(signs)) return undefined;
  const passedOver = signs.criteria.map(detach);
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
    summary: { shape: { format: role.layout, records: [], manifest: undefined, passedOver }, places: [] },
  };
}
