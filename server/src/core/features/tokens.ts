import type { DocumentFacts } from '../formats/facts.ts';
import type { Key } from '../model/key.ts';
import { type ManifestKey, manifestKeyAt } from '../model/manifestKeys.ts';
import { rangeOf } from '../model/shape.ts';
import { keysWithRules } from '../rules/running/ruleKeys.ts';
import { readDate } from '../text/calendar.ts';
import { append } from '../text/lists.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlNode } from '../yaml/node.ts';
import { recordKeyAt } from './at/keyAt.ts';
import { sortOf } from './at/nameAt.ts';
import { idWordsWithPlaces, isRunningText } from './at/said.ts';
import { usesInDocument } from './at/usesInDocument.ts';
import type { Editing } from './editing.ts';

/** What words mean: `state` is a word of a list of them, such as a status. */
export type Meant = 'criterion' | 'point' | 'record' | 'person' | 'system' | 'date' | 'state';

/** Words that mean something, on one line. */
export interface Token {
  readonly range: TextRange;
  readonly meant: Meant;
  /** Whether it gives the thing its id, and does not refer to it. */
  readonly isStatement?: true;
}

/** The words of a document that mean something, in its order and apart from each other. */
export function tokensOf(editing: Editing): readonly Token[] {
  const { facts, program } = editing;
  const tokens: Token[] = facts.citations.map(({ start, end, point }) => ({
    range: { start, end },
    meant: point === undefined ? 'criterion' : 'point',
  }));
  for (const [record, { satisfies }] of facts.summary.shape.records.entries())
    for (const { catalog, at } of satisfies)
      if (catalog !== program.catalog.name)
        tokens.push({ range: rangeOf(facts.summary, record, at), meant: 'criterion' });
  for (const { use, range } of usesInDocument(facts))
    tokens.push({ range, meant: use.of, ...(use.isStatement ? { isStatement: true } : {}) });
  append(tokens, valuesOf(facts));
  append(tokens, saidIn(editing));
  return apart(facts.text, tokens);
}

/** The dates and words of lists under keys. */
function valuesOf(facts: DocumentFacts): readonly Token[] {
  const tokens: Token[] = [];
  const visit = (
    node: YamlNode | undefined,
    keyAt: (path: readonly string[]) => Key | ManifestKey | undefined,
    path: readonly string[] = [],
  ): void => {
    if (node?.type === 'mapping') {
      for (const { key, value } of node.entries) visit(value, keyAt, [...path, key.value]);
    } else if (node?.type === 'sequence') {
      for (const item of node.items) visit(item, keyAt, path);
    } else if (node?.type === 'scalar') {
      const meant = meantBy(keyAt(path), node.value.trim());
      const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
      if (meant) tokens.push({ range: { start: node.start + quote, end: node.end - quote }, meant });
    }
  };
  if (facts.role.manifest) visit(facts.yaml[0]?.root, path => manifestKeyAt(path, keysWithRules));
  for (const { mapping, kind } of facts.records) visit(mapping, path => recordKeyAt(kind, path));
  return tokens;
}

function meantBy(key: Key | ManifestKey | undefined, text: string): Meant | undefined {
  if (key?.type === 'date' || key?.type === 'window')
    return readDate(text) === undefined ? undefined : 'date';
  return key?.words?.includes(text.toLowerCase()) ? 'state' : undefined;
}

/** The ids in running text. */
function saidIn({ facts, program }: Editing): readonly Token[] {
  const tokens: Token[] = [];
  for (const { word, start } of idWordsWithPlaces(facts.text)) {
    const meant = sortOf(word, program);
    const range = { start, end: start + word.length };
    if (meant && isRunningText(facts, range)) tokens.push({ range, meant });
  }
  return tokens;
}

/** Tokens that do not overlap. The shortest that begins first is kept: the ends of a range of criteria, not the whole range. */
function apart(text: string, tokens: readonly Token[]): readonly Token[] {
  const inOrder = tokens.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const kept: Token[] = [];
  let from = 0;
  for (const token of inOrder) {
    const { start, end } = token.range;
    if (start < from || start >= end || /[\r\n]/.test(text.slice(start, end))) continue;
    kept.push(token);
    from = end;
  }
  return kept;
}
