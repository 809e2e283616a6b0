import { kinds, type RecordKind, recordKinds } from '../model/kinds.ts';
import { editDistance, isSwapped } from '../text/distance.ts';

/** A folder whose name is nearly that of a folder of records, so that it says no kind. */
export interface MisnamedFolder {
  readonly name: string;
  readonly kind: RecordKind;
}

const kindsOfRecords = recordKinds.filter(kind => kinds[kind].folder !== undefined);

/**
 * The nearest folder of a path (relative, with `/`) whose name is nearly that of a folder of records: `control/`, `policys/`,
 * `evidences/`. Undefined where there is none.
 */
export function misnamedFolder(path: string): MisnamedFolder | undefined {
  for (const name of path.split('/').slice(0, -1).reverse()) {
    const kind = kindNearly(name);
    if (kind) return { name, kind };
  }
  return undefined;
}

/**
 * The kind of record that a word nearly names, by the name of the kind or of its folder: with one slip. In a word of less than
 * five letters a slip makes another word.
 */
export function kindNearly(word: string): RecordKind | undefined {
  const said = word.toLowerCase();
  const isNear = (name: string) =>
    said === name ||
    (said.length > 4 &&
      Math.abs(said.length - name.length) < 2 &&
      (isSwapped(said, name) || editDistance(said, name) < 2));
  return kindsOfRecords.find(kind => isNear(kind.toLowerCase()) || isNear(kinds[kind].folder ?? ''));
}
