import { parseDocument } from 'yaml';
import { type Anchors, type LibraryReading, nodesOf, TOO_DEEP } from './libraryNodes.ts';

/**
 * Reads the one YAML document in text[start, end) with the `yaml` library. Aliases find their anchors in it and in
 * `anchors`, to which its own are added. Nothing is expanded, nothing thrown, and what is nested too deep is left out.
 */
export function readLibrary(text: string, start: number, end: number, anchors: Anchors): LibraryReading {
  try {
    const document = parseDocument(text.slice(start, end), {
      // Every scalar stays the text it is, and tags mean nothing.
      schema: 'failsafe',
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return nodesOf(document, text, start, end, anchors);
  } catch {
    // The library walks what is nested by recursion, which may exhaust the stack.
    return { root: undefined, problems: [{ start, end, ...TOO_DEEP }] };
  }
}
