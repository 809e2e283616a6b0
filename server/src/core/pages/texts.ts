import type { Block, CellGroup, Sign } from './page.ts';

/** What becomes of the texts of a block: of its running texts, and of its words without style or link. */
export interface Change<Before, After> {
  readonly text: (text: Before) => After;
  readonly words: (words: string) => string;
}

/** A block with other texts in the same places. */
export function withTexts<Before, After>(
  block: Block<Before>,
  { text, words }: Change<Before, After>,
): Block<After> {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return { ...block, text: words(block.text) };
    case 'paragraph':
      return { ...block, text: text(block.text) };
    case 'list':
      return { ...block, items: block.items.map(text) };
    case 'table': {
      const { caption, head, rows } = block;
      return {
        kind: 'table',
        ...captioned(caption, text),
        ...(head ? { head: head.map(words) } : {}),
        rows: rows.map(row => row.map(text)),
      };
    }
    case 'bars': {
      const { caption, head, bars } = block;
      return {
        kind: 'bars',
        ...captioned(caption, text),
        head: [words(head[0]), words(head[1])],
        bars: bars.map(bar => ({ ...bar, label: text(bar.label) })),
      };
    }
    case 'matrix': {
      const { caption, head, columns, rows, legend } = block;
      return {
        kind: 'matrix',
        ...captioned(caption, text),
        head: words(head),
        columns: columns.map(text),
        rows: rows.map(row => ({
          ...row,
          label: text(row.label),
          signs: row.signs.map(sign => sign && signWith(sign, words)),
        })),
        legend: legend.map(sign => signWith(sign, words)),
      };
    }
    case 'map': {
      const { caption, groups, legend } = block;
      return {
        kind: 'map',
        ...captioned(caption, text),
        groups: groups.map(
          ({ label, cells }): CellGroup<After> => ({
            ...(label === undefined ? {} : { label: text(label) }),
            cells: cells.map(cell => ({ label: text(cell.label), sign: signWith(cell.sign, words) })),
          }),
        ),
        legend: legend.map(sign => signWith(sign, words)),
      };
    }
  }
}

function captioned<Before, After>(
  caption: Before | undefined,
  text: (text: Before) => After,
): { readonly caption?: After } {
  return caption === undefined ? {} : { caption: text(caption) };
}

function signWith({ sign, meaning, ...rest }: Sign, words: (words: string) => string): Sign {
  return { ...rest, sign: words(sign), meaning: words(meaning) };
}

/** The running texts of a block, in its order. */
export function textsOf<Text>(block: Block<Text>): readonly Text[] {
  const texts: Text[] = [];
  withTexts(block, { text: text => texts.push(text), words: words => words });
  return texts;
}
