import { kinds, type RecordKind } from '../model/kinds.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import { asideIn, stateOf } from './recordPage.ts';
import { counted, kindWords } from './words.ts';

/** As what a document is read, and what follows from that, in a sentence each. */
export interface DocumentWords {
  readonly words: string;
  readonly why: string;
  readonly isRead: boolean;
}

/** What is said of a document that is not read, for this reason. */
function notRead(why: string): DocumentWords {
  return { words: 'Not read', why, isRead: false };
}

export const excludedWords = notRead('The manifest excludes it.');
export const unlistedWords = notRead(
  'It is not among the files of the program. For example, git may ignore it, or it may lie in a hidden folder.',
);
export const noProgramWords = notRead('It belongs to no program.');

export const catalogWords: DocumentWords = {
  words: 'Catalog',
  why: 'The manifest names it, or a catalog that the manifest names.',
  isRead: true,
};

/** As what the program reads one of its documents. */
export function documentWords(path: string, program: Program): DocumentWords {
  const { shape } = program.summary(path) ?? {};
  if (shape?.manifest) return { words: 'Manifest', why: 'It says what the report covers.', isRead: true };
  if (shape?.unread) return notRead('It is too large.');
  if (shape?.passedOver)
    return notRead(
      'It looks like control documentation, but lies outside the usual folders, and the manifest does not include it.',
    );
  const [only, ...others] = program.records(path);
  if (!only) return { words: 'No record', why: 'The program finds no record in it.', isRead: false };
  if (others.length === 0) return ofOne(only, program);
  return ofSeveral([only, ...others], program);
}

function ofOne(entry: RecordEntry, program: Program): DocumentWords {
  const kind = kindWords(entry.shape.kind);
  const words = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${nameOf(entry)}`;
  return { words, why: stateOf(entry, program) ?? 'It does not cover criteria by itself.', isRead: true };
}

function ofSeveral(records: readonly RecordEntry[], program: Program): DocumentWords {
  const counts = new Map<RecordKind, number>();
  for (const { shape } of records) counts.set(shape.kind, (counts.get(shape.kind) ?? 0) + 1);
  const aside = records.filter(entry => asideIn(entry, program) !== undefined).length;
  return {
    words: [...counts].map(([kind, count]) => counted(count, kindWords(kind), kinds[kind].plural)).join(', '),
    why:
      aside === 0
        ? `It has ${counted(records.length, 'record')}.`
        : `${aside} of ${counted(records.length, 'record')} ${aside === 1 ? 'does' : 'do'} not count.`,
    isRead: true,
  };
}
