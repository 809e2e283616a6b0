// What readers of Markdown make of it: GitHub's dialect as micromark reads it, and marked, which VS Code draws hovers with.
import fc from 'fast-check';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** Words, or an element: its name and the values of its attributes, and what is in it. */
export type Drawn = string | DrawnElement;

interface DrawnElement {
  readonly element: string;
  readonly inside: readonly Drawn[];
}

/** HTML as elements and words, without what stands between blocks. */
export function drawnHtml(html: string): readonly Drawn[] {
  return childrenOf(parseFragment(html)).filter(one => typeof one !== 'string' || one.trim() !== '');
}

/** How each reader draws a text in Markdown; raw HTML is let through, and addresses become links. */
export const readers = {
  micromark: (text: string) =>
    drawnHtml(
      micromark(text, {
        allowDangerousHtml: true,
        allowDangerousProtocol: true,
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      }),
    ),
  marked: (text: string) => drawnHtml(marked.parse(text, { async: false, gfm: true })),
};

/** An element with what is in it. */
export function drawn(element: string, ...inside: readonly Drawn[]): Drawn {
  return { element, inside };
}

/** The first element of a name. */
export function firstOf(name: string, among: readonly Drawn[]): Drawn | undefined {
  for (const one of among) {
    if (typeof one === 'string') continue;
    const found = one.element === name ? one : firstOf(name, one.inside);
    if (found) return found;
  }
  return undefined;
}

/** The words in what is drawn. */
export function wordsOf(drawn: readonly Drawn[]): string {
  return drawn.map(one => (typeof one === 'string' ? one : wordsOf(one.inside))).join('');
}

/** The elements in what is drawn, each once. */
export function elementsOf(drawn: readonly Drawn[]): Set<string> {
  const nested = drawn.flatMap(one =>
    typeof one === 'string' ? [] : [one.element, ...elementsOf(one.inside)],
  );
  return new Set(nested);
}

function childrenOf({ childNodes }: DefaultTreeAdapterTypes.ParentNode): Drawn[] {
  return childNodes.map(node => {
    if ('value' in node) return node.value;
    if (!('tagName' in node)) return drawn(node.nodeName);
    const values = node.attrs.map(({ value }) => ` ${value}`).join('');
    return drawn(`${node.tagName}${values}`, ...childrenOf(node));
  });
}

/** Text that is made of what means something to Markdown, to HTML, or to what makes links of addresses. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'ab1 \n\t.)(-+#=*_`~[]<>!&;:/\\"\'|$^@{}%é—'),
      fc.constantFrom('https://', 'ftp://', 'www.', 'a@b.co', 'x.y', '![', '](', '<img src=x>', '</p>'),
      fc.constantFrom('&lt;', '&#65;', '<!--', '```', '~~~', '~~', '**', '__', '1. ', '[ ] ', '[^1]', '---'),
      fc.constantFrom('javascript:', 'command:x', 'mailto:', 'xmpp:', '$$', '   ', '\u2028', '\u00a0'),
    ),
    { maxLength: 12 },
  )
  .map(pieces => pieces.join(''));

/** The words of a text as they are shown on one line. */
export function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
