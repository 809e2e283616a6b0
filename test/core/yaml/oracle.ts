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

/** The same from a node of the library, whose text began at `base`. */
export function theirs(node: unknown, base = 0, indent = ''): string[] {
  const inside = `${indent}  `;
  if (isScalar(node)) {
    const [start, end] = rangeOf(node.range, base);
    const style = STYLES.get(node.type) ?? 'unknown';
    if (style === 'plain' && start === end) return [`${indent}nothing`];
    return [indent + scalarLine(style, start, end, node.value)];
  }
  if (isAlias(node)) return [`${indent}alias ${rangeOf(node.range, base).join('-')} ${node.source}`];
  if (isMap(node)) {
    return [
      indent + collectionLine('mapping', node.flow === true, ...rangeOf(node.range, base)),
      ...node.items.flatMap(({ key, value }) => [
        ...theirs(key, base, inside),
        ...theirs(value, base, `${inside}  `),
      ]),
    ];
  }
  if (isSeq(node)) {
    return [
      indent + collectionLine('sequence', node.flow === true, ...rangeOf(node.range, base)),
      ...node.items.flatMap(item => theirs(item, base, inside)),
    ];
  }
  return [`${indent}nothing`];
}

/** How the library reads one document: a line for each node, and one for each error. */
export function libraryReading(text: string): string[] {
  const document = parseDocument(text, OPTIONS);
  return [...theirs(document.contents), ...document.errors.map(({ code }) => code)];
}

/** The same for each document in which something is written. */
export function libraryReadings(text: string): string[][] {
  return parseAllDocuments(text, OPTIONS).map(({ contents, errors }) => [
    ...theirs(contents),
    ...errors.map(({ code }) => code),
  ]);
}

function rangeOf(range: readonly number[] | null | undefined, base: number): [number, number] {
  return [(range?.[0] ?? Number.NaN) + base, (range?.[1] ?? Number.NaN) + base];
}

function scalarLine(style: string, start: number, end: number, value: unknown): string {
  return `${style} ${start}-${end} ${JSON.stringify(value)}`;
}

function collectionLine(kind: string, flow: boolean, start: number, end: number): string {
  return flow ? `flow ${kind} ${start}-${end}` : `${kind} ${start}`;
}
