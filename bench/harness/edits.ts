import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { timed } from './measure.ts';
import { type OpenDocument, pause, type Session } from './session.ts';

/** The edits of a document one after the other, by number from 0; each presumes those before. */
export type Edits = (number: number) => TextDocumentContentChangeEvent;

const words = ' and whoever is on call tells the owner of the system the same day';

/** Letter by letter, words are typed at the end of a line in the middle of a text. */
export function typing(text: string): Edits {
  const lines = [...text.matchAll(/^(?:[A-Z]| {2}statement: )[^|\r\n]{40,}$/gm)];
  const line = lines[Math.floor(lines.length / 2)];
  if (!line) throw new Error('The text has no line of prose.');
  const { line: number, character } = positionAt(text, line.index + line[0].length);
  return i => {
    const position = { line: number, character: character + i };
    return { range: { start: position, end: position }, text: words.charAt(i % words.length) };
  };
}

/** A word of a text and where it begins. */
export interface Word {
  readonly offset: number;
  readonly text: string;
}

/** The first criterion that a page names in its front matter; in a list of records one in the middle. */
export function criterionIn(text: string): Word {
  const ids = [...text.matchAll(/\bCC\d\.\d\b/g)];
  return wordAt(text.startsWith('---') ? ids[0] : ids[Math.floor(ids.length / 2)]);
}

/** The first control that evidence names. */
export function controlIn(text: string): Word {
  return wordAt(/\bCTL-\d+/.exec(text));
}

function wordAt(match: RegExpExecArray | null | undefined): Word {
  if (!match) throw new Error('The text has no such id.');
  return { offset: match.index, text: match[0] };
}

/** The criterion becomes another one and back. */
export function remapping(text: string): Edits {
  const id = criterionIn(text);
  const start = positionAt(text, id.offset);
  const range = { start, end: behind(start, id.text.length) };
  const other = id.text === 'CC7.2' ? 'CC7.3' : 'CC7.2';
  return i => ({ range, text: i % 2 === 0 ? other : id.text });
}

/** A word is taken away and typed anew, letter by letter, again and again; gives each edit and where the caret then is. */
export function retyping(
  text: string,
  word: Word,
): (number: number) => { change: TextDocumentContentChangeEvent; caret: Position } {
  const start = positionAt(text, word.offset);
  const lengthAfter = (i: number): number => (i < 0 ? word.text.length : i % (word.text.length + 1));
  return i => ({
    change: {
      range: { start, end: behind(start, lengthAfter(i - 1)) },
      text: word.text.slice(0, lengthAfter(i)),
    },
    caret: behind(start, lengthAfter(i)),
  });
}

/** How long somebody who types fast takes at least for the next letter, shortened: in milliseconds. */
const gap = 10;

/** Edits an open document so often and pulls its findings each time; gives the milliseconds from edit to answer. */
export async function editAndPull(
  session: Session,
  { path }: OpenDocument,
  edits: Edits,
  times: number,
): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    await pause(gap);
    taken.push(await timed(() => changed(session, path, edits(i))));
  }
  return taken;
}

/**
 * Types a word of an open document anew again and again.
 * @returns the milliseconds from each letter to its completions, and how many those were at most
 */
export async function completeWhileTyping(
  session: Session,
  { path, text }: OpenDocument,
  word: Word,
  times: number,
): Promise<{ readonly taken: readonly number[]; readonly most: number }> {
  const retype = retyping(text, word);
  const taken: number[] = [];
  let most = 0;
  for (let i = 0; i < times; i++) {
    await pause(gap);
    const { change, caret } = retype(i);
    const start = performance.now();
    void session.change(path, change);
    most = Math.max(most, await session.complete(path, caret));
    taken.push(performance.now() - start);
  }
  return { taken, most };
}

/** Opens a document; settles when its diagnostics are there. */
export async function opened(session: Session, document: OpenDocument): Promise<void> {
  void session.open(document);
  await session.pull(document.path);
}

/** Settles when an edit's diagnostics are there. */
export async function changed(
  session: Session,
  path: string,
  edit: TextDocumentContentChangeEvent,
): Promise<void> {
  void session.change(path, edit);
  await session.pull(path);
}

/** The position of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  return TextDocument.create('', '', 0, text).positionAt(offset);
}

function behind({ line, character }: Position, letters: number): Position {
  return { line, character: character + letters };
}
