import { type Begun, begun, type KnownFacts, type RecordForm } from '../../formats/begun.ts';
import { endingOf, type Language } from '../../formats/layouts/endings.ts';
import { layoutNamed } from '../../formats/layouts/layouts.ts';
import { isOwnName } from '../../formats/role.ts';
import { kindOfPath, kinds, type RecordKind } from '../../model/kinds.ts';
import { ourSkeletons } from '../../model/skeletons/ours.ts';
import type { Skeleton } from '../../model/skeletons/skeleton.ts';
import type { Program } from '../../program/program.ts';
import { byPlace, type RecordEntry } from '../../program/record.ts';
import { folderOf } from '../../program/touched.ts';
import { mostCommon } from '../../text/lists.ts';
import type { NewDocument } from '../rule.ts';
import { slugOf } from './newId.ts';

/** A record that is to be made, with what is known of it. No date, approval or performance: those are for a person to state. */
export interface NewRecord extends KnownFacts {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * The document of a new record: in the folder where most records of its kind lie, in their format, and named as they are; it
 * looks like the skeleton of its kind. The manifest may name another folder for evidence. Undefined where there is a document
 * of that path, and for kinds without a skeleton.
 * @param lineEnd as the documents beside it end their lines
 * @param folder where it is to lie instead, relative to the root
 */
export function newRecord(
  program: Program,
  record: NewRecord,
  lineEnd: string,
  folder?: string,
): (NewDocument & Begun) | undefined {
  const { kind } = record;
  const { skeleton, form } = lookOf(program, kind) ?? {};
  if (!skeleton || !form) return undefined;
  const own = [...program.ofKind(kind)].filter(isAlone).sort(byPlace);
  const place = folder ?? folderFor(program, kind);
  const ending = endingFor(own, skeleton);
  const path = pathsOf(record, own)
    .filter(isOwnName)
    .map(stem => `${place === '' ? '' : `${place}/`}${stem}${ending}`)
    .find(candidate => !program.summary(candidate));
  if (path === undefined) return undefined;
  // Where no folder says what it is, it has to say so itself.
  const said = kindOfPath(path) === kind ? undefined : kind;
  return { path, ...begun(skeleton, record, said, form(languageOf(ending)), lineEnd) };
}

/**
 * The folder in which new records of a kind go, relative to the root: for evidence the one that the manifest names, else the one
 * in which most of them lie. Empty for the root.
 */
export function folderFor(program: Program, kind: RecordKind): string {
  const all = [...program.ofKind(kind)].sort(byPlace);
  const chosen = kind === 'evidence' ? program.manifest?.shape.evidenceFolder?.text : undefined;
  return chosen ?? folderOfMost(all.filter(isAlone)) ?? folderOfMost(all) ?? kinds[kind].folder ?? '';
}

/** What a new record of a kind looks like in a program. */
export interface RecordLook {
  readonly skeleton: Skeleton;
  /** How it is written in a file of a language. */
  readonly form: (language: Language) => RecordForm;
}

/**
 * What a new record of a kind looks like, however it is begun: as most that lie in files of their own, else as most documents
 * of the program. Undefined where nobody begins such a record.
 */
export function lookOf(program: Program, kind: RecordKind): RecordLook | undefined {
  const own = [...program.ofKind(kind)].filter(isAlone).sort(byPlace);
  const most =
    mostCommon(own.map(({ format }) => format)) ??
    mostCommon([...program.paths()].flatMap(path => program.summary(path)?.shape.format ?? []));
  const { skeletons, hasOptionalFence } = layoutNamed(most);
  const skeleton = skeletons[kind] ?? ourSkeletons[kind];
  // With our manifest a folder is ours, and there metadata needs its opening fence.
  const inMarkdown = hasOptionalFence && !program.manifest ? 'bare' : 'fenced';
  return skeleton && { skeleton, form: language => (language === 'yaml' ? 'yaml' : inMarkdown) };
}

function isAlone({ shape }: RecordEntry): boolean {
  return shape.stem !== undefined;
}

function languageOf(ending: string): Language {
  return endingOf(ending)?.language ?? 'markdown';
}

function folderOfMost(records: readonly RecordEntry[]): string | undefined {
  return mostCommon(records.map(({ path }) => folderOf(path)));
}

/** As most others end, but for what has a text, which YAML has no place for. */
function endingFor(others: readonly RecordEntry[], { body }: Skeleton): string {
  const most = mostCommon(
    others.map(({ path, shape: { stem = '' } }) => path.slice(path.lastIndexOf('/') + 1 + stem.length)),
  );
  const hasText = body.some(pieces => pieces.length > 0);
  return most === undefined || (hasText && endingOf(most)?.language === 'yaml') ? '.md' : most;
}

/** What its file may be called without the ending: after its id, its title, or both, as most others are. */
function pathsOf({ id: stated, title }: NewRecord, others: readonly RecordEntry[]): readonly string[] {
  // An id may hold what would be another folder, or no name of a file.
  const id = stated.replace(/[\\/:*?"<>|]/g, '-');
  const slug = title === undefined ? '' : slugOf(title);
  const naming = mostCommon(others.flatMap(namingOf));
  if (slug === '' || naming === undefined || naming === 'id') return [id];
  return naming === 'both' ? [`${id}-${slug}`, id] : [slug, id];
}

function namingOf({ shape: { id, stem } }: RecordEntry): ('id' | 'title' | 'both')[] {
  if (id === undefined || stem === undefined) return [];
  if (stem.toLowerCase() === id.text.toLowerCase()) return ['id'];
  return [stem.startsWith(`${id.text}-`) ? 'both' : 'title'];
}
