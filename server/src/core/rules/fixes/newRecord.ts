import { layoutNamed } from '../../formats/layouts/layouts.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { kinds, type RecordKind } from '../../model/kinds.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';
import { folderOf } from '../../program/touched.ts';
import { largest } from '../../text/lists.ts';
import type { NewDocument } from '../rule.ts';

/** What a record that is to be made says; its id needs no quotes. */
export interface NewRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string | undefined;
  /** More lines of its front matter. No date, approval or performance: those are for a person to state. */
  readonly lines: readonly string[];
}

/**
 * The document of a new record: in Markdown, in the folder where most records of its kind have a file of their own, named as
 * they are. Undefined where there is a document of that path, and where the others have a format whose records have other forms.
 * @param lineEnd as the documents beside it end their lines
 */
export function newRecord(
  program: Program,
  { kind, id, title, lines }: NewRecord,
  lineEnd: string,
): NewDocument | undefined {
  const others = [...entriesOf(program, kind)].filter(({ shape }) => shape.stem !== undefined);
  if (others.some(({ format }) => !layoutNamed(format).takesRecords)) return undefined;
  const folder = mostCommon(others.map(({ path }) => folderOf(path))) ?? kinds[kind].folder ?? '';
  const named = others.filter(({ shape }) => shape.stem?.startsWith(`${shape.id?.text}-`)).length;
  const slug = title === undefined ? '' : slugOf(title);
  const stem = named * 2 > others.length && slug !== '' ? `${id}-${slug}` : id;
  const path = `${folder === '' ? '' : `${folder}/`}${stem}.md`;
  if (program.summary(path)) return undefined;
  // Where no folder says what it is, it has to say so itself.
  const isSaid = folder.split('/').includes(kinds[kind].folder ?? '');
  const front = [
    `id: ${id}`,
    ...(isSaid ? [] : [`kind: ${kind}`]),
    ...(title === undefined ? [] : [`title: ${writtenLike('', title)}`]),
    ...lines,
  ];
  return { path, text: ['---', ...front, '---', ''].join(lineEnd) };
}

/**
 * An id for a new record in the program's own numbering: the number after the last of the series that most of some records
 * are of, else most of their kind; undefined where no id of the kind has a number.
 * @param near records whose series is best, such as controls of the same group of criteria
 */
export function nextId(program: Program, kind: RecordKind, near: Iterable<RecordEntry>): string | undefined {
  const all = [...entriesOf(program, kind)].flatMap(seriesOf);
  const stem =
    mostCommon([...near].flatMap(seriesOf).map(series => series.stem)) ??
    mostCommon(all.map(series => series.stem));
  if (stem === undefined) return undefined;
  const digits = all.flatMap(series => (series.stem === stem ? [series.digits] : []));
  const last = largest(0, digits.map(Number));
  const width = largest(
    0,
    digits.map(({ length }) => length),
  );
  const taken = new Set([...program.recordIds()].map(id => id.toLowerCase()));
  return nextFree(stem + String(last).padStart(width, '0'), taken);
}

/** The next id of the same series that is not taken: AC-07 after AC-06, `access-2` after `access`. */
export function nextFree(id: string, taken: ReadonlySet<string>): string {
  const { stem, digits } = seriesIn(id) ?? { stem: `${id}-`, digits: '1' };
  for (let number = Number(digits) + 1; ; number++) {
    const candidate = stem + String(number).padStart(digits.length, '0');
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** A title for a record that is known by its id alone: `vendor-management` is Vendor management; a number has none. */
export function titleOf(id: string): string | undefined {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id)) return undefined;
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function seriesOf({ shape: { id } }: RecordEntry) {
  const series = id && seriesIn(id.text);
  return series ? [series] : [];
}

function seriesIn(id: string): { readonly stem: string; readonly digits: string } | undefined {
  const [, stem = '', digits] = /^([^\s,;:#"'`<>[\]{}|\\]*?)(?<!\d)(\d+)$/.exec(id) ?? [];
  return digits === undefined ? undefined : { stem, digits };
}

function* entriesOf(program: Program, kind: RecordKind): IterableIterator<RecordEntry> {
  for (const path of [...program.paths()].sort()) {
    for (const entry of program.records(path)) if (entry.shape.kind === kind) yield entry;
  }
}

/** What occurs most often; of equals what came first. */
function mostCommon(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | undefined;
  for (const [word, count] of counts)
    if (count > (counts.get(best ?? '') ?? 0) || best === undefined) best = word;
  return best;
}

/** A title as a file is named after it. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
