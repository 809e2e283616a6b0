// The tables of docs/program.md, and what their rows are tested with.

/** What becomes of a text (a fixture in the example language, unless it says otherwise), as text. */
export type Told = (text: string) => string | Promise<string>;

/** A text, what is asked of it, and what is told. */
export type Case = readonly [asked: Told, textIn: string, textOut: string];

/** The cases of one table, by the first cell of its rows. */
export interface TableCases {
  /** The heading above the table, and its number among the tables below it. */
  readonly table: string;
  readonly rows: Readonly<Record<string, readonly Case[]>>;
}

export interface Row {
  /** The first cell, as it is written. */
  readonly name: string;
  /** What it shows as code in its cells, one generated column aside. */
  readonly code: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Every table of a page in Markdown. */
export function tablesIn(page: string): readonly Table[] {
  const tables: { name: string; rows: Row[] }[] = [];
  let heading = '';
  let number = 0;
  let header: readonly string[] | undefined;
  for (const line of page.split('\n')) {
    const [, title] = /^#+ (.*)$/.exec(line) ?? [];
    if (title !== undefined) [heading, number] = [title, 0];
    if (!line.startsWith('|')) {
      header = undefined;
      continue;
    }
    const cells = cellsIn(line);
    if (!header) {
      header = cells;
      tables.push({ name: `${heading} ${++number}`, rows: [] });
    } else if (!/^[-: ]+$/.test(cells[0] ?? '')) {
      // What uses a key is written by npm run generate, and told by another test.
      const own = cells.filter((_, i) => i === 0 || header?.[i] !== 'used by');
      tables.at(-1)?.rows.push({ name: cells[0] ?? '', code: own.flatMap(codeIn) });
    }
  }
  return tables;
}

function cellsIn(line: string): readonly string[] {
  return line
    .slice(1, line.trimEnd().endsWith('|') ? line.lastIndexOf('|') : undefined)
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'));
}

function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
