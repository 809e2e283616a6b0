import { kindNamed, kinds } from '../model/kinds.ts';
import { lineEnd } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';
import { leadEnd } from './envelope.ts';

/**
 * Front matter in another language than YAML, with the line in which it begins. It is not read, but what it surely says is
 * known.
 */
export interface ForeignFrontMatter extends TextRange {
  /** `TOML` or `JSON`. */
  readonly language: string;
  /**
   * Whether it says that the page is a record, by `policy`, `satisfies`, `tsc_criteria`, or a known `kind`; false where it says
   * that the page is no policy, and undefined where it says nothing of it.
   */
  readonly isRecord: boolean | undefined;
  readonly title: string | undefined;
}

const toml = /^\+\+\+[ \t]*(?:\r\n|\n|\r)(?:[^+=]*=[\s\S]*?^\+\+\+|\+\+\+)[ \t]*$/my;
const json = /^\{[ \t]*(?:[\r\n]\s*)?"[\w.-]+"[ \t]*:/my;
const named = /^---[ \t]*(toml|json)[ \t]*$/imy;
/** What ends a piece of front matter in JSON, and one whose first line names its language. */
const closingBrace = /^\}/gm;
const closingFence = /^---[ \t]*$/gm;
/** Front matter has no more characters than that. */
const mostCharacters = 5000;

const policy = valueBehind('policy', '"?(\\w+)');
const satisfies = valueBehind('(?:satisfies|tsc_criteria)', '');
const kind = valueBehind('kind', '["\']([^"\'\\r\\n]*)');
const title = valueBehind('title', '["\']([^"\'\\r\\n]*)');

/** Front matter in TOML or JSON, as Hugo and gray-matter have it, at the start of a page without any in YAML. */
export function foreignFrontMatter(text: string): ForeignFrontMatter | undefined {
  const start = leadEnd(text);
  const found = languageAt(text, start);
  if (!found) return undefined;
  const { language, meta } = found;
  const end = start + text.slice(start, lineEnd(text, start)).trimEnd().length;
  return { start, end, language, isRecord: isRecord(meta), title: title.exec(meta)?.[1] };
}

function languageAt(
  text: string,
  start: number,
): { readonly language: string; readonly meta: string } | undefined {
  const inToml = at(toml, text, start);
  if (inToml) return { language: 'TOML', meta: inToml[0].slice(0, mostCharacters) };
  if (at(json, text, start)) return { language: 'JSON', meta: upTo(closingBrace, text, start) };
  const fence = at(named, text, start);
  if (!fence) return undefined;
  const meta = upTo(closingFence, text, start + fence[0].length);
  return { language: (fence[1] ?? '').toUpperCase(), meta };
}

function isRecord(meta: string): boolean | undefined {
  const flag = policy.exec(meta)?.[1];
  if (flag !== undefined) return flag === 'true';
  return satisfies.test(meta) || isOurKind(kind.exec(meta)?.[1] ?? '') || undefined;
}

/** Whether a word names a kind of record that is not called like other things too, as tests and tasks are. */
function isOurKind(word: string): boolean {
  const named = kindNamed(word);
  return named !== undefined && kinds[named].folder !== undefined && kinds[named].signs === undefined;
}

/** The key at the start of a line, behind a brace, or behind a comma, and the value behind it. */
function valueBehind(key: string, value: string): RegExp {
  return new RegExp(`(?:^|[{,])[ \\t]*"?${key}"?[ \\t]*[=:][ \\t]*${value}`, 'm');
}

function upTo(closing: RegExp, text: string, start: number): string {
  const piece = text.slice(start, start + mostCharacters);
  closing.lastIndex = 0;
  return piece.slice(0, closing.exec(piece)?.index ?? piece.length);
}

function at(form: RegExp, text: string, start: number): RegExpExecArray | null {
  form.lastIndex = start;
  return form.exec(text);
}
