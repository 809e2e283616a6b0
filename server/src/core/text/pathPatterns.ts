import type { PathSegment } from './pathSegment.ts';
import { SegmentIndex } from './segmentIndex.ts';

/** What a step of a pattern stands for: one segment of a path, or any number of them (`**`). */
export type Step = PathSegment | 'any';

/** Where patterns have come to that begin alike: what may be the next segment, and what the last. */
interface Node<Value> {
  readonly inner: SegmentIndex<Node<Value>>;
  readonly last: SegmentIndex<Value>;
  /** Where patterns go on behind `**`. */
  any?: Node<Value>;
  /** Whether it is reached by `**`, so that any segment may stand before what comes next. */
  readonly isAny: boolean;
}

/**
 * Many patterns of paths, each with a value. A path is read once, segment by segment, and all patterns go along with it that
 * still fit: what begins alike is looked at once, and of thousands that have a name in a place only that name is looked up.
 */
export class PathPatterns<Value> {
  readonly #root: Node<Value> = emptyNode(false);
  readonly #hidden: boolean;
  #size = 0;

  /** @param hidden whether `**` passes segments that begin with a full stop */
  constructor(hidden: boolean) {
    this.#hidden = hidden;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a pattern: the steps to its last segment, and what that may be. */
  add(steps: readonly Step[], last: PathSegment, value: Value): void {
    let node = this.#root;
    for (const step of steps) {
      if (step === 'any') node = node.isAny ? node : (node.any ??= emptyNode(true));
      else node = node.inner.valueOf(step, () => emptyNode(false));
    }
    node.last.add(last, value);
    this.#size++;
  }

  /** Gives the values of all patterns that fit a path, in no order. */
  fitting(path: string): Set<Value> {
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    let here = new Set<Node<Value>>();
    enter(here, this.#root);
    for (const segment of segments) {
      const next = new Set<Node<Value>>();
      for (const node of here) {
        if (node.isAny && (this.#hidden || !segment.startsWith('.'))) next.add(node);
        node.inner.each(segment, inner => enter(next, inner));
      }
      here = next;
    }
    const values = new Set<Value>();
    for (const node of here) node.last.each(name, value => values.add(value));
    return values;
  }
}

/** What is reached with a node: `**` may stand for nothing. */
function enter<Value>(nodes: Set<Node<Value>>, node: Node<Value>): void {
  nodes.add(node);
  if (node.any) nodes.add(node.any);
}

function emptyNode<Value>(isAny: boolean): Node<Value> {
  return { inner: new SegmentIndex(), last: new SegmentIndex(), isAny };
}
