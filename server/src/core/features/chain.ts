// From what is asked for to what shows that it is done: a criterion, its controls, their evidence, and the files of that.
import { keyOf } from '../catalog/catalogs.ts';
import type { RecordKind } from '../model/kinds.ts';
import { idOf, type Subject, subjectOf } from '../pages/subject.ts';
import { recordsNamed } from '../program/named.ts';
import type { Program } from '../program/program.ts';
import { byPlace, citedKeys, citesKey, isControl, namesOf, type RecordEntry } from '../program/record.ts';
import { pathsOfSource } from '../program/sources.ts';

/** A criterion (or a group or point), a record, or a file that evidence names. */
export type ChainLink =
  | { readonly of: 'criterion'; readonly page: Subject }
  | { readonly of: 'record'; readonly entry: RecordEntry }
  /** With the paths at which it may lie, relative to the root of the program. */
  | { readonly of: 'file'; readonly paths: readonly string[] };

/** What is carried out by controls, beside criteria. */
const carriedOut: ReadonlySet<RecordKind> = new Set([
  ...(['policy', 'procedure', 'narrative', 'document'] as const),
  ...(['commitment', 'risk', 'vendor', 'userControl'] as const),
]);

/**
 * What carries something out or shows that it is done: the controls of a criterion, policy, risk, or vendor, the evidence of a
 * control, and the file of evidence.
 */
export function linksBelow(link: ChainLink, program: Program): readonly ChainLink[] {
  if (link.of === 'file') return [];
  if (link.of === 'criterion') return inOrder(answering(link.page, program));
  const { entry } = link;
  const { shape } = entry;
  if (isControl(shape)) return inOrder(referring(entry, program).filter(isEvidence));
  if (isEvidence(entry)) return fileOf(entry);
  if (!carriedOut.has(shape.kind)) return [];
  return inOrder(
    [...referring(entry, program), ...referredTo(entry, program)].filter(one => isControl(one.shape)),
  );
}

/** The other way: what something carries out, or shows to be done. */
export function linksAbove(link: ChainLink, program: Program): readonly ChainLink[] {
  if (link.of === 'criterion') return [];
  if (link.of === 'file')
    return inOrder([...program.ofKind('evidence')].filter(entry => isNamedBy(link.paths, entry)));
  const { entry } = link;
  if (isEvidence(entry)) return inOrder(referredTo(entry, program).filter(one => isControl(one.shape)));
  if (!isControl(entry.shape)) return [];
  const carried = [...referring(entry, program), ...referredTo(entry, program)].filter(
    one => carriedOut.has(one.shape.kind) && !isControl(one.shape),
  );
  return [...cited(entry, program), ...inOrder(carried)];
}

function isEvidence({ shape }: RecordEntry): boolean {
  return shape.kind === 'evidence';
}

function inOrder(entries: Iterable<RecordEntry>): readonly ChainLink[] {
  return [...new Set(entries)].sort(byPlace).map(entry => ({ of: 'record', entry }));
}

/** The controls that cite a criterion or one of its points, a group or its members; and the narratives of what describes a system. */
function answering(page: Subject, program: Program): readonly RecordEntry[] {
  if (page.kind === 'descriptionCriterion') return [...program.describing(idOf(page))];
  return keysUnder(page).flatMap(key =>
    [...program.citing(key)].filter(
      entry =>
        isControl(entry.shape) && entry.shape.satisfies.some(citation => citesKey(entry, citation, key)),
    ),
  );
}

/** The keys by which a subject is cited: a point is a part of its criterion. */
function keysUnder(page: Subject): readonly string[] {
  switch (page.kind) {
    case 'criterion':
      return [idOf(page)];
    case 'point':
      return [keyOf(page.catalog.name, page.point.criterion)];
    case 'group':
      return [
        idOf(page),
        ...page.catalog.members(page.group.id).map(({ id }) => keyOf(page.catalog.name, id)),
      ];
    default:
      return [];
  }
}

/** What a record cites under `satisfies`, as far as it exists. */
function cited(entry: RecordEntry, { catalogs }: Program): readonly ChainLink[] {
  const keys = entry.shape.satisfies.flatMap(citation => citedKeys(entry, citation));
  return [...new Set(keys)].flatMap((key): readonly ChainLink[] => {
    const page = subjectOf(key, catalogs);
    return page ? [{ of: 'criterion', page }] : [];
  });
}

/** The records that refer to a record. */
function referring(entry: RecordEntry, program: Program): readonly RecordEntry[] {
  return namesOf(entry.shape).flatMap(name =>
    [...program.references(name), ...program.innerReferences(name)]
      .filter(([, references]) =>
        references.some(({ id, kind }) => recordsNamed(id, kind, program).includes(entry)),
      )
      .map(([from]) => from),
  );
}

/** The records that a record refers to. */
function referredTo({ shape }: RecordEntry, program: Program): readonly RecordEntry[] {
  return [...shape.references, ...(shape.innerReferences ?? [])].flatMap(({ id, kind }) =>
    recordsNamed(id, kind, program),
  );
}

function fileOf({ path, shape }: RecordEntry): readonly ChainLink[] {
  const paths = shape.values.source ? pathsOfSource(shape.values.source.text, path) : [];
  return paths.length > 0 ? [{ of: 'file', paths }] : [];
}

function isNamedBy(paths: readonly string[], { path, shape }: RecordEntry): boolean {
  const { source } = shape.values;
  return source !== undefined && pathsOfSource(source.text, path).some(one => paths.includes(one));
}
