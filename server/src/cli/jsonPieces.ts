import { jsonPart, type TerminalText, terminal } from './terminalText.ts';

/**
 * An object as `json` (terminalText.ts) writes it, in pieces: of a list each item is one, so that no more than that is in
 * memory at once, and none is longer than a string may be.
 * @param value what is a list in it is any iterable of its items
 */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<TerminalText> {
  let before = terminal`{\n`;
  for (const [key, field] of Object.entries(value)) {
    yield terminal`${before}  ${jsonPart(key)}: `;
    if (isList(field)) yield* listPieces(field);
    else yield jsonPart(field, 2);
    before = terminal`,\n`;
  }
  yield Object.keys(value).length > 0 ? terminal`\n}\n` : terminal`{}\n`;
}

function* listPieces(items: Iterable<unknown>): Generator<TerminalText> {
  let isEmpty = true;
  for (const item of items) {
    yield terminal`${isEmpty ? terminal`[` : terminal`,`}\n    ${jsonPart(item, 4)}`;
    isEmpty = false;
  }
  yield isEmpty ? terminal`[]` : terminal`\n  ]`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
