import { type DocumentFacts, problemsIn } from '../../formats/facts.ts';
import { readDocument } from '../../formats/readDocument.ts';
import { applied } from '../../formats/yamlEdits.ts';
import { sameShape } from '../../model/shape.ts';
import type { Fix } from '../../rules/rule.ts';
import { judgeDocument } from '../../rules/running/judge.ts';
import { silence } from '../../rules/running/silence.ts';
import { lineEnd, lineStart } from '../../text/lines.ts';
import type { TextRange } from '../../text/range.ts';
import { lineEndOf } from '../../text/source.ts';
import type { Editing } from '../editing.ts';

/** A comment to be put at an offset: what stands before its word, and behind its reason. */
interface Comment {
  readonly at: number;
  readonly open: string;
  readonly close: string;
}

/**
 * The ways to silence a finding: on its line, where a comment can stand there, and in its file. The reason is left for the
 * person to type; until it is there nothing is silenced.
 */
export function silencingFixes(
  editing: Editing,
  finding: { readonly rule: string; readonly range: TextRange },
): readonly Fix[] {
  const { path, facts } = editing;
  const { rule, range } = finding;
  // A comment about comments would be one too many.
  if (rule.startsWith('rules/')) return [];
  // What is not read has no comments either, and neither have comma-separated values.
  if (facts.summary.shape.unread || facts.role.language === 'csv') return [];
  const ways: readonly [string, string, Comment][] = [
    ['here', `tickmark-ignore ${rule}: `, onLine(facts, range.start)],
    ['in this file', `tickmark-ignore-file ${rule}: `, onTop(facts)],
  ];
  return ways.flatMap(([where, words, { at, open, close }]) => {
    const edit = { start: at, end: at, text: open + words + close };
    if (!works(editing, finding, { ...edit, text: `${open}${words}x${close}` })) return [];
    const title = `Silence ${rule} ${where}, with a reason`;
    return [{ title, edits: [{ path, ...edit, caret: (open + words).length }], preferred: false }];
  });
}

/** At the end of a line, in a table before its last pipe: behind that it would be another cell. */
function onLine({ text, markdown, envelope }: DocumentFacts, offset: number): Comment {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset)).trimEnd();
  const at = lineStart(text, offset) + line.length;
  const isBody = markdown && envelope && offset >= envelope.bodyStart;
  if (!isBody) return { at, open: ' # ', close: '' };
  const cell = /(?<![ \t])[ \t]*\|$/.exec(line)?.[0].length ?? 0;
  return { at: at - cell, open: ' <!-- ', close: ' -->' };
}

/** In the first line of the metadata; where there is none, or none that may begin with a comment, of the body. */
function onTop({ text, envelope }: DocumentFacts): Comment {
  const lineBreak = lineEndOf(text);
  if (!envelope) return { at: 0, open: '# ', close: lineBreak };
  const { style, metaStart, bodyStart } = envelope;
  return style === 'fenced' || style === 'unclosed'
    ? { at: metaStart, open: '# ', close: lineBreak }
    : { at: bodyStart, open: '<!-- ', close: ` -->${lineBreak}` };
}

/** Whether with the comment the finding is still found, but silenced, and the document says what it said. */
function works(
  { path, facts, program }: Editing,
  { rule, range }: { readonly rule: string; readonly range: TextRange },
  edit: { readonly start: number; readonly end: number; readonly text: string },
): boolean {
  const after = readDocument(applied(facts.text, [edit]), facts.role, program.catalog);
  const moved = range.start < edit.start ? 0 : edit.text.length;
  const found = { rule, range: { start: range.start + moved, end: range.end + moved } };
  const foundIn = (read: DocumentFacts) =>
    judgeDocument(path, read, program.catalog).filter(one => one.rule === rule).length;
  return (
    silence([found], after.silencings).shown.length === 0 &&
    sameShape(after.summary.shape, facts.summary.shape) &&
    problemsIn(after) === problemsIn(facts) &&
    after.markdown?.links.length === facts.markdown?.links.length &&
    foundIn(after) === foundIn(facts)
  );
}
