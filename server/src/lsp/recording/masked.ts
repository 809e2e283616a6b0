import { fieldsOf } from '../fieldsOf.ts';

/** What is said by words of the protocol or by names of ours, and by addresses of files. Every other string is a text. */
const keptKeys: ReadonlySet<string> = new Set([
  ...['jsonrpc', 'method', 'languageId', 'positionEncoding', 'kind', 'trace', 'triggerCharacter'],
  ...['uri', 'targetUri', 'oldUri', 'newUri', 'rootUri', 'rootPath', 'scopeUri', 'baseUri'],
  ...['code', 'source', 'command', 'token', 'locale', 'version', 'section', 'resultId'],
]);

/** The parts of messages in which nothing is anybody's text: what an editor and the server say that they can do. */
const keptParts: ReadonlySet<string> = new Set(['capabilities', 'clientInfo', 'serverInfo', 'registrations']);

/** Nothing in the protocol is nested as deep. What is, is left out. */
const deepest = 100;

/**
 * A message without what people have written: for each letter a letter, and for each digit 0, so structure, lengths, and line
 * ends stay, in UTF-16 and in UTF-8.
 */
export function maskedMessage(message: object): Readonly<Record<string, unknown>> {
  const { id, ...rest } = fieldsOf(message);
  const others = fieldsOf(masked(rest, 0));
  // The id is that of a request, which its answer repeats.
  return 'id' in message ? { id, ...others } : others;
}

function masked(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return null;
  if (Array.isArray(value)) return value.map(item => masked(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isKept(key, inner) ? inner : masked(inner, depth + 1)]),
  );
}

function isKept(key: string, value: unknown): boolean {
  return typeof value === 'string' ? keptKeys.has(key) : keptParts.has(key);
}

/** A text with a stand-in for each letter and digit, and for whatever else is not ASCII. */
export function maskedText(text: string): string {
  return text.replace(/[a-z]|\d|(?!\s)[^\0-\x7f]/giu, standIn);
}

/** A sign of the same length as another, in UTF-16 and in UTF-8. */
function standIn(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return code <= 0x39 ? '0' : 'x';
  if (code < 0x800) return 'ß';
  return code < 0x10000 ? '字' : '𝑥';
}
