import { pathInside } from '../../catalog/pathInside.ts';
import { rangeOf } from '../../model/shape.ts';
import { pathsOfSource } from '../../program/sources.ts';
import type { TextRange } from '../../text/range.ts';
import type { Editing } from '../editing.ts';
import { unquoted } from './usesInDocument.ts';

/** A file that a key names. */
export interface FileNamed {
  readonly range: TextRange;
  /** Where it may lie, relative to the root of the program. */
  readonly paths: readonly string[];
}

/** The files that keys of a document name: those of evidence, and in the manifest those of catalogs and mappings. */
export function filesNamed({ facts, path }: Editing): readonly FileNamed[] {
  const { text, summary } = facts;
  const { manifest, records } = summary.shape;
  if (manifest) {
    const { catalogs, mappings } = manifest;
    return [...catalogs.map(({ file }) => file), ...mappings].flatMap(({ text: name, at }) => {
      const inside = pathInside(name, '');
      return inside === undefined
        ? []
        : [{ range: unquoted(text, rangeOf(summary, 0, at)), paths: [inside] }];
    });
  }
  return records.flatMap(({ values: { source } }, record) => {
    const paths = source ? pathsOfSource(source.text, path) : [];
    if (!source || paths.length === 0) return [];
    return [{ range: unquoted(text, rangeOf(summary, record, source.at)), paths }];
  });
}

/** The file that a key names at an offset; undefined where none does. */
export function fileNamedAt(editing: Editing, offset: number): FileNamed | undefined {
  return filesNamed(editing).find(({ range }) => range.start <= offset && offset <= range.end);
}
