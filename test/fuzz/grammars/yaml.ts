// Writes a tree of texts as YAML, in any of the styles that YAML has, mixed as nobody would.
import type { Random } from '../../../bench/generator/random.ts';

/** What a YAML text says. A mapping may name a key twice. */
export type Tree =
  | string
  | { readonly list: readonly Tree[] }
  | { readonly entries: readonly (readonly [key: string, value: Tree])[] };

/** Writes a tree, block styles outermost; it ends with a line end. */
export function yamlOf(random: Random, tree: Tree): string {
  const text = node(random, tree, 0, false);
  return `${text.replace(/^\n/, '').trimStart()}\n`;
}

/** A node as it follows `key:` or `-`: what stands on a line of its own begins with a line end. */
function node(random: Random, tree: Tree, indent: number, flow: boolean): string {
  if (typeof tree === 'string') return decorated(random, scalar(random, tree, indent, flow));
  const isFlow = flow || random.chance(0.25);
  if ('list' in tree)
    return isFlow ? flowList(random, tree.list, indent) : blockList(random, tree.list, indent);
  return isFlow ? flowMapping(random, tree.entries, indent) : blockMapping(random, tree.entries, indent);
}

function decorated(random: Random, text: string): string {
  const kind = random.next();
  if (kind < 0.97) return text;
  return `${random.pick(['&a ', '&b ', '!!str ', '!t ', '!!binary ', '!<tag:x> ', '&a !t '])}${text}`;
}

function scalar(random: Random, text: string, indent: number, flow: boolean): string {
  const kind = random.next();
  if (kind < 0.03) return random.pick(['*a', '*b', '', '~', 'null']);
  if (kind < 0.6) return plainOrQuoted(random, text);
  if (kind < 0.75) return JSON.stringify(text);
  if (kind < 0.88 || flow) return `'${text.replaceAll("'", "''")}'`;
  const pad = ' '.repeat(indent + 2);
  const head = random.pick(['|', '>', '|-', '>-', '|+', '>+', `|${2}`, '>2-']);
  return `${head}\n${text
    .split(/\r?\n| (?=\w{7})/)
    .map(line => pad + line)
    .join('\n')}`;
}

function plainOrQuoted(random: Random, text: string): string {
  const isPlain = /^[\p{L}\d](?:[\p{L}\d ./@_–-]*[\p{L}\d])?$/u.test(text);
  return isPlain || random.chance(0.2) ? text : JSON.stringify(text);
}

function blockList(random: Random, list: readonly Tree[], indent: number): string {
  if (list.length === 0) return '[]';
  const own = random.chance(0.5) ? indent : indent + 2;
  const pad = ' '.repeat(own);
  return list.map(item => `\n${pad}-${between(random, node(random, item, own + 2, false))}`).join('');
}

function blockMapping(random: Random, entries: readonly (readonly [string, Tree])[], indent: number): string {
  if (entries.length === 0) return '{}';
  const pad = ' '.repeat(indent);
  const lines = entries.map(([key, value]) => {
    const comment = random.chance(0.04) ? `${pad}# a comment\n` : '';
    const written = `${keyOf(random, key)}:${between(random, node(random, value, indent + 2, false))}`;
    return `${comment}${pad}${written}${random.chance(0.04) ? ' # beside' : ''}`;
  });
  return `\n${lines.join('\n')}`;
}

function flowList(random: Random, list: readonly Tree[], indent: number): string {
  return `[${list.map(item => node(random, item, indent, true)).join(separator(random, indent))}]`;
}

function flowMapping(random: Random, entries: readonly (readonly [string, Tree])[], indent: number): string {
  const parts = entries.map(([key, value]) => `${keyOf(random, key)}: ${node(random, value, indent, true)}`);
  return `{${parts.join(separator(random, indent))}}`;
}

function separator(random: Random, indent: number): string {
  const kind = random.next();
  return kind < 0.9 ? ', ' : kind < 0.95 ? ',' : `,\n${' '.repeat(indent + 2)}`;
}

function keyOf(random: Random, key: string): string {
  const kind = random.next();
  return kind < 0.93 ? key : kind < 0.96 ? JSON.stringify(key) : kind < 0.98 ? `'${key}'` : `? ${key}\n`;
}

/** What stands between a colon or dash and what follows it. */
function between(random: Random, written: string): string {
  if (written === '' || written.startsWith('\n')) return written;
  return (random.chance(0.97) ? ' ' : random.pick(['  ', '\t', ''])) + written;
}
