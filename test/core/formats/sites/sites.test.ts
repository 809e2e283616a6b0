// What generators of sites make of the pages that belong to them: links, anchors, and text that is indented.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { tsc } from '../../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../../server/src/core/formats/role.ts';
import { foundBy, page } from './siteFixture.ts';

type Generator = 'mkdocs' | 'jekyll' | 'hugo' | 'vitepress' | 'docusaurus';

const { headings } = JSON.parse(readFileSync(new URL('anchors.json', import.meta.url), 'utf8')) as {
  readonly headings: readonly Readonly<Record<Generator | 'heading', string>>[];
};

/** Settings that tell each generator, with the folder of its pages. */
const sites: Readonly<Record<Generator, { readonly settings: string; readonly content: string }>> = {
  docusaurus: { settings: '=== docusaurus.config.js\nmodule.exports = {};', content: 'docs/' },
  hugo: { settings: '=== hugo.toml\nbaseURL = "/"', content: 'content/' },
  jekyll: { settings: '=== _config.yml\ntitle: x', content: '' },
  mkdocs: { settings: '=== mkdocs.yml\nsite_name: x', content: 'docs/' },
  vitepress: { settings: '=== .vitepress/config.ts\nexport default {};', content: '' },
};

/**
 * Braces at the end of a heading, with the generators that were seen to take their id in place of the words: Docusaurus 3.10.2,
 * Hugo 0.111.3, Jekyll 4.3.1, MkDocs 1.4.2 with `attr_list`, and VitePress 1.6.4.
 */
const ownIds: Readonly<Record<string, readonly Generator[]>> = {
  '{#own}': ['docusaurus', 'hugo', 'jekyll', 'mkdocs', 'vitepress'],
  '{#own .c}': ['docusaurus', 'hugo', 'mkdocs', 'vitepress'],
  '{.c #own}': ['hugo', 'mkdocs', 'vitepress'],
  '{ #own }': ['hugo', 'mkdocs', 'vitepress'],
  '{id="own"}': ['hugo', 'mkdocs', 'vitepress'],
  '{id=own}': ['hugo', 'mkdocs', 'vitepress'],
  '{: #own }': ['mkdocs', 'vitepress'],
  '{/* #own */}': ['docusaurus', 'vitepress'],
};

/** Lines of their own, with what was seen not to be there beside them: the words of the heading, or the id. */
const idLines: readonly (readonly [lines: readonly string[], gone: Readonly<Record<Generator, string>>])[] = [
  [['## Two', '{: #own}'], { docusaurus: 'own', hugo: 'own', jekyll: 'two', mkdocs: '', vitepress: '' }],
  [['{: .c #own }', '## Two'], { docusaurus: 'own', hugo: 'own', jekyll: 'two', mkdocs: '', vitepress: '' }],
  [
    ['Two', '---', '{: id="own"}'],
    { docusaurus: 'own', hugo: 'own', jekyll: 'two', mkdocs: '', vitepress: '' },
  ],
  [
    ['Words.', '{: #own}', '', '## Two'],
    { docusaurus: 'own', hugo: 'own', jekyll: '', mkdocs: '', vitepress: '' },
  ],
  [['{: #own}', '', '## Two'], { docusaurus: 'own', hugo: 'own', jekyll: '', mkdocs: '', vitepress: '' }],
  [['<a id="own"></a>', '', '## Two'], { docusaurus: '', hugo: '', jekyll: '', mkdocs: '', vitepress: '' }],
];

