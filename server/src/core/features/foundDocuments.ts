import {
  type Documentation,
  type DocumentationPage,
  documentationOf,
  isPage,
} from '../formats/documentation.ts';
import { kindOfPath, kinds, type RecordKind } from '../model/kinds.ts';
import { counted, kindWords } from '../pages/words.ts';
import { folderOf } from '../program/touched.ts';

/** What lies in a folder that is to become a program. */
export interface FoundDocuments {
  /** How many documents of which kind lie where; undefined where none do. */
  readonly words: string | undefined;
  /** The kinds that they are. */
  readonly kinds: ReadonlySet<RecordKind>;
  /** The globs by which a manifest has those read that it would not have read by their folders. */
  readonly include: readonly string[];
}

/** The order in which kinds are told. */
const order: readonly RecordKind[] = ['control', 'policy', 'procedure', 'narrative', 'evidence', 'document'];
/** More folders than these are not named. */
const mostNamed = 3;

/**
 * Counts what looks like control documentation.
 * @param paths the documents below the folder, relative to it, with `/`
 */
export function foundDocuments({ pages }: Documentation, paths: readonly string[]): FoundDocuments {
  const elsewhere = pages.filter(({ path }) => kindOfPath(path) === undefined);
  // In the usual folders everything is read, whatever it looks like.
  const usual = paths.filter(path => kindOfPath(path) !== undefined && isPage(path));
  const counts = new Map<RecordKind, number>();
  for (const kind of [...usual.map(kindInFolder), ...elsewhere.map(kindOf)]) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const found = [...usual, ...elsewhere.map(({ path }) => path)];
  return {
    words: found.length === 0 ? undefined : `${countWords(counts)} found in ${placeWords(found)}`,
    kinds: new Set(counts.keys()),
    include: documentationOf(elsewhere, paths).include,
  };
}

function kindInFolder(path: string): RecordKind {
  const kind = kindOfPath(path);
  return kind !== undefined && order.includes(kind) ? kind : 'document';
}

/** What a page outside the usual folders probably is, by what it is called. */
function kindOf({ path, isSaid, isCalled, isUsual }: DocumentationPage): RecordKind {
  if (/\bprocedures?\b/i.test(path.replace(/[-_/.]/g, ' '))) return 'procedure';
  return isSaid || isCalled || isUsual ? 'policy' : 'document';
}

function countWords(counts: ReadonlyMap<RecordKind, number>): string {
  const words = order.flatMap(kind => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [counted(count, kindWords(kind), kinds[kind].plural)];
  });
  return together(words);
}

function placeWords(paths: readonly string[]): string {
  const folders = [...new Set(paths.map(path => path.split('/').slice(0, -1)[0] ?? ''))];
  const common = commonFolder(paths.map(folderOf));
  if (common !== '') return `${common}/`;
  if (folders.length > mostNamed) return `${folders.length} folders`;
  return together(folders.map(folder => (folder === '' ? 'the root' : `${folder}/`)));
}

/** The deepest folder in which all of these are; '' for the root. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  const steps = first.split('/');
  while (steps.length > 0) {
    const common = steps.join('/');
    if (others.every(folder => folder === common || folder.startsWith(`${common}/`))) return common;
    steps.pop();
  }
  return '';
}

function together(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
