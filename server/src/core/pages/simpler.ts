// Blocks as simpler ones, for media that cannot draw them: as a table, and as a list.
import { largest } from '../text/lists.ts';
import {
  type Bars,
  type Block,
  type CellMap,
  type Inlines,
  type Matrix,
  paragraph,
  type Sign,
  type Table,
} from './page.ts';

/** A block that is drawn: what it says is in its arrangement. */
export type Drawn = Bars | Matrix | CellMap;

/** How long the longest bar is, in characters. */
const longestBar = 20;

/** How long the bar of a count is, in units of which the longest of all has `longest`. No count but 0 is without a bar. */
export function barLength(count: number, { bars }: Pick<Bars<unknown>, 'bars'>, longest: number): number {
  const most = largest(
    1,
    bars.map(bar => bar.count),
  );
  return count === 0 ? 0 : Math.max(1, Math.round((count / most) * longest));
}

/** A bar of characters. */
export function barText(length: number): string {
  return '█'.repeat(length);
}

/** What the signs mean, on one line. */
export function legendText(legend: readonly Sign[]): Inlines {
  return legend.flatMap(({ sign, meaning }, i) => [i === 0 ? '' : ' · ', `${sign} ${meaning}`]);
}

/** A block as a table or a list with its bars and signs, and the meaning of the signs below it. */
export function asRows(block: Drawn): Block[] {
  switch (block.kind) {
    case 'bars': {
      const caption = captionOf(block);
      const rows = block.bars.map(({ label, count }): Inlines[] => [
        label,
        [`${count}`],
        [barText(barLength(count, block, longestBar))],
      ]);
      return [{ kind: 'table', ...caption, head: [...block.head, ''], rows }];
    }
    case 'matrix': {
      const { head, columns, rows, legend } = block;
      const caption = captionOf(block);
      const hasOthers = rows.some(({ others }) => others !== undefined);
      const table: Table = {
        kind: 'table',
        ...caption,
        head: [head, ...columns.map(wordsOf), ...(hasOthers ? [othersHead] : [])],
        rows: rows.map(({ label, signs, others }) => [
          label,
          ...signs.map((one): Inlines => [one?.sign ?? '']),
          ...(hasOthers ? [[`${others ?? 0}`]] : []),
        ]),
      };
      return [table, paragraph(...legendText(legend))];
    }
    case 'map': {
      const items = block.groups.map(({ label, cells }): Inlines => {
        const all = cells.map(({ label, sign }): Inlines => [`${sign.sign} `, ...label]);
        return [...(label ? [...label, ': '] : []), ...beside(all, ' · ')];
      });
      const before = block.caption ? [paragraph(...block.caption)] : [];
      return [...before, { kind: 'list', items }, paragraph(...legendText(block.legend))];
    }
  }
}

function captionOf({ caption }: Drawn): Pick<Table, 'caption'> {
  return caption ? { caption } : {};
}

/** The head of the column that counts the columns that are left out. */
export const othersHead = 'Others';

/** A block as a list, which says with words what its arrangement says. */
export function asList(block: Table | Drawn): Block[] {
  const items = itemsOf(block);
  return [...(block.caption ? [paragraph(...block.caption)] : []), { kind: 'list', items }];
}

function itemsOf(block: Table | Drawn): Inlines[] {
  switch (block.kind) {
    case 'table': {
      const heads = block.head?.map((title): Inlines => [title]);
      return [...(heads ? [heads] : []), ...block.rows].map(cells => beside(cells, ' · '));
    }
    case 'bars':
      return block.bars.map(({ label, count }) => [...label, `: ${count}`]);
    case 'matrix':
      return block.rows.map(({ label, signs, others = 0 }) => {
        const named = block.columns.flatMap((column, i): Inlines[] => {
          const sign = signs[i];
          return sign ? [[...column, ` (${sign.meaning})`]] : [];
        });
        const all = others > 0 ? [...named, [`${others} more`]] : named;
        return [...label, ': ', ...(all.length > 0 ? beside(all, ', ') : ['none'])];
      });
    case 'map':
      return block.groups.map(({ label, cells }) => {
        const all = cells.map(({ label, sign }): Inlines => [...label, ` (${sign.meaning})`]);
        return [...(label ? [...label, ': '] : []), ...beside(all, ', ')];
      });
  }
}

function beside(texts: readonly Inlines[], between: string): Inlines {
  return texts.flatMap((text, i) => (i === 0 ? text : [between, ...text]));
}

/** The words of a text, without style or link. */
export function wordsOf(text: Inlines): string {
  return text.map(inline => (typeof inline === 'string' ? inline : inline.text)).join('');
}
