import type { Catalog } from '../catalog/catalog.ts';
import { PlaceBuilder, type RecordShape } from '../model/shape.ts';
import { type Csv, type CsvCell, readCsv } from '../text/csv.ts';
import { detach } from '../text/detach.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../yaml/node.ts';
import type { CitationFact, DocumentFacts, RecordFacts } from './facts.ts';
import { type RegisterKind, registerKinds } from './layouts/endings.ts';
import { layoutNamed } from './layouts/layouts.ts';
import { type Draft, readRecord } from './record.ts';
import { type RegisterColumn, type RegisterFacts, registerColumns } from './registerColumns.ts';
import type { Role } from './role.ts';
import { isTooLarge, unreadFacts } from './tooLarge.ts';

/** Spreadsheets of countries where the comma stands before decimals write semicolons. */
const separators = [',', ';', '\t'];

/**
 * Reads a register in comma-separated values: a record for each row, its keys by the header, and its kind by its folder. Other
 * such files lie in these folders too: they have no record.
 * @param text without a byte order mark
 */
export function readRegister(text: string, role: Role, catalog: Catalog): DocumentFacts {
  const { layout: format } = role;
  const kind = registerKinds.find(one => one === role.folder) ?? 'evidence';
  const found = registerIn(text, kind);
  if (found && isTooLarge(text, role)) return unreadFacts(text, role);
  const citations: CitationFact[] = [];
  const shapes: RecordShape[] = [];
  const places: Int32Array[] = [];
  const records: RecordFacts[] = [];
  const csv = found && readCsv(text, found.separator);
  for (const row of csv?.rows.slice(1) ?? []) {
    const mapping = mappingOf(text, row, found?.columns ?? [], found?.separator ?? ',');
    if (mapping.entries.every(({ value }) => value === undefined)) continue;
    const draft: Draft = {
      kind,
      mapping,
      standing: role.template ? 'template' : role.archived ? 'retired' : 'counts',
      stem: undefined,
      fallbackTitle: undefined,
      fallbackPlace: mapping,
      cron: layoutNamed(format).cron,
      mentions: [],
    };
    const builder = new PlaceBuilder();
    const suffixes = role.suffixesArePoints === true;
    shapes.push(readRecord(text, draft, catalog, builder, citations, shapes.length, suffixes));
    places.push(builder.done());
    records.push({ kind, mapping, yaml: undefined, row: { criteria: undefined } });
  }
  return {
    text,
    role,
    format,
    envelope: undefined,
    markdown: undefined,
    yaml: [],
    ...(found && csv ? { register: registerFacts(kind, csv, found.columns) } : {}),
    records,
    citations,
    silencings: [],
    summary: { shape: { format, records: shapes, manifest: undefined }, places },
  };
}

interface FoundRegister {
  readonly columns: readonly RegisterColumn[];
  readonly separator: string;
}

/** The columns of a register, by its first row; undefined where it surely is none. */
function registerIn(text: string, kind: RegisterKind): FoundRegister | undefined {
  for (const separator of separators) {
    const [header] = readCsv(text, separator, 1).rows;
    const columns = header && registerColumns(header, kind);
    if (columns) return { columns, separator };
  }
  return undefined;
}

function registerFacts(
  kind: RegisterKind,
  { rows, problems }: Csv,
  columns: readonly RegisterColumn[],
): RegisterFacts {
  const tooMany = rows.flatMap(row => {
    const [first] = row.slice(columns.length).filter(({ value }) => value !== '');
    return first ? [{ is: 'more cells than columns', start: first.start, end: first.end } as const] : [];
  });
  return { kind, columns, problems: [...problems, ...tooMany].sort((a, b) => a.start - b.start) };
}

/** A row as the keys of a record; each key is written where the header names it. */
function mappingOf(
  text: string,
  row: Csv['rows'][number],
  columns: readonly RegisterColumn[],
  separator: string,
): YamlMapping {
  const entries: YamlEntry[] = [];
  const inner = new Map<string, YamlEntry[]>();
  for (const [i, { header, key, within }] of columns.entries()) {
    const cell = row[i];
    if (!key || !cell) continue;
    const label = scalar(key.name, header);
    const value = cell.value.trim() === '' ? undefined : cellValue(text, cell, key.list === true, separator);
    if (!within) entries.push({ key: label, value });
    else if (value) inner.set(within.name, [...(inner.get(within.name) ?? []), { key: label, value }]);
  }
  for (const [name, own] of inner) {
    const ranges = own.flatMap(({ value }) => value ?? []).sort((one, other) => one.start - other.start);
    const [start, end] = [ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0];
    entries.push({ key: scalar(name, { start, end: start }), value: mapping(own, { start, end }) });
  }
  return mapping(entries, { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 });
}

function mapping(entries: readonly YamlEntry[], { start, end }: TextRange): YamlMapping {
  return { type: 'mapping', flow: true, entries, start, end };
}

function scalar(value: string, { start, end }: TextRange): YamlScalar {
  return { type: 'scalar', value, style: 'plain', start, end };
}

/** The value of a cell: under a key that takes several, what stands between semicolons, commas, and lines. */
function cellValue(text: string, cell: CsvCell, isList: boolean, separator: string): YamlNode {
  const { start, end } = cell;
  if (!isList) return scalar(detach(cell.value.trim()), cell);
  const signs = cell.isQuoted ? /[;,\r\n]/ : separator === ',' ? /;/ : /[;,]/;
  const items: YamlScalar[] = [];
  let at = start;
  for (const part of text.slice(start, end).split(signs)) {
    const said = part.trim();
    const from = at + part.length - part.trimStart().length;
    at += part.length + 1;
    const value = cell.isQuoted ? said.replaceAll('""', '"') : said;
    if (said !== '') items.push(scalar(detach(value), { start: from, end: from + said.length }));
  }
  return { type: 'sequence', flow: true, items, start, end };
}
