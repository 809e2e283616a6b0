import type { DocumentFacts } from '../../formats/facts.ts';
import { layoutNamed } from '../../formats/layouts/layouts.ts';
import type { KeyName } from '../../model/keyNames.ts';
import type { RecordKind } from '../../model/kinds.ts';
import type { RecordShape } from '../../model/shape.ts';
import { entry, isMerge } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import { oncePerDocument } from './oncePerDocument.ts';

/** A record of a document with its keys. */
export interface KeyedRecord {
  readonly index: number;
  readonly shape: RecordShape;
  readonly mapping: YamlMapping;
  /** Whether it is the row of a table. */
  readonly isRow: boolean;
}

/**
 * The records of some kinds of which it can be told what they lack: those that count, whose YAML can be read and is all
 * their own (`<<` brings keys in from elsewhere), in a format that has those keys.
 */
export function recordsOf(facts: DocumentFacts, ...kinds: readonly RecordKind[]): readonly KeyedRecord[] {
  return wholeRecords(facts).filter(({ shape }) => kinds.includes(shape.kind));
}

/** The same of any kind. */
export const wholeRecords = oncePerDocument((facts): readonly KeyedRecord[] => {
  const { format, records } = facts.summary.shape;
  if (!layoutNamed(format).hasKeys) return [];
  return records.flatMap((shape, index) => {
    const { mapping, yaml, row } = facts.records[index] ?? {};
    if (shape.standing !== 'counts' || !mapping) return [];
    if ((yaml?.problems.length ?? 0) > 0 || mapping.entries.some(isMerge)) return [];
    return [{ index, shape, mapping, isRow: row !== undefined }];
  });
});

/** Whether a record can say something under one of some keys: the row of a table has only those of its columns. */
export function canSay({ mapping, isRow }: KeyedRecord, ...names: readonly KeyName[]): boolean {
  return !isRow || names.some(name => entry(mapping, name) !== undefined);
}

/** The controls of a document of which it can be told what they lack: a planned one may lack anything. */
export const controlsOf = oncePerDocument(facts =>
  recordsOf(facts, 'control').filter(({ shape }) => shape.values['status']?.text.toLowerCase() !== 'planned'),
);
