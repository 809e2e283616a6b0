// What Pandoc says about documents: which of their words it reads as code, and in how many lists the others are.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MarkdownFacts, Ranges } from '../../../server/src/core/markdown/facts.ts';

/** Pandoc 2.17 reads the name of a reader in lower case, folders included: it is run in the folder of ours. */
const folder = fileURLToPath(new URL('.', import.meta.url));

/** A word, and where it is read: as `code`, or in that many lists. */
export type ReadWord = readonly [word: string, where: 'code' | number];

/** The words of each document as Pandoc reads them, in the order of the document. */
export function pandocWords(pandoc: string, texts: readonly string[]): readonly (readonly ReadWord[])[] {
  return trees(pandoc, texts).map(tree => {
    const words: ReadWord[] = [];
    visit(tree, ({ t, c }, around) => {
      const depth = around.filter(kind => lists.includes(kind)).length;
      const isCode = codes.includes(t);
      if (t !== 'Str' && !isCode) return;
      for (const [found] of JSON.stringify(c).matchAll(madeUp)) words.push([found, isCode ? 'code' : depth]);
    });
    return words;
  });
}

/** What is code in each document for Pandoc, block by block and span by span, without white space. */
export function pandocCode(pandoc: string, texts: readonly string[]): readonly (readonly string[])[] {
  return trees(pandoc, texts).map(tree => {
    const code: string[] = [];
    visit(tree, ({ t, c }) => {
      if (codes.includes(t) && Array.isArray(c)) code.push(String(c[1]).replace(/\s/g, ''));
    });
    return code;
  });
}

/** The trees of documents, read in one run. */
function trees(pandoc: string, texts: readonly string[]): readonly unknown[] {
  const input = texts.map(text => `\f\n${text.replaceAll('\f', ' ').replace(/(?<!\n)$/, '\n')}`).join('');
  const { stdout, stderr, status } = spawnSync(pandoc, ['-f', 'pandoc.lua', '-t', 'json'], {
    ...{ input, cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  });
  if (status !== 0) throw new Error(`pandoc failed: ${stderr}`);
  const { blocks }: { readonly blocks: readonly unknown[] } = JSON.parse(stdout);
  if (blocks.length !== texts.length)
    throw new Error(`of ${texts.length} documents, pandoc read ${blocks.length}`);
  return blocks;
}

/** The same as our facts have it. */
export function ourWords(text: string, { code, items }: MarkdownFacts): readonly ReadWord[] {
  return [...text.matchAll(madeUp)].map(({ 0: found, index }) => {
    const around = items.filter(
      ({ start, end }) => start <= index && index < end && !isTermOrNote(text, start),
    );
    return [found, isIn(code, index) ? 'code' : around.length];
  });
}

/** A word of a document that was made up; each occurs once. */
const madeUp = /W\d+/g;

/** What is code in a document by our facts, without the marks of code and white space. */
export function ourCode(text: string, { code }: MarkdownFacts): readonly string[] {
  return code.flatMap((start, i) =>
    i % 2 === 0 ? [text.slice(start, code[i + 1]).replace(/^`+|`+$|\s/g, '')] : [],
  );
}

/** Definitions and notes are items for us, and no lists for Pandoc. */
function isTermOrNote(text: string, start: number): boolean {
  return /[:~[]/.test(text.charAt(start));
}

function isIn(ranges: Ranges, offset: number): boolean {
  return ranges.some((start, i) => i % 2 === 0 && start <= offset && offset < (ranges[i + 1] ?? start));
}

const lists = ['BulletList', 'OrderedList'];
const codes = ['Code', 'CodeBlock'];

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

/** Shows the nodes of a part of Pandoc's tree, each with the kinds of those around it. */
function visit(
  part: unknown,
  see: (node: Node, around: readonly string[]) => void,
  around: readonly string[] = [],
): void {
  if (Array.isArray(part)) for (const one of part) visit(one, see, around);
  if (!isNode(part)) return;
  see(part, around);
  visit(part.c, see, [...around, part.t]);
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 't' in part && typeof part.t === 'string';
}
