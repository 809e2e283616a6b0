import { criteriaSpokenOf, type FoundByWords } from '../catalog/words.ts';
import type { MarkdownFacts, Ranges } from '../markdown/facts.ts';
import { scanMarkdown } from '../markdown/scan.ts';
import { sectionEnds } from '../markdown/sections.ts';
import { pageHead } from './pageHead.ts';
import type { Role } from './role.ts';

/** Of a longer text the beginning tells what it is about; in UTF-16 units. */
const mostRead = 100_000;

/** Sections that name what other documents are about. */
const aside =
  /^[\d.)\s]*(?:references?|related|see also|definitions?|glossary|terms|revision history|version history|change ?log|document (?:control|history)|(?:table of )?contents)\b/i;

/**
 * The criteria of the TSC of which the text of a Markdown document speaks in its paragraphs and lists, those first of which it
 * speaks most. References, definitions, and histories are left out. Takes linear time.
 * @param text without a byte order mark
 */
export function spokenInText(text: string, role: Role): readonly FoundByWords[] {
  const { envelope, dialect } = pageHead(text, role);
  const read = text.slice(0, envelope.bodyStart + mostRead);
  return criteriaSpokenOf(passagesOf(read, scanMarkdown(read, envelope.bodyStart, dialect)));
}

/** The paragraphs as a reader sees them, those of list items too, without those of sections set aside. */
function* passagesOf(text: string, { headings, paragraphs, hidden }: MarkdownFacts): Iterable<string> {
  const ends = sectionEnds(headings, text.length);
  let heading = 0;
  let asideEnd = 0;
  let unseen = 0;
  for (let i = 0; i + 1 < paragraphs.length; i += 2) {
    const [start = 0, end = 0] = paragraphs.slice(i, i + 2);
    for (let next = headings[heading]; next && next.start < start; next = headings[++heading]) {
      if (aside.test(next.text)) asideEnd = Math.max(asideEnd, ends[heading] ?? 0);
    }
    if (start < asideEnd) continue;
    while ((hidden[unseen + 1] ?? end) <= start) unseen += 2;
    yield withoutHidden(text, start, end, hidden, unseen);
  }
}

/** @param first where the hidden ranges begin that may touch the stretch */
function withoutHidden(text: string, start: number, end: number, hidden: Ranges, first: number): string {
  let seen = '';
  let at = start;
  for (let i = first; (hidden[i] ?? end) < end; i += 2) {
    seen += `${text.slice(at, Math.max(at, hidden[i] ?? end))} `;
    at = Math.max(at, hidden[i + 1] ?? end);
  }
  return seen + text.slice(at, Math.max(at, end));
}
