const names: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The number (1 to 12) of the month that an English word names, in any case: `March`, `Mar`, `Sept`. Undefined for a word of
 * fewer than three letters, and for one that only begins like a month, such as `Marketing`.
 */
export function monthNamed(word: string): number | undefined {
  const said = word.toLowerCase();
  const index = said.length < 3 ? -1 : names.findIndex(name => name.startsWith(said));
  return index < 0 ? undefined : index + 1;
}
