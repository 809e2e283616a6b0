// How the keys of records that name files follow what moves: references by a file's name or path, and the source of evidence.
import { pathInside } from '../../catalog/pathInside.ts';
import type { DocumentFacts } from '../../formats/facts.ts';
import { isDocument } from '../../formats/layouts/endings.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import { type RecordShape, rangeOf, type Stated } from '../../model/shape.ts';
import { recordsNamed } from '../../program/named.ts';
import type { Program } from '../../program/program.ts';
import { pathsOfSource } from '../../program/sources.ts';
import { folderOf, referenceKey } from '../../program/touched.ts';
import { usesIn } from '../../program/uses.ts';
import { unquoted } from '../at/usesInDocument.ts';
import { writtenInstead } from '../at/written.ts';
import { type Moved, rewritten, stemOf } from './paths.ts';

/** A name that is to be written anew. */
export interface NewName extends Stated {
  readonly name: string;
}

/** What moves are, and what is known of the files of a program. */
export interface Moving {
  readonly program: Program;
  readonly moved: Moved;
  /** Whether there is a file or folder at a path; it is asked about the sources of evidence that moves. */
  readonly isThere: (path: string) => boolean;
}

/** The names of files that a record of a document has, as far as they change. */
export function namesMoved(path: string, shape: RecordShape, moving: Moving): readonly NewName[] {
  const references = usesIn(shape).flatMap(({ of, kind, text, at, isStatement }): readonly NewName[] => {
    if (of !== 'record' || isStatement) return [];
    const [entry, ...others] = recordsNamed(text, kind, moving.program);
    const { id } = entry?.shape ?? {};
    const isById = id !== undefined && id.text.toLowerCase() === text.toLowerCase();
    const isByFile = entry && others.length === 0 && entry.index === 0 && !isById;
    const name = isByFile ? referenceAfter(text, path, entry.path, moving.moved) : undefined;
    return name === undefined || name === text ? [] : [{ text, at, name }];
  });
  const { source } = shape.values;
  const name = source && shape.kind === 'evidence' ? sourceAfter(source.text, path, moving) : undefined;
  return source && name !== undefined && name !== source.text
    ? [...references, { ...source, name }]
    : references;
}

/** The edits that write such names anew. */
export function nameEdits(path: string, facts: DocumentFacts, moving: Moving): readonly TextEdit[] {
  const { summary, text } = facts;
  return summary.shape.records.flatMap((shape, record) =>
    namesMoved(path, shape, moving).flatMap(({ at, text: said, name }) => {
      const inner = unquoted(text, rangeOf(summary, record, at));
      // What is written elsewhere, or with escapes, stays.
      return text.slice(inner.start, inner.end) === said ? [writtenInstead(facts, inner, name)] : [];
    }),
  );
}

/** A reference to the record of a file that may have moved, as may the document that makes it. */
function referenceAfter(text: string, path: string, target: string, moved: Moved): string | undefined {
  const [newPath, newTarget] = [moved(path), moved(target)];
  const [written = '', anchor = ''] = /^([^#]*)(#.*)?$/s.exec(text)?.slice(1) ?? [];
  if (!written.includes('/') && !isDocument(written)) {
    const [stem, newStem] = [stemOf(target), stemOf(newTarget)];
    // One by a slug stays.
    return stem !== undefined && referenceKey(stem) === referenceKey(text) && stem !== newStem
      ? newStem
      : undefined;
  }
  if (pathInside(written, folderOf(path)) === target) {
    const before = { folder: folderOf(path), path: target };
    return rewritten(written, before, { folder: folderOf(newPath), path: newTarget }) + anchor;
  }
  const sign = /^\/*/.exec(written)?.[0] ?? '';
  return pathInside(written.slice(sign.length), '') === target ? sign + newTarget + anchor : undefined;
}

/** The source of evidence that may have moved, as may its record. */
function sourceAfter(source: string, path: string, { moved, isThere }: Moving): string | undefined {
  const end = /(?<!\/)\/+$/.exec(source)?.[0] ?? '';
  const bare = source.slice(0, source.length - end.length);
  const newPath = moved(path);
  const paths = pathsOfSource(bare, path);
  const beside = pathInside(bare, folderOf(path));
  const isDotted = /^\.{1,2}\//.test(bare);
  // Where both may be meant, that is meant which is there.
  const target =
    paths.find(one => moved(one) !== one) ?? paths.find(isThere) ?? (isDotted ? beside : undefined);
  if (target === undefined) return undefined;
  const newTarget = moved(target);
  if (target !== beside) return newTarget + end;
  const isFromRoot = !isDotted && beside === pathInside(bare, '');
  if (isFromRoot) return newTarget + end;
  const before = { folder: folderOf(path), path: target };
  return rewritten(bare, before, { folder: folderOf(newPath), path: newTarget }) + end;
}
