/** What a word processor writes for a hyphen, and what is not seen at all. */
const dashes = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const unseen = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const spaces = /[\u00a0\u2007\u202f]/g;

/** An id with plain hyphens and spaces, and without characters that are not seen; the same id where it has none of these. */
export function withoutLookAlikes(id: string): string {
  return id.replace(unseen, '').replace(dashes, '-').replace(spaces, ' ');
}
