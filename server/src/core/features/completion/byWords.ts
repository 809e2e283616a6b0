import type { Catalog, Criterion } from '../../catalog/catalog.ts';
import { tsc } from '../../catalog/tsc.ts';
import { criteriaBegunBy, criteriaLookedFor, type FoundByWords } from '../../catalog/words.ts';

/** A criterion that was found by what is typed, and the text by which editors find it too: it begins with what is typed. */
export interface FoundCriterion {
  readonly criterion: Criterion;
  readonly filter: string;
}

/**
 * The criteria of a catalog that somebody may look for who has typed this much, best first: those to which the table of
 * words leads, then those with a word of their title, then of their description that begins so. Undefined where an id is
 * typed, or too little, or where nothing is found.
 */
export function foundByWords(catalog: Catalog, typed: string): readonly FoundCriterion[] | undefined {
  const begun = typed.trim().toLowerCase();
  if (begun.length < 2 || /\d/.test(begun)) return undefined;
  if (catalog.criteria.some(({ id }) => id.toLowerCase().startsWith(begun))) return undefined;
  const found = catalog.name === tsc.name ? inCatalog(catalog, criteriaLookedFor(begun), typed) : [];
  const described = begun.length < 3 ? [] : describedBy(catalog, begun, typed);
  const all = new Map<Criterion, FoundCriterion>();
  for (const one of [...found, ...described]) if (!all.has(one.criterion)) all.set(one.criterion, one);
  return all.size > 0 ? [...all.values()] : undefined;
}

/** The criteria that words in running text are about, which the table of words knows as they stand there. */
export function aboutWords(catalog: Catalog, typed: string): readonly FoundCriterion[] {
  return inCatalog(catalog, criteriaBegunBy(typed), typed);
}

function inCatalog(catalog: Catalog, found: readonly FoundByWords[], typed: string): FoundCriterion[] {
  return found.flatMap(({ id, word }) => {
    const criterion = catalog.criterion(id);
    return criterion ? [{ criterion, filter: filterFor(typed, word) }] : [];
  });
}

function describedBy({ criteria }: Catalog, begun: string, typed: string): FoundCriterion[] {
  return (['title', 'description'] as const).flatMap(text =>
    criteria.flatMap(criterion => {
      const at = beginOf(begun, criterion[text]);
      if (at < 0) return [];
      return [{ criterion, filter: filterFor(typed, criterion[text].slice(at, at + longestFilter)) }];
    }),
  );
}

/** Where a word of a text begins with what is typed (in lower case); -1 where none does. */
function beginOf(begun: string, text: string): number {
  const words = text.toLowerCase();
  let at = words.indexOf(begun);
  while (at > 0 && /[\p{L}\p{N}]/u.test(words.charAt(at - 1))) at = words.indexOf(begun, at + 1);
  return at;
}

/** Editors compare what is typed with this. Each begins with what is typed, so none of them changes the order. */
function filterFor(typed: string, word: string): string {
  const goesOn = word.toLowerCase().startsWith(typed.toLowerCase());
  return goesOn ? typed + word.slice(typed.length) : `${typed} ${word}`;
}

/** Of a text that was found so much suffices to go on typing. */
const longestFilter = 60;
