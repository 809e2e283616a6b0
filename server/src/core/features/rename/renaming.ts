// What can be renamed at a place, and to what; where it cannot be, the reason and what to do.
import { noId } from '../../formats/satisfies.ts';
import { idOf } from '../../pages/subject.ts';
import type { Named } from '../../program/named.ts';
import { peopleNamed } from '../../program/people.ts';
import type { Program } from '../../program/program.ts';
import { folderOf, referenceKey } from '../../program/touched.ts';
import type { TextRange } from '../../text/range.ts';
import { nameAt } from '../at/nameAt.ts';
import { isIdWord } from '../at/said.ts';
import { subjectsAt, subjectsWrittenAt } from '../at/subjectsAt.ts';
import type { Editing } from '../editing.ts';
import { isNamedByFolder, stemOf } from '../moves/paths.ts';
import { quoted, spellingProblem } from '../newRecord/answers.ts';

/** An id that can be renamed, and where the caret is on it. */
export interface Renaming {
  readonly named: Named;
  /** The id as it is stated. */
  readonly from: string;
  readonly range: TextRange;
}

/** The name of a file by which a record is known, and that can be renamed with the file. */
export interface FileRenaming {
  /** The path of the file, or of its folder where that gives the name. */
  readonly file: string;
  /** The name as it is stated: without an ending. */
  readonly from: string;
  readonly range: TextRange;
}

/** Why something cannot be renamed, and what to do, in a sentence or two. */
export interface Refusal {
  readonly refusal: string;
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refusal' in answer;
}

/**
 * The id of a record, person, or system at an offset, or the name of a file that stands for its record. Undefined in running
 * text without an id of ours: an editor may know what else can be renamed there.
 */
export function renamingAt(editing: Editing, offset: number): Renaming | FileRenaming | Refusal | undefined {
  const cited = (subjectsAt(editing, offset) ?? subjectsWrittenAt(editing, offset))?.subjects[0];
  if (cited) return refused(`${quoted(idOf(cited))} is an id of a catalog, so it cannot be renamed here.`);
  const found = nameAt(editing, offset);
  if (!found) return isBody(editing, offset) ? undefined : refused(nothingHere);
  const { named, text, range } = found;
  if (named.of === 'record') return ofRecord(named, text, range, editing);
  return inManifest(named, text, range, editing.program);
}

const nothingHere =
  'Only ids can be renamed: place the caret on the id of a record, of a person, or of a system.';

/** Why an id cannot be given to what is renamed; undefined where it can. */
export function problemOfNewId({ named, from }: Renaming, to: string, program: Program): string | undefined {
  const spelling =
    noId.test(to) || nulls.test(to) ? `${quoted(to)} says that there is no id. Enter another id.` : undefined;
  const problem = spelling ?? spellingProblem(to);
  if (problem !== undefined) return `${quoted(from)} was not renamed. ${problem}`;
  if (referenceKey(to) !== to.toLowerCase()) {
    return `${quoted(from)} was not renamed, because ${quoted(to)} is the name of a file. Enter an id that does not end as a file does.`;
  }
  if (program.catalogs.criterion(to)) {
    return `${quoted(from)} was not renamed, because ${quoted(to)} is the id of a criterion. Enter another id.`;
  }
  const owner = ownerOf(to, named, program);
  return owner === undefined
    ? undefined
    : `${quoted(from)} was not renamed, because ${quoted(to)} is ${owner}. Enter another id, or rename that one first.`;
}

/**
 * Why an id cannot stand for what is renamed in running text, where the old one stands; undefined where it can.
 * @param path of a document that speaks of it
 */
export function problemInText({ from }: Renaming, to: string, path: string): string | undefined {
  return isIdWord(to)
    ? undefined
    : `${quoted(from)} was not renamed. ${path} names it in running text, where ${quoted(to)} would be a word like any other. Enter an id with a digit or a hyphen.`;
}

const nulls = /^(?:null|~)$/i;

function refused(refusal: string): Refusal {
  return { refusal };
}

/** Whether an offset is in the body of a Markdown document. */
function isBody({ facts }: Editing, offset: number): boolean {
  return facts.markdown !== undefined && offset >= (facts.envelope?.bodyStart ?? 0);
}

function ofRecord(
  named: Named,
  written: string,
  range: TextRange,
  { facts }: Editing,
): Renaming | FileRenaming | Refusal {
  const [entry, ...others] = named.entries;
  if (!entry) {
    return refused(
      `No record has the id ${quoted(written)}, so it cannot be renamed. Correct the reference.`,
    );
  }
  if (others.length > 0) {
    const files = [...named.entries].map(({ path }) => path);
    return refused(
      `${quoted(written)} is the id of several records, in ${inWords([...new Set(files)])}. Give all but one of them another id, then rename.`,
    );
  }
  const id = entry.shape.id?.text;
  if (id !== undefined && id.toLowerCase() === written.toLowerCase()) return { named, from: id, range };
  const stem = stemOf(entry.path);
  if (stem === undefined || referenceKey(stem) !== referenceKey(written)) {
    return refused(
      `${quoted(written)} is the slug of ${entry.path}, which is part of its address. Change it in its front matter.`,
    );
  }
  const inPath = facts.text.slice(range.start, range.end).toLowerCase().lastIndexOf(stem.toLowerCase());
  const start = range.start + Math.max(0, inPath);
  const file = isNamedByFolder(entry.path) ? folderOf(entry.path) : entry.path;
  return { file, from: stem, range: inPath < 0 ? range : { start, end: start + stem.length } };
}

function inManifest(named: Named, written: string, range: TextRange, program: Program): Renaming | Refusal {
  const what = named.of === 'person' ? 'a person' : 'a system';
  const [id, ...others] = named.ids;
  if (id === undefined) {
    return refused(
      `The manifest lists no ${named.of} ${quoted(written)}, so it cannot be renamed. Add ${what} with that id to it, or correct the name.`,
    );
  }
  if (others.length > 0) {
    return refused(
      `${quoted(written)} names several ${named.of === 'person' ? 'people' : 'systems'}: ${inWords(named.ids)}. Rename one of these ids.`,
    );
  }
  if (id.toLowerCase() === written.toLowerCase()) return { named, from: id, range };
  const { path } = program.manifest ?? { path: 'the manifest' };
  return refused(
    `${quoted(written)} is not the id of ${what}, but stands for ${quoted(id)}. Rename that id, or change the words in ${path}.`,
  );
}

/** What has an id already, in words after "is"; undefined where the id is free. */
function ownerOf(id: string, named: Named, program: Program): string | undefined {
  if (named.of === 'record') {
    const other = [...program.defining(id)].find(entry => !named.entries.has(entry));
    return other && `a record already, in ${other.path}`;
  }
  const { path = '', shape } = program.manifest ?? {};
  const isOwn = (other: string) => named.ids.includes(other);
  if (named.of === 'person') {
    const other = peopleNamed(shape?.people ?? [], id).find(person => !isOwn(person.id));
    return other && `the id, name, or role of ${quoted(other.id)} in ${path}`;
  }
  const other = shape?.systems.find(
    system =>
      !isOwn(system.id) && [system.id, system.name].some(name => name?.toLowerCase() === id.toLowerCase()),
  );
  return other && `the id or name of ${quoted(other.id)} in ${path}`;
}

const mostListed = 3;

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).join(', ');
  return names.length > mostListed ? `${shown}, and ${names.length - mostListed} more` : shown;
}
