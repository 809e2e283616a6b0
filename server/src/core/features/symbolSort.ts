import type { RecordKind } from '../model/kinds.ts';

/** What sort of thing a symbol is, beside the kinds of records. */
export type SymbolSort = RecordKind | 'section' | 'report' | 'person' | 'system' | 'criterion' | 'file';
