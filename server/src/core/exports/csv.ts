/**
 * A table as CSV (RFC 4180: commas, CRLF, quotes where needed). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, which makes it text.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The same for programs: each cell is exactly its text, whatever a spreadsheet would make of it. */
export function exactCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  // What begins a formula in today's spreadsheets, in its full width forms too (OWASP, "CSV Injection").
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return quoted(safe);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
