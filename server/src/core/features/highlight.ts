import { rangeOf } from '../model/shape.ts';
import { idOf } from '../pages/subject.ts';
import { means, type Named } from '../program/named.ts';
import type { TextRange } from '../text/range.ts';
import { namedHere } from './at/namedHere.ts';
import { phrasesIn } from './at/phrasesSaid.ts';
import { saidIn } from './at/said.ts';
import { citedId, subjectsAt } from './at/subjectsAt.ts';
import { usesInDocument } from './at/usesInDocument.ts';
import type { Editing } from './editing.ts';

/** A place of a document that means what the cursor is on. */
export interface Highlight {
  readonly range: TextRange;
  /** Whether it gives the thing its id, and does not refer to it. */
  readonly isStatement: boolean;
}

/** Every place of a document that names or cites what is named or cited at an offset, in its order; none where nothing is. */
export function highlightsAt(editing: Editing, offset: number): readonly Highlight[] {
  const subjects = subjectsAt(editing, offset)?.subjects;
  if (subjects) return citationsOf(editing, new Set(subjects.map(idOf)));
  const found = namedHere(editing, offset);
  return found ? namesOf(editing, found.named) : [];
}

function namesOf(editing: Editing, named: Named): readonly Highlight[] {
  const used = [...usesInDocument(editing.facts)].filter(({ use }) => means(use, named, editing.program));
  const said = [...saidIn(editing.facts, named.ids), ...phrasesIn(editing.facts, named)];
  return inOrder([
    ...used.map(({ use, range }) => ({ range, isStatement: use.isStatement })),
    ...said.map(range => ({ range, isStatement: false })),
  ]);
}

/** The citations of criteria, by their keys. A range of them is one place, whichever of its members is meant. */
function citationsOf({ facts, program }: Editing, keys: ReadonlySet<string>): readonly Highlight[] {
  const ofTsc = facts.citations.filter(citation => keys.has(citedId(citation)));
  const elsewhere = facts.summary.shape.records.flatMap(({ satisfies }, record) =>
    satisfies
      .filter(({ catalog }) => catalog !== program.catalog.name)
      .filter(({ catalog, id }) => program.catalogs.keysOf(catalog, id).some(key => keys.has(key)))
      .map(({ at }) => rangeOf(facts.summary, record, at)),
  );
  return inOrder(
    [...ofTsc, ...elsewhere].map(({ start, end }) => ({ range: { start, end }, isStatement: false })),
  );
}

/** Each place once, by its start. */
function inOrder(highlights: readonly Highlight[]): readonly Highlight[] {
  const byRange = new Map(highlights.map(one => [`${one.range.start} ${one.range.end}`, one]));
  return [...byRange.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
