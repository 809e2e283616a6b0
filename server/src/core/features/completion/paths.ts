import type { Key } from '../../model/key.ts';
import { manifestKeyAt } from '../../model/manifestKeys.ts';
import { recordKeyAt } from '../at/keyAt.ts';
import { type Editing, shapeAt } from '../editing.ts';
import type { Completion } from './offer.ts';
import { wordEnd, type YamlCursor, yamlCursorAt } from './yamlCursor.ts';

/** A path of a file that is being typed: only who sees files can tell how it may go on. */
export interface PathTyped {
  /** The folders in which it may go on, relative to the program's root, the likeliest first. */
  readonly folders: readonly string[];
  /** Where its last step begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** The path that is typed at an offset, of a file that a record or the manifest names; undefined where no path is expected. */
export function pathTypedAt(editing: Editing, offset: number): PathTyped | undefined {
  const { facts } = editing;
  const { role, envelope, text } = facts;
  const from = role.language === 'yaml' ? 0 : envelope?.metaStart;
  const isMetadata =
    role.language === 'yaml' || (envelope && from !== undefined && offset <= envelope.metaEnd);
  const cursor = from !== undefined && isMetadata ? yamlCursorAt(text, from, offset) : undefined;
  if (cursor?.typing !== 'value' || !namesFile(editing, cursor, offset)) return undefined;
  const typed = text.slice(cursor.start, offset);
  if (/^[~/]|\\|:/.test(typed)) return undefined;
  const inFolder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const start = cursor.start + inFolder.length;
  const own = role.manifest ? '' : editing.path.slice(0, editing.path.lastIndexOf('/') + 1);
  const folders = [own, ''].flatMap(base => folderFrom(`${base}${inFolder}`) ?? []);
  return { folders: [...new Set(folders)], start, end: wordEnd(text, start, offset) };
}

function namesFile(editing: Editing, { path }: YamlCursor, offset: number): boolean {
  if (editing.facts.role.manifest) return manifestKeyAt(path)?.refersTo === 'file';
  const kind = shapeAt(editing, offset)?.kind ?? editing.facts.role.folder;
  const key: Key | undefined = kind && recordKeyAt(kind, path);
  return key?.type === 'file';
}

/** A folder without `.` and `..`; undefined where it leads out of the program. */
export function folderFrom(written: string): string | undefined {
  const steps: string[] = [];
  for (const step of written.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/**
 * What a path may go on with, as completions.
 * @param entries what lies in each of its folders: the names of files, and of folders with `/` behind them
 */
export function pathCompletions(
  { start, end }: PathTyped,
  entries: readonly (readonly string[])[],
): Completion[] {
  const seen = new Set<string>();
  return entries.flatMap((names, place) =>
    names.flatMap(name => {
      if (seen.has(name)) return [];
      seen.add(name);
      const isFolder = name.endsWith('/');
      return [
        {
          label: name,
          kind: isFolder ? ('folder' as const) : ('file' as const),
          detail: '',
          documentation: [],
          text: name,
          start,
          end,
          filter: name,
          order: `${place}${isFolder ? 1 : 0}${name}`,
        },
      ];
    }),
  );
}
