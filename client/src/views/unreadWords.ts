/** How many files and folders are named. */
const mostNamed = 3;

/**
 * What is said where not all of a program could be read; undefined where all was.
 * @param unreadable paths of files and folders that could not be read; an empty one where not all files were listed
 */
export function unreadWords(unreadable: readonly string[]): string | undefined {
  const named = unreadable.filter(path => path !== '');
  const others = named.length > mostNamed ? ` and ${named.length - mostNamed} more` : '';
  const facts = [
    ...(named.length < unreadable.length ? ['Not all files were listed.'] : []),
    ...(named.length > 0 ? [`Could not read ${named.slice(0, mostNamed).join(', ')}${others}.`] : []),
  ];
  if (facts.length === 0) return undefined;
  return `${facts.join(' ')} Findings about missing records are not shown, and criteria may be further along.`;
}
