// How generators of sites make anchors of the words of headings. Each was run over the headings of
// test/core/formats/sites/anchors.json, which says what came of it.

/** Letters of the Latin alphabet without their accents, and signs by those that they are made of, as NFKD has them. */
function decomposed(words: string): string {
  return words.normalize('NFKD');
}

/** As `slugify` of python-markdown 3.4.1 does, which MkDocs uses: what is not ASCII is folded to it or dropped. */
export function mkdocsSlug(words: string): string {
  return decomposed(words)
    .replace(/[^\0-\x7f]/g, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** As python-markdown 3.4.1 numbers anchors that are taken or empty: `a`, `a_1`, `a_2`. */
export function mkdocsNumbered(slugs: readonly string[]): string[] {
  const taken = new Set<string>();
  /** The number last given behind a slug, so that many that are equal cost no more than few. */
  const last = new Map<string, number>();
  return slugs.map(slug => {
    if (slug !== '' && !taken.has(slug)) {
      taken.add(slug);
      return slug;
    }
    const [, stem = slug, digits = '0'] = /^(.*)_(\d+)$/.exec(slug) ?? [];
    let number = (last.get(slug) ?? Number(digits)) + 1;
    while (taken.has(`${stem}_${number}`)) number++;
    last.set(slug, number);
    taken.add(`${stem}_${number}`);
    return `${stem}_${number}`;
  });
}

/** As `slugify` of @mdit-vue/shared does, which VitePress 1.6.4 uses: accents are dropped, and any other letter is kept. */
export function vitepressSlug(words: string): string {
  return (
    decomposed(words)
      .replace(/[\u0300-\u036f]/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are left out there.
      .replace(/[\0-\x1f]/g, '')
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
      .replace(/^-|-$/g, '')
      .replace(/^(\d)/, '_$1')
      .toLowerCase()
  );
}

/** As Hugo 0.111.3 does of the source of a heading, with `autoHeadingIDType` at its `github`: marks and signs are dropped. */
export function hugoSlug(source: string): string {
  return source
    .trim()
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** As kramdown 2.4.0 does with its GFM parser, which Jekyll uses; dashes that it prints as one sign are dropped. */
export function jekyllSlug(words: string): string {
  return words
    .replace(/-{2,3}/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');
}

/** As kramdown 2.4.0 does by itself: only what is ASCII is left, from the first letter on. */
export function kramdownSlug(words: string): string {
  const slug = words
    .replace(/^[^A-Za-z]+/, '')
    .replace(/[^A-Za-z\d -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
  return slug === '' ? 'section' : slug;
}
