// What stands in a stretch of YAML beside its words: the signs between them, and its comments.
import type { TextRange } from '../../text/range.ts';
import { isMerge } from '../../yaml/lookup.ts';
import type { YamlNode, YamlScalar } from '../../yaml/node.ts';

/** The keys and values of a tree that are words, in the order of the text. */
export function scalarsIn(node: YamlNode | undefined): readonly YamlScalar[] {
  switch (node?.type) {
    case 'scalar':
      return [node];
    case 'mapping':
      return node.entries.flatMap(({ key, value }) => [key, ...scalarsIn(value)]);
    case 'sequence':
      return node.items.flatMap(scalarsIn);
    default:
      return [];
  }
}

/** The comments of a stretch, and the other signs in it, without its words. */
export function besideWords(
  text: string,
  { start, end }: TextRange,
  node: YamlNode | undefined,
): { readonly comments: readonly string[]; readonly signs: string } {
  let rest = '';
  let at = start;
  for (const scalar of scalarsIn(node)) {
    if (scalar.start < at || scalar.end > end) continue;
    // A word before a `#` makes no comment of it.
    rest += `${text.slice(at, scalar.start)}\0`;
    // A block of text ends with its line.
    if (/[\r\n]$/.test(text.slice(scalar.start, scalar.end))) rest += '\n';
    at = scalar.end;
  }
  rest += text.slice(at, end);
  const comments = [...rest.matchAll(/(?<![^\s])#[^\r\n]*/g)].map(([comment]) => comment.trimEnd());
  return { comments, signs: rest.replace(/(?<![^\s])#[^\r\n]*/g, '').replaceAll('\0', '') };
}

/**
 * Whether a stretch of YAML has nothing but keys, values, lists, and comments in it: no anchors, aliases, tags, merges, keys with
 * a `?`, and no key twice. The order of anything else may matter.
 */
export function isBare(text: string, range: TextRange, node: YamlNode): boolean {
  const before = text.slice(Math.max(0, range.start - 200), range.start).trimEnd();
  const isNamed = /^[&!]/.test(/(?<!\S)\S*$/.exec(before)?.[0] ?? '');
  return !isNamed && /^[\s:,[\]{}-]*$/.test(besideWords(text, range, node).signs) && hasPlainKeys(node);
}

function hasPlainKeys(node: YamlNode | undefined): boolean {
  if (node?.type === 'sequence') return node.items.every(hasPlainKeys);
  if (node?.type !== 'mapping') return true;
  const names = new Set(node.entries.map(({ key }) => key.value));
  return (
    names.size === node.entries.length &&
    node.entries.every(entry => !isMerge(entry) && hasPlainKeys(entry.value))
  );
}

/** Words that are the same text for every reader of YAML, in quotes or without. */
export function isSameUnquoted(value: string): boolean {
  const isWords = value.length <= 200 && /^[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*)*$/.test(value);
  return isWords && !value.endsWith('.') && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
}

/** What a tree says, whatever the order of its keys, the form of its lists, and the quotes that mean nothing. */
export function saidBy(node: YamlNode | undefined): string {
  switch (node?.type) {
    case 'scalar':
      return JSON.stringify([
        isSameUnquoted(node.value) ? 'any' : node.style === 'plain' ? 'plain' : 'text',
        node.value,
      ]);
    case 'mapping':
      return `{${node.entries
        .map(({ key, value }) => `${saidBy(key)}: ${saidBy(value)}`)
        .sort()
        .join(', ')}}`;
    case 'sequence':
      return `[${node.items.map(saidBy).join(', ')}]`;
    case 'alias':
      return `*${node.name}`;
    default:
      return 'nothing';
  }
}
