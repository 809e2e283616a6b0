import { pathInside } from '../catalog/pathInside.ts';
import { folderOf } from './touched.ts';

/** What is known of a file that is named. */
export type SourceState =
  | 'there'
  /** It is there, and its content surely has another hash than the evidence states. */
  | 'differs'
  /** It is not there, and others like it are kept in its folder. */
  | 'missing'
  /** It cannot surely be told. */
  | 'unknown';

/** A file that evidence names or a document links to, as it is to be looked for. */
export interface SourceFile {
  /** Where it may lie, relative to the program's root: beside what names it, a record's else from the root; in either form of its accents. */
  readonly paths: readonly string[];
  /** The hash that its content should have, in lower case; undefined where none is stated. */
  readonly sha256: string | undefined;
}

/** A file that evidence names, and the last day on which a record says that it was collected. */
export interface DatedFile {
  readonly file: SourceFile;
  readonly collected: string;
}

/** That the content of a file was changed after it was collected. */
export interface FileChange {
  /** The day on which it was collected, as it was asked for. */
  readonly collected: string;
  /** The day of the last commit that changed it. */
  readonly on: string;
  /** By what git calls that commit. */
  readonly commit: string;
}

/**
 * What is known of a file that has been looked for: the first of its paths that leads to one counts. That a mere name is not at
 * the root says nothing, unless its record lies there.
 * @param states what was found at its paths, in their order
 */
export function stateFrom({ paths }: SourceFile, states: readonly SourceState[]): SourceState {
  const found = states.find(state => state === 'there' || state === 'differs');
  if (found) return found;
  const isMissing = states.some((state, i) => state === 'missing' && (i === 0 || paths[i]?.includes('/')));
  return isMissing ? 'missing' : 'unknown';
}

/**
 * The paths at which a file may lie that a record names: beside the record, else from the root of the program; none where it lies
 * outside.
 * @param path that of the record's document
 */
export function pathsOfSource(source: string, path: string): readonly string[] {
  const beside = pathInside(source, folderOf(path));
  const fromRoot = /^\.{1,2}\//.test(source) ? undefined : pathInside(source, '');
  return [...new Set([beside, fromRoot])].filter(one => one !== undefined);
}
