/**
 * The circles in a graph, by everything that is in one.
 * @param edges what each node leads to; nodes that lead nowhere may be left out
 * @returns for each node that leads back to itself a shortest way, which begins with it; a way of one is an edge to itself
 */
export function waysBack(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const left = new Map(edges);
  // What leads to nothing that is left is in no circle.
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [node, targets] of left) if (!targets.some(target => left.has(target))) left.delete(node);
  }
  return [...left.keys()].flatMap(node => {
    const way = wayBack(node, left);
    return way ? [way] : [];
  });
}

function wayBack(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  for (const way of ways) {
    for (const target of edges.get(way.at(-1) ?? start) ?? []) {
      if (target === start) return way;
      if (seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return undefined;
}
