import { begun } from '../../../formats/begun.ts';
import { recordAround } from '../../../formats/recordAt.ts';
import { nextFree, proposedId } from '../../../rules/fixes/newId.ts';
import { lookOf, newRecord } from '../../../rules/fixes/newRecord.ts';
import type { NewDocument } from '../../../rules/rule.ts';
import { lineEnd, lineStart, trimmedEnd } from '../../../text/lines.ts';
import type { TextRange } from '../../../text/range.ts';
import { lineEndOf } from '../../../text/source.ts';
import { ownEntry } from '../../../yaml/lookup.ts';
import type { YamlScalar } from '../../../yaml/node.ts';
import { type Editing, shapeAt } from '../../editing.ts';
import type { Refactor } from './refactoring.ts';
import { withStatement } from './withStatement.ts';

/**
 * In the statement of a control: what is selected, or the sentence at the cursor and those behind it, becomes the statement of a
 * second control, with the next free id and the same policies. Its title, owner, and criteria are for a person to write.
 */
export const splitControl: Refactor = (editing, selected) => {
  const { path, facts, program } = editing;
  const record = recordAround(facts, selected.start);
  const shape = shapeAt(editing, selected.start);
  const statement = record && ownEntry(record.mapping, 'statement')?.value;
  if (record?.kind !== 'control' || shape?.kind !== 'control' || statement?.type !== 'scalar') return [];
  const moved = movedIn(facts.text, statement, selected);
  const own = shape.id?.text;
  if (!moved || own === undefined) return [];
  const taken = new Set([...program.recordIds()].map(id => id.toLowerCase()));
  const near = [...program.defining(own)];
  const id = /\d$/.test(own) ? nextFree(own, taken) : proposedId(program, 'control', own, near);
  const policies = shape.references.filter(({ key }) => key === 'policies').map(reference => reference.id);
  const known = { id, policies, catalog: 'TSC' };
  const removal = { path, ...moved.gap, text: moved.left };
  const title = `Split off control ${id} with ${selected.start === selected.end ? 'the rest of' : 'the selected part of'} the statement`;
  const common = { kind: 'rewrite', title, preferred: false, asks: true } as const;
  const lineEndings = lineEndOf(facts.text);
  if (shape.stem !== undefined) {
    const made = newRecord(program, { kind: 'control', ...known }, lineEndings);
    const written = made && withStatement(made, moved.text);
    const document: NewDocument | undefined = made && written && { path: made.path, ...written };
    return document ? [{ ...common, edits: [removal], creates: [document] }] : [];
  }
  return inRegister(editing, record.mapping.start, record.mapping.end, known, moved.text).map(edit => ({
    ...common,
    edits: [removal, { path, ...edit }],
  }));
};

/** The second control as the next item of a list. */
function inRegister(
  { facts: { text }, program }: Editing,
  start: number,
  end: number,
  known: { readonly id: string; readonly policies: readonly string[] },
  statement: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const skeleton = lookOf(program, 'control')?.skeleton;
  const indent = /^( *)- +$/.exec(text.slice(lineStart(text, start), start));
  if (!skeleton || !indent) return [];
  const newLine = lineEndOf(text);
  const item = withStatement(begun({ ...skeleton, body: [] }, known, undefined, 'item', newLine), statement);
  if (!item) return [];
  const at = lineEnd(text, trimmedEnd(text, start, end));
  const lines = item.text.trimEnd().split(newLine);
  return [
    {
      start: at,
      end: at,
      text: lines.map(line => newLine + (line === '' ? '' : (indent[1] ?? '') + line)).join(''),
    },
  ];
}

/** What of a statement moves, and what takes its place in the first one; undefined where one of both would be empty. */
function movedIn(
  text: string,
  { start, end, style }: YamlScalar,
  selected: TextRange,
): { readonly text: string; readonly gap: TextRange; readonly left: string } | undefined {
  const isBlock = style === 'literal' || style === 'folded';
  const isQuoted = style === 'single' || style === 'double';
  const from = isBlock ? lineEnd(text, start) : start + (isQuoted ? 1 : 0);
  const to = from + text.slice(from, isQuoted ? end - 1 : end).trimEnd().length;
  const words = text.slice(from, to);
  // What is escaped would have to be written otherwise, and a comment is no part of it.
  if (isQuoted && /[\\]|''/.test(words)) return undefined;
  if (selected.start < from || selected.end > to) return undefined;
  const isCursor = selected.start === selected.end;
  const [first, last] = isCursor
    ? [sentenceStart(text, from, selected.start), to]
    : [selected.start, selected.end];
  const moved = text.slice(first, last).trim();
  const [before, behind] = [text.slice(from, first), text.slice(last, to)];
  if (moved === '' || (before.trim() === '' && behind.trim() === '')) return undefined;
  if (before.trim() === '' && isCursor) return undefined;
  const gapStart = from + before.trimEnd().length;
  const isFirst = before.trim() === '';
  const gapEnd = last + behind.length - behind.trimStart().length;
  if (isFirst) return { text: moved, gap: { start: first, end: gapEnd }, left: '' };
  return {
    text: moved,
    gap: { start: gapStart, end: behind.trim() === '' ? to : gapEnd },
    left: behind.trim() === '' ? '' : ' ',
  };
}

/** Where the sentence at an offset begins. */
function sentenceStart(text: string, from: number, offset: number): number {
  let start = from;
  for (const { index, 0: sign } of text.slice(from, offset).matchAll(/[.!?][)"']?\s+(?=\S)/g))
    start = from + index + sign.length;
  return start;
}
