// The sites that settings in and around a program tell, and what changes with them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { folderOf } from './folder.ts';
import { opened } from './opened.ts';

/** The sites of the only program of a fixture on disk, a line each: `generator frame root: content`. */
async function sitesOf(folder: string, at = ''): Promise<readonly string[]> {
  const { programs } = await discover(diskFiles, at === '' ? folder : `${folder}/${at}`, 'named');
  const [program] = programs;
  assert.ok(program && programs.length === 1);
  return (program.sites ?? []).map(({ generator, frame, root, content, hasUsualAnchors, hasUsualLinks }) =>
    [generator, `frame ${frame}`, `root ${root}`, content.join(' '), hasUsualAnchors, hasUsualLinks].join(
      ', ',
    ),
  );
}

const program = '=== tickmark.yaml\ntickmark: 1\n';

describe('a site', () => {
  it('is told by its settings, beside the documents, in a folder of its own, and hidden', async t => {
    const folder = folderOf(
      t,
      `${program}=== mkdocs.yml\ndocs_dir: "pages" # all\nmarkdown_extensions: [{toc: {slugify: x}}]
=== a/docusaurus.config.ts\nexport default {presets: [['classic', {docs: {path: '../handbook'}}]]};
=== b/hugo.toml\ncontentDir = "text"\n=== c/config/_default/config.yaml\nbaseURL: /\n=== d/_config.yml\ntitle: x
=== e/.vitepress/config.mts\nexport default {srcDir: './src'};\n=== f/docs/.vitepress/theme/x.css\n=== policies/a.md\n`,
    );
    assert.deepEqual(await sitesOf(folder), [
      'hugo, frame , root c, c/content, true, true',
      'jekyll, frame , root d, d, true, true',
      'mkdocs, frame , root , pages, false, true',
      'docusaurus, frame , root a, handbook a/docs, true, true',
      'hugo, frame , root b, b/text, true, true',
      'vitepress, frame , root e, e/src, true, true',
      'vitepress, frame , root f/docs, f/docs, true, true',
    ]);
  });

  it('is told from around the program, as far up as the repository reaches', async t => {
    const folder = folderOf(
      t,
      '=== .git/HEAD\n=== site/docusaurus.config.js\nmodule.exports = {};\n=== site/docs/soc2/tickmark.yaml\ntickmark: 1\n=== site/docs/soc2/policies/a.md\n',
    );
    assert.deepEqual(await sitesOf(folder, 'site/docs/soc2'), [
      'docusaurus, frame docs/soc2, root , docs, true, true',
    ]);
    assert.deepEqual(await sitesOf(folder), ['docusaurus, frame docs/soc2, root , docs, true, true']);
  });

  it('finds what changes its links and headings, among the documents and in the folders around them', async t => {
    const hook = '=== layouts/_default/_markup/render-link.html\n<a>\n';
    const inside = folderOf(
      t,
      `${program}=== hugo.toml\nbaseURL = "/"\n${hook}=== b/_config.yml\ntitle: x\n=== b/_plugins/x.rb\n=== b/_posts/x.md\n`,
    );
    assert.deepEqual(await sitesOf(inside), [
      'jekyll, frame , root b, b, false, false',
      'hugo, frame , root , content, true, false',
    ]);
    const around = folderOf(
      t,
      `=== .git/HEAD\n=== hugo.toml\nbaseURL = "/"\n${hook}=== content/soc2/tickmark.yaml\ntickmark: 1\n=== content/soc2/policies/a.md\n`,
    );
    assert.deepEqual(await sitesOf(around, 'content/soc2'), [
      'hugo, frame content/soc2, root , content, true, false',
    ]);
  });

  it('is not told by settings of other tools that have the same name', async t => {
    const folder = folderOf(
      t,
      `${program}=== config.toml\n[build]\n=== config.yaml\nname: x\n=== _config.yml\nsource_dir: source
=== b/_config.yml\nexecute: {}\n=== node_modules/x/docusaurus.config.js\n=== policies/a.md\n`,
    );
    assert.deepEqual(await sitesOf(folder), []);
  });

  it('has its pages read again when its settings come, change, and go', async () => {
    const watched = await opened(
      `${program}rules: {preset: strict}
=== docs/policies/access.md\n# Access\n\nSee [x](procedures/grant.md) and [y](policies/nowhere.md).\n=== docs/policies/b.md\n# B\n=== docs/procedures/grant.md\n# Grant\n`,
    );
    const links = () =>
      watched.shownAt('/w/docs/policies/access.md').filter(line => line.includes('broken-link'));
    const settings = '/w/docusaurus.config.js';
    assert.equal(links().length, 2);
    watched.files.texts.set(settings, 'module.exports = {};');
    await watched.workspace.filesChanged([settings]);
    assert.equal(links().length, 1);
    watched.files.texts.delete(settings);
    await watched.workspace.filesChanged([settings]);
    assert.equal(links().length, 2);
  });
});
