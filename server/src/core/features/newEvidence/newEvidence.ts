import type { DocumentFacts } from '../../formats/facts.ts';
import { isDocument } from '../../formats/layouts/endings.ts';
import { addKeyInOrder, applied, setValue, type TextEdit } from '../../formats/yamlEdits.ts';
import { orderOfKeys } from '../../model/skeletons/orderOfKeys.ts';
import type { Program } from '../../program/program.ts';
import { byPlace, nameOf, type RecordEntry } from '../../program/record.ts';
import { folderOf } from '../../program/touched.ts';
import { folderFor, newRecord } from '../../rules/fixes/newRecord.ts';
import { lineEnd } from '../../text/lines.ts';
import { mostCommon } from '../../text/lists.ts';
import { lineEndOf } from '../../text/source.ts';
import { ownEntry } from '../../yaml/lookup.ts';
import type { EvidenceAsked } from './evidenceAsked.ts';
import { evidenceId } from './evidenceId.ts';
import { type EvidenceValues, inOrder, written } from './evidenceValues.ts';
import { recordEdit } from './recordEdit.ts';
import { type Unwritten, withoutColumn } from './registerRow.ts';
import { labelOf, statedByPerson, typeFor } from './windowsOffered.ts';

/** Where evidence is added. */
export interface EvidencePlace {
  readonly program: Program;
  /** Reads a document as it is now; undefined where there is none that can be read. */
  readonly factsAt: (path: string) => DocumentFacts | undefined;
  /** Reads a text as the document of a path; undefined where the program reads no document there. */
  readonly read: (path: string, text: string) => DocumentFacts | undefined;
  /** The record behind which the new one goes, where that is not the program's to say: one that was just made. */
  readonly behind?: { readonly path: string; readonly index: number } | undefined;
  /** Ids that are taken beside those of the program. */
  readonly taken?: readonly string[];
}

/** A record of evidence as it is to be written. */
export interface NewEvidence {
  readonly id: string;
  readonly title: string;
  /** The document, relative to the root. */
  readonly path: string;
  /** The number of the record in it. */
  readonly index: number;
  /** What changes in it; undefined where the document is new. */
  readonly edit: TextEdit | undefined;
  /** The whole text of the document with the record. */
  readonly text: string;
  /** Where the record begins in that text. */
  readonly start: number;
  /** The keys that a person has yet to state, and where, in that text. */
  readonly open: readonly { readonly key: string; readonly start: number }[];
  /** What is not written, because the register has no column for it. */
  readonly unwritten: readonly Unwritten[];
}

/**
 * The record of new evidence, in the form in which the program keeps evidence: with that of the same control, else where most is
 * kept. It is collected today. The day on which the control was performed is only written where a person stated it. Undefined
 * where the program would read no such record.
 */
export function newEvidence(place: EvidencePlace, asked: EvidenceAsked): NewEvidence | undefined {
  const { program } = place;
  const title = titleOf(asked);
  const id = evidenceId(program, asked, title, place.taken ?? []);
  const near = place.behind ?? neighborOf(program, asked.control);
  const facts = near && place.factsAt(near.path);
  // A document that is the evidence itself would not have its hash any more.
  if (near && facts && near.path !== asked.source) {
    const values = valuesOf(asked, near.path, id, program.today);
    const edit = recordEdit(facts, near.index, id, values);
    const made = edit && checked(place, asked, near.path, applied(facts.text, [edit]), id);
    if (made) return { ...made, title, edit, unwritten: withoutColumn(facts.register, values) };
  }
  return inOwnFile(place, asked, id, title, facts);
}

/** The record beside which new evidence belongs; undefined where it belongs in a file of its own. */
export function neighborOf(program: Program, control: RecordEntry): RecordEntry | undefined {
  const own = program.evidence.of(control);
  const all = own.length > 0 ? own : [...program.ofKind('evidence')].sort(byPlace);
  const most = mostCommon(all.map(({ path, shape }) => (shape.stem === undefined ? path : '')));
  return all.findLast(({ path, shape }) => shape.stem === undefined && path === most);
}

function inOwnFile(
  place: EvidencePlace,
  asked: EvidenceAsked,
  id: string,
  title: string,
  near: DocumentFacts | undefined,
): NewEvidence | undefined {
  const { program } = place;
  const begun = newRecord(
    program,
    { kind: 'evidence', id, title, controls: [nameOf(asked.control)] },
    lineEndOf(near?.text ?? ''),
  );
  if (!begun) return undefined;
  let text = begun.text;
  for (const [key, value] of inOrder(valuesOf(asked, begun.path, id, program.today))) {
    const mapping = place.read(begun.path, text)?.records[0]?.mapping;
    if (!mapping) return undefined;
    const entry = ownEntry(mapping, key);
    if (['id', 'title', 'controls'].includes(key) && entry) continue;
    const words = written(value, 'block');
    if (entry && words === '') continue;
    const edit = entry
      ? setValue(text, entry, words)
      : addKeyInOrder(text, mapping, key, words, [...orderOfKeys('evidence').keys()]);
    // A blank stands where a value was to be typed.
    const end = entry?.value ? edit.end : lineEnd(text, edit.end);
    text = applied(text, [{ ...edit, end: text.slice(edit.end, end).trim() === '' ? end : edit.end }]);
  }
  const made = checked(place, asked, begun.path, text, id);
  return made && { ...made, title, edit: undefined, unwritten: [] };
}

