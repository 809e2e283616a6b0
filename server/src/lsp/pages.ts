import type { PageParams, ShownBlock, ShownText } from '../../../protocol/page.ts';
import type { Location } from '../../../protocol/place.ts';
import { type HrefOf, markdownOf } from '../core/pages/markdown.ts';
import type { Markdown } from '../core/pages/markdownText.ts';
import type { Block, Inlines, Target } from '../core/pages/page.ts';
import { pageOf, type Subject } from '../core/pages/subject.ts';
import { textsOf, withTexts } from '../core/pages/texts.ts';
import type { Abilities } from './abilities.ts';
import { visible, visibleBlocks } from './visible.ts';

/** The scheme of the documents that are the server's to give (`workspace/textDocumentContent`): pages, as Markdown. */
export const pageScheme = 'tickmark';

/** Where the places of records that pages link to are; one that is not known is no link. */
export type Located = ReadonlyMap<Target, Location>;

/**
 * What a page says, as a document: what is asked for, whatever a program has for it.
 * @param links what its links lead to
 */
export function pageText(subject: Subject, links: HrefOf): Markdown {
  const { title, blocks } = pageOf(subject);
  return markdownOf({ title: visible(title), blocks: visibleBlocks(blocks) }, links);
}

/** The URI of a page: `tickmark:/CC6.1.md`, and behind the question mark for which program. */
export function pageUri({ root, page }: PageParams): string {
  const path = page.split('/').map(encodeURIComponent).join('/');
  return `${pageScheme}:/${path}.md?${encodeURIComponent(root)}`;
}

/** The beginning of a document. */
export function beginningOf(uri: string): Location {
  const start = { line: 0, character: 0 };
  return { uri, range: { start, end: start } };
}

/** What page a URI names; undefined for another one's. */
export function pageOfUri(uri: string): PageParams | undefined {
  const [, path, root] = /^tickmark:\/+(?!\/)([^?#]*)\.md\?([^#]*)/.exec(uri) ?? [];
  if (path === undefined || root === undefined) return undefined;
  try {
    return { page: decodeURIComponent(path), root: decodeURIComponent(root) };
  } catch {
    return undefined;
  }
}

/** Looks up every place that the links of blocks lead to. */
export async function locate(
  blocks: readonly Block[],
  locationOf: (target: Extract<Target, { path: string }>) => Promise<Location | undefined>,
): Promise<Located> {
  const located = new Map<Target, Location>();
  for (const inline of blocks.flatMap(textsOf).flat()) {
    const target = typeof inline === 'string' ? undefined : inline.target;
    if (!target || !('path' in target)) continue;
    const location = await locationOf(target);
    if (location) located.set(target, location);
  }
  return located;
}

/** Links in Markdown, as far as the client can follow them. */
export function hrefs(root: string, located: Located, { own, virtualDocuments }: Abilities): HrefOf {
  return target => {
    if ('page' in target) {
      const { page } = target;
      if (own.pages) return showCommand({ root, page });
      return virtualDocuments ? pageUri({ root, page }) : undefined;
    }
    if ('action' in target) return undefined;
    const location = located.get(target);
    return location && `${location.uri}#L${location.range.start.line + 1}`;
  };
}

/**
 * The URI by which a link in Markdown has the client show a page. VS Code decodes what stands behind the question mark twice,
 * so the escapes of the root are no percent signs in it.
 */
function showCommand(params: PageParams): string {
  const json = JSON.stringify([params]).replaceAll('%', '\\u0025');
  return `command:tickmark.showCriterion?${encodeURIComponent(json)}`;
}

/** Blocks as the client draws them. */
export function shownBlocks(blocks: readonly Block[], located: Located): ShownBlock[] {
  const text = (words: Inlines) => shownText(words, located);
  return blocks.map(block => withTexts(block, { text, words: words => words }));
}

function shownText(text: Inlines, located: Located): ShownText {
  return text.map(inline => {
    if (typeof inline === 'string') return inline;
    const { target, tone: _, ...words } = inline;
    const shown = target && ('path' in target ? located.get(target) : target);
    return shown ? { ...words, target: shown } : words;
  });
}
