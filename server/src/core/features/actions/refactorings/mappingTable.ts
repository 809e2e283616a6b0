import { addCriteria } from '../../../formats/satisfiesEdits.ts';
import { removeKey } from '../../../formats/yamlEdits.ts';
import { escaped } from '../../../pages/markdownText.ts';
import { nextLine } from '../../../text/lines.ts';
import { lineEndOf } from '../../../text/source.ts';
import { ownEntry } from '../../../yaml/lookup.ts';
import type { YamlNode } from '../../../yaml/node.ts';
import type { Editing } from '../../editing.ts';
import type { Refactor } from './refactoring.ts';

const heading = ['Criterion', 'Title'];

/**
 * In a table of criteria: the document cites them under `satisfies` instead. The table goes if it says nothing else than the ids and
 * titles of criteria, and stays otherwise.
 */
export const tableToFrontMatter: Refactor = ({ path, facts, program }, { start, end }) => {
  const table = facts.markdown?.tables.find(one => one.start <= start && end <= one.end);
  const [first, ...others] = facts.records;
  if (!table || first?.row || others.some(({ row }) => row)) return [];
  const inside = facts.citations.filter(one => table.start <= one.start && one.end <= table.end);
  const isSure = inside.every(
    ({ denial, id, point }) => !denial && point === undefined && program.catalog.criterion(id),
  );
  const ids = [...new Set(inside.map(({ id }) => id))];
  if (ids.length === 0 || !isSure) return [];
  const present = new Set(facts.citations.filter(one => one.citedIn === 'satisfies').map(({ id }) => id));
  const added = ids.filter(id => !present.has(id));
  const edit = added.length > 0 ? addCriteria(facts, 0, added) : undefined;
  if (added.length > 0 && !edit) return [];
  const isOnly = saysOnlyCriteria({ path, facts, program }, table.rows);
  const removal = isOnly ? [{ path, ...lines(facts.text, table.start, table.end), text: '' }] : [];
  const edits = [...(edit ? [{ path, ...edit }] : []), ...removal];
  if (edits.length === 0) return [];
  const title = isOnly
    ? 'Move this table of criteria to front matter'
    : 'Cite the criteria of this table in front matter';
  return [{ kind: 'rewrite', title, edits, preferred: false }];
};

/** On `satisfies` in front matter: its criteria become a table with their titles at the end of the document. */
export const frontMatterToTable: Refactor = ({ path, facts, program }, { start, end }) => {
  const { text, records, envelope } = facts;
  const mapping = facts.markdown && envelope?.style === 'fenced' ? records[0]?.mapping : undefined;
  const satisfies = mapping && ownEntry(mapping, 'satisfies');
  if (!mapping || !satisfies || mapping.flow || start < satisfies.key.start || end > satisfies.key.end)
    return [];
  const ids = idsIn(satisfies.value);
  const criteria = ids?.flatMap(id => program.catalog.criterion(id) ?? []) ?? [];
  const removal = removeKey(text, mapping, satisfies);
  const isBare = !/[#&*!]/.test(text.slice(satisfies.key.end, satisfies.value?.end));
  if (!ids || ids.length === 0 || criteria.length < ids.length || !removal || !isBare) return [];
  const newLine = lineEndOf(text);
  const rows = [heading, ['---', '---'], ...criteria.map(({ id, title }) => [id, escaped(title)])];
  const table = rows.map(row => `| ${row.join(' | ')} |`).join(newLine);
  const last = text.trimEnd().length;
  const appended = { path, start: last, end: last, text: newLine + newLine + table };
  return [
    {
      kind: 'rewrite',
      title: 'Move satisfies to a table of criteria',
      edits: [{ path, ...removal }, appended],
      preferred: false,
    },
  ];
};

/** The ids under `satisfies`, where they are of the TSC and stand in a list; undefined for anything else. */
function idsIn(value: YamlNode | undefined): readonly string[] | undefined {
  if (value?.type === 'mapping') {
    const [only, ...more] = value.entries;
    return only?.key.value.toUpperCase() === 'TSC' && more.length === 0 ? idsIn(only.value) : undefined;
  }
  if (value?.type !== 'sequence') return undefined;
  const ids = value.items.flatMap(item => (item?.type === 'scalar' ? [item.value.trim()] : []));
  return ids.length === value.items.length ? ids : undefined;
}

/** Whether each row has the id of one criterion, and beside it at most its title. */
function saysOnlyCriteria(
  { facts: { text }, program }: Editing,
  rows: readonly (readonly number[])[],
): boolean {
  const [, ...below] = rows;
  return below.every(cells => {
    const words = cells.flatMap((start, i) => (i % 2 === 0 ? [text.slice(start, cells[i + 1]).trim()] : []));
    const criterion = program.catalog.criterion(words.find(word => program.catalog.criterion(word)) ?? '');
    return (
      criterion &&
      words.every(word => ['', criterion.id, criterion.title, escaped(criterion.title)].includes(word))
    );
  });
}

/** The lines of a stretch, with an empty line behind or before them. */
function lines(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const behind = nextLine(text, Math.max(start, end - 1));
  const isLast = text.slice(behind).trim() === '';
  if (isLast)
    return {
      start: text.slice(0, start).trimEnd().length,
      end: Math.max(start, text.slice(0, end).trimEnd().length),
    };
  return {
    start,
    end: /^[ \t]*(?:\r\n|\n|\r)/.test(text.slice(behind, behind + 200)) ? nextLine(text, behind) : behind,
  };
}
