import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { includeLine } from '../../../server/src/core/formats/documentation.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { globMatcher } from '../../../server/src/core/text/globs.ts';
import { documentationIn } from './documentationIn.ts';

/** What of a fixture looks like documentation. */
function looked(fixture: string) {
  const texts = new Map(readExample(fixture).map(({ path, text }) => [path, text]));
  return documentationIn([...texts.keys()], path => texts.get(path));
}

const paths = (fixture: string) => looked(fixture).pages.map(({ path }) => path);
const included = (fixture: string) => looked(fixture).include;

describe('a page that looks like documentation', () => {
  it('says so in its front matter, title, name or folder', () => {
    const found = paths(`
      === a.md
      ---
      policy: true
      ---
      === b.md
      ---
      satisfies: [CC6.1]
      ---
      === c.md
      # Keys policy
      === d.md
      # Incident Response Plan
      === procedure-for-keys.md
      # Keys
      === policies/e.md
      # Keys
      === f.md
      # Keys
      `);
    assert.deepEqual(found, ['a.md', 'b.md', 'c.md', 'd.md', 'policies/e.md', 'procedure-for-keys.md']);
  });

  it('cites criteria in its prose, lists and tables, in any line ends', () => {
    const fixture = `
      === checks/list.md
      * SOC2 CC
        * CC6.1
      === checks/table.md
      | control | criteria |
      | ------- | -------- |
      | Doors   | CC6.4    |
      | Keys    | CC6.1    |
      === checks/setext.md
      Mapping to SOC 2
      ================

      > CC7.2
      === checks/mention.md
      The word CC6.1 alone is a mention.
      === checks/code.md
      \`\`\`
      SOC 2: CC6.1, CC6.2
      \`\`\`
      `;
    const found = ['checks/list.md', 'checks/setext.md', 'checks/table.md'];
    assert.deepEqual(paths(fixture), found);
    const texts = new Map(
      readExample(fixture).map(({ path, text }) => [path, text.replaceAll('\n', '\r\n')]),
    );
    const { pages, citing, criteria } = documentationIn([...texts.keys()], path => texts.get(path));
    assert.deepEqual(
      pages.map(({ path }) => path),
      found,
    );
    assert.equal(citing, 3);
    assert.deepEqual(criteria, ['CC6.1', 'CC7.2', 'CC6.4']);
  });

  it('is none about the repository or its assistants, and no template', () => {
    const text = '# SOC 2 policy\nCC6.1, CC6.2\n';
    const names = [
      'README',
      'CONTRIBUTING',
      'CLAUDE',
      'AGENTS',
      'templates/a',
      'policy-template',
      'CHANGELOG',
    ];
    assert.deepEqual(paths(names.map(name => `=== ${name}.md\n${text}`).join('')), []);
  });
});

describe('the globs that have documentation read', () => {
  const policy = '# A policy\n';
  const other = '# Something else\n';
  const of = (...files: readonly string[]) =>
    files.map(path => `=== ${path}\n${path.includes('other') ? other : policy}`).join('');

  it('name a folder where most of its pages are meant', () => {
    assert.deepEqual(included(of('policies/a.md', 'policies/deep/b.md')), ['policies/**']);
    assert.deepEqual(included(of('x/checks/a.md', 'x/checks/b.md', 'docs/other.md')), ['x/checks/**']);
    assert.deepEqual(included(of('rules/a.md', 'rules/b.md', 'rules/other.md', 'src/other.md')), [
      'rules/**',
    ]);
  });

  it('name the endings where other documents lie there too', () => {
    assert.deepEqual(included(of('rules/a.md', 'rules/b.mdx', 'rules/other.yaml')), [
      'rules/**/*.md',
      'rules/**/*.mdx',
    ]);
  });

  it('name what is common to the names in a mixed folder', () => {
    assert.deepEqual(included(of('a.md', 'b.md')), ['*.md']);
    assert.deepEqual(included(of('README.md', 'keys-policy.md', 'doors-policy.md')), ['*-policy.md']);
    assert.deepEqual(included(of('README.md', 'policy-keys.md', 'policy-doors.md')), ['policy-*.md']);
    assert.deepEqual(included(of('README.md', 'keys.md', 'doors.md')), ['doors.md', 'keys.md']);
  });

  it('fit every page that is meant, whatever signs its name has', () => {
    const fixture = of(
      'a[1] {x}/p, q.md',
      'a[1] {x}/b.md',
      'docs/one (old).md',
      'docs/other.md',
      'docs/other2.md',
    );
    const { pages, include } = looked(fixture);
    const fits = globMatcher(include);
    assert.equal(pages.length, 3);
    for (const { path } of pages) assert.ok(fits(path), `${path} in ${include.join(' ')}`);
    assert.ok(!fits('docs/other.md'));
  });

  it('stand in the manifest as YAML reads them', () => {
    assert.equal(
      includeLine(['policies/**', '*.md', 'a, b.md']),
      'include: [policies/**, "*.md", "a, b.md"]',
    );
  });
});
