// What our reader and the `yaml` library make of a text, in one form, so that they can be compared.
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, parseDocument } from 'yaml';
import type { YamlNode } from '../../../server/src/core/yaml/node.ts';

const OPTIONS = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
const STYLES = new Map<unknown, string>([
  ['PLAIN', 'plain'],
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

/** A line for each node. The end of a block collection is left out: where it is differs by design. */
export function ours(node: YamlNode | undefined, indent = ''): string[] {
  if (node === undefined) return [`${indent}nothing`];
  const inside = `${indent}  `;
  switch (node.type) {
    case 'scalar':
      return [indent + scalarLine(node.style, node.start, node.end, node.value)];
    case 'alias':
      return [`${indent}alias ${node.start}-${node.end} ${node.name}`];
    case 'mapping':
      return [
        indent + collectionLine('mapping', node.flow, node.start, node.end),
        ...node.entries.flatMap(({ key, value }) => [...ours(key, inside), ...ours(value, `${inside}  `)]),
      ];
    case 'sequence':
      return [
        indent + collectionLine('sequence', node.flow, node.start, node.end),
        ...node.items.flatMap(item => ours(item, inside)),
      ];
  }
}

/** The same from a node of the library. */
function theirs(node: unknown, indent = ''): string[] {
  const inside = `${indent}  `;
  if (isScalar(node)) {
    const [start, end] = rangeOf(node.range);
    const style = STYLES.get(node.type) ?? 'unknown';
    if (style === 'plain' && start === end) return [`${indent}nothing`];
    return [indent + scalarLine(style, start, end, node.value)];
  }
  if (isAlias(node)) return [`${indent}alias ${rangeOf(node.range).join('-')} ${node.source}`];
  if (isMap(node)) {
    return [
      indent + collectionLine('mapping', node.flow === true, ...rangeOf(node.range)),
      ...node.items.flatMap(({ key, value }) => [...theirs(key, inside), ...theirs(value, `${inside}  `)]),
    ];
  }
  if (isSeq(node)) {
    return [
      indent + collectionLine('sequence', node.flow === true, ...rangeOf(node.range)),
      ...node.items.flatMap(item => theirs(item, inside)),
    ];
  }
  return [`${indent}nothing`];
}

/** How the library reads one document: a line for each node, and one for each error. */
export function libraryReading(text: string): string[] {
  const document = parseDocument(text, OPTIONS);
  return [...theirs(document.contents), ...document.errors.map(({ code }) => code)];
}

/** The same for each record of a file: each item where a document is a list at the left edge, or else the document. */
export function libraryRecords(text: string): string[][] {
  return parseAllDocuments(text, OPTIONS).flatMap(({ contents, errors }) => {
    const faults = errors.map(({ code }) => code);
    const isList = isSeq(contents) && contents.flow !== true && atLineStart(text, contents.range?.[0] ?? 0);
    const records = isList ? contents.items.map(item => theirs(item)) : [theirs(contents)];
    return records.filter(lines => isList || lines.join() !== 'nothing').map(lines => [...lines, ...faults]);
  });
}

function atLineStart(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === '\n';
}

function rangeOf(range: readonly number[] | null | undefined): [number, number] {
  return [range?.[0] ?? Number.NaN, range?.[1] ?? Number.NaN];
}

function scalarLine(style: string, start: number, end: number, value: unknown): string {
  return `${style} ${start}-${end} ${JSON.stringify(value)}`;
}

function collectionLine(kind: string, flow: boolean, start: number, end: number): string {
  return flow ? `flow ${kind} ${start}-${end}` : `${kind} ${start}`;
}
