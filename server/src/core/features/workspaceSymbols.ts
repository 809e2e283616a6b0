import { idOf, type Subject, subjectsOf } from '../pages/subject.ts';
import { kindWords, titled } from '../pages/words.ts';
import type { NamedPlace } from '../program/named.ts';
import type { Program } from '../program/program.ts';
import { byPlace, fullNameOf, type RecordEntry } from '../program/record.ts';
import { folded } from '../text/folded.ts';
import { firstInOrder } from '../text/lists.ts';
import type { SymbolSort } from './symbolSort.ts';

/** Something that is found by its id and title. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly sort: SymbolSort;
  /** What is shown beside it: what it is. */
  readonly detail: string;
  /** Where it is stated, or for a criterion the page that there is of it. */
  readonly target: NamedPlace | { readonly page: Subject };
}

/** What was typed to find something. */
interface Query {
  readonly whole: string;
  readonly words: readonly string[];
}

/**
 * The records, people, systems, and criteria of a program that are found by what was typed, the best first. A name is found where
 * it has the letters of each word in their order, in any case.
 * @param most how many are given at most
 * @param findsCriteria whether criteria are of use; those come behind what fits as well
 */
export function workspaceSymbols(
  program: Program,
  typed: string,
  most: number,
  findsCriteria: boolean,
): readonly WorkspaceSymbol[] {
  const found = firstInOrder(ranked(program, queryOf(typed), findsCriteria), most, inOrder);
  return found.map(({ of }) => ('shape' in of ? symbolOf(of) : of));
}

interface Ranked {
  readonly rank: number;
  /** Its folded name. */
  readonly name: string;
  /** Of most records no symbol is ever made: thousands of names are found by one letter. */
  readonly of: RecordEntry | WorkspaceSymbol;
}

function* ranked(program: Program, query: Query, findsCriteria: boolean): Iterable<Ranked> {
  for (const [of, name] of program.searchedNames()) {
    const rank = rankOf(name, query);
    if (rank !== undefined) yield { rank, name, of };
  }
  for (const of of [...statedIn(program), ...(findsCriteria ? criteriaIn(program) : [])]) {
    const name = folded(of.name);
    const rank = rankOf(name, query);
    // A criterion comes behind what fits as well.
    if (rank !== undefined) yield { rank: of.sort === 'criterion' ? rank + 0.5 : rank, name, of };
  }
}

function inOrder(one: Ranked, other: Ranked): number {
  if (one.rank !== other.rank || one.name !== other.name)
    return one.rank - other.rank || (one.name < other.name ? -1 : 1);
  return 'shape' in one.of && 'shape' in other.of ? byPlace(one.of, other.of) : 0;
}

/** What was typed, as names are compared with it. */
export function queryOf(typed: string): Query {
  const whole = folded(typed.trim());
  return { whole, words: whole.split(/\s+/).filter(word => word !== '') };
}

/** How well a name fits: 0 for the very id, and undefined for one that lacks a letter. */
export function rankOf(name: string, { whole, words }: Query): number | undefined {
  if (!words.every(word => hasLetters(name, word))) return undefined;
  const at = name.indexOf(whole);
  if (at === 0) return name.length === whole.length || name.charAt(whole.length) === ' ' ? 0 : 1;
  if (at > 0) return /[\p{L}\p{N}]/u.test(name.charAt(at - 1)) ? 3 : 2;
  return words.every(word => name.includes(word)) ? 4 : 5;
}

function hasLetters(name: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    const found = name.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}

function symbolOf(entry: RecordEntry): WorkspaceSymbol {
  const { path, index, shape } = entry;
  const { kind, at, id } = shape;
  const target = { path, record: index, at, text: id?.text ?? '' };
  return { name: fullNameOf(entry), sort: kind, detail: kindWords(kind), target };
}

function statedIn({ manifest }: Program): readonly WorkspaceSymbol[] {
  if (!manifest) return [];
  const { path, shape } = manifest;
  const symbol = (sort: 'person' | 'system', text: string, title: string | undefined, at: number) => ({
    name: titled(text, title ?? ''),
    sort,
    detail: sort,
    target: { path, record: 0, at, text },
  });
  return [
    ...shape.people.map(({ id, name, role, at }) => symbol('person', id, name ?? role, at)),
    ...shape.systems.map(({ id, name, at }) => symbol('system', id, name, at)),
  ];
}

function criteriaIn({ catalogs }: Program): readonly WorkspaceSymbol[] {
  return subjectsOf(catalogs).flatMap((page): readonly WorkspaceSymbol[] => {
    if (page.kind !== 'criterion') return [];
    return [
      {
        name: titled(idOf(page), page.criterion.title),
        sort: 'criterion',
        detail: 'criterion',
        target: { page },
      },
    ];
  });
}
