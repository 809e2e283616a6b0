/** What one character of a path's segment may be: itself, or by `[...]` one of some. Undefined stands for any (`?`). */
export type Unit = string | CharacterClass | undefined;

/** `[a-z]` or `[!a-z]`. */
export interface CharacterClass {
  readonly not: boolean;
  /** Character codes, from and to. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** A segment of a pattern: what stands between its stars. Without a star there is one piece. */
export type Pieces = readonly (readonly Unit[])[];

/** A piece in the form in which it is looked for: a text where it has no other signs. */
type Piece = string | readonly Unit[];

/**
 * What a segment of a path (no `/` in it) may be. Takes time in proportion to the lengths of both, whatever the pattern: what
 * stands between two stars is looked for once, from where the one before ended.
 */
export class PathSegment {
  /** As it is written. */
  readonly source: string;
  /** The whole segment, where only one fits. */
  readonly exact: string | undefined;
  /** What the segment begins and ends with, as far as that is a text. */
  readonly prefix: string;
  readonly suffix: string;
  readonly #pieces: readonly Piece[];
  readonly #least: number;
  readonly #hidden: boolean;

  /**
   * @param hidden whether `*`, `?` and classes may stand for a full stop at the start
   */
  constructor(source: string, pieces: Pieces, hidden: boolean) {
    this.source = source;
    this.#pieces = pieces.map(piece => {
      const text = piece.filter(unit => typeof unit === 'string');
      return text.length === piece.length ? text.join('') : piece;
    });
    const [first = '', last = ''] = [this.#pieces[0], this.#pieces.at(-1)];
    this.exact = pieces.length === 1 && typeof first === 'string' ? first : undefined;
    this.prefix = typeof first === 'string' ? first : '';
    this.suffix = typeof last === 'string' ? last : '';
    this.#least = pieces.reduce((sum, { length }) => sum + length, 0);
    this.#hidden = hidden || pieces[0]?.[0] === '.';
  }

  matches(name: string): boolean {
    if (name.length < this.#least || (!this.#hidden && name.startsWith('.'))) return false;
    const [first = '', ...others] = this.#pieces;
    const last = others.pop();
    if (!fitsAt(first, name, 0)) return false;
    if (last === undefined) return name.length === first.length;
    const end = name.length - last.length;
    if (!fitsAt(last, name, end)) return false;
    let at = first.length;
    for (const piece of others) {
      const found = find(piece, name, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= end;
  }
}

function find(piece: Piece, name: string, from: number): number {
  if (typeof piece === 'string') return name.indexOf(piece, from);
  for (let at = from; at + piece.length <= name.length; at++) if (fitsAt(piece, name, at)) return at;
  return -1;
}

function fitsAt(piece: Piece, name: string, at: number): boolean {
  if (typeof piece === 'string') return name.startsWith(piece, at);
  return piece.every((unit, i) => fits(unit, name.charCodeAt(at + i)));
}

function fits(unit: Unit, code: number): boolean {
  if (unit === undefined) return true;
  if (typeof unit === 'string') return unit.charCodeAt(0) === code;
  return unit.ranges.some(([from, to]) => from <= code && code <= to) !== unit.not;
}
