import type { Catalog } from '../catalog/catalog.ts';
import { type Citation, citationsIn } from '../catalog/citations.ts';
import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse } from '../markdown/scan.ts';

/**
 * Words for the Trust Services Criteria. In small letters "trust services" alone are those of signatures and certificates.
 */
const ourName =
  /\bTSC\b|\b[Ss][Oo][Cc][ \u00a0-]?2\b|Trust Services|\b[Tt]rust[ \u00a0-][Ss]ervices?[ \u00a0-](?:[Cc]riteri|[Cc]ategor|[Pp]rinciple)|\bTSP(?:[ \u00a0-][Ss]ection)?[ \u00a0-]?100\b/;
/** Ids that are nobody else's. */
const ourId = /\b(?:CC|PI)\d\.\d/;

/** A series with a slip in it, such as `CCC6.4` or `PP1.1`. */
const mistyped = /(?<![A-Za-z0-9_-])(?:CCC\d|PP1)\.\d(?![A-Za-z0-9_-]|\.\d)/g;
/** What stands between the ids of a list, a line each or one behind the other. */
const listJoint = /^(?:(?:[\s,;|*+>•-]|\n[ \t]*\d{1,3}[.)](?=\s)){1,40}|,?\s(?:and|or|&)\s)$/;

/**
 * The citations in a body's prose and tables, never in its code, HTML or link targets. An id of a single-letter series
 * (P1.1, A1.2) counts only where its section, a heading above it, the title or the front matter tells that it is ours, for it
 * is the number of other things too. Among other ids one with a slip in its series (CCC6.4) is cited as it is written.
 */
export function bodyCitations(
  text: string,
  bodyStart: number,
  markdown: MarkdownFacts,
  catalog: Catalog,
): Citation[] {
  const isOurs = placesOfOurs(text, bodyStart, markdown);
  const found = citationsIn(text, bodyStart, text.length, 'prose', catalog).filter(
    ({ start, end, ambiguous }) => isProse(markdown, start, end) && (!ambiguous || isOurs(start)),
  );
  return withMistyped(found, text, bodyStart, markdown, catalog);
}

/**
 * Tells of one offset after another, in order, whether something around it says that it is about our criteria: the front
 * matter or the title of the document, a heading above it, or the words of its section (from one heading to the next).
 */
function placesOfOurs(
  text: string,
  bodyStart: number,
  { headings }: MarkdownFacts,
): (offset: number) => boolean {
  const says = ({ textStart, textEnd }: MarkdownFacts['headings'][number]): boolean =>
    namesOurs(text.slice(textStart, textEnd));
  /** The headings above, outermost first, and whether one of them or of those around it says so. */
  const above: { readonly level: number; readonly isOurs: boolean }[] = [];
  let document: boolean | undefined;
  let start = bodyStart;
  let next = 0;
  let section: boolean | undefined;
  return offset => {
    const [title] = headings;
    const isTitled = title?.level === 1 && isLead(text.slice(bodyStart, title.start));
    document ??= isOurFrontMatter(text.slice(0, bodyStart)) || (isTitled && says(title));
    if (document) return true;
    for (let heading = headings[next]; heading && heading.start <= offset; heading = headings[++next]) {
      while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
      above.push({ level: heading.level, isOurs: above.at(-1)?.isOurs === true || says(heading) });
      start = heading.start;
      section = undefined;
    }
    if (above.at(-1)?.isOurs) return true;
    return (section ??= saysOurs(text.slice(start, headings[next]?.start ?? text.length)));
  };
}

/** Whether front matter tells that numbers in the body are ours: what it satisfies may be only a part of what that is about. */
function isOurFrontMatter(meta: string): boolean {
  if (/^tsc_criteria[ \t]*:/m.test(meta)) return true;
  const title = /^(?:title|name)[ \t]*:(.*)$/m.exec(meta)?.[1];
  return title !== undefined && namesOurs(title);
}

/** The citations with the ids among them that have a slip in their series. */
function withMistyped(
  found: readonly Citation[],
  text: string,
  bodyStart: number,
  markdown: MarkdownFacts,
  catalog: Catalog,
): Citation[] {
  const all = [...found];
  /** The first citation behind the slip, which goes along with the slips: both are in order. */
  let next = 0;
  mistyped.lastIndex = bodyStart;
  for (let match = mistyped.exec(text); match; match = mistyped.exec(text)) {
    const [id] = match;
    const { index: start } = match;
    const end = start + id.length;
    const meant = id.startsWith('PP') ? `PI${id.slice(2)}` : id.slice(1);
    if (!catalog.criterion(meant)) continue;
    while ((found[next]?.start ?? end) < end) next++;
    const before = found[next - 1];
    const behind = found[next];
    const isListed =
      (before && listJoint.test(text.slice(before.end, start))) ||
      (behind && listJoint.test(text.slice(end, behind.start)));
    if (!isListed || !isProse(markdown, start, end)) continue;
    all.push({ form: 'criterion', id, start, end, misspelled: false, ambiguous: false });
  }
  return all.length === found.length ? all : all.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether what stands before the first heading leaves it the title: nothing, or a comment. */
function isLead(text: string): boolean {
  const lead = text.trimStart();
  return lead === '' || lead.startsWith('<!--');
}

/** Whether the words around ambiguous ids tell that they are ours: by a name of our criteria, or an id that is nobody else's. */
export function saysOurs(words: string): boolean {
  return ourName.test(words) || ourId.test(words);
}

/** Whether a heading or title names our criteria, so that what stands below it is about them. */
export function namesOurs(title: string): boolean {
  return ourName.test(title);
}
