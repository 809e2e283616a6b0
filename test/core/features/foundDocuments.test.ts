import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foundDocuments } from '../../../server/src/core/features/foundDocuments.ts';
import { lackingFolders } from '../../../server/src/core/formats/newFolders.ts';
import { engineOf } from '../../fixture.ts';
import { documentationIn } from '../formats/documentationIn.ts';

/** What is found among pages of these paths, each with its title. */
function found(pages: Readonly<Record<string, string>>) {
  const paths = Object.keys(pages);
  return foundDocuments(
    documentationIn(paths, path => pages[path] && `# ${pages[path]}\n`),
    paths,
  );
}

describe('documents that lie in a new program', () => {
  it('are counted by what they are, with where they are', () => {
    const { words, kinds, include } = found({
      'README.md': 'Policies',
      'docs/security/access.md': 'Access control',
      'docs/security/backup-policy.md': 'Backup',
      'docs/security/restore-procedure.md': 'Restore',
      'docs/guide.md': 'Guide',
      'docs/build.md': 'Build',
    });
    assert.equal(words, '2 policies and 1 procedure found in docs/security/');
    assert.deepEqual([...kinds], ['policy', 'procedure']);
    assert.deepEqual(include, ['docs/security/**']);
  });

  it('need no glob in the usual folders', () => {
    const { words, include } = found({ 'policies/refunds.md': 'Refunds', 'procedures/a/b.md': 'Release' });
    assert.equal(words, '1 policy and 1 procedure found in policies/ and procedures/');
    assert.deepEqual(include, []);
  });

  it('may lie in the root, and in many folders', () => {
    assert.equal(found({ 'access-policy.md': 'A' }).words, '1 policy found in the root');
    const many = Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [`${name}/x-policy.md`, 'X']));
    assert.equal(found(many).words, '4 policies found in 4 folders');
  });

  it('are none where nothing looks like one', () => {
    assert.deepEqual(found({ 'README.md': 'A', 'src/notes.md': 'Notes' }).words, undefined);
  });
});

describe('the folders of a new program', () => {
  const names = (paths: readonly string[], ...held: readonly 'policy'[]) =>
    lackingFolders(paths, new Set(held)).map(({ name }) => name);

  it('are those that are not there, and those of kinds that lie nowhere else', () => {
    assert.deepEqual(names([]), ['controls', 'policies', 'procedures', 'evidence']);
    assert.deepEqual(names(['evidence/2026/a.md']), ['controls', 'policies', 'procedures']);
    assert.deepEqual(names([], 'policy'), ['controls', 'procedures', 'evidence']);
  });

  it('have a page that is no record, and of which nothing is found', () => {
    const pages = lackingFolders([], new Set()).map(({ readme }) => ({
      ...readme,
      marks: [],
      cursor: undefined,
    }));
    const text = 'report: {id: s, kind: soc1, type: 1, asOf: 2026-06-30}\nrules: {preset: strict}\n';
    const manifest = { path: 'tickmark.yaml', text, marks: [], cursor: undefined };
    const engine = engineOf([manifest, ...pages]);
    assert.equal(pages.length, 4);
    for (const { path } of pages) {
      assert.deepEqual(engine.program.records(path), []);
      assert.deepEqual(engine.findings(path), []);
    }
  });
});
