import { largest } from '../text/lists.ts';
import {
  codeSpan,
  destination,
  escaped,
  fenced,
  joined,
  line,
  type Markdown,
  markdown,
} from './markdownText.ts';
import type { Block, Inline, Inlines, List, Page, Table, Target } from './page.ts';
import { asRows } from './simpler.ts';

/** Where a link leads, as a URI; undefined where its words are to be no link. */
export type HrefOf = (target: Target) => string | undefined;

/** A page in Markdown. What is written in it is text, whatever signs there are in it. */
export function markdownOf(page: Page, hrefOf?: HrefOf): Markdown {
  return markdown`# ${line(escaped(page.title))}\n\n${markdownOfBlocks(page.blocks, hrefOf)}\n`;
}

/** Parts of a page in Markdown, an empty line between two. */
export function markdownOfBlocks(blocks: readonly Block[], hrefOf?: HrefOf): Markdown {
  return joined(
    blocks.map(block => blockText(block, hrefOf)),
    markdown`\n\n`,
  );
}

function blockText(block: Block, hrefOf: HrefOf | undefined): Markdown {
  switch (block.kind) {
    case 'heading':
      return markdown`## ${line(escaped(block.text))}`;
    case 'paragraph':
      return lineOf(block.text, hrefOf);
    case 'list':
      return joined(
        block.items.map((item, i) => markdown`${indentOf(block, i)}- ${lineOf(item, hrefOf)}`),
        markdown`\n`,
      );
    case 'code':
      return fenced(block.text);
    case 'table':
      return tableText(block, hrefOf);
    case 'bars':
    case 'matrix':
    case 'map':
      return markdownOfBlocks(asRows(block), hrefOf);
  }
}

/** The spaces before an item: those before the words of the item that it is in. */
function indentOf({ levels }: List, index: number): Markdown {
  return joined(Array.from({ length: levels?.[index] ?? 0 }, () => markdown`  `));
}

/** A table of GitHub's dialect, which has a head in any case, below its caption. */
function tableText({ caption, head, rows }: Table, hrefOf: HrefOf | undefined): Markdown {
  const columns = largest(
    head?.length ?? 0,
    rows.map(row => row.length),
  );
  const heads = Array.from({ length: columns }, (_, i) => escaped(head?.[i] ?? ''));
  const cells = rows.map(row => row.map(cell => cellOf(cell, hrefOf)));
  const lines = [heads, heads.map(() => markdown`---`), ...cells].map(
    row => markdown`| ${joined(row, markdown` | `)} |`,
  );
  const table = joined(lines, markdown`\n`);
  return caption ? markdown`${lineOf(caption, hrefOf)}\n\n${table}` : table;
}

/** Code with a bar in it goes without its style, for the bar would end the cell. */
function cellOf(inlines: Inlines, hrefOf: HrefOf | undefined): Markdown {
  const safe = inlines.map((inline): string | Inline => {
    if (typeof inline === 'string' || inline.style !== 'code' || !inline.text.includes('|')) return inline;
    return { text: inline.text, ...(inline.target ? { target: inline.target } : {}) };
  });
  return joined(runsOf(safe, hrefOf).map(runText));
}

/** Words that look alike, and lead to the same. */
interface Run {
  text: string;
  readonly style: Inline['style'];
  readonly href: string | undefined;
}

function lineOf(inlines: Inlines, hrefOf: HrefOf | undefined): Markdown {
  return line(joined(runsOf(inlines, hrefOf).map(runText)));
}

/** What is next to each other in one form becomes one: a sign may be half here and half there. */
function runsOf(inlines: Inlines, hrefOf: HrefOf | undefined): readonly Run[] {
  const all = inlines
    .map((inline): Inline => (typeof inline === 'string' ? { text: inline } : inline))
    .filter(({ text }) => text !== '');
  const runs: Run[] = [];
  for (const [i, inline] of all.entries()) {
    const href = inline.target && inline.text.trim() !== '' ? hrefOf?.(inline.target) : undefined;
    const style = inline.style === 'code' ? codeIn(all, inline, href) : starsIn(all, i, href);
    const last = runs.at(-1);
    if (last && last.style === style && last.href === href) last.text += inline.text;
    else runs.push({ text: inline.text, style, href });
  }
  return runs;
}

/**
 * Code goes without its style where it has signs that could end the words of a link, or, beside strong words, that could be
 * taken for theirs: not every reader leaves code alone then.
 */
function codeIn(all: readonly Inline[], { text }: Inline, href: string | undefined): Inline['style'] {
  if (text.trim() === '' || (href !== undefined && /[`[\]\\]/.test(text))) return undefined;
  return all.some(isStarred) && /[`*]/.test(text) ? undefined : 'code';
}

/**
 * Asterisks between letters, and next to asterisks, would be read in more than one way (CommonMark 0.31.2, section 6.2): there
 * words go without their style.
 */
function starsIn(all: readonly Inline[], i: number, href: string | undefined): Inline['style'] {
  const { text, style } = all[i] ?? { text: '' };
  const [before, after] = href === undefined ? [all[i - 1], all[i + 1]] : [];
  const isApart = (sign = ' ') => /[\s\p{P}\p{S}]/u.test(sign);
  const isFree = isApart(before?.text.at(-1)) && isApart(after?.text[0]) && text === text.trim();
  return isFree && !isStarred(before) && !isStarred(after) ? style : undefined;
}

/** Whether words stand between asterisks. */
function isStarred(inline: Inline | undefined): boolean {
  return inline?.style === 'strong' || inline?.style === 'emphasis';
}

function runText({ text, style, href }: Run): Markdown {
  const shown = styled(text, style);
  return href === undefined ? shown : markdown`[${shown}](${destination(href)})`;
}

function styled(text: string, style: Inline['style']): Markdown {
  if (style === 'code') return codeSpan(text);
  if (style === 'strong') return markdown`**${escaped(text)}**`;
  return style === 'emphasis' ? markdown`*${escaped(text)}*` : escaped(text);
}
