// Marked texts for features that tell of places: `$0` is the cursor, and `^^^` are the words that are told of.
import assert from 'node:assert/strict';
import type { Engine } from '../../../server/src/core/engine.ts';
import type { Editing } from '../../../server/src/core/features/editing.ts';
import { rangeOf } from '../../../server/src/core/model/shape.ts';
import type { NamedPlace } from '../../../server/src/core/program/named.ts';
import { type ExampleFile, readExample } from '../../../server/src/core/rules/example.ts';
import type { TextRange } from '../../../server/src/core/text/range.ts';
import { engineOf } from '../../fixture.ts';
import { editingOf } from './editingAt.ts';

/** A marked text as a feature sees it. */
export interface Marked {
  readonly files: readonly ExampleFile[];
  readonly engine: Engine;
  readonly editing: Editing;
  readonly offset: number;
}

/** How texts are written that say the same. Each can be applied to the beginning of a text as well as to the whole. */
const spellings: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['as they are', text => text],
  ['with CRLF', text => text.replaceAll('\n', '\r\n')],
  ['behind tabs and characters outside of the BMP', text => text.replaceAll('See ', '𝒜\t👩‍👩‍👧 é\t See ')],
];

/** Calls a test with a marked text in every spelling. */
export function inEverySpelling(example: string, test: (marked: Marked, spelling: string) => void): void {
  for (const [name, change] of spellings) test(markedOf(example, change), name);
}

/** The same of a test that takes a while, with what spells other texts so. */
export async function soonInEverySpelling(
  example: string,
  test: (marked: Marked, spelling: string, change: (text: string) => string) => Promise<void>,
): Promise<void> {
  for (const [name, change] of spellings) await test(markedOf(example, change), name, change);
}

function markedOf(example: string, change: (text: string) => string): Marked {
  const files = readExample(example).map(file => spelled(file, change));
  const engine = engineOf(files);
  const file = files.find(({ cursor }) => cursor !== undefined);
  assert.ok(file?.cursor !== undefined, 'the text has a cursor');
  return { files, engine, editing: editingOf({ files, engine }, file.path), offset: file.cursor };
}

function spelled({ path, text, marks, cursor }: ExampleFile, change: (text: string) => string): ExampleFile {
  const moved = (offset: number) => change(text.slice(0, offset)).length;
  return {
    path,
    text: change(text),
    marks: marks.map(({ start, end, note }) => ({ start: moved(start), end: moved(end), note })),
    cursor: cursor === undefined ? undefined : moved(cursor),
  };
}

/** The marks of some files, as places to be compared. */
export function marksOf(files: readonly ExampleFile[]): readonly string[] {
  return files.flatMap(file => file.marks.map(mark => shown(file, mark))).sort();
}

/** A place of a file as it is compared: `controls/a.md 12: AC-01`. */
export function shown({ path, text }: Pick<ExampleFile, 'path' | 'text'>, { start, end }: TextRange): string {
  return `${path} ${String(start).padStart(4)}: ${text.slice(start, end)}`;
}

/** Places of records as they are compared. */
export function placesOf(
  named: readonly NamedPlace[],
  files: Marked['files'],
  { program }: Editing,
): readonly string[] {
  return named
    .map(({ path, record, at }) => {
      const file = files.find(one => one.path === path);
      const summary = program.summary(path);
      assert.ok(file && summary);
      return shown(file, rangeOf(summary, record, at));
    })
    .sort();
}
