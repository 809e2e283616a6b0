/** The English names of the months, in their order. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const names = months.map(month => month.toLowerCase());

/**
 * The number (1 to 12) of the month that an English word names, in any case: `March`, `Mar`, `Sept`. Undefined for a word of
 * fewer than three letters, and for one that only begins like a month, such as `Marketing`.
 */
export function monthNamed(word: string): number | undefined {
  const said = word.toLowerCase();
  const index = said.length < 3 ? -1 : names.findIndex(name => name.startsWith(said));
  return index < 0 ? undefined : index + 1;
}

/** The number (1 to 12) of the month that a text states by its number (`4`, `04`) or its name; undefined for any other text. */
export function monthIn(text: string): number | undefined {
  const said = text.trim();
  const number = /^\d{1,2}$/.test(said) ? Number(said) : monthNamed(said);
  return number !== undefined && number >= 1 && number <= 12 ? number : undefined;
}
