// A workspace that knows from earlier what its documents say.
import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FactsCache } from '../../server/src/workspace/cache/factsCache.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { cachedFacts } from '../../server/src/workspace/diskReading.ts';
import { atOnce } from '../../server/src/workspace/steps.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { today } from '../fixture.ts';
import { cacheIn } from './cache/cacheIn.ts';
import { emptyFolder, folderOf, write } from './folder.ts';

const program = `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security]}
  === controls/sso.md
  ---
  id: AC-01
  satisfies: [CC6.1, CC9.9]
  policies: [access]
  ---
  === policies/access.md
  ---
  id: access
  ---
  `;

/** Opens a folder with what is kept in another: which files were read, and what is found. */
async function opened(folder: string, kept: string, buffers: Readonly<Record<string, string>> = {}) {
  const read: string[] = [];
  const pausing = { now: () => performance.now(), pause: async () => undefined };
  const workspace = new Workspace(
    {
      ...pausing,
      files: diskFiles,
      today: () => today,
      async cachedFacts(root) {
        const cache = atOnce(FactsCache.open(cacheIn(kept), root, 'a build'));
        const keep = cache.keep.bind(cache);
        cache.keep = (document, ...rest) => {
          read.push(document.path);
          keep(document, ...rest);
        };
        return cachedFacts(root, '', cache, pausing);
      },
    },
    { changed: () => undefined, indexing: () => undefined },
  );
  for (const [path, text] of Object.entries(buffers)) void workspace.setText(`${folder}/${path}`, text);
  await workspace.setFolders([folder]);
  const [host] = workspace.programs;
  assert.ok(host);
  const findings = [...host.engine.allFindings()].map(({ path, rule }) => `${path} ${rule}`);
  return { read: read.sort(), findings, workspace };
}

describe('a workspace that was open before', () => {
  const all = ['controls/sso.md', 'policies/access.md', 'tickmark.yaml'];

  it('reads nothing that has not changed, and finds the same', async t => {
    const [folder, kept] = [folderOf(t, program), emptyFolder(t)];
    for (const path of all) utimesSync(join(folder, path), new Date('2026-01-01'), new Date('2026-01-01'));
    const first = await opened(folder, kept);
    assert.deepEqual(first.read, all);
    const second = await opened(folder, kept);
    assert.deepEqual(second.read, []);
    assert.deepEqual(second.findings, first.findings);
  });

  it('reads what was written meanwhile, and does without what is gone', async t => {
    const [folder, kept] = [folderOf(t, program), emptyFolder(t)];
    await opened(folder, kept);
    write(folder, 'controls/sso.md', '---\nid: AC-01\nsatisfies: [CC6.1]\n---\n');
    rmSync(join(folder, 'policies/access.md'));
    const { read, findings } = await opened(folder, kept);
    assert.deepEqual(read, ['controls/sso.md']);
    assert.ok(!findings.includes('controls/sso.md criteria/unknown'));
    assert.deepEqual((await opened(folder, kept)).read, []);
  });

  it('takes the buffer of an open document, and keeps nothing of it', async t => {
    const [folder, kept] = [folderOf(t, program), emptyFolder(t)];
    const { read, findings } = await opened(folder, kept, { 'controls/sso.md': '---\nid: AC-01\n---\n' });
    assert.deepEqual(read, ['policies/access.md', 'tickmark.yaml']);
    assert.ok(findings.includes('controls/sso.md controls/unmapped'));
    assert.ok((await opened(folder, kept)).findings.includes('controls/sso.md criteria/unknown'));
  });

  it('follows changes as ever afterward', async t => {
    const [folder, kept] = [folderOf(t, program), emptyFolder(t)];
    await opened(folder, kept);
    const { workspace } = await opened(folder, kept);
    write(
      folder,
      'controls/sso.md',
      '---\nid: AC-01\nowner: ana\nfrequency: daily\nsatisfies: [CC6.1]\n---\n',
    );
    await workspace.filesChanged([`${folder}/controls/sso.md`]);
    const findings = workspace.programs[0]?.engine.findings('controls/sso.md') ?? [];
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      [],
    );
  });
});
