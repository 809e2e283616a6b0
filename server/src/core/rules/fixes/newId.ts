import type { RecordKind } from '../../model/kinds.ts';
import type { Program } from '../../program/program.ts';
import { byPlace, type RecordEntry } from '../../program/record.ts';
import { largest, mostCommon } from '../../text/lists.ts';

/**
 * An id for a new record in the program's own numbering: the number after the last of the series that most of some records
 * are of, else most of their kind; undefined where no id of the kind has a number.
 * @param near records whose series is best, such as controls of the same group of criteria
 */
export function nextId(program: Program, kind: RecordKind, near: Iterable<RecordEntry>): string | undefined {
  const all = [...program.ofKind(kind)].sort(byPlace).flatMap(seriesOf);
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
  return nextFree(stem + String(last).padStart(width, '0'), takenIds(program));
}

/**
 * An id for a new record, as the others of its kind have one: the next of their numbers, or a name made from its title.
 * @param near records whose series is best (see `nextId`)
 */
export function proposedId(
  program: Program,
  kind: RecordKind,
  title: string,
  near: Iterable<RecordEntry>,
): string {
  const ids = [...program.ofKind(kind)].sort(byPlace).flatMap(({ shape: { id } }) => id?.text ?? []);
  const numbered = ids.filter(id => seriesIn(id)).length;
  const next = numbered * 2 >= ids.length ? nextId(program, kind, near) : undefined;
  if (next !== undefined) return next;
  const taken = takenIds(program);
  const first = ids.length === 0 ? firstIds[kind] : undefined;
  const name = first ?? (mostAreInitials(ids) ? initialsOf(title) : slugOf(title));
  const wanted = name === '' ? `${kind}-1` : name;
  return taken.has(wanted.toLowerCase()) ? nextFree(wanted, taken) : wanted;
}

/**
 * An id for new evidence of a control, as its other evidence is numbered, or as evidence is named after other controls;
 * undefined where neither shows.
 */
export function evidenceIdFor(program: Program, control: string): string | undefined {
  const evidence = [...program.ofKind('evidence')].sort(byPlace);
  const ofControl = evidence.filter(entry => controlsOf(entry).includes(control));
  if (ofControl.length > 0) return nextId(program, 'evidence', ofControl);
  for (const entry of evidence) {
    const id = entry.shape.id?.text ?? '';
    const named = controlsOf(entry).find(other => id.includes(other));
    if (named === undefined) continue;
    const [own, taken] = [id.replace(named, control), takenIds(program)];
    return taken.has(own.toLowerCase()) ? nextFree(own, taken) : own;
  }
  return undefined;
}

function controlsOf({ shape }: RecordEntry): readonly string[] {
  return shape.references.filter(({ key }) => key === 'controls').map(({ id }) => id);
}

/** How the numbers of records begin where there are none; documents and vendors have names. */
const firstIds: Partial<Record<RecordKind, string>> = {
  control: 'CTL-01',
  evidence: 'EV-01',
  risk: 'RISK-01',
  task: 'TASK-01',
  commitment: 'SC-01',
};

function takenIds(program: Program): ReadonlySet<string> {
  return new Set([...program.recordIds()].map(id => id.toLowerCase()));
}

function mostAreInitials(ids: readonly string[]): boolean {
  return ids.filter(id => /^[A-Z]{2,6}$/.test(id)).length * 2 > ids.length;
}

function initialsOf(title: string): string {
  return [...title.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)].join('').toUpperCase();
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

/** A number of more digits, such as a time in milliseconds, cannot be counted on from. */
function seriesIn(id: string): { readonly stem: string; readonly digits: string } | undefined {
  const [, stem = '', digits] = /^([^\s,;:#"'`<>[\]{}|\\]*?)(?<!\d)(\d{1,15})$/.exec(id) ?? [];
  return digits === undefined ? undefined : { stem, digits };
}

/** A title as a file is named after it; of a sentence its beginning. */
export function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words.length <= longestSlug ? words : words.slice(0, longestSlug + 1).replace(/-[^-]*$/, '');
}

/** How many characters of a title a name has. */
const longestSlug = 50;
