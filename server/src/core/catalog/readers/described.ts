import type { Criterion } from '../catalog.ts';

const LONGEST_TITLE = 80;

/** A criterion of which only these facts are known. */
export function described(
  facts: Pick<Criterion, 'id' | 'title' | 'description'> & Partial<Criterion>,
): Criterion {
  return {
    ...{ auditorsLookAt: [], controls: [], evidence: [], policies: [], related: [], points: [] },
    ...facts,
  };
}

/** A title for what has perhaps none: else the beginning of its first line, else its id. */
export function titleOf(title: string | undefined, description: string | undefined, id: string): string {
  return title ?? beginning(description) ?? id;
}

function beginning(description: string | undefined): string | undefined {
  const [line = ''] = description?.split('\n', 1) ?? [];
  if (line.length <= LONGEST_TITLE) return line === '' ? undefined : line;
  const cut = line.slice(0, LONGEST_TITLE);
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > 0 ? cut.slice(0, lastSpace) : withoutHalfPair(cut)).trimEnd()}…`;
}

/** A cut between the halves of a surrogate pair would leave half a character. */
function withoutHalfPair(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
