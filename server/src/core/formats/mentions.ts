import type { Catalog } from '../catalog/catalog.ts';
import { type Citation, citationsIn } from '../catalog/citations.ts';
import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse } from '../markdown/scan.ts';

/** Words that tell that the numbers around them are the Trust Services Criteria's. */
const ourContext = /\bTSC\b|\bSOC[ -]?2\b|\bCC\d\.\d|Trust Services/;

/**
 * The citations in a body's prose and tables, never in its code, HTML or link targets. An id of a single-letter series
 * (P1.1, A1.2) counts only in a section that names TSC, SOC 2 or a CC id, for it is the number of other things too.
 */
export function bodyCitations(
  text: string,
  bodyStart: number,
  markdown: MarkdownFacts,
  catalog: Catalog,
): Citation[] {
  const isOurSection = sectionsOfOurs(text, bodyStart, markdown);
  return citationsIn(text, bodyStart, text.length, 'prose', catalog).filter(
    ({ start, end, ambiguous }) => isProse(markdown, start, end) && (!ambiguous || isOurSection(start)),
  );
}

/**
 * Tells of one offset after another, in order, whether the section around it (from one heading to the next) says that it
 * is about our criteria.
 */
function sectionsOfOurs(
  text: string,
  bodyStart: number,
  { headings }: MarkdownFacts,
): (offset: number) => boolean {
  let start = bodyStart;
  let next = 0;
  let known: boolean | undefined;
  return offset => {
    for (let heading = headings[next]; heading && heading.start <= offset; heading = headings[++next]) {
      start = heading.start;
      known = undefined;
    }
    return (known ??= ourContext.test(text.slice(start, headings[next]?.start ?? text.length)));
  };
}

/** Whether a value's own words tell that ambiguous ids in it are ours. */
export function saysOurs(value: string): boolean {
  return ourContext.test(value);
}
