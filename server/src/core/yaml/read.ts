import { Anchors } from './anchors.ts';
import { keyProblems } from './keyProblems.ts';
import { readLibrary } from './library.ts';
import { mend } from './mend.ts';
import type { YamlDocument, YamlNode, YamlProblem } from './node.ts';
import { readOwn } from './own.ts';
import { documentPieces, listPieces, type Piece } from './pieces.ts';
import { recover } from './recover.ts';

/** The library reads about one character a microsecond, broken texts slower: more would block an editor for seconds. */
const LARGEST = 1_000_000;

type Reading = Pick<YamlDocument, 'root' | 'problems' | 'reader'>;

/**
 * Reads the YAML document in text[start, end), with offsets in `text`. Never throws: what is wrong becomes a problem, and
 * what can be read all the same becomes nodes. Of several documents the first is read.
 */
export function readYaml(text: string, start = 0, end = text.length): YamlDocument {
  const limit = withoutHalfLineEnd(text, start, end);
  const { text: mended, problems } = mend(text, start, limit);
  const [first = { start, end }, second] = documentPieces(mended, start, limit);
  const reading = readPiece(mended, first, new Anchors());
  return assemble({ start, end }, reading, [...problems, ...(second ? [moreDocuments(second)] : [])]);
}

/**
 * Reads the records in text[start, end): one for each document (parted by `---` or `...`), and where a document is a list at
 * the left edge, one for each item, whose root is the item. Each is read on its own, so that a broken record costs only
 * itself; an alias still finds its anchor in an earlier item of the same list. A document in which nothing is written is no
 * record.
 */
export function readRecords(text: string, start = 0, end = text.length): YamlDocument[] {
  const limit = withoutHalfLineEnd(text, start, end);
  const { text: mended, problems } = mend(text, start, limit);
  const records: YamlDocument[] = [];
  let reported = 0;
  for (const document of documentPieces(mended, start, limit)) {
    const anchors = new Anchors();
    const items = listPieces(mended, document);
    for (const piece of items ?? [document]) {
      const reading = readPiece(mended, piece, anchors);
      const from = reported;
      while (reported < problems.length && (problems[reported]?.start ?? end) < piece.end) reported++;
      const record = assemble(
        piece,
        items ? { ...reading, root: onlyItem(reading.root) } : reading,
        problems.slice(from, reported),
      );
      if (record.root || record.problems.length > 0 || items) records.push(record);
    }
  }
  return records;
}

function readPiece(text: string, { start, end }: Piece, anchors: Anchors): Reading {
  const own = readOwn(text, start, end);
  if (own) return { root: own.root, problems: [], reader: 'own' };
  if (end - start > LARGEST) return { root: undefined, problems: [tooLarge(start, end)], reader: 'library' };
  const whole = readLibrary(text, start, end, anchors);
  const read = whole.problems.length > 0 ? (recover(text, { start, end }, anchors) ?? whole) : whole;
  return { ...read, reader: 'library' };
}

function assemble({ start, end }: Piece, reading: Reading, more: readonly YamlProblem[]): YamlDocument {
  const problems = [...more, ...reading.problems, ...keyProblems(reading.root)];
  problems.sort((a, b) => a.start - b.start);
  return { root: reading.root, problems, reader: reading.reader, start, end };
}

/** The item of a list's piece, which was read as a list of one. */
function onlyItem(root: YamlNode | undefined): YamlNode | undefined {
  return root?.type === 'sequence' && !root.flow && root.items.length === 1 ? root.items[0] : root;
}

/** A range that ends between the halves of a CRLF would leave half a line end, which is none. */
function withoutHalfLineEnd(text: string, start: number, end: number): number {
  return end > start && text.charAt(end - 1) === '\r' && text.charAt(end) === '\n' ? end - 1 : end;
}

function tooLarge(start: number, end: number): YamlProblem {
  const message = `Found ${end - start} characters that only a slow reader understands; expected ${LARGEST} at most. They are not read.`;
  return { start, end, code: 'too-large', message };
}

function moreDocuments({ start, end }: Piece): YamlProblem {
  return {
    start,
    end: Math.min(start + 3, end),
    code: 'more-documents',
    message: 'Found another document behind the first; expected one. Only the first is read.',
  };
}
