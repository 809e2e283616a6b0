/**
 * A Markdown table with aligned columns, to read on a terminal too.
 * @param left how many columns, from the first on, are words; the others are figures and stand to the right
 */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  left: number,
): string {
  const widths = columns.map((_, column) =>
    Math.max(...[columns, ...rows].map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, column) =>
      column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, column) =>
    column < left ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}
