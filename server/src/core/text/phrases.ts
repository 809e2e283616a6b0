/** Longer ones are sentences. */
const mostLetters = 80;

/** Two or more words, the first with a capital letter. */
const phrase = /^\p{Lu}[\p{L}\p{N}'’-]*(?:,? (?:& )?[\p{L}\p{N}][\p{L}\p{N}'’-]*)+$/u;

/** Whether words can be a name by which running text calls something. One word is a word like any other: `Access`, `Ana`. */
export function isPhrase(words: string): boolean {
  return words.length <= mostLetters && phrase.test(words);
}

/** Words as they are compared: in any case, with one blank between them. */
export function phraseKey(words: string): string {
  return words.trim().toLowerCase().replace(/\s+/g, ' ');
}
