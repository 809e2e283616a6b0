import type { Catalogs } from '../../catalog/catalogs.ts';

/** How many criteria, or stretches of them, a sentence names. */
const mostNamed = 10;

/** Criteria, by their keys, as a sentence names them: three or more that follow each other as `CC6.1–CC6.3`. */
export function criteriaNames(keys: readonly string[], catalogs: Catalogs): string {
  const idOf = (key = '') => catalogs.criterion(key)?.thing.id ?? key;
  const named = stretchesOf(keys, catalogs).flatMap(stretch => {
    const ids = stretch.map(idOf);
    return ids.length > 2
      ? [{ name: `${ids[0]}–${ids.at(-1)}`, count: ids.length }]
      : ids.map(name => ({ name, count: 1 }));
  });
  const names = named.slice(0, mostNamed).map(({ name }) => name);
  const left = named.slice(mostNamed).reduce((sum, { count }) => sum + count, 0);
  return left === 0 ? names.join(', ') : `${names.join(', ')}, and ${left} more`;
}

/** Parts criteria where one does not follow the other in their catalog. */
function stretchesOf(keys: readonly string[], catalogs: Catalogs): string[][] {
  const numbers = new Map([...catalogs.criterionKeys()].map((key, i) => [key, i]));
  const stretches: string[][] = [];
  let expected: number | undefined;
  for (const key of keys) {
    const number = numbers.get(key);
    const last = stretches.at(-1);
    if (last && number !== undefined && number === expected) last.push(key);
    else stretches.push([key]);
    expected = number === undefined ? undefined : number + 1;
  }
  return stretches;
}
