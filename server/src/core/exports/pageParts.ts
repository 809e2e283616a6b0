/** The pieces that the pages of a catalogue are made of. */

/** A heading of the first level: an id and a title, which may be the same. */
export function pageTitle(id: string, title: string): string {
  return `# ${named(id, title)}\n`;
}

/** An id with its title, where it has one. */
export function named(id: string, title: string): string {
  return title === '' || title === id ? id : `${id} ${title}`;
}

/** A section with a list; nothing where there is nothing to list. */
export function listSection(heading: string, items: readonly string[]): string {
  return items.length > 0 ? `## ${heading}\n\n${items.map(item => `- ${item}`).join('\n')}\n` : '';
}

/** The parts of a page, without the empty ones. */
export function page(parts: readonly string[]): string {
  return parts.filter(part => part.trim() !== '').join('\n');
}

/** A number with its noun: `1 criterion`, `2 criteria`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
