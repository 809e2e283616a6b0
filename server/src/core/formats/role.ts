import { kindOfPath, type RecordKind } from '../model/kinds.ts';

/** How a folder of documentation is laid out: with a manifest or native front matter, as Comply does, or as bare policies. */
export type Layout = 'native' | 'comply' | 'plain';

/** What a file's path says about how to read it. Facts depend on the text and on this, never on the path itself. */
export interface Role {
  readonly layout: Layout;
  readonly language: 'markdown' | 'yaml';
  readonly manifest: boolean;
  /** The kind that the folder says, where the record itself names none. */
  readonly folder: RecordKind | undefined;
  /** The record's id where it states none: the file's name without its ending. */
  readonly stem: string;
  /** Whether the file's name or folder says that it is a template. */
  readonly template: boolean;
  /** Whether the manifest includes it though it may be no record. */
  readonly included: boolean;
}

export const manifestName = 'tickmark.yaml';

const readme = /^readme\b/i;
/** What a repository's front page links to; in a folder of policies a code of conduct is a policy. */
const frontPages =
  /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|todo|summary|security|notice|authors)\b/i;

/**
 * What a file (its path relative to the programme's root, with `/`) is to a programme of this layout;
 * undefined for a file that is not read. Comply looks into its folders only one level deep and passes over READMEs.
 */
export function roleOf(path: string, layout: Layout, included: boolean): Role | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ending = /\.(?:(md|markdown|mdx|md\.tmpl)|(ya?ml))$/i.exec(name);
  if (!ending) return undefined;
  const language = ending[1] === undefined ? 'yaml' : 'markdown';
  const manifest = path === manifestName;
  let folder = readme.test(name) || manifest ? undefined : kindOfPath(path);
  if (layout === 'comply') {
    const steps = path.split('/').length;
    if (steps !== 2 || language === 'yaml') folder = undefined;
    if (folder === undefined && !included) return undefined;
  }
  if (layout === 'plain' && (language === 'yaml' || (!folder && frontPages.test(name)))) return undefined;
  return {
    layout,
    language,
    manifest,
    folder,
    stem: name.slice(0, ending.index),
    template: /^_?templates?\b/i.test(name) || /(?:^|\/)_?templates?\//i.test(path),
    included,
  };
}
