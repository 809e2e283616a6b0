import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderOf, write } from '../workspace/folder.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';

const control = (id: string, ...cited: readonly string[]) =>
  `---\nid: ${id}\nsatisfies: [${cited.join(', ')}]\n---\n`;
/** Other rules have something to say of so small a program. */
const quiet = 'rules: {preset: start}\n';
const fixture = `
=== tickmark.yaml
${quiet}=== controls/a.md
${control('A', 'CC9.9')}
=== controls/b.md
${control('B', 'CC9.9', 'cc6.1')}
`;

interface Entry {
  readonly program: string;
  readonly file: string;
  readonly rule: string;
}

function entriesIn(folder: string, file = 'base.json'): string[] {
  const { version, findings } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  assert.equal(version, 1);
  return findings.map(({ program, file: path, rule }: Entry) => `${program} ${path} ${rule}`);
}

describe('check --baseline', () => {
  it('goes through a link to the file that it leads to', { skip: process.platform === 'win32' }, async t => {
    const folder = folderOf(t, fixture);
    write(folder, 'kept/.gitkeep', '');
    await tickmark(folder, 'check', '--baseline', 'kept/base.json');
    symlinkSync('kept/base.json', join(folder, 'base.json'));
    write(folder, 'controls/a.md', control('A', 'CC6.1'));
    await tickmark(folder, 'check', '--baseline', 'base.json', '--update-baseline');
    assert.equal(readlinkSync(join(folder, 'base.json')), 'kept/base.json');
    assert.equal(entriesIn(folder, 'kept/base.json').length, 2);
    assert.deepEqual(readdirSync(join(folder, 'kept')).sort(), ['.gitkeep', 'base.json']);
  });

  it('takes what has more in it for another file, and a file that is read-only for one to be left alone', async t => {
    const folder = folderOf(t, fixture);
    const report = (await tickmark(folder, 'check', '--format', 'json')).stdout;
    for (const content of [report, '{"version":1,"findings":[],"mine":"precious"}']) {
      write(folder, 'out.json', content);
      for (const more of [[], ['--update-baseline']]) {
        const { code, stderr } = await tickmark(folder, 'check', '--baseline', 'out.json', ...more);
        assert.equal(code, 2);
        assert.match(stderr, /^tickmark: --baseline out\.json: it is not a Tickmark baseline/);
        assert.equal(readFileSync(join(folder, 'out.json'), 'utf8'), content);
      }
    }
    await tickmark(folder, 'check', '--baseline', 'base.json');
    chmodSync(join(folder, 'base.json'), 0o444);
    write(folder, 'controls/a.md', control('A', 'CC6.1'));
    const { code, stderr } = await tickmark(folder, 'check', '--baseline', 'base.json', '--update-baseline');
    assert.deepEqual([code, stderr], [2, 'tickmark: base.json could not be written: it is read-only.\n']);
  });

  it('clears what a run left behind that was killed while it wrote', async t => {
    const folder = folderOf(t, fixture);
    write(folder, '.tickmark-draft-4194305-0123456789abcdef', '{');
    write(folder, '.tickmark-draft-notes', 'mine');
    await tickmark(folder, 'check', '--baseline', 'base.json');
    const hidden = readdirSync(folder).filter(name => name.startsWith('.tickmark'));
    assert.deepEqual(hidden, ['.tickmark-draft-notes']);
  });

  it('records what is found where there is no baseline yet, and reports nothing', async t => {
    const folder = folderOf(t, fixture);
    const { code, stdout } = await tickmark(folder, 'check', '--baseline', 'base.json');
    assert.equal(code, 0);
    assert.match(stdout, /: no new findings; 3 known\n\n3 findings recorded in base\.json\. From now on/);
    assert.deepEqual(entriesIn(folder), [
      '. controls/a.md criteria/unknown',
      '. controls/b.md criteria/spelling',
      '. controls/b.md criteria/unknown',
    ]);
  });

  it('reports what is new only, wherever lines have moved, and from any folder', async t => {
    const folder = folderOf(t, fixture);
    await tickmark(folder, 'check', '--baseline', 'base.json');
    write(folder, 'controls/a.md', `${control('A', 'CC9.9', 'CC9.8').replace('---\n', '---\n# moved\n')}`);
    const { findings, summary, gone } = await tickmarkJson(folder, 'check', '--baseline', 'base.json');
    assert.deepEqual(
      findings.map(
        ({ file, message }: { file: string; message: string }) => `${file} ${message.slice(0, 7)}`,
      ),
      ['controls/a.md `CC9.8`'],
    );
    assert.deepEqual([summary.errors, summary.known, gone], [1, 3, []]);
    const inside = await tickmark(join(folder, 'controls'), 'check', '--baseline', '../base.json');
    assert.equal(inside.code, 1);
    assert.match(inside.stdout, /1 error; 3 known\n$/);
  });

  it('says which entries are gone, and takes them out when it is told to', async t => {
    const folder = folderOf(t, fixture);
    await tickmark(folder, 'check', '--baseline', 'base.json');
    write(folder, 'controls/b.md', control('B', 'CC6.1'));
    const { code, stdout } = await tickmark(folder, 'check', '--baseline', 'base.json');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /\n2 findings of the baseline are gone; --update-baseline removes them:\n {2}controls\/b\.md: criteria\/spelling\n {2}controls\/b\.md: criteria\/unknown\n$/,
    );
    assert.equal(entriesIn(folder).length, 3);
    assert.equal((await tickmark(folder, 'check', '--baseline', 'base.json', '--update-baseline')).code, 0);
    assert.deepEqual(entriesIn(folder), ['. controls/a.md criteria/unknown']);
    assert.doesNotMatch((await tickmark(folder, 'check', '--baseline', 'base.json')).stdout, /gone/);
  });

  it('leaves alone what it has of documents that were not asked for', async t => {
    const folder = folderOf(t, fixture);
    await tickmark(folder, 'check', '--baseline', 'base.json');
    write(folder, 'controls/a.md', control('A', 'CC6.1'));
    write(folder, 'controls/b.md', control('B', 'CC6.1'));
    const args = ['check', 'controls/b.md', '--baseline', 'base.json'] as const;
    assert.deepEqual(
      (await tickmarkJson(folder, ...args)).gone.map(({ file }: Entry) => file),
      ['controls/b.md', 'controls/b.md'],
    );
    await tickmark(folder, ...args, '--update-baseline');
    assert.deepEqual(entriesIn(folder), ['. controls/a.md criteria/unknown']);
  });

  it('tells several programs apart, by where they lie from the baseline', async t => {
    const folder = folderOf(t, `=== x/tickmark.yaml\n${quiet}=== y/tickmark.yaml\n${quiet}`);
    write(folder, 'x/controls/a.md', control('A', 'CC9.9'));
    write(folder, 'y/controls/a.md', control('A', 'CC9.9'));
    mkdirSync(join(folder, 'kept'));
    await tickmark(folder, 'check', 'x', '--baseline', 'kept/base.json');
    assert.deepEqual(entriesIn(folder, 'kept/base.json'), ['../x controls/a.md criteria/unknown']);
    assert.match(
      (await tickmark(folder, 'check', '--baseline', 'kept/base.json')).stdout,
      /^y\/controls\/a\.md:/m,
    );
  });

  it('is not written where nothing was read', async t => {
    const folder = folderOf(t, '=== notes/lunch.md\n# Lunch\n');
    const { stderr, code } = await tickmark(folder, 'check', '--baseline', 'baseline.json');
    assert.match(
      stderr,
      /^tickmark: --baseline baseline\.json: nothing was read, so the baseline was not written\./,
    );
    assert.equal(code, 2);
    assert.equal(readdirSync(folder).includes('baseline.json'), false);
  });

  it('takes no other file for a baseline, and overwrites none', async t => {
    const folder = folderOf(t, fixture);
    for (const content of [
      'Notes.\n',
      '{"version": 1}',
      '{"version": 2, "findings": []}',
      '{"version": 1, "findings": [1]}',
      '[]',
    ]) {
      writeFileSync(join(folder, 'notes.json'), content);
      for (const more of [[], ['--update-baseline']]) {
        const { code, stdout, stderr } = await tickmark(folder, 'check', '--baseline', 'notes.json', ...more);
        assert.deepEqual([code, stdout], [2, ''], content);
        assert.match(stderr, /^tickmark: --baseline notes\.json: it /);
      }
      assert.equal(readFileSync(join(folder, 'notes.json'), 'utf8'), content);
    }
    assert.match(
      (await tickmark(folder, 'check', '--baseline', 'no/base.json')).stderr,
      /its folder does not exist/,
    );
    assert.match(
      (await tickmark(folder, 'check', '--update-baseline')).stderr,
      /add --baseline FILE to name the file/,
    );
  });
});
