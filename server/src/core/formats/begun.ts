// New records as text: a skeleton, with what is known of the record filled in.
import type { RecordKind } from '../model/kinds.ts';
import type { Fact, Hole, Line, Skeleton } from '../model/skeletons/skeleton.ts';
import type { TextRange } from '../text/range.ts';
import { writtenLike } from './yamlEdits.ts';

/** A place in a new text where a person goes on typing: what stands there is replaced. */
export interface Stop extends TextRange {
  /** The variable of an editor's own snippets that gives the usual text. */
  readonly variable?: string;
}

/** A new text, and the places to type at, in their order. */
export interface Begun {
  readonly text: string;
  readonly stops: readonly Stop[];
}

/** What is known of a new record; lists of ids as they are cited. */
export interface KnownFacts {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly catalog?: string | undefined;
  readonly criteria?: readonly string[] | undefined;
  readonly policies?: readonly string[] | undefined;
  readonly controls?: readonly string[] | undefined;
  readonly describes?: readonly string[] | undefined;
  readonly gap?: string | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

/**
 * How a record is written: in front matter (`bare` where nothing opens it), as a file of YAML, or as an item of a list there.
 */
export type RecordForm = 'fenced' | 'bare' | 'yaml' | 'item';

/**
 * The text of a new record.
 * @param kind the record says itself; undefined where its folder does
 */
export function begun(
  { metadata, body }: Skeleton,
  known: KnownFacts,
  kind: RecordKind | undefined,
  form: RecordForm,
  lineEnd = '\n',
): Begun {
  const [first = [], ...others] = metadata;
  const said: Line[] = [first, ...(kind === undefined ? [] : [[`kind: ${kind}`]]), ...others];
  const lines = framed(said, body, form);
  const stops: Stop[] = [];
  let text = '';
  for (const pieces of lines) {
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        text += piece;
        continue;
      }
      const { words, isOpen } = filled(piece, known);
      if (isOpen) stops.push(stopFor(piece, text.length, words));
      text += words;
    }
    text += lineEnd;
  }
  return { text, stops };
}

function framed(metadata: readonly Line[], body: readonly Line[], form: RecordForm): readonly Line[] {
  if (form === 'yaml') return metadata;
  if (form === 'item')
    return metadata.map((line, i) => (line.length === 0 ? line : [i === 0 ? '- ' : '  ', ...line]));
  return [...(form === 'fenced' ? [['---']] : []), ...metadata, ['---'], ...body];
}

function filled(
  { fact, text }: Hole,
  known: KnownFacts,
): { readonly words: string; readonly isOpen: boolean } {
  const words = fact && wordsOf(fact, known);
  // The name of a catalog is a key, which nobody types.
  return { words: words ?? text, isOpen: words === undefined && fact !== 'catalog' };
}

function wordsOf(fact: Fact, known: KnownFacts): string | undefined {
  const value = known[fact];
  if (typeof value === 'string') return writtenLike('', value);
  return value && value.length > 0 ? value.map(id => writtenLike('', id)).join(', ') : undefined;
}

function stopFor({ variable }: Hole, start: number, words: string): Stop {
  return {
    start,
    end: start + words.length,
    ...(variable !== undefined && { variable }),
  };
}
