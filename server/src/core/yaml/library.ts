import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { partsCharacter } from '../text/characters.ts';
import type { Anchors } from './anchors.ts';
import type { Fault } from './complaint.ts';
import { DEEPEST } from './cursor.ts';
import { type LibraryReading, nodesOf } from './libraryNodes.ts';

/**
 * How many nodes the library's parser may have open: a collection for each level, with the document around them and a
 * scalar inside.
 */
const MOST_OPEN = DEEPEST + 2;

const TOO_DEEP: Fault = {
  code: 'too-deep',
  message: `Found more than ${DEEPEST} levels of nesting; expected fewer. What they begin in is not read.`,
};
const FAILED: Fault = {
  code: 'unreadable',
  message: 'Found a text that the YAML reader fails at; expected plainer YAML. It is not read.',
};

/** The parts of a text as the library's parser has grouped them, or where it has too many levels open. */
type Grouped = { readonly tokens: readonly CST.Token[] } | { readonly tooDeepAt: number };

/**
 * Reads the one YAML document in text[start, end) with the `yaml` library: the one door to it. Aliases find their anchors
 * in it and in `anchors`, to which its own are added. Nothing is expanded and nothing thrown.
 *
 * The library builds its nodes by recursion, a few calls for each level, and may exhaust the stack in ways that no `catch`
 * sees. So nodes are only built of what is known to have few levels. Where there are more, nothing is read.
 */
export function readLibrary(text: string, start: number, end: number, anchors: Anchors): LibraryReading {
  const source = text.slice(start, end);
  try {
    const grouped = groupTokens(source);
    if ('tooDeepAt' in grouped) return unread(text, start + grouped.tooDeepAt, TOO_DEEP);
    const document = withoutStackTraces(() => compose(grouped.tokens, source.length));
    return document ? nodesOf(document, text, start, end, anchors) : { root: undefined, problems: [] };
  } catch {
    // No text is known at which the library fails; one that is not known costs itself, and no more.
    return unread(text, start, FAILED);
  }
}

/**
 * Hands the text to the library's parser word by word, and stops where it has too many levels open. Its own count is taken,
 * for it alone knows what it takes for a level: brackets, indentation, `- - -`, `? ? ?`, `a: b: c:`, right or wrong. Cutting
 * into words is a loop, and the parser recurses no deeper than it has levels open.
 */
function groupTokens(source: string): Grouped {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const word of new Lexer().lex(source)) {
    for (const token of parser.next(word)) tokens.push(token);
    if (parser.stack.length > MOST_OPEN) return { tooDeepAt: parser.offset - word.length };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

/** The first document that the tokens make. */
function compose(tokens: Iterable<CST.Token>, length: number): Document | undefined {
  const composer = new Composer({
    // Every scalar stays the text it is, and tags mean nothing.
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document] = composer.compose(tokens, true, length);
  return document;
}

/**
 * Does something whose errors nobody traces back: V8 takes ten times as long to note where each was made as the library takes
 * to find it, and a broken text may have an error in every second character.
 */
function withoutStackTraces<Result>(act: () => Result): Result {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return act();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

/** Nothing but a fault, with the character at which it is. */
function unread(text: string, at: number, fault: Fault): LibraryReading {
  const end = partsCharacter(text, at + 1) ? at + 2 : at + 1;
  return { root: undefined, problems: [{ start: at, end, ...fault }] };
}