describe('anchors beside the settings of a site', () => {
  const body = headings.map(({ heading }) => `## ${heading}\n\nText.\n`);

  for (const generator of Object.keys(sites) as Generator[]) {
    const { settings, content } = sites[generator];
    const path = `${content}policies/p.md`;
    const broken = (...lines: readonly string[]) =>
      foundBy('documents/broken-anchor', settings, page(path, '# Page', '', ...lines)).map(line =>
        line.slice(path.length + 2),
      );

    it(`are those that ${generator} makes, and no others`, () => {
      const known = headings
        // A count of its own, and what HTML it finds in a heading.
        .filter(({ heading }) => !(generator === 'vitepress' && heading.includes('&amp;')))
        .map(one => `[x](<#${one[generator]}>)`);
      assert.deepEqual(broken(...body, known.join(' ')), []);
      const made = new Set(headings.map(one => one[generator]));
      const others = [...new Set(headings.flatMap(one => [one.mkdocs, one.docusaurus, one.vitepress]))];
      // Hugo and kramdown leave marks out of the words of a heading or not, and either is taken.
      const wrong = others.filter(
        one =>
          !made.has(one) && !/[_[\]]|^(?:link|a-|bold|abold|tab|-5|exceptions|code|under$|---)/.test(one),
      );
      const shown = broken(...body, wrong.map(one => `[x](<#${one}>)`).join(' '));
      assert.deepEqual(
        shown,
        wrong.map(one => `"#${one}"`),
      );
      assert.ok(wrong.length > 5);
    });

    it(`of ${generator} are told apart by case, and those that an author sets are taken`, () => {
      assert.deepEqual(
        broken('## One', '## Two {#Own}', '', '[a](#one) [b](#One) [c](#Own) [d](#own) [e](#top)'),
        ['"#One"', '"#own"'],
      );
    });

    it(`of ${generator} are the id that a heading sets, in place of its words, where that was seen`, () => {
      for (const [braces, setBy] of Object.entries(ownIds)) {
        const isSet = setBy.includes(generator);
        const own = broken(`## Two ${braces}`, '', '[a](#two) [b](#own)');
        assert.deepEqual(own, isSet ? ['"#two"'] : [], braces);
        // It takes no number either: the next heading of the same words has none.
        const next = broken(`## Two ${braces}`, '', '## Two', '', '[a](#two)');
        assert.deepEqual(next, [], braces);
      }
    });

    it(`of ${generator} are read in a line of their own as it reads them`, () => {
      for (const [lines, { [generator]: gone }] of idLines) {
        const missing = gone === '' ? [] : [`"#${gone}"`];
        assert.deepEqual(broken(...lines, '', '[a](#two) [b](#own)'), missing, lines.join(' / '));
        const crlf = lines.map(line => `${line}\r`);
        assert.deepEqual(broken(...crlf, '\r', '[a](#two) [b](#own)'), missing, lines.join(' / '));
      }
    });
  }

  it('are those of any where the page is none of the site, or its settings have them made otherwise', () => {
    const lines = ['# Überprüfung', '', '[a](#überprüfung) [b](#uberprufung) [c](#uberpruefung)'];
    const broken = (settings: string, path = 'docs/policies/p.md') =>
      foundBy('documents/broken-anchor', settings, page(path, ...lines));
    const one = ['docs/policies/p.md: "#uberpruefung"'];
    assert.deepEqual(broken('=== x.yml\n'), one);
    assert.deepEqual(broken('=== mkdocs.yml\nmarkdown_extensions:\n  - toc: {slugify: x}'), one);
    assert.deepEqual(broken('=== mkdocs.yml\ndocs_dir: pages'), one);
    assert.deepEqual(broken('=== mkdocs.yml\nx: y\n=== _config.yml\nx: y'), one);
    assert.deepEqual(broken('=== mkdocs.yml\nx: y', 'policies/p.md'), ['policies/p.md: "#uberpruefung"']);
    assert.deepEqual(broken('=== mkdocs.yml\nx: y'), ['docs/policies/p.md: "#überprüfung"', ...one]);
  });
});

