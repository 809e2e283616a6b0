import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse } from '../markdown/scan.ts';

/**
 * What takes in another document, with its headings: snippets of pymdownx (`--8<--`), Liquid and include-markdown
 * (`{% include %}`), markdown-include (`{! x !}`), VitePress (`<!--@include: x-->`), MyST (`{include}` behind a fence), GitLab
 * (`::include{file=x}`), and any shortcode or field of a template that has its line to itself. A reference is none.
 */
const include =
  /--8<--|\{%-?[ \t]*(?:include|render|import|layout)|\{![^!\r\n]+!\}|<!--[ \t]*@include:|^[ \t]*(?:[`:]{3,}\{include\}|::include\{|@import[ \t]+["'])|^[ \t]*\{\{(?![<%]?[ \t]*(?:\/|ref\b|relref\b))[^\r\n]*\}\}[ \t]*$/gm;
/** One of these stands in each of them. Most texts have none, and to look for a word is far quicker. */
const signs = ['{', '--8<--', '@include:', '@import'];
/** A tag of a component of JSX or Vue: capital, but not all of it (`<BR>`). */
const component = /^<([A-Z]\w*)[\s/>]/;

/** Whether a body takes in what may have headings that do not stand in it. */
export function takesIn(text: string, bodyStart: number, markdown: MarkdownFacts): boolean {
  include.lastIndex = signs.some(sign => text.includes(sign, bodyStart)) ? bodyStart : text.length;
  for (let match = include.exec(text); match; match = include.exec(text)) {
    const start = match.index + match[0].length - match[0].trimStart().length;
    // A comment is what VitePress asks for, and a fence what MyST does.
    if (/^(?:<!--|`)/.test(match[0].trimStart()) || isProse(markdown, start, start + 1)) return true;
  }
  return hasComponent(text, markdown);
}

/** Whether a component is printed: a tag that ends itself or is closed. Of fields such as `<Company Name>` neither is. */
function hasComponent(text: string, { html }: MarkdownFacts): boolean {
  let closings: ReadonlyMap<string, number> | undefined;
  for (let i = 0; i + 1 < html.length; i += 2) {
    const piece = text.slice(html[i], html[i + 1]).trimStart();
    const name = component.exec(piece)?.[1];
    if (name === undefined || name === name.toUpperCase()) continue;
    if (/^<[^>]*\/>/.test(piece)) return true;
    closings ??= closingTags(text);
    if ((closings.get(name) ?? -1) > (html[i] ?? 0)) return true;
  }
  return false;
}

/** Where the last closing tag of each component stands. */
function closingTags(text: string): ReadonlyMap<string, number> {
  return new Map([...text.matchAll(/<\/([A-Z]\w*)>/g)].map(({ 1: name = '', index }) => [name, index]));
}
