import { criteriaFor } from '../catalog/words.ts';
import type { DocumentFacts } from '../formats/facts.ts';
import type { Program } from '../program/program.ts';
import type { RecordEntry } from '../program/record.ts';

/** A criterion that a document may address: it is for a person to say whether it does. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  /** By what it is proposed, in a few words. */
  readonly why: string;
  /** Whether a document of this title is typical for the criterion. */
  readonly isTypical: boolean;
}

/** More of one document would be a list that nobody reads. */
const most = 6;

/** Sections that documents of any subject have. */
const usualSection =
  /^[\d.)\s]*(?:purpose|scope|overview|introduction|background|definitions?|polic(?:y|ies)|procedures?|standards?|objectives?|roles?(?: (?:and|&) responsibilities)?|responsibilities|ownership|applicability|compliance|enforcement|violations|exceptions?|references?|related (?:documents|policies|standards)|revision history|version history|change ?log|document (?:control|history)|reviews?(?: and (?:updates?|approvals?))?|approvals?|contact|appendix|notes?|summary)\b[^\p{L}]*$/iu;

/**
 * The criteria of the TSC in scope that a record may address and does not cite yet, by its title and its headings, the best
 * first.
 * @param facts those of its document
 */
export function proposalsFor(
  { path, index, shape }: RecordEntry,
  facts: DocumentFacts,
  program: Program,
): readonly Proposal[] {
  const headings = facts.markdown && index === 0 ? facts.markdown.headings.map(({ text }) => text) : [];
  const title = shape.title ?? headings[0] ?? nameIn(path);
  const cited = new Set(shape.satisfies.map(({ id }) => id));
  const isTypical = (id: string) => typicalFor(title, program.catalog.criterion(id)?.policies ?? []);
  const found = new Map<string, string>();
  const propose = (id: string, why: string): void => {
    if (!found.has(id) && !cited.has(id) && program.isInScope(id)) found.set(id, why);
  };
  const inTitle = criteriaFor(title);
  for (const { id, word } of inTitle) if (isTypical(id)) propose(id, `“${word}” in the title`);
  for (const { id } of program.catalog.criteria) if (isTypical(id)) propose(id, 'a typical document for it');
  for (const { id, word } of inTitle) propose(id, `“${word}” in the title`);
  for (const heading of headings) {
    if (heading === title || usualSection.test(heading)) continue;
    const [first] = criteriaFor(heading);
    if (first) propose(first.id, `the heading “${heading}”`);
  }
  return [...found].slice(0, most).map(([id, why]) => ({
    id,
    title: program.catalog.criterion(id)?.title ?? '',
    why,
    isTypical: isTypical(id),
  }));
}

/** Whether documents that are typical for a criterion have this title, whatever kind of document they are called. */
function typicalFor(title: string, policies: readonly string[]): boolean {
  return policies.some(policy => bare(policy) === bare(title));
}

function bare(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:policy|policies|procedure|procedures|plan|standard|process)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a document without a title is about, by its name, or by its folder's where it is the page of that. */
function nameIn(path: string): string {
  const [name = '', folder = ''] = path.split('/').reverse();
  const stem = name.split('.', 1)[0] ?? name;
  return (stem === 'index' ? folder : stem).replace(/[-_]+/g, ' ');
}
