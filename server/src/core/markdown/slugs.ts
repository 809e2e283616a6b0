/** What GitHub leaves out of an anchor: all but letters, marks, decimal digits, connectors, hyphens and spaces. */
const dropped = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;
/** The same of ASCII, where it is much faster. */
const droppedOfAscii = /[^\w\- ]/g;
const beyondAscii = /[^\0-\x7f]/;

/** Makes the anchors of one document's headings, as GitHub does. */
export class Slugs {
  /** How often an anchor was asked for again. */
  readonly #taken = new Map<string, number>();

  /** The anchor of the next heading: lower case, hyphens for spaces, and a number where it is taken. */
  next(text: string): string {
    const lower = text.toLowerCase();
    const slug = lower.replace(beyondAscii.test(lower) ? dropped : droppedOfAscii, '').replace(/ /g, '-');
    let count = this.#taken.get(slug);
    if (count === undefined) {
      this.#taken.set(slug, 0);
      return slug;
    }
    let unique = slug;
    while (this.#taken.has(unique)) unique = `${slug}-${++count}`;
    this.#taken.set(slug, count);
    this.#taken.set(unique, 0);
    return unique;
  }
}
