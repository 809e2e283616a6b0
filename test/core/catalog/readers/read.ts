// What the tests of catalogs share: texts with the indentation of the test, and problems as one reads them.
import type { CatalogProblem } from '../../../../server/src/core/catalog/readers/problem.ts';

/** A text without the indentation and the line end that it has for the sake of the test. */
export function text(written: string): string {
  const lines = written.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map(line => line.slice(indent)).join('\n');
}

/** Each problem as its code and the words that it is about. */
export function shown(problems: readonly CatalogProblem[], written: string): string[] {
  return problems.map(({ code, start, end }) => `${code}: ${written.slice(start, end)}`);
}