describe('links beside the settings of Docusaurus', () => {
  const { settings } = sites.docusaurus;
  const broken = (...files: readonly string[]) => foundBy('documents/broken-link', ...files);
  const grant = page('docs/procedures/grant.md', '# Grant', '', '## Who grants');
  const words = page('docs/policies/passwords.md', '# Passwords');
  const access = (...links: readonly string[]) =>
    page('docs/policies/access.md', '# Access', '', ...links.map(link => `- [x](${link})\r`));

  it('are tried beside the page, then from the content, then from the site', () => {
    const right = [
      ...[
        'passwords.md',
        './passwords.md',
        '../procedures/grant.md',
        'procedures/grant.md',
        'policies/passwords.md',
      ],
      ...['docs/policies/passwords.md', '/policies/passwords.md', '/docs/policies/passwords.md'],
      ...[
        '@site/docs/procedures/grant.md',
        'intro.md',
        '/intro.md',
        'docs/intro.md',
        'procedures/grant.md#who-grants',
      ],
    ];
    const wrong = [
      './procedures/grant.md',
      '../policies/nowhere.md',
      'procedures/nowhere.md',
      'nowhere.md',
      '/policies/nowhere.md',
      '@site/docs/policies/nowhere.md',
    ];
    assert.deepEqual(
      broken(settings, grant, words, page('docs/intro.md', '# Hello'), access(...right, ...wrong)),
      wrong.map(one => `docs/policies/access.md: "${one}"`),
    );
  });

  it('lead only from the page without these settings, and are silent where only a site has a root', () => {
    const links = ['procedures/grant.md', '/policies/nowhere.md', '@site/docs/policies/nowhere.md'];
    assert.deepEqual(broken(grant, words, access(...links)), [
      'docs/policies/access.md: "procedures/grant.md"',
    ]);
    assert.deepEqual(broken(sites.mkdocs.settings, grant, words, access(...links)), [
      'docs/policies/access.md: "procedures/grant.md"',
    ]);
  });

  it('have their anchors looked for where they lead', () => {
    const links = [
      'procedures/grant.md#who-grants',
      'procedures/grant.md#nobody',
      '/procedures/grant.md#nobody',
    ];
    assert.deepEqual(foundBy('documents/broken-anchor', settings, grant, words, access(...links)), [
      'docs/policies/access.md: "procedures/grant.md#nobody"',
      'docs/policies/access.md: "/procedures/grant.md#nobody"',
    ]);
  });

  it('of a version are tried from the folder of that version', () => {
    const version = 'versioned_docs/version-1.0';
    const old = page(`${version}/procedures/old.md`, '# Old');
    const policy = page(
      `${version}/policies/p.md`,
      '# P',
      '',
      '[x](procedures/old.md) [y](procedures/grant.md) [z](procedures/no.md)',
    );
    assert.deepEqual(broken(settings, grant, old, policy), [`${version}/policies/p.md: "procedures/no.md"`]);
  });
});

describe('links beside the settings of VitePress', () => {
  it('lead from the folder of its sources where they begin with a slash', () => {
    const settings = '=== .vitepress/config.ts\nexport default {srcDir: "docs"};';
    const policy = page(
      'docs/policies/p.md',
      '# P',
      '',
      '[a](/procedures/grant.md) [b](/procedures/no.md) [c](procedures/grant.md)',
    );
    assert.deepEqual(
      foundBy('documents/broken-link', settings, page('docs/procedures/grant.md', '# Grant'), policy),
      ['docs/policies/p.md: "/procedures/no.md"', 'docs/policies/p.md: "procedures/grant.md"'],
    );
  });
});

describe('links to what is made of the source of a template language', () => {
  const broken = (...files: readonly string[]) => foundBy('documents/broken-link', ...files);
  const locks = page('policies/locks.md.tmpl', '# Locks', '', '## Keys');
  const count = page('procedures/count.md.tmpl', '# Count', '', 'See [keys](keys.md).');

  it('lead to the source, beside, in another folder, and by name from another source', () => {
    const keys = page(
      'policies/keys.md.tmpl',
      '# Keys',
      '',
      '[a](locks.md) [b](locks.md.tmpl) [c](count.md) [d](../procedures/count.md) [e](nowhere.md)',
    );
    assert.deepEqual(broken(locks, count, keys), ['policies/keys.md.tmpl: "nowhere.md"']);
    assert.deepEqual(
      broken(page('policies/list.md', '# List', '', '[a](locks.md) [b](count.md)'), locks, count),
      ['policies/list.md: "count.md"', 'procedures/count.md.tmpl: "keys.md"'],
    );
  });

  it('have their anchors looked for in the source', () => {
    const keys = page(
      'policies/keys.md.tmpl',
      '# Keys',
      '',
      '[a](locks.md#keys) [b](locks.md#doors) [c](count.md#who)',
    );
    assert.deepEqual(foundBy('documents/broken-anchor', locks, count, keys), [
      'policies/keys.md.tmpl: "locks.md#doors"',
      'policies/keys.md.tmpl: "count.md#who"',
    ]);
  });
});

