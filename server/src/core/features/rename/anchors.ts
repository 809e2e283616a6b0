// Headings that a rename changes have other anchors, and what links to them follows.
import type { DocumentFacts } from '../../formats/facts.ts';
import { readDocument } from '../../formats/readDocument.ts';
import { applied, type TextEdit } from '../../formats/yamlEdits.ts';
import { rangeOf } from '../../model/shape.ts';
import { linksIn } from '../../program/link.ts';
import type { Program } from '../../program/program.ts';

/** The new anchors of a document by their old ones; empty where edits change no heading. */
export type Anchors = ReadonlyMap<string, string>;

const none: Anchors = new Map();

/** The anchors that edits of a document change. */
export function anchorsMovedBy(facts: DocumentFacts, edits: readonly TextEdit[], program: Program): Anchors {
  const headings = facts.markdown?.headings ?? [];
  const isInHeading = ({ start }: TextEdit) =>
    headings.some(heading => heading.textStart <= start && start < heading.textEnd);
  if (!edits.some(isInHeading)) return none;
  const before = linesOf(facts);
  const after = linesOf(readDocument(applied(facts.text, edits), facts.role, program.catalog));
  // Where two headings come to have one anchor, or have had one, nobody can tell which is meant.
  if (before.length !== after.length) return none;
  const moved = new Map<string, string>();
  for (const [i, line] of before.entries()) {
    const now = after[i];
    if (now !== undefined && now !== line) moved.set(line, now);
  }
  return moved;
}

function linesOf({ summary }: DocumentFacts): readonly string[] {
  return summary.shape.anchors?.split('\n') ?? [];
}

/** The edits by which a document's links follow the anchors of another document, or of itself. */
export function anchorEdits(
  path: string,
  facts: DocumentFacts,
  target: string,
  moved: Anchors,
  program: Program,
): readonly TextEdit[] {
  const places = new Set(
    program
      .linksTo(target)
      .filter(({ from }) => from === path)
      .map(({ link }) => link.at),
  );
  return linksIn(path, facts.summary.shape).flatMap(({ link }) => {
    if (link.anchor === undefined || !places.has(link.at)) return [];
    const now = moved.get(link.anchor) ?? moved.get(link.anchor.toLowerCase());
    const { start, end } = rangeOf(facts.summary, 0, link.at);
    const from = facts.text.slice(start, end).lastIndexOf(`#${link.anchor}`);
    // One that is written with escapes is left as it is.
    return now === undefined || from < 0 ? [] : [{ start: start + from + 1, end, text: now }];
  });
}
