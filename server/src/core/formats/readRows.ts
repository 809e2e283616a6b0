import type { Catalog } from '../catalog/catalog.ts';
import { PlaceBuilder, type RecordShape, type Standing } from '../model/shape.ts';
import type { Mention } from './denials.ts';
import type { CitationFact, RecordFacts } from './facts.ts';
import { native } from './layouts/native.ts';
import { readRecord } from './record.ts';
import type { ControlRow } from './tableOfControls.ts';

/** What the rows of a page are read to: the records that follow that of the page. */
export interface ReadRows {
  readonly shapes: readonly RecordShape[];
  readonly places: readonly Int32Array[];
  readonly facts: readonly Pick<RecordFacts, 'mapping' | 'yaml' | 'row'>[];
}

/** What the rows of a page share. */
export interface PageOfRows {
  /** What its tables cite, with what denies it. */
  readonly mentions: readonly Mention[];
  /** Whether it lies in a folder of controls. */
  readonly inControls: boolean;
  /** Of a page that does not count, its rows do not count either. */
  readonly standing: Standing;
  readonly suffixesArePoints: boolean;
}

/**
 * Reads the rows of a page as records of controls.
 * @param citations takes up what they cite; the record of the page is number 0
 */
export function readRows(
  text: string,
  rows: readonly ControlRow[],
  { mentions, inControls, standing, suffixesArePoints }: PageOfRows,
  catalog: Catalog,
  citations: CitationFact[],
): ReadRows {
  const shapes: RecordShape[] = [];
  const places: Int32Array[] = [];
  const mentionsOf = mentionsByRow(rows, mentions);
  for (const row of rows) {
    const { mapping, satisfies } = row;
    const builder = new PlaceBuilder();
    const draft = {
      kind: 'control',
      mapping,
      standing,
      stem: undefined,
      fallbackTitle: undefined,
      fallbackPlace: mapping,
      mentions: mentionsOf.get(row) ?? [],
      cron: native.cron,
      satisfies,
    } as const;
    const shape = readRecord(text, draft, catalog, builder, citations, shapes.length + 1, suffixesArePoints);
    shapes.push({ ...shape, row: inControls ? 'controls' : 'page' });
    places.push(builder.done());
  }
  const facts = rows.map(({ mapping, criteria }) => ({ mapping, yaml: undefined, row: { criteria } }));
  return { shapes, places, facts };
}

/** What each row cites beside its criteria; the mentions are in the order of the text. */
function mentionsByRow(
  rows: readonly ControlRow[],
  mentions: readonly Mention[],
): ReadonlyMap<ControlRow, readonly Mention[]> {
  const parts = rows
    .flatMap(row => row.rows.map(range => ({ row, range })))
    .toSorted((a, b) => a.range.start - b.range.start);
  const byRow = new Map<ControlRow, Mention[]>();
  const isCited = isInCitation(rows);
  let next = 0;
  for (const mention of mentions) {
    while ((parts[next]?.range.end ?? Number.POSITIVE_INFINITY) <= mention.start) next++;
    const part = parts[next];
    if (!part || mention.start < part.range.start) continue;
    const isId = part.row.mapping.entries.some(
      ({ key, value }) =>
        key.value === 'id' && value && value.start <= mention.start && mention.end <= value.end,
    );
    if (isCited(mention) || isId) continue;
    const own = byRow.get(part.row);
    if (own) own.push(mention);
    else byRow.set(part.row, [mention]);
  }
  return byRow;
}

/** Tells for one mention after another, in the order of the text, whether a row cites it under its criteria. */
function isInCitation(rows: readonly ControlRow[]): (mention: Mention) => boolean {
  const cited = rows.flatMap(row => row.satisfies).toSorted((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  return mention => {
    while ((cited[next]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) next++;
    const citation = cited[next];
    return citation !== undefined && citation.start <= mention.start && mention.end <= citation.end;
  };
}
