import type { Catalog, Group } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import type { CitationShape } from '../model/shape.ts';
import type { Bearing } from '../program/bearing.ts';
import type { Program } from '../program/program.ts';
import { byPlace, nameOf, type RecordEntry } from '../program/record.ts';
import { brief } from '../text/brief.ts';
import { viewWords } from './coverageWords.ts';
import { type Block, heading, type Inlines, type MatrixRow, paragraph, type Sign } from './page.ts';
import { counted } from './words.ts';

/** How many controls have a column: more are not taken in at a glance. */
const mostColumns = 12;
/** How much of a control's name heads its column, in UTF-16 code units. */
const longestName = 60;

/** A control that did not operate in the period, whatever it is to a criterion beside that. */
const deviating: Sign = { sign: '◓', meaning: 'key control in place, with a deviation', tone: 'begun' };

/** What a control is to the criteria that it maps to, where it counts or is planned. */
const signs: Partial<Readonly<Record<Bearing, Sign>>> = {
  'control inPlace': { sign: '●', meaning: 'key control in place', tone: 'furthest' },
  'control waiting': { sign: '◐', meaning: 'key control not yet in place', tone: 'advanced' },
  'control notKey': { sign: '◇', meaning: 'not a key control', tone: 'begun' },
  'control planned': { sign: '◌', meaning: 'planned control', tone: 'aside' },
};

/** A control, and the criteria to which it maps. */
interface Column {
  readonly entry: RecordEntry;
  readonly citation: CitationShape;
  readonly criteria: Map<string, Sign>;
}

/**
 * Which controls map to which criteria of a group that are in the scope of the current report. Retired controls, drafts,
 * templates, and controls of other systems have no column.
 */
export function controlMatrix(group: Group, catalog: Catalog, program: Program): Block[] {
  const { report } = program;
  const criteria = catalog
    .members(group.id)
    .map(({ id }) => ({ id, key: keyOf(catalog.name, id) }))
    .filter(({ key }) => report.criteria.has(key));
  if (criteria.length === 0)
    return [paragraph('None of its criteria is in the scope of the current report.')];
  const all = columnsOf(
    criteria.map(({ key }) => key),
    program,
  );
  const title = heading('Controls that map to its criteria');
  if (all.length === 0) return [title, paragraph('No control maps to any of its criteria.')];
  // Those that map to most of them tell most. The sort is stable, so otherwise the first ones stay.
  const chosen = new Set(all.toSorted((a, b) => b.criteria.size - a.criteria.size).slice(0, mostColumns));
  const columns = all.filter(column => chosen.has(column));
  const leftOut = all.filter(column => !chosen.has(column));
  const legend = new Set(columns.flatMap(column => [...column.criteria.values()]));
  return [
    title,
    {
      kind: 'matrix',
      caption: captionOf(all.length, leftOut.length, viewWords(program, report)),
      head: 'Criterion',
      columns: columns.map(headOf),
      rows: criteria.map(({ id, key }): MatrixRow => {
        const excluded = report.excluded.has(key) ? [' (excluded)'] : [];
        const others = leftOut.filter(column => column.criteria.has(key)).length;
        return {
          label: [{ text: id, target: { page: key } }, ...excluded],
          signs: columns.map(column => column.criteria.get(key) ?? null),
          ...(leftOut.length > 0 ? { others } : {}),
        };
      }),
      legend: [...Object.values(signs), deviating].filter(sign => legend.has(sign)),
    },
  ];
}

function columnsOf(criteria: readonly string[], program: Program): Column[] {
  const columns = new Map<RecordEntry, Column>();
  const deviations = new Set(program.coverage.deviations(program.report).map(({ control }) => control));
  for (const key of criteria) {
    for (const { entry, citation, bearing } of program.coverage.covering(program.report, key)) {
      const isDeviating = bearing === 'control inPlace' && deviations.has(entry);
      const sign = isDeviating ? deviating : signs[bearing];
      if (!sign) continue;
      const column = columns.get(entry) ?? { entry, citation, criteria: new Map() };
      column.criteria.set(key, sign);
      columns.set(entry, column);
    }
  }
  return [...columns.values()].sort((a, b) => byPlace(a.entry, b.entry));
}

function captionOf(all: number, leftOut: number, view: string): Inlines {
  const shown =
    leftOut > 0
      ? `The ${all - leftOut} of ${all} controls that map to the most criteria. The last column counts the ${counted(leftOut, 'other')} `
      : `${counted(all, 'control')} `;
  return [shown, { text: `(${view})`, style: 'emphasis' }];
}

function headOf({ entry, citation }: Column): Inlines {
  return [
    {
      text: brief(nameOf(entry), longestName),
      target: { path: entry.path, record: entry.index, at: citation.at },
    },
  ];
}
