import { recordAt } from '../../formats/recordAt.ts';
import { rangeOf } from '../../model/shape.ts';
import { type Named, namedBy } from '../../program/named.ts';
import type { Program } from '../../program/program.ts';
import { type Use, usesIn, usesInManifest } from '../../program/uses.ts';
import type { TextRange } from '../../text/range.ts';
import type { Editing } from '../editing.ts';
import { isIdWord, isRunningText } from './said.ts';
import { wordAt } from './wordAt.ts';

/** What the words at an offset name. */
export interface NameAt {
  readonly named: Named;
  readonly range: TextRange;
}

/**
 * The record, people, or system that is named at an offset, the ends of the words included: by its own id, under a key that
 * refers to it, or in running text. Undefined where nothing is named; a reference to what does not exist names that.
 */
export function nameAt(editing: Editing, offset: number): NameAt | undefined {
  const { facts, program } = editing;
  const here = ({ range }: RangedUse) => range.start <= offset && offset <= range.end;
  const used = usesAround(editing, offset).find(here);
  if (used) return { named: namedBy(used.use, program), range: used.range };
  const range = wordAt(facts.text, offset);
  const of = range && sortOf(facts.text.slice(range.start, range.end), program);
  if (!range || !of || !isRunningText(facts, range)) return undefined;
  return { named: namedBy({ of, text: facts.text.slice(range.start, range.end) }, program), range };
}

/** A use and where it is, without the quotes around it. */
export interface RangedUse {
  readonly use: Use;
  readonly range: TextRange;
}

/** What the records of a document, or the manifest, name under keys. */
export function* usesInDocument({ facts }: Pick<Editing, 'facts'>): Iterable<RangedUse> {
  const { manifest, records } = facts.summary.shape;
  if (manifest) yield* ranged(facts, 0, usesInManifest(manifest));
  for (const [record, shape] of records.entries()) yield* ranged(facts, record, usesIn(shape));
}

/** The same of the one record that an offset lies in. */
function usesAround({ facts }: Editing, offset: number): readonly RangedUse[] {
  const { manifest, records } = facts.summary.shape;
  if (manifest) return ranged(facts, 0, usesInManifest(manifest));
  const record = recordAt(facts, offset);
  const shape = records[record];
  return shape ? ranged(facts, record, usesIn(shape)) : [];
}

function ranged({ text, summary }: Editing['facts'], record: number, uses: readonly Use[]): RangedUse[] {
  return uses.map(use => ({ use, range: unquoted(text, rangeOf(summary, record, use.at)) }));
}

function unquoted(text: string, { start, end }: TextRange): TextRange {
  const quote = text.charAt(start);
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text.charAt(end - 1) === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** What a word in running text is the id of, in its very case. */
function sortOf(word: string, program: Program): Use['of'] | undefined {
  if (!isIdWord(word)) return undefined;
  for (const { shape } of program.defining(word)) if (shape.id?.text === word) return 'record';
  const { people = [], systems = [] } = program.manifest?.shape ?? {};
  if (people.some(({ id }) => id === word)) return 'person';
  return systems.some(({ id }) => id === word) ? 'system' : undefined;
}
