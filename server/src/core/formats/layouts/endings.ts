import { kindOfPath, type RecordKind } from '../../model/kinds.ts';

/** What a document is written in. */
export type Language = 'markdown' | 'yaml' | 'csv';

const byLanguage = {
  markdown: ['md', 'markdown', 'mdx', 'md.tmpl'],
  yaml: ['yaml', 'yml'],
} as const satisfies Partial<Record<Language, readonly string[]>>;

/** The endings of documents, without the dot in front; in names, case does not matter. */
export const documentEndings: readonly string[] = [...byLanguage.markdown, ...byLanguage.yaml];

/** The same as alternatives of a regular expression, which is to ignore case. */
export const endingPattern = documentEndings.map(ending => ending.replaceAll('.', '\\.')).join('|');

const document = new RegExp(`\\.(?:${endingPattern})$`, 'i');

/** Whether a name or path ends as documents do, whatever the layout. */
export function isDocument(path: string): boolean {
  return document.test(path);
}

/** What a register ends in. Nearly all such files are something else: see `isRegister`. */
const registerEnding = /\.csv$/i;

/** The kinds of records that a register can hold. */
export const registerKinds = ['evidence', 'request'] as const satisfies readonly RecordKind[];

export type RegisterKind = (typeof registerKinds)[number];

/** The kind of records in a register, by its folder; undefined where a path is in no folder of such a kind. */
export function registerKindOf(path: string): RegisterKind | undefined {
  const kind = kindOfPath(path);
  return registerKinds.find(one => one === kind);
}

/**
 * Whether a path is that of what may be a register: it is the kind of its folder that tells. Nothing that is linked to or kept
 * beside documents is a document by it.
 */
export function isRegister(path: string): boolean {
  return registerEnding.test(path) && registerKindOf(path) !== undefined;
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
  if (at === undefined) {
    const ofRegister = registerEnding.exec(name)?.index;
    if (ofRegister === undefined) return undefined;
    return { stem: name.slice(0, ofRegister), language: 'csv', rendered: false };
  }
  const ending = name.slice(at + 1).toLowerCase();
  const language = byLanguage.yaml.some(one => one === ending) ? 'yaml' : 'markdown';
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
