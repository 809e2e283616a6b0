/** How many findings of one rule are listed in one document: whoever has more needs to know how many, and fixes these first. */
export const mostListed = 100;

/** Findings of one rule in one document that are counted and not listed. */
export interface Unlisted<Found> {
  readonly count: number;
  /** The first of them by place. */
  readonly first: Found;
}

/** The findings in one document, parted. */
export interface Listed<Found> {
  readonly listed: readonly Found[];
  /** Of each rule that has more than are listed, by the rule's name. */
  readonly unlisted: ReadonlyMap<string, Unlisted<Found>>;
}

/**
 * What is listed of the findings in one document, so that what is told of it stays in proportion to it. Everything that
 * counts, compares or decides looks at all of them.
 * @param findings by place, those of one document only
 * @param most how many of each rule are listed
 */
export function listed<Found extends { readonly rule: string }>(
  findings: readonly Found[],
  most = mostListed,
): Listed<Found> {
  if (findings.length <= most) return { listed: findings, unlisted: new Map() };
  const counts = new Map<string, number>();
  const unlisted = new Map<string, Unlisted<Found>>();
  const first = findings.filter(finding => {
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    if (count > most)
      unlisted.set(finding.rule, {
        count: count - most,
        first: unlisted.get(finding.rule)?.first ?? finding,
      });
    return count <= most;
  });
  return { listed: first, unlisted };
}

/** What is said of findings that are not listed, of whatever follows: `1 more `criteria/unknown` finding`. */
export function unlistedWords(rule: string, count: number): string {
  return `${count} more \`${rule}\` finding${count === 1 ? '' : 's'}`;
}
