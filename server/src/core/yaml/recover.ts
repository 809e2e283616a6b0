import { append } from '../text/lists.ts';
import type { Anchors } from './anchors.ts';
import { MISSING_COLON } from './complaint.ts';
import { isMarker } from './cursor.ts';
import { readLibrary } from './library.ts';
import type { LibraryReading } from './libraryNodes.ts';
import type { YamlEntry, YamlNode, YamlProblem } from './node.ts';
import { readOwn } from './own.ts';
import { contentAt, isContent, isItem, linesOf, type Piece } from './pieces.ts';

/** Where the first key of a record stands, with the `-` before it on its line. */
interface FirstKey {
  readonly lineStart: number;
  readonly column: number;
  readonly dashes: readonly number[];
}

/**
 * Reads a broken record entry by entry, so that a half-typed line costs only itself: cuts the piece before each line that
 * begins in the column of the first key, and reads each part on its own. In a YAML mapping nothing but a key begins there,
 * except for the items of a sequence and a closing bracket. Undefined where that is no help.
 */
export function recover(text: string, piece: Piece, anchors: Anchors): LibraryReading | undefined {
  const first = firstKey(text, piece);
  const parts = first ? cut(text, piece, first) : [];
  if (first === undefined || parts.length < 2) return undefined;

  const entries: YamlEntry[] = [];
  const problems: YamlProblem[] = [];
  let end = piece.start;
  for (const [index, part] of parts.entries()) {
    const reading = readPart(text, part, anchors);
    append(problems, reading.problems);
    const node = index === 0 ? unwrap(reading.root, first.dashes.length) : reading.root;
    if (node?.type === 'scalar') {
      entries.push({ key: node, value: undefined });
      problems.push({ start: node.start, end: node.end, ...MISSING_COLON });
    } else if (node?.type === 'mapping' && !node.flow) {
      for (const entry of node.entries) entries.push(entry);
    } else return undefined;
    end = node.end;
  }
  if (problems.length === 0) return undefined;
  const start = entries[0]?.key.start ?? piece.start;
  return { root: wrap({ type: 'mapping', flow: false, entries, start, end }, first.dashes), problems };
}

function readPart(text: string, { start, end }: Piece, anchors: Anchors): LibraryReading {
  const own = readOwn(text, start, end);
  return own ? { root: own.root, problems: [] } : readLibrary(text, start, end, anchors);
}

function firstKey(text: string, piece: Piece): FirstKey | undefined {
  for (const lineStart of linesOf(text, piece)) {
    if (!isContent(text, lineStart, piece.end)) continue;
    let at = contentAt(text, lineStart, piece.end);
    const dashes: number[] = [];
    while (at !== undefined && isItem(text, at, piece.end)) {
      dashes.push(at);
      at = contentAt(text, at + 1, piece.end);
    }
    if (at === undefined || '[{|>'.includes(text.charAt(at))) return undefined;
    return { lineStart, column: at - lineStart, dashes };
  }
  return undefined;
}

function cut(text: string, { start, end }: Piece, first: FirstKey): Piece[] {
  const parts: Piece[] = [];
  let from = start;
  for (const line of linesOf(text, { start: first.lineStart, end })) {
    const at = contentAt(text, line, end);
    if (line === first.lineStart || at === undefined || at - line !== first.column) continue;
    if (isItem(text, at, end) || isMarker(text, at, end) || ']}'.includes(text.charAt(at))) continue;
    parts.push({ start: from, end: line });
    from = line;
  }
  parts.push({ start: from, end });
  return parts;
}

/** The node in `levels` sequences of one item. */
function unwrap(node: YamlNode | undefined, levels: number): YamlNode | undefined {
  if (levels === 0) return node;
  return node?.type === 'sequence' && node.items.length === 1 ? unwrap(node.items[0], levels - 1) : undefined;
}

function wrap(node: YamlNode, dashes: readonly number[]): YamlNode {
  return dashes.reduceRight<YamlNode>(
    (item, start) => ({ type: 'sequence', flow: false, items: [item], start, end: item.end }),
    node,
  );
}
