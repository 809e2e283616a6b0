/**
 * Names in a sentence: `AC-1, AC-2, and AC-3`, `AC-1, AC-2, and 4 others`.
 * @param names the first three of them, or more
 * @param all how many there are
 */
export function listed(names: readonly string[], all = names.length): string {
  const [first = '', second = '', third = ''] = names;
  if (all <= 1) return first;
  if (all === 2) return `${first} and ${second}`;
  return all === 3 ? `${first}, ${second}, and ${third}` : `${first}, ${second}, and ${all - 2} others`;
}

/** All names in a sentence, however many: for the few that there can be. */
export function allListed(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`;
}
