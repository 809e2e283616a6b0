// The beginnings of full names and titles in texts of thousands of documents: a capital word with the one behind it, as a number. Texts
// with other words of the same number are looked into in vain, and seldom.

/**
 * The numbers of all that may be the first two words of a full name or a title in a text, each once. Takes linear time. Where no sign
 * tells a capital letter outside of ASCII, any letter may be one.
 */
export function pairsIn(text: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  // The number of a capital word with nothing but blanks behind it.
  let before: number | undefined;
  for (let at = 0; at < text.length; ) {
    const first = text.charCodeAt(at);
    if (!isLetter(first)) {
      if (!isBlank(first)) before = undefined;
      at++;
      continue;
    }
    let word = seed;
    // Small letters of ASCII differ from capital ones in one bit.
    for (let code = first; isLetter(code); code = text.charCodeAt(++at))
      word = Math.imul(word ^ (code | 0x20), prime);
    if (before !== undefined) pairs.add((Math.imul(before, prime) ^ word) >>> 0);
    before = (first >= 65 && first <= 90) || first >= 128 ? word : undefined;
  }
  return pairs;
}

/** The number of the first two words of a full name or title; undefined where it has none that is found in texts. */
export function pairOf(words: string): number | undefined {
  const [pair] = pairsIn(words);
  return pair;
}

// FNV-1a.
const [seed, prime] = [0x811c9dc5, 0x01000193];

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Whether a sign belongs to a word: letters, digits, `_`, and nearly all that lies outside of ASCII but punctuation. */
function isLetter(code: number): boolean {
  if (code < 128) return wordSigns[code] === 1;
  return (code >= 0xc0 && code < 0x2000) || (code >= 0x2c00 && code < 0x3000) || code >= 0x3040;
}

const wordSigns = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
);