const mkdocsSite = {
  ...({ generator: 'mkdocs', frame: '', root: '' } as const),
  ...{ content: ['docs'], hasUsualAnchors: true, hasUsualLinks: true },
};

describe('text that generators of sites put into boxes', () => {
  const cited = (...files: readonly string[]) => foundBy('criteria/unknown', ...files);

  it('is read where it is indented, beside the settings of MkDocs only', () => {
    const policy = (path: string) =>
      page(path, '# P', '', '!!! note "SOC 2"\r', '\r', '    Serves CC6.2 and CC8.2.');
    const inside = policy('docs/policies/p.md');
    assert.deepEqual(cited(sites.mkdocs.settings, inside), ['docs/policies/p.md: "CC8.2"']);
    assert.deepEqual(cited(sites.mkdocs.settings, policy('policies/p.md')), ['policies/p.md: "CC8.2"']);
    // What is written for Pandoc is MkDocs' only in its folder of pages.
    const comply = (path: string) =>
      page(path, 'name: P', 'acronym: P', '---', '', '!!! note "SOC 2"', '', '    Serves CC6.2 and CC8.2.');
    for (const path of ['policies/p.md', 'docs/policies/p.md']) {
      const role = roleOf(path, 'comply', true, undefined, [mkdocsSite]);
      assert.ok(role);
      const { citations } = readDocument(comply(path).replace(/^.*\n/, ''), role, tsc);
      assert.equal(citations.length > 0, path.startsWith('docs/'), path);
    }
    assert.deepEqual(cited('=== x/mkdocs.yml\ndocs_dir: y', policy('policies/p.md')), []);
    for (const one of ['docusaurus', 'hugo', 'jekyll', 'vitepress'] as const)
      assert.deepEqual(cited(sites[one].settings, policy('policies/p.md')), [], one);
  });

  it('is read between colons everywhere', () => {
    for (const [open, close] of [
      [':::note', ':::'],
      [':::tip Title', ':::'],
      ['::: {.note #x}', ':::'],
      ['::::info[SOC 2]', '::::'],
      ['/// note | Title', '///'],
    ]) {
      const body = [open ?? '', 'SOC 2 CC8.2', '', '- [x](nowhere.md)', close ?? ''];
      assert.deepEqual(cited(page('policies/p.md', '# P', '', ...body)), ['policies/p.md: "CC8.2"'], open);
      assert.deepEqual(
        foundBy('documents/broken-link', page('policies/p.md', '# P', '', ...body)),
        ['policies/p.md: "nowhere.md"'],
        open,
      );
    }
  });
});

describe('front matter beside the settings of a site', () => {
  const odd = (settings: string, path: string, fence: string) =>
    foundBy('documents/syntax', settings, page(path, fence, 'id: POL-01', '---', 'Text.'));

  it('may have what its generator takes behind the fence', () => {
    const comment = '--- # header';
    const yaml = '---yaml';
    assert.deepEqual(odd(sites.hugo.settings, 'content/policies/p.md', comment), []);
    assert.deepEqual(odd(sites.hugo.settings, 'content/policies/p.md', yaml), [
      'content/policies/p.md: "---yaml"',
    ]);
    for (const one of ['docusaurus', 'vitepress'] as const) {
      assert.deepEqual(odd(sites[one].settings, 'docs/policies/p.md', yaml), []);
      assert.equal(odd(sites[one].settings, 'docs/policies/p.md', comment).length, 1);
    }
    for (const fence of [comment, yaml]) {
      assert.equal(odd(sites.mkdocs.settings, 'docs/policies/p.md', fence).length, 1);
      assert.equal(odd(sites.jekyll.settings, 'docs/policies/p.md', fence).length, 1);
    }
  });
});
