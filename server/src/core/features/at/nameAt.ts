import { type Named, namedBy } from '../../program/named.ts';
import type { Program } from '../../program/program.ts';
import type { Use } from '../../program/uses.ts';
import type { TextRange } from '../../text/range.ts';
import type { Editing } from '../editing.ts';
import { isIdWord, isRunningText } from './said.ts';
import { type RangedUse, usesAround } from './usesInDocument.ts';
import { wordAt } from './wordAt.ts';

/** What the words at an offset name. */
export interface NameAt {
  readonly named: Named;
  /** The name as it is read: without escapes, and of an alias what that stands for. */
  readonly text: string;
  readonly range: TextRange;
}

/**
 * The record, people, or system that is named at an offset, the ends of the words included: by its own id, under a key that
 * refers to it, or in running text. Undefined where nothing is named; a reference to what does not exist names that.
 */
export function nameAt(editing: Editing, offset: number): NameAt | undefined {
  const { facts, program } = editing;
  const here = ({ range }: RangedUse) => range.start <= offset && offset <= range.end;
  const used = usesAround(facts, offset).find(here);
  if (used) return { named: namedBy(used.use, program), text: used.use.text, range: used.range };
  const range = wordAt(facts.text, offset);
  const text = range ? facts.text.slice(range.start, range.end) : '';
  const of = range && sortOf(text, program);
  if (!range || !of || !isRunningText(facts, range)) return undefined;
  return { named: namedBy({ of, text }, program), text, range };
}

/** What a word in running text is the id of, in its very case; undefined where it is none. */
export function sortOf(word: string, program: Program): Use['of'] | undefined {
  if (!isIdWord(word)) return undefined;
  for (const { shape } of program.defining(word)) if (shape.id?.text === word) return 'record';
  const { people = [], systems = [] } = program.manifest?.shape ?? {};
  if (people.some(({ id }) => id === word)) return 'person';
  return systems.some(({ id }) => id === word) ? 'system' : undefined;
}
