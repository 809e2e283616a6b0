import type { RecordKind } from '../../model/kinds.ts';

/**
 * The kinds of records whose folders often hold files of other tools too. A file there that does not say that it is a record
 * may be one of those.
 */
export const sharedFolders: ReadonlySet<RecordKind> = new Set([
  'evidence',
  'test',
  'task',
  'request',
  'answer',
]);
