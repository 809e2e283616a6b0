import type { Program } from '../../program/program.ts';
import { byPlace, nameOf, type RecordEntry } from '../../program/record.ts';
import { evidenceIdFor, nextFree, proposedId } from '../../rules/fixes/newId.ts';
import type { EvidenceAsked } from './evidenceAsked.ts';
import { labelOf } from './windowsOffered.ts';

/**
 * An id for new evidence, as its neighbors have one: with its window where theirs have their windows, else the next of their
 * numbers.
 * @param also ids that are taken beside those of the program
 */
export function evidenceId(
  program: Program,
  { control, window, systems }: Pick<EvidenceAsked, 'control' | 'window' | 'systems'>,
  title: string,
  also: readonly string[],
): string {
  const own = program.evidence.of(control);
  const all = [...program.ofKind('evidence')].sort(byPlace);
  const name = nameOf(control);
  const label = labelOf(window);
  const taken = new Set([...program.recordIds(), ...also].map(id => id.toLowerCase()));
  const filed = filedIn(program, control);
  for (const entry of label === undefined ? [] : [...[...own].reverse(), ...all]) {
    const windows = [filed.get(entry), entry.shape.values['window']?.text].filter(one => one !== undefined);
    const id = withWindow(entry, windows, label ?? '', namedInSystems(program, systems));
    const renamed = own.includes(entry) ? id : id && withControl(entry, id, name);
    if (renamed !== undefined) return free(renamed, taken);
  }
  const next = evidenceIdFor(program, name) ?? proposedId(program, 'evidence', title, own);
  // A quarter or half at the end is not the number of a record.
  if (/[-_.][QH]\d+$/i.test(next)) return free(next.replace(/[-_.][QH]\d+$/i, ''), taken);
  return also.length > 0 && taken.has(next.toLowerCase()) ? nextFree(next, taken) : next;
}

/** The windows in which the evidence of a control is filed. */
function filedIn(program: Program, control: RecordEntry): ReadonlyMap<RecordEntry, string> {
  const filed = new Map<RecordEntry, string>();
  for (const report of program.currentReports) {
    const { windows = [], evidence } = program.evidence.windows(report, control) ?? {};
    for (const { name, cells } of windows) {
      for (const { id } of cells.flatMap(cell => cell.evidence)) {
        const entry = evidence?.get(id);
        if (entry) filed.set(entry, name);
      }
    }
  }
  return filed;
}

/** The id of a record with another window in the place of one of its own; undefined where it has none of them. */
function withWindow(
  { shape }: RecordEntry,
  windows: readonly string[],
  label: string,
  isOfOther: (id: string) => boolean,
): string | undefined {
  const id = shape.id?.text;
  if (id === undefined || isOfOther(id)) return undefined;
  const wanted = writingsOf(label);
  for (const window of windows) {
    const place = writingsOf(window).findIndex(one => holds(id, one));
    const [before, after] = [writingsOf(window)[place], wanted[place]];
    if (before !== undefined && after !== undefined) return id.replace(before, after);
  }
  return undefined;
}

/** The same id with the name of another control; undefined where it does not have that of its own. */
function withControl({ shape }: RecordEntry, id: string, name: string): string | undefined {
  const named = shape.references.find(({ key, id: control }) => key === 'controls' && id.includes(control));
  return named && id.replace(named.id, name);
}

/** Tells ids that name a system which is none of these. */
function namedInSystems(program: Program, systems: readonly string[]): (id: string) => boolean {
  const others = (program.manifest?.shape.systems ?? []).filter(({ id }) => !systems.includes(id));
  const names = others.flatMap(({ id, name }) => [id, ...(name === undefined ? [] : [name])]);
  return id => names.some(name => id.toLowerCase().split(/[-_.]/).includes(name.toLowerCase()));
}

/** How a label is written in ids, what is longest first; those of labels of one kind are in the same order. */
function writingsOf(label: string): readonly string[] {
  const [, year, part] = /^(?:FY)?(\d{4})(?:-(.+))?$/i.exec(label.trim()) ?? [];
  if (year === undefined) return [];
  if (part === undefined) return [label, year];
  const alone = /^[QH]/i.test(part) ? [part.toUpperCase(), part.toLowerCase()] : [];
  return [label, `${year}-${part}`, `${year}${part}`, `${part}-${year}`, ...alone];
}

function holds(id: string, words: string): boolean {
  const at = id.indexOf(words);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(id.charAt(at + words.length));
}

function free(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
