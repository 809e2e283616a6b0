/** What a document is written in. */
export type Language = 'markdown' | 'yaml';

const byLanguage: Readonly<Record<Language, readonly string[]>> = {
  markdown: ['md', 'markdown', 'mdx', 'md.tmpl'],
  yaml: ['yaml', 'yml'],
};

/** The endings of documents, without the dot in front; in names, case does not matter. */
export const documentEndings: readonly string[] = [...byLanguage.markdown, ...byLanguage.yaml];

/** The same as alternatives of a regular expression, which is to ignore case. */
export const endingPattern = documentEndings.map(ending => ending.replaceAll('.', '\\.')).join('|');

const document = new RegExp(`\\.(?:${endingPattern})$`, 'i');

/** Whether a name or path ends as documents do, whatever the layout. */
export function isDocument(path: string): boolean {
  return document.test(path);
}

/** The ending of a document's name. */
export interface Ending {
  /** The name without it. */
  readonly stem: string;
  readonly language: Language;
  /** Whether it is the source of a template language, in which `{{Name}}` is final. */
  readonly rendered: boolean;
}

/** What a name ends in; undefined where it is not the name of a document. */
export function endingOf(name: string): Ending | undefined {
  const at = document.exec(name)?.index;
  if (at === undefined) return undefined;
  const ending = name.slice(at + 1).toLowerCase();
  const language = byLanguage.yaml.includes(ending) ? 'yaml' : 'markdown';
  return { stem: name.slice(0, at), language, rendered: ending.endsWith('.tmpl') };
}

/** The path of what is made of the source of a template language: `a.md` of `a.md.tmpl`. Undefined for any other path. */
export function madeOf(path: string): string | undefined {
  return endingOf(path)?.rendered ? path.slice(0, -'.tmpl'.length) : undefined;
}

/**
 * The sources of a template language among paths that lie beside what is made of them, as `a.md.tmpl` beside `a.md`: they are
 * not documents of their own.
 */
export function sourcesOfOthers(paths: readonly string[]): readonly string[] {
  const sources = paths.flatMap(source => {
    const made = madeOf(source);
    return made === undefined ? [] : [{ source, made }];
  });
  if (sources.length === 0) return [];
  const all = new Set(paths);
  return sources.filter(({ made }) => all.has(made)).map(({ source }) => source);
}
