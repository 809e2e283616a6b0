// Which criteria a word is about, so that somebody who thinks of encryption finds CC6.1. The words are those of controls and
// of what auditors look at, with abbreviations and British spellings; they and the order of the criteria are our own.
import { editDistance, isSwapped } from '../text/distance.ts';
import { groupedBy } from '../text/lists.ts';
import data from './data/words.json' with { type: 'json' };

/** A criterion of the TSC to which words lead. */
export interface FoundByWords {
  /** Its id. */
  readonly id: string;
  /** The word or words of the table that led to it, as the table writes them. */
  readonly word: string;
}

/** A word of the table, in the forms in which it is compared, and the criteria it is about, best first. */
interface Entry {
  readonly word: string;
  readonly folded: string;
  readonly stemmed: string;
  readonly criteria: readonly string[];
}

/** Of these alone nobody can tell what a document is about: `Security Policy`. They count where nothing else does. */
const general = new Set(
  [
    'information',
    'security',
    'policy',
    'procedure',
    'standard',
    'runbook',
    'playbook',
    'management',
    'review',
  ].map(stem),
);
/** No entry has more words than this. */
const mostWords = 6;

let entriesMade: readonly Entry[] | undefined;
/** Every word of the table, in its order. */
function entries(): readonly Entry[] {
  return (entriesMade ??= Object.entries(data).flatMap(([words, ids]) => {
    const criteria = ids.split(', ');
    return words.split(', ').map(word => {
      const folded = fold(word);
      return { word, folded, stemmed: stemmed(folded), criteria };
    });
  }));
}

let byStemsMade: ReadonlyMap<string, Entry> | undefined;
function byStems(): ReadonlyMap<string, Entry> {
  return (byStemsMade ??= new Map(
    entries()
      .map(entry => [entry.stemmed, entry] as const)
      .reverse(),
  ));
}

let firstStemsMade: ReadonlySet<string> | undefined;
/** With what the words of the table begin: nearly all words of a text are none of them. */
function firstStems(): ReadonlySet<string> {
  return (firstStemsMade ??= new Set([...byStems().keys()].map(stems => stems.split(' ', 1)[0] ?? '')));
}

let byLetterMade: ReadonlyMap<string, readonly Entry[]> | undefined;
/** The words that begin with each letter. */
function byLetter(): ReadonlyMap<string, readonly Entry[]> {
  return (byLetterMade ??= groupedBy(entries(), ({ folded }) => folded.charAt(0)));
}

/**
 * The criteria of the TSC that a text is about, such as the title of a policy, best first: `Access Control Policy` leads to
 * CC6.1. Case, hyphens, word forms and British spelling do not matter. The longest words of the table that occur count,
 * wherever they stand; where none occurs, those that differ by a slip. None where nothing of the table comes near.
 */
export function criteriaFor(text: string): readonly FoundByWords[] {
  const words = fold(text).split(' ');
  const found = occurring(words.map(stem));
  const telling = found.filter(isTelling);
  if (telling.length > 0) return ranked(telling);
  const slips = words.flatMap(word => (general.has(stem(word)) ? [] : (slipOf(word) ?? [])));
  return ranked(slips.length > 0 ? slips : found);
}

/** In running text a word tells of so many of its criteria; the others it only touches on. */
const mostOfWord = 2;

/**
 * The criteria of the TSC of which a longer text speaks here and there, such as the body of a policy, those first of which it
 * speaks most. Only words that tell by themselves what they are about count, and none is read as a misspelling.
 * @param passages parts of the text over whose ends no phrase goes, such as paragraphs
 */
export function criteriaSpokenOf(passages: Iterable<string>): readonly FoundByWords[] {
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word) ?? stem(word);
    stems.set(word, known);
    return known;
  };
  const scores = new Map<string, { id: string; word: string; score: number }>();
  for (const passage of passages) {
    for (const entry of occurring(fold(passage).split(' ').map(stemOf)).filter(isTelling)) {
      for (const [place, id] of entry.criteria.slice(0, mostOfWord).entries()) {
        const score = 1 / (place + 1);
        const other = scores.get(id);
        if (other) other.score += score;
        else scores.set(id, { id, word: entry.word, score });
      }
    }
  }
  return [...scores.values()]
    .filter(({ score }) => score >= 1)
    .sort((a, b) => b.score - a.score)
    .map(({ id, word }) => ({ id, word }));
}

function isTelling({ stemmed: stems }: Entry): boolean {
  return stems.split(' ').some(one => !general.has(one));
}

/** How a word of the table fits what has been typed, the best first. */
const fits = ['same', 'form', 'begun', 'begunInside'] as const;
type Fit = (typeof fits)[number];

