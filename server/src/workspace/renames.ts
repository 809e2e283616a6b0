/** How much of two documents has to be the same for the one to be the other under another name: as much as git asks for. */
const leastAlike = 0.5;
/** How many pairs are compared line by line at most: of more only what is equal counts. */
const mostPairs = 40_000;

/**
 * Tells which documents have been given another name, and perhaps changed beside.
 * @param gone the texts of those that are there no more, by path
 * @param come the texts of those that were not there, by path
 * @returns for a path that came the one that went, each once
 */
export function renamesAmong(
  gone: ReadonlyMap<string, string>,
  come: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  const left = new Map(gone);
  for (const [path, text] of come) {
    const same = [...left].find(([, before]) => before === text)?.[0];
    if (same === undefined) continue;
    renames.set(path, same);
    left.delete(same);
  }
  const fresh = [...come].filter(([path]) => !renames.has(path));
  if (fresh.length * left.size > mostPairs) return renames;
  const before = [...left].map(([path, text]) => [path, linesOf(text)] as const);
  const pairs = fresh.flatMap(([path, text]) => {
    const lines = linesOf(text);
    return before.map(([from, old]) => ({ path, from, alike: likeness(old, lines) }));
  });
  for (const { path, from, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (alike < leastAlike) break;
    if (renames.has(path) || !left.delete(from)) continue;
    renames.set(path, from);
  }
  return renames;
}

function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/[\r\n]+/).filter(line => /\w/.test(line)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const line of one) if (other.has(line)) common++;
  return (2 * common) / Math.max(1, one.size + other.size);
}
