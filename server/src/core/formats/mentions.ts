import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Citation, citationsIn } from '../catalogue/citations.ts';
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
  catalogue: Catalogue,
): Citation[] {
  const contexts = new Map<number, boolean>();
  return citationsIn(text, bodyStart, text.length, 'prose', catalogue).filter(({ start, end, ambiguous }) => {
    if (!isProse(markdown, start, end)) return false;
    return !ambiguous || inOurContext(text, start, bodyStart, markdown, contexts);
  });
}

/** Whether the section (from one heading to the next) around an offset says that it is about our criteria. */
function inOurContext(
  text: string,
  offset: number,
  bodyStart: number,
  { headings }: MarkdownFacts,
  contexts: Map<number, boolean>,
): boolean {
  let section = 0;
  while (section < headings.length && (headings[section]?.start ?? 0) <= offset) section++;
  let known = contexts.get(section);
  if (known === undefined) {
    const start = section === 0 ? bodyStart : (headings[section - 1]?.start ?? bodyStart);
    known = ourContext.test(text.slice(start, headings[section]?.start ?? text.length));
    contexts.set(section, known);
  }
  return known;
}

/** Whether a value's own words tell that ambiguous ids in it are ours. */
export function saysOurs(value: string): boolean {
  return ourContext.test(value);
}