/**
 * The criteria of the TSC whose words begin with what has been typed, best first: those of words that are just that, then
 * of words that begin so, then of words that have a part which begins so. None for less than two letters, and from two
 * letters only for abbreviations (`DR`).
 */
export function criteriaBegunBy(typed: string): readonly FoundByWords[] {
  const folded = fold(typed);
  if (folded.length < 2) return [];
  const forms = stemmed(folded);
  const fitting = entries().flatMap(entry => {
    const fit = fitOf(entry, folded, forms);
    return fit ? entry.criteria.map((id, place) => ({ id, place, fit, entry })) : [];
  });
  const distance = ({ place, entry }: (typeof fitting)[number]) =>
    place + 2 * entry.stemmed.split(' ').length;
  fitting.sort(
    (a, b) =>
      fits.indexOf(a.fit) - fits.indexOf(b.fit) ||
      distance(a) - distance(b) ||
      a.entry.folded.length - b.entry.folded.length,
  );
  return firstOfEach(fitting.map(({ id, entry: { word } }) => ({ id, word })));
}

/**
 * The criteria of the TSC that somebody may look for who has typed this much: as `criteriaBegunBy`, and where there are
 * none, those of words that occur in it or that it misspells.
 */
export function criteriaLookedFor(typed: string): readonly FoundByWords[] {
  const begun = criteriaBegunBy(typed);
  if (begun.length > 0) return begun;
  const occurring = criteriaFor(typed);
  if (occurring.length > 0) return occurring;
  const folded = fold(typed);
  const meant = slipOf(folded, folded.length);
  return meant ? ranked([meant]) : [];
}

function fitOf({ folded: word, stemmed: stems }: Entry, typed: string, forms: string): Fit | undefined {
  if (word === typed) return 'same';
  if (stems === forms) return 'form';
  if (typed.length < 3) return undefined;
  if (word.startsWith(typed)) return 'begun';
  return typed.length > 3 && word.includes(` ${typed}`) ? 'begunInside' : undefined;
}

/** The words of the table that occur in a text, of words in each other the longest. */
function occurring(words: readonly string[]): readonly Entry[] {
  const found: Entry[] = [];
  for (let at = 0; at < words.length; ) {
    if (!firstStems().has(words[at] ?? '')) {
      at++;
      continue;
    }
    let length = Math.min(mostWords, words.length - at);
    let entry = byStems().get(words.slice(at, at + length).join(' '));
    while (!entry && length > 1) entry = byStems().get(words.slice(at, at + --length).join(' '));
    if (entry) found.push(entry);
    at += length;
  }
  return found;
}

/** The criteria of words, those first that most words lead to, long words before short ones. */
function ranked(found: readonly Entry[]): readonly FoundByWords[] {
  const scores = new Map<string, { id: string; word: string; score: number }>();
  for (const { word, stemmed: stems, criteria } of new Set(found)) {
    for (const [place, id] of criteria.entries()) {
      const score = stems.split(' ').length / (place + 1);
      const other = scores.get(id);
      if (other) other.score += score;
      else scores.set(id, { id, word, score });
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ id, word }) => ({ id, word }));
}

function firstOfEach(found: readonly FoundByWords[]): readonly FoundByWords[] {
  const ids = new Map<string, FoundByWords>();
  for (const one of found) if (!ids.has(one.id)) ids.set(one.id, one);
  return [...ids.values()];
}

/**
 * The first word of the table that was meant by one with a slip: a letter is wrong, missing or too much, or two are swapped;
 * the first is right.
 * @param length how many letters of a word of the table count: all, or as many as have been typed
 */
function slipOf(word: string, length?: number): Entry | undefined {
  if (word.length < 5) return undefined;
  return byLetter()
    .get(word.charAt(0))
    ?.find(({ folded }) => {
      const other = folded.slice(0, length);
      if (Math.abs(other.length - word.length) > 1) return false;
      return isSwapped(word, other) || editDistance(word, other) === 1;
    });
}

/** Words as they are compared while they are typed: in lower case, with signs between them read as blanks. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}

function stemmed(folded: string): string {
  return folded.split(' ').map(stem).join(' ');
}

/** What the forms of a word have in common: `encrypted` and `encryption`, and British and American endings. */
function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/is(?=(?:ations?|e|ed|es|ing)$)/, 'iz')
    .replace(/our(?=(?:s|ed|ing)?$)/, 'or')
    .replace(/tre(?=s?$)/, 'ter')
    .replace(/amme(?=s?$)/, 'am')
    .replace(/ies$/, 'y')
    .replace(/(?<=[sxz]|[cs]h)es$|(?<![sui])s$/, '')
    .replace(/(?<=\w{3})(?:ing|ed|ion)$/, '')
    .replace(/e$/, '')
    .replace(/([^aeiou])\1$/, '$1');
}
