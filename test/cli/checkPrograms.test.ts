import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderOf } from '../workspace/folder.ts';
import { type Checked, checked, comply, places, policy } from './checked.ts';
import { tickmark } from './inOneProcess.ts';

describe('a file or folder inside a program', () => {
  it('has the whole program judged and only its own findings printed', async t => {
    const twins = `${comply}=== policies/one.md${policy('twin', 'CC6.1')}=== policies/two.md${policy('twin', 'CC6.2')}`;
    const folder = folderOf(t, twins);
    assert.deepEqual(places(await checked(folder, 'policies/one.md'), 'documents/duplicate-id'), [
      'policies/one.md:2:10-14',
    ]);
    assert.equal(places(await checked(folder, 'policies'), 'documents/duplicate-id').length, 2);
  });

  it('is named relative to where the user stands', async t => {
    const folder = folderOf(t, comply);
    const files = async (at: string, ...args: string[]) =>
      (await checked(join(folder, at), ...args)).findings.map(({ file, program }) => `${program} ${file}`);
    assert.deepEqual(await files('policies', 'logs.md'), ['.. logs.md']);
    assert.deepEqual(await files('policies'), ['.. access.md', '.. logs.md']);
    assert.deepEqual(await files('procedures', '../policies/logs.md'), ['.. ../policies/logs.md']);
    assert.deepEqual(await files('.', join(folder, 'policies/logs.md')), ['. policies/logs.md']);
  });

  it('is judged once where it is named twice', async t => {
    const { summary, findings } = await checked(folderOf(t, comply), '.', 'policies', 'policies/logs.md');
    assert.equal(summary.programs.length, 1);
    assert.equal(findings.length, 2);
  });
});

describe('several programs', () => {
  const manifest = 'report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}';
  const two = `
    === east/tickmark.yaml
    ${manifest}
    === east/policies/a.md
    ---
    id: a
    ---
    CC9.9
    === west/tickmark.yaml
    ${manifest}
    === west/policies/a.md
    ---
    id: a
    ---
    CC9.8
    === README.md
    # Hello
    `;
  const roots = ({ summary }: Checked) => summary.programs.map(({ root }) => root);

  it('are all found below a folder, and keep apart', async t => {
    const found = await checked(folderOf(t, two));
    assert.deepEqual(roots(found), ['east', 'west']);
    assert.deepEqual(places(found, 'criteria/unknown'), [
      'east/policies/a.md:4:1-6',
      'west/policies/a.md:4:1-6',
    ]);
    assert.deepEqual(
      found.findings.filter(({ rule }) => rule === 'criteria/unknown').map(({ program }) => program),
      ['east', 'west'],
    );
    assert.deepEqual(places(found, 'documents/duplicate-id'), []);
  });

  it('are each asked after by their own name', async t => {
    const folder = folderOf(t, two);
    assert.deepEqual(roots(await checked(folder, 'west')), ['west']);
    assert.deepEqual(roots(await checked(folder, 'west/policies/a.md', 'east')), ['west', 'east']);
    const { code, stdout } = await tickmark(folder, 'check', 'README.md');
    assert.match(stdout, /README\.md: No program reads this file, so nothing in it was checked\./);
    assert.equal(code, 2);
  });

  it('nested in each other own what is theirs', async t => {
    const folder = folderOf(
      t,
      `
      === tickmark.yaml
      ${manifest}
      === policies/a.md
      ---
      id: a
      ---
      CC9.9
      === teams/pay/tickmark.yaml
      ${manifest}
      === teams/pay/policies/a.md
      ---
      id: a
      ---
      CC9.8
      `,
    );
    const all = await checked(folder);
    assert.deepEqual(roots(all), ['.', 'teams/pay']);
    assert.deepEqual(places(all, 'criteria/unknown'), [
      'policies/a.md:4:1-6',
      'teams/pay/policies/a.md:4:1-6',
    ]);
    assert.deepEqual(places(all, 'documents/duplicate-id'), []);
    assert.deepEqual(roots(await checked(folder, 'policies')), ['.']);
    assert.deepEqual(roots(await checked(folder, 'policies/a.md')), ['.']);
    assert.deepEqual(roots(await checked(folder, 'tickmark.yaml')), ['.']);
    assert.deepEqual(roots(await checked(folder, 'teams/pay')), ['teams/pay']);
    assert.deepEqual(roots(await checked(folder, 'teams/pay/policies/a.md')), ['teams/pay']);
    assert.deepEqual(roots(await checked(join(folder, 'teams/pay/policies'))), ['..']);
    assert.deepEqual(roots(await checked(folder, 'teams')), ['.', 'teams/pay']);
  });

  it('need only one of them to have the report that is asked for', async t => {
    const folder = folderOf(
      t,
      `${two}\n    === west/tickmark.yaml\n    report: {id: other, kind: soc2, type: 1}\n`,
    );
    const code = async (report: string) =>
      (await tickmark(folder, 'check', '--report', report, '--fail-on', 'error')).code;
    assert.equal(await code('other'), 1);
    assert.equal(await code('soc2'), 1);
    assert.equal(await code('third'), 2);
  });
});
