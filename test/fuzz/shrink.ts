/**
 * Makes a text smaller as long as it fails, by taking out stretches of lines, of words and of characters, large ones first.
 * @param fails whether a text still fails in the same way
 * @param mayGoOn asked before each try
 */
export async function shrunk(
  text: string,
  fails: (text: string) => Promise<boolean>,
  mayGoOn: () => boolean,
): Promise<string> {
  let smallest = text;
  for (const parting of [/(?<=\n)/, /(?<=[\s,{}[\]])/, '']) {
    const parts = await shrunkList(smallest.split(parting), fewer => fails(fewer.join('')), mayGoOn);
    smallest = parts.join('');
  }
  return smallest;
}

/** Makes a list shorter as long as it fails, by taking out stretches of it, large ones first. */
export async function shrunkList<Item>(
  list: readonly Item[],
  fails: (list: readonly Item[]) => Promise<boolean>,
  mayGoOn: () => boolean,
): Promise<readonly Item[]> {
  let fewest = list;
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < fewest.length; ) {
      if (!mayGoOn()) return fewest;
      const fewer = fewest.toSpliced(start, size);
      if (await fails(fewer)) fewest = fewer;
      else start += size;
    }
  }
  return fewest;
}
