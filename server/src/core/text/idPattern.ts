import { PathSegment } from './pathSegment.ts';

/** A pattern of ids, all of an id long: `*` stands for any characters, `?` for any one, everything else for itself. */
export function idPattern(pattern: string): PathSegment {
  const pieces = pattern
    .split('*')
    .map(piece => piece.split('').map(sign => (sign === '?' ? undefined : sign)));
  return new PathSegment(pattern, pieces, true);
}
