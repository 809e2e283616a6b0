import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { native, opened, rulesAt } from './opened.ts';

describe('a workspace', () => {
  for (const ending of ['tmpl', 'TMPL'])
    it(`reads the source of a document (.${ending}) only while nothing is made of it`, async () => {
      const page = '# Policy\n\n  See CC9.9 of SOC 2.\n';
      const watched = await opened(`${native}  === policies/p.md.${ending}\n  ${page}`);
      const { files, workspace } = watched;
      const [made, source] = ['/w/policies/p.md', `/w/policies/p.md.${ending}`];
      const text = files.texts.get(made) ?? '';
      await watched.type(source, files.texts.get(source) ?? '');
      assert.deepEqual(watched.shownAt(source), []);
      files.texts.delete(made);
      await workspace.filesChanged([made]);
      assert.ok(rulesAt(watched, source).includes('criteria/unknown'));
      files.texts.set(made, text);
      await workspace.filesChanged([made]);
      assert.deepEqual(watched.shownAt(source), []);
    });
});
