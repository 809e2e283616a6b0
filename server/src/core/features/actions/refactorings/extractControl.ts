import type { DocumentFacts } from '../../../formats/facts.ts';
import { endingOf } from '../../../formats/layouts/endings.ts';
import { encodedOf } from '../../../formats/links.ts';
import { sectionEnds } from '../../../markdown/sections.ts';
import { escaped, line } from '../../../pages/markdownText.ts';
import { relativePath } from '../../../program/link.ts';
import { folderOf } from '../../../program/touched.ts';
import { proposedId } from '../../../rules/fixes/newId.ts';
import { newRecord } from '../../../rules/fixes/newRecord.ts';
import type { TextRange } from '../../../text/range.ts';
import { lineEndOf } from '../../../text/source.ts';
import type { Refactor } from './refactoring.ts';
import { withStatement } from './withStatement.ts';

/**
 * On the heading of a section of a policy: a control with the text of the section, the criteria that it cites, and the policy that
 * it carries out. The section keeps its heading, and links to it. Whether the control is in place is for a person to say.
 */
export const extractControl: Refactor = ({ path, facts, program }, selected) => {
  const [policy] = program.records(path);
  const section = policy?.shape.kind === 'policy' ? sectionAt(facts, selected) : undefined;
  if (!policy || !section || holdsLinks(facts, section.body)) return [];
  const { text } = facts;
  const { title, body } = section;
  const cited = facts.citations.filter(
    ({ start, end, denial, id }) =>
      section.whole.start <= start && end <= section.whole.end && !denial && program.catalog.criterion(id),
  );
  const criteria = [...new Set(cited.map(({ id }) => id))];
  const near = criteria
    .flatMap(id => [...program.citing(id)])
    .filter(({ shape }) => shape.kind === 'control');
  const id = proposedId(program, 'control', title, near);
  const policies = [policy.shape.id?.text ?? policy.shape.stem ?? ''].filter(name => name !== '');
  const lineEnd = lineEndOf(text);
  const record = { kind: 'control', id, title, criteria, policies, catalog: 'TSC' } as const;
  const made = newRecord(program, record, lineEnd);
  if (!made) return [];
  const { statement, rest } = partsOf(facts, body);
  const isMarkdown = endingOf(made.path)?.language === 'markdown';
  const begun = statement === undefined ? made : withStatement(made, statement);
  // YAML has a place for the statement only.
  if (!begun || (!isMarkdown && (rest !== '' || statement === undefined))) return [];
  const whole = rest === '' ? begun.text : `${begun.text.trimEnd()}${lineEnd}${lineEnd}${rest}${lineEnd}`;
  const target = encodedOf(relativePath(folderOf(path), made.path));
  const link = line(escaped(`${id}: ${title}`));
  return [
    {
      kind: 'extract',
      title: `Extract control ${id} from this section`,
      edits: [{ path, ...body, text: `See [${link}](${target}).` }],
      creates: [{ path: made.path, text: whole, stops: begun.stops }],
      preferred: false,
    },
  ];
};

/** The section whose heading is selected, with a text below it; not that of the whole document. */
function sectionAt(
  { text, markdown }: DocumentFacts,
  { start, end }: TextRange,
): { readonly title: string; readonly whole: TextRange; readonly body: TextRange } | undefined {
  const headings = markdown?.headings ?? [];
  const index = headings.findIndex(heading => heading.start <= start && end <= heading.end);
  const heading = headings[index];
  if (!heading || heading.level === 1 || heading.text === '') return undefined;
  const sectionEnd = sectionEnds(headings, text.length)[index] ?? text.length;
  // What has sections of its own is more than a control.
  if (headings.some(other => other.start > heading.start && other.start < sectionEnd)) return undefined;
  const inside = text.slice(heading.end, sectionEnd);
  if (inside.trim() === '') return undefined;
  const bodyStart = heading.end + inside.length - inside.trimStart().length;
  const body = { start: bodyStart, end: bodyStart + inside.trim().length };
  return { title: heading.text, whole: { start: heading.start, end: sectionEnd }, body };
}

/** Whether links are in a text that may lead elsewhere from another folder, or need what is written somewhere else. */
function holdsLinks({ markdown }: DocumentFacts, { start, end }: TextRange): boolean {
  return (markdown?.links ?? []).some(
    link =>
      start <= link.start &&
      link.end <= end &&
      (link.label !== undefined || !/^[a-z][a-z\d+.-]*:/i.test(link.destination)),
  );
}

/** The first paragraph, where the text begins with one, and what comes behind it. */
function partsOf({ text, markdown }: DocumentFacts, { start, end }: TextRange) {
  const paragraphs = markdown?.paragraphs ?? [];
  const first = paragraphs.findIndex((offset, i) => i % 2 === 0 && offset === start);
  const paragraphEnd = first < 0 ? undefined : paragraphs[first + 1];
  if (paragraphEnd === undefined || paragraphEnd > end)
    return { statement: undefined, rest: text.slice(start, end) };
  return { statement: text.slice(start, paragraphEnd).trim(), rest: text.slice(paragraphEnd, end).trim() };
}
