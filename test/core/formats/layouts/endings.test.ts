// Every ending of documents is treated alike, wherever it is asked after.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  documentEndings,
  endingOf,
  isDocument,
  isRegister,
  madeOf,
} from '../../../../server/src/core/formats/layouts/endings.ts';
import { candidateFolders, recognize } from '../../../../server/src/core/formats/recognize.ts';
import { roleOf } from '../../../../server/src/core/formats/role.ts';
import { referenceKey } from '../../../../server/src/core/program/touched.ts';
import { isAttachment } from '../../../../server/src/workspace/files.ts';
import { atOnce } from '../../../../server/src/workspace/steps.ts';
import { findingsOf } from '../../../fixture.ts';

for (const ending of documentEndings.flatMap(one => [one, one.toUpperCase()])) {
  describe(`a document that ends in .${ending}`, () => {
    const isMarkdown = endingOf(`a.${ending}`)?.language === 'markdown';
    const cited = isMarkdown ? '---\nsatisfies: [CC6.1]\n---\n' : 'satisfies: [CC6.1]\n';
    const recognized = (texts: ReadonlyMap<string, string>, named: boolean) =>
      atOnce(recognize([...texts.keys()], path => texts.get(path), named ? 'named' : 'no'));

    it('is a document, and no file that is kept beside documents', () => {
      assert.equal(isDocument(`policies/a.${ending}`), true);
      assert.equal(isAttachment(`a.${ending}`), false);
    });

    it('tells a layout by what it cites', () => {
      const paths = [`controls/a.${ending}`, `policies/b.${ending}`];
      const texts = new Map(paths.map(path => [path, cited]));
      assert.deepEqual(recognized(texts, true), { is: 'program', layout: 'native' });
      assert.deepEqual(candidateFolders(paths), ['']);
    });

    it('has the kind of its folder and the name without the ending', () => {
      const role = roleOf(`controls/AC-01.${ending}`, 'native', false);
      assert.deepEqual([role?.folder, role?.stem], ['control', 'AC-01']);
    });

    it('is read in the layouts of its language', () => {
      const path = `policies/a.${ending}`;
      assert.equal(roleOf(path, 'plain', false) !== undefined, isMarkdown);
      assert.equal(roleOf(path, 'comply', false) !== undefined, ending === 'md');
    });

    it('is meant by a path in a reference', () => {
      assert.equal(referenceKey(`../policies/Access.${ending}#joiners`), 'access');
    });

    it('may be linked to, and is missed where it would be a policy', () => {
      const link = `../policies/gone.${ending}`;
      const found = findingsOf(`
=== tickmark.yaml
tickmark: 1
=== procedures/a.md
Access is given by [the policy](${link}).
=== policies/b.md
Text.
`);
      const broken = found.filter(line => line.endsWith('documents/broken-link'));
      assert.deepEqual(
        broken,
        isMarkdown ? [`procedures/a.md: ${JSON.stringify(link)} documents/broken-link`] : [],
      );
    });
  });
}

it('a file that ends otherwise is no document', () => {
  for (const name of ['a.txt', 'a.tmpl', 'md', 'amd', 'a.md.bak', 'a.yaml.tmpl', 'a.mdown']) {
    assert.equal(isDocument(name), false, name);
    assert.equal(endingOf(name), undefined, name);
  }
});

it('a register of evidence is read there, and is no document to what links to it', () => {
  for (const path of ['evidence/a.csv', '/w/evidence/2026/a.CSV']) {
    assert.equal(isRegister(path), true);
    assert.equal(isDocument(path), false);
  }
  for (const path of ['a.csv', 'controls/a.csv', 'evidence/controls/a.csv', 'evidence/a.tsv'])
    assert.equal(isRegister(path), false, path);
  assert.equal(isAttachment('a.csv'), true);
});

it('only the source of a template language is rendered', () => {
  assert.deepEqual(endingOf('a.b.MD.tmpl'), { stem: 'a.b', language: 'markdown', rendered: true });
  assert.deepEqual(endingOf('a.b.md'), { stem: 'a.b', language: 'markdown', rendered: false });
});

it('only the source of a template language has something made of it', () => {
  assert.equal(madeOf('policies/a.md.tmpl'), 'policies/a.md');
  assert.equal(madeOf('policies/a.MD.TMPL'), 'policies/a.MD');
  for (const path of ['a.md', 'a.tmpl', 'a.yaml.tmpl', 'a.tmpl/b.md'])
    assert.equal(madeOf(path), undefined, path);
});
