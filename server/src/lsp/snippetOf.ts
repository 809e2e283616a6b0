import type { Begun, Stop } from '../core/formats/begun.ts';

/**
 * A text as a snippet with one place to type at.
 * @param caret an offset in the text
 */
export function snippetAt(text: string, caret: number): string {
  return `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`;
}

/**
 * A new text as a snippet that leads from one place to type at to the next, and last to its end.
 * @param hasVariables whether the editor knows the variables of VS Code
 */
export function snippetOf({ text, stops }: Begun, hasVariables = false): string {
  let snippet = '';
  let at = 0;
  for (const [i, stop] of stops.entries()) {
    const words = hasVariables ? (stop.variable ?? wordsIn(text, stop)) : wordsIn(text, stop);
    snippet += escaped(text.slice(at, stop.start)) + place(i + 1, words);
    at = stop.end;
  }
  return `${snippet}${escaped(text.slice(at))}$0`;
}

function wordsIn(text: string, { start, end }: Stop): string {
  return escaped(text.slice(start, end));
}

function place(number: number, words: string): string {
  return words === '' ? `$${number}` : `\${${number}:${words}}`;
}

function escaped(part: string): string {
  return part.replace(/[\\$}]/g, '\\$&');
}
