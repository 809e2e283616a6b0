// What can be linked to in a document: in the forms of every generator of sites, where none can be told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import {
  hugoSlug,
  jekyllSlug,
  kramdownSlug,
  mkdocsNumbered,
  mkdocsSlug,
  vitepressSlug,
} from '../../../server/src/core/formats/sites/slugs.ts';
import { anchorOf, numbered } from '../../../server/src/core/markdown/anchors.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';
import { findingsOf } from '../../fixture.ts';

type Generator = 'mkdocs' | 'pandoc' | 'kramdown' | 'jekyll' | 'hugo' | 'vitepress' | 'docusaurus';

/** Headings of one page with the anchors that the generators made of them, each run once in the version that it names. */
const { headings } = JSON.parse(readFileSync(new URL('sites/anchors.json', import.meta.url), 'utf8')) as {
  readonly headings: readonly Readonly<Record<Generator | 'heading', string>>[];
};

const page = headings.map(({ heading }) => `## ${heading}\n\nText.\n`).join('\n');

/** The broken anchors of a policy with this body. */
function broken(...lines: readonly string[]): readonly string[] {
  const fixture = `=== tickmark.yaml\ntickmark: 1\nrules: {preset: strict}\n=== policies/p.md\n${lines.join('\n')}`;
  return findingsOf(fixture)
    .filter(line => line.endsWith('broken-anchor'))
    .map(line => line.slice('policies/p.md: '.length, -' documents/broken-anchor'.length));
}

function rawFacts(text: string) {
  const role = roleOf('policies/p.md', 'native', false);
  assert.ok(role);
  return readDocument(text, role, tsc);
}

describe('anchors of headings', () => {
  const words = scanMarkdown(page).headings.map(({ bare }) => bare);
  const sources = headings.map(({ heading }) => heading);
  const made: Readonly<Partial<Record<Generator, readonly string[]>>> = {
    docusaurus: numbered(words.map(anchorOf)),
    hugo: numbered(sources.map(hugoSlug)),
    jekyll: words.map(jekyllSlug),
    kramdown: sources.map(kramdownSlug),
    mkdocs: mkdocsNumbered(words.map(mkdocsSlug)),
    vitepress: numbered(words.map(vitepressSlug)),
  };
  /** Where we differ from what a generator makes, which only signs and entities of HTML bring about. */
  const differs: Readonly<Partial<Record<Generator, readonly string[]>>> = {
    kramdown: ['[Link](x.md) text'],
    vitepress: ['A &amp; B'],
  };

  for (const [name, anchors] of Object.entries(made))
    it(`are made as ${name} makes them`, () => {
      const generator = name as Generator;
      /** kramdown numbers by a count of its own: what stands before the number is compared. */
      const plain = (anchor: string) =>
        /^(?:jekyll|kramdown)$/.test(name) ? anchor.replace(/-\d+$/, '') : anchor;
      const found = headings.flatMap((one, i) =>
        plain(one[generator]) === plain(anchors[i] ?? '') ? [] : [[one.heading, one[generator], anchors[i]]],
      );
      assert.deepEqual(
        found.filter(([heading = '']) => !differs[generator]?.includes(heading)),
        [],
      );
    });

  it('are those of any generator where none can be told', () => {
    for (const generator of Object.keys(made) as Generator[]) {
      const links = headings.map(one => `[x](<#${one[generator]}>)`);
      assert.deepEqual(broken('# Page', '', page, links.join(' ')), [], generator);
    }
    const linked = ['#uberpruefung', '#grose', '#section-99', '#2025-review'];
    assert.deepEqual(
      broken('# Page', '', page, linked.map(one => `[x](${one})`).join(' ')),
      linked.map(one => `"${one}"`),
    );
  });

  it('count numbers where nothing else is left', () => {
    assert.deepEqual(broken('# 2024', '', '[a](#2024) [b](#_2024) [c](#2025)'), ['"#2025"']);
  });
});

