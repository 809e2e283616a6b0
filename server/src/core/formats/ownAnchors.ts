import type { MarkdownFacts } from '../markdown/facts.ts';

/** `<a name="x">`, `<h2 id="x">`. */
const ofTag = /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi;
/** What stands in braces, on one line: `## Title {: .c #x }`, and a line of kramdown's before or behind what it is about. */
const inBraces = /\{([^{}\r\n]{1,200})\}/g;
/** An id among attributes: `#x`, `.c #x`, `id="x"`, and `#x` in a comment of MDX. */
const idAmong = /(?:^|[\s:*])(?:#([^\s#*]+)|id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))/g;

/**
 * The anchors that the author of a document set, in all the forms that generators of sites read: attributes of tags, and in
 * braces at a heading, in a line of their own, or behind anything else.
 * @param isRead whether braces are read, by where they end; all are without it
 */
export function ownAnchors(
  text: string,
  bodyStart: number,
  { html }: MarkdownFacts,
  isRead?: (braces: string, end: number) => boolean,
): readonly string[] {
  const anchors: string[] = [];
  for (let i = 0; i + 1 < html.length; i += 2)
    for (const [, id = ''] of text.slice(html[i], html[i + 1]).matchAll(ofTag)) anchors.push(id);
  if (!text.includes('{', bodyStart)) return anchors;
  inBraces.lastIndex = bodyStart;
  for (let match = inBraces.exec(text); match; match = inBraces.exec(text)) {
    if (isRead?.(match[0], inBraces.lastIndex) === false) continue;
    for (const [, sign, double, single, bare] of (match[1] ?? '').matchAll(idAmong))
      anchors.push(sign ?? double ?? single ?? bare ?? '');
  }
  return anchors.filter(anchor => anchor !== '');
}
