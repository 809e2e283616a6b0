import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { load } from '../../server/src/workspace/load.ts';
import { today } from '../fixture.ts';
import { folderOf } from './folder.ts';

/** Loads the one program of a fixture. */
async function loaded(
  folder: string,
  files: Files = diskFiles,
  progress = (_done: number, _all: number) => {},
) {
  const { programs } = await discover(diskFiles, folder, 'named');
  const [program, ...others] = programs;
  assert.ok(program);
  assert.deepEqual(others, []);
  const { host, unreadable } = await load(files, program, { today, report: undefined, progress });
  const { engine } = host;
  return {
    unreadable,
    paths: [...engine.program.paths()].sort(),
    rules: [...engine.allFindings()].map(({ rule }) => rule),
  };
}

const program = `
  === tickmark.yaml
  exclude: [policies/old/**]
  include: [docs/*.md]
  === policies/access.md
  ---
  id: access
  ---
  === policies/old/access.md
  ---
  id: access
  ---
  === controls/a.md
  ---
  id: AC-01
  satisfies: [CC6.1]
  policies: [access]
  ---
  === docs/mapping.md
  | CC6.1 | access |
  === docs/deep/notes.md
  CC6.1
  === src/README.md
  CC6.1
  === deploy/pod.yaml
  kind: Pod
  `;

describe('a program from disk', () => {
  it('has its records and what its manifest includes, and nothing that it excludes', async t => {
    const { paths, unreadable } = await loaded(folderOf(t, program));
    assert.deepEqual(paths, ['controls/a.md', 'docs/mapping.md', 'policies/access.md', 'tickmark.yaml']);
    assert.deepEqual(unreadable, []);
  });

  it('tells after each file how far it is', async t => {
    const steps: string[] = [];
    await loaded(folderOf(t, program), diskFiles, (done, all) => steps.push(`${done}/${all}`));
    assert.ok(steps.length > 0);
    assert.equal(steps[0], `1/${steps.length}`);
    assert.equal(steps.at(-1), `${steps.length}/${steps.length}`);
  });
});

describe('a file that cannot be read', () => {
  const without = (gone: string): Files => ({
    ...diskFiles,
    read: file => (file.endsWith(gone) ? undefined : diskFiles.read(file)),
  });

  it('is named, and nothing is said to be missing that may be in it', async t => {
    const folder = folderOf(t, program);
    const { unreadable, rules } = await loaded(folder, without('policies/access.md'));
    assert.deepEqual(unreadable, ['policies/access.md']);
    assert.ok(!rules.includes('documents/unknown-reference'), rules.join());
  });

  it('is not named where it is not read anyway', async t => {
    const { unreadable } = await loaded(folderOf(t, program), without('policies/old/access.md'));
    assert.deepEqual(unreadable, []);
  });
});