describe('ids that an author sets', () => {
  const link = (...ids: readonly string[]) => ids.map(id => `[x](#${id})`).join(' ');

  it('are read in braces at a heading, in every form', () => {
    const forms = [
      '{#a}',
      '{ #a }',
      '{: #a }',
      '{:#a}',
      '{.x #a}',
      '{#a .x}',
      '{id="a"}',
      "{: id='a'}",
      '{.x id=a}',
      '{/* #a */}',
    ];
    for (const form of forms) {
      assert.deepEqual(broken(`## Title ${form}`, '', link('a', 'b')), ['"#b"'], form);
      assert.deepEqual(broken(`Title ${form}`, '-----', '', link('a', 'b')), ['"#b"'], form);
      assert.deepEqual(broken(`> ## Title ${form}`, '', `- ${link('a', 'b')}`), ['"#b"'], form);
      assert.deepEqual(broken(`- ## Title ${form}\r\n\r\n`, link('a', 'b')), ['"#b"'], form);
    }
  });

  it('are read on lines before and behind a heading, and anywhere else', () => {
    assert.deepEqual(broken('{: #a}\r\n## One\r\n\r\n## Two\r\n{: .x #b}\r\n\r\n', link('a', 'b', 'c')), [
      '"#c"',
    ]);
    assert.deepEqual(broken('# One', '', 'Words.{#a} [](){ #b } <span id=c>', '', link('a', 'b', 'c', 'd')), [
      '"#d"',
    ]);
  });

  it('and other attributes are no words of a heading', () => {
    for (const form of ['{.x}', '{ .x }', '{: .x }', '{a-b="c d"}', '{-}', '{#x}', '{.x #x}', '{/* #x */}']) {
      const { summary, markdown } = rawFacts(`# Annex A ${form}\r\n\r\nText.`);
      assert.equal(summary.shape.records[0]?.title, 'Annex A', form);
      assert.equal(markdown?.headings[0]?.text, 'Annex A', form);
      assert.deepEqual(broken(`# Annex A ${form}`, '', '[a](#annex-a) [b](#annex-b)'), ['"#annex-b"'], form);
    }
  });

  it('are not made of what else stands in braces', () => {
    for (const heading of [
      'Rules for {{Company}}',
      'The set {a, b}',
      'Costs {estimate}',
      '{.x} leads',
      'Sets }',
    ])
      assert.equal(rawFacts(`# ${heading}`).markdown?.headings[0]?.text, heading);
  });
});

describe('a document that takes in another one', () => {
  it('has no broken anchor, for it may have any heading', () => {
    for (const include of [
      '--8<-- "x.md"',
      '    --8<-- "x.md"',
      '--8<--\nx.md\n--8<--',
      '{% include x.md %}',
      '{%- include_relative x.md -%}',
      '- {% include x.md %}',
      '{% include-markdown "x.md" %}',
      '{! x.md !}',
      '<!--@include: ./x.md-->',
      '```{include} x.md\n```',
      '::include{file=x.md}',
      '{{< exceptions >}}',
      '{{% exceptions x="y" %}}',
      '{{> exceptions}}',
      '{{#include x.md}}',
      '<Exceptions />',
      '<Exceptions of="x">\n\n</Exceptions>',
      'See <Exceptions/>',
    ])
      assert.deepEqual(
        broken('# One', '', '[x](#two)', '', ...include.split('\n')),
        include.startsWith('    ') ? ['"#two"'] : [],
        include,
      );
  });

  it('is none by what only looks like it', () => {
    for (const words of [
      'See {{< ref "x.md" >}}',
      '{{< ref "x.md" >}}',
      '`--8<-- "x.md"`',
      '```\n{% include x.md %}\n```',
      '<Company Name> holds it.',
      '<BR>',
      '<A NAME="x"></A>',
      'We include {percent}.',
    ])
      assert.deepEqual(broken('# One', '', '[x](#two)', '', ...words.split('\n')), ['"#two"'], words);
  });
});
