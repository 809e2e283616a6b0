// The texts that people read: documents as they are, and the sentences that the sources hold.
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { parse } from 'acorn';

/** A text to check, with the line of its file on which it begins, from 1. */
export interface Prose {
  readonly text: string;
  readonly line: number;
}

/** The files that hold text for people, below the current folder, sorted. */
export function proseFiles(): string[] {
  const folders = ['docs', 'findings', 'bench', 'client', 'examples', 'server/src', 'client/src'];
  const below = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      name => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
  const isOwn = (path: string) => !/\/(?:node_modules|dist)\//.test(path);
  const isPage = (path: string) => /^(?:docs|findings|bench|client|examples)\/[^/]+\.md$/.test(path);
  const isSource = (path: string) => /^(?:server|client)\/src\/.+\.ts$/.test(path);
  const isData = (path: string) => /\/catalog\/data\/[A-Z0-9]+\.json$/.test(path);
  return [...readdirSync('.').filter(name => name.endsWith('.md')), ...below]
    .filter(path => isOwn(path) && (isPage(path) || isSource(path) || isData(path)))
    .filter(path => path !== 'bench/RESULTS.md')
    .sort();
}

/** What people read of a file: a page as a whole, else each of its sentences. */
export function proseOf(path: string): Prose[] {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.md')) return [{ text: withoutFrontMatter(text), line: 1 }];
  const strings = path.endsWith('.json') ? stringsOf(`(${text})`) : stringsOf(stripTypeScriptTypes(text));
  return strings
    .filter(({ text: said }) => isSentence(said))
    .map(({ text: said, at }) => ({ text: said, line: text.slice(0, at).split('\n').length }));
}

/** Front matter is data; its lines stay, empty, so that the others keep their numbers. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, found => found.replace(/[^\n]/g, ''));
}

/** A word that a sentence has and a list of names does not. */
const plainWord = /\b(?:a|an|the|is|are|of|to|in|and|or|no|not|by|on|for|with|this)\b/;

/** A sentence begins with a capital or with code, has several words, and is no example of a document. */
function isSentence(text: string): boolean {
  return (
    /^[A-Z`“"‘][^\n]*[a-z`\d)”"’][.:?!]?$/.test(text) &&
    text.split(' ').length > 3 &&
    plainWord.test(text) &&
    /[a-z]{2} [a-z]/.test(text)
  );
}

interface StringAt {
  readonly text: string;
  readonly at: number;
}

/** The strings and templates of a JavaScript text; what a template inserts is written `X`. */
function stringsOf(code: string): StringAt[] {
  const found: StringAt[] = [];
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), found);
  return found;
}

function visit(node: unknown, found: StringAt[]): void {
  if (Array.isArray(node)) for (const item of node) visit(item, found);
  if (!isNode(node)) return;
  const joined = concatenation(node);
  if (joined === undefined) for (const child of Object.values(node)) visit(child, found);
  else found.push({ text: joined, at: node.start });
}

interface Node {
  readonly type: string;
  readonly start: number;
}

function isNode(value: unknown): value is Node & Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** What a string, a template or a sum of them says; undefined for any other node. */
function concatenation(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'TemplateLiteral' && Array.isArray(node['quasis']))
    return node['quasis'].map(cookedOf).join('`X`').replaceAll('```', '`');
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined;
  const [left, right] = [concatenation(node['left']), concatenation(node['right'])];
  return left === undefined && right === undefined ? undefined : `${left ?? '`X`'}${right ?? '`X`'}`;
}

function cookedOf(quasi: unknown): string {
  const value = isNode(quasi) ? quasi['value'] : undefined;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
}