/** What has come of a text; undefined where it does not read as a document with this record. */
function checked(
  { read }: EvidencePlace,
  asked: EvidenceAsked,
  path: string,
  text: string,
  id: string,
): Pick<NewEvidence, 'id' | 'path' | 'index' | 'text' | 'start' | 'open'> | undefined {
  const facts = read(path, text);
  const shapes = facts?.summary.shape.records ?? [];
  const index = shapes.findLastIndex(({ kind, id: own }) => kind === 'evidence' && own?.text === id);
  const mapping = facts?.records[index]?.mapping;
  if (!mapping) return undefined;
  // The keys of a row are in its header.
  const open = openKeys(asked).map(key => ({
    key,
    start: Math.max(mapping.start, ownEntry(mapping, key)?.key.start ?? 0),
  }));
  return { id, path, index, text, start: mapping.start, open };
}

/** The keys that a person has yet to state. */
function openKeys({ window, systems, type, performed, source, custodian }: EvidenceAsked): readonly string[] {
  const known = [...(type === undefined ? [] : ['type']), ...(performed === undefined ? [] : ['performed'])];
  return [
    ...statedByPerson(window, systems).filter(key => !known.includes(key)),
    ...(source === '' ? ['source'] : []),
    ...(custodian === '' ? ['custodian'] : []),
  ];
}

function valuesOf(asked: EvidenceAsked, path: string, id: string, today: string): EvidenceValues {
  const { control, window, source, sha256, systems, performed, custodian } = asked;
  const label = labelOf(window);
  const type = asked.type ?? typeFor(window, systems);
  const isOpen = performed === undefined && statedByPerson(window).includes('performed');
  const folder = folderOf(path);
  const own = folder !== '' && source.startsWith(`${folder}/`) ? source.slice(folder.length + 1) : source;
  return new Map<string, string | readonly string[]>([
    ['id', id],
    ['title', titleOf(asked)],
    ['controls', [nameOf(control)]],
    ...(systems.length > 0 ? [['systems', systems] as const] : []),
    ...(type === undefined ? [] : [['type', type] as const]),
    ...(label === undefined ? [] : [['window', label] as const]),
    ...(performed !== undefined || isOpen ? [['performed', performed ?? ''] as const] : []),
    ['collected', today],
    ['source', own],
    ...(sha256 === undefined ? [] : [['sha256', sha256] as const]),
    ...(custodian === undefined ? [] : [['custodian', custodian] as const]),
  ]);
}

/** `Access review, 2026-Q2 (okta)`, of several files `Access review, 2026-Q2 (okta): users.csv`. */
function titleOf({ control, window, systems, file }: EvidenceAsked): string {
  const days = labelOf(window) ?? `${window.from} to ${window.to}`;
  const of = systems.length > 0 && systems.length < 4 ? ` (${systems.join(', ')})` : '';
  const name = file === undefined ? '' : `: ${file}`;
  return `${control.shape.title ?? nameOf(control)}, ${days}${of}${name}`;
}

/**
 * Where a file of evidence goes that lies outside of the program, relative to the root: `evidence/AC-04/2026-Q2/review.pdf`.
 * Undefined for a file that would be read as a document there.
 */
export function placeOfFile(
  program: Program,
  { control, window }: Pick<EvidenceAsked, 'control' | 'window'>,
  name: string,
): string | undefined {
  if (isDocument(name)) return undefined;
  const folder = folderFor(program, 'evidence');
  const steps = folder.split('/');
  // Folders of controls lie in the folder of that name, whatever lies below it.
  const at = steps.findIndex(step => step.toLowerCase() === 'evidence');
  const own = program.manifest?.shape.evidenceFolder || at < 0 ? folder : steps.slice(0, at + 1).join('/');
  const inPath = [nameOf(control), labelOf(window) ?? window.name].map(step =>
    step.replace(/[\s\\/:*?"<>|]+/g, '-'),
  );
  return [...(own === '' ? [] : [own]), ...inPath, plainName(name)].join('/');
}

/** The name of a file without the signs that what is written as a path has not (see `isSourcePath`). */
function plainName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const words = stem.split(/[\s:,;*?"<>|{}()[\]$%#\\~]/).filter(word => word !== '');
  return `${words.join('-').replace(/^\.+/, '') || 'file'}${ending.replace(/[^.\p{L}\p{N}]/gu, '')}`;
}
