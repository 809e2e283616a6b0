// Where the settings or files of a site leave open what it makes, nothing is said of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foundBy, page } from './siteFixture.ts';

describe('settings that leave open what a generator does', () => {
  it('accept the anchors of every generator where a theme, a module, or a plugin can make them', () => {
    const settings = {
      '=== hugo.toml\nbaseURL = "/"\ntheme = "docsy"': 'content/',
      '=== hugo.toml\nbaseURL = "/"\n[module]\n': 'content/',
      '=== _config.yml\ntitle: x\nplugins: [jekyll-own-anchors]': '',
    };
    for (const [setting, content] of Object.entries(settings)) {
      const path = `${content}policies/p.md`;
      const body = page(path, '# 1. Überprüfung {#own}', '', '[a](#1-uberprufung) [b](#nowhere)');
      assert.deepEqual(foundBy('documents/broken-anchor', setting, body), [`${path}: "#nowhere"`], setting);
    }
  });

  it('accept every anchor of a heading where a template of the site makes headings', () => {
    const path = 'content/policies/p.md';
    const body = page(path, '# 1. Überprüfung {#own}', '', '[a](#1-uberprufung) [b](#nowhere)');
    for (const folder of ['_default', 'policies']) {
      const template = `=== layouts/${folder}/_markup/render-heading.html\n<h2>`;
      const found = foundBy('documents/broken-anchor', '=== hugo.toml\nbaseURL = "/"', template, body);
      assert.deepEqual(found, [`${path}: "#nowhere"`], folder);
    }
  });

  it('report no links where a theme, a plugin, or code can make them lead elsewhere', () => {
    const grant = (content: string) => page(`${content}procedures/grant.md`, '# Grant', '', '## Who');
    const access = (content: string) =>
      page(
        `${content}policies/p.md`,
        '# P',
        '',
        '[a](procedures/grant.md) [b](#nowhere) [c](../procedures/grant.md#no)',
      );
    const found = (setting: string, content: string) =>
      [
        ...foundBy('documents/broken-link', setting, grant(content), access(content)),
        ...foundBy('documents/broken-anchor', setting, grant(content), access(content)),
      ].map(line => line.replace(/.*: /, ''));
    const anchors = ['"#nowhere"', '"../procedures/grant.md#no"'];
    const hugo = '=== hugo.toml\nbaseURL = "/"\n';
    const mkdocs = '=== mkdocs.yml\nsite_name: x\n';
    const usual: Readonly<Record<string, string>> = {
      [hugo]: 'content/',
      [`${hugo}=== layouts/_default/_markup/render-image.html\n<img>`]: 'content/',
      '=== _config.yml\ntitle: x\nplugins: [jekyll-relative-links, "jekyll-feed"] # both\nexclude:\n  - x':
        '',
      '=== _config.yml\nplugins:\n- jekyll-titles-from-headings # h1\n- jemoji\nexclude:\n- jekyll-own': '',
      [`${mkdocs}plugins:\n  - search:\n      lang: en\n      - x\n  - tags\nnav:\n  - a: b.md`]: 'docs/',
      '=== .vitepress/config.ts\nexport default {};': '',
    };
    for (const [setting, content] of Object.entries(usual))
      assert.deepEqual(found(setting, content), ['"procedures/grant.md"', ...anchors], setting);
    const others: Readonly<Record<string, string>> = {
      [`${hugo}theme = "docsy"`]: 'content/',
      [`${hugo}[languages.de]\n`]: 'content/',
      [`${hugo}=== layouts/_default/_markup/render-link.html\n<a>`]: 'content/',
      [`${hugo}=== layouts/policies/_markup/render-link.html\n<a>`]: 'content/',
      [`${hugo}=== config/_default/module.toml\n[[imports]]`]: 'content/',
      '=== _config.yml\ntitle: x\nplugins:\n  - jekyll-feed\n  - jekyll-wikilinks': '',
      '=== _config.yml\ntitle: x\n=== _plugins/links.rb\nmodule X': '',
      [`${mkdocs}plugins: [search, ezlinks]`]: 'docs/',
      [`${mkdocs}plugins:\n  - search\n  - roamlinks: {x: y}`]: 'docs/',
      [`${mkdocs}plugins: &all\n  - search`]: 'docs/',
      [`${mkdocs}hooks:\n  - links.py`]: 'docs/',
      '=== .vitepress/config.ts\nexport default { markdown: { config: md => md.use(x) } };': '',
      "=== .vitepress/config.ts\nexport default { rewrites: { 'a/:b': ':b' } };": '',
    };
    for (const [setting, content] of Object.entries(others))
      assert.deepEqual(found(setting, content), anchors, setting);
    for (const setting of [
      '=== docusaurus.config.js\nmodule.exports = {docs: {remarkPlugins: [x]}};',
      '=== docusaurus.config.js\nmodule.exports = {};\n=== src/theme/MDXComponents/A.js\nexport default x;',
    ])
      assert.deepEqual(
        foundBy(
          'documents/broken-link',
          setting,
          grant('docs/'),
          page('docs/policies/p.md', '# P', '', '[a](../nowhere/x.md) [b](./y.md)'),
        ),
        [],
        setting,
      );
  });

  it('report no links from a root that is computed', () => {
    const policy = page('policies/p.md', '# P', '', '[x](/policies/nowhere.md)');
    const broken = (srcDir: string) =>
      foundBy('documents/broken-link', `=== .vitepress/config.ts\nexport default { ${srcDir} };`, policy);
    assert.deepEqual(broken("srcDir: './'"), ['policies/p.md: "/policies/nowhere.md"']);
    for (const srcDir of ['srcDir', 'srcDir: folder', 'srcDir: `docs`'])
      assert.deepEqual(broken(srcDir), [], srcDir);
  });
});
