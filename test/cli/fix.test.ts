import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';
import { tickmark, tickmarkJson, tickmarkWith, withoutPower } from './tickmark.ts';

const fixture = `
=== controls/a.md
---
id: A # first
satisfies: {TSC: [cc6.1, "CC 6.2 - Users", CC9.9]}
---
Text. <!-- tickmark-ignore criteria/spelling, documents/placeholder: not here -->
=== policies/p.md
---
id: p
satisfies: [CC6.1]
---
=== policies/q.md
---
id: q
satisfies: [cc6.3]
---
`;

describe('check --fix', () => {
  it('clears beside what it writes what a run left behind that was killed', t => {
    const folder = folderOf(t, fixture);
    const left = '.tickmark-draft-4194305-0123456789abcdef';
    for (const path of [`controls/${left}`, `other/${left}`]) write(folder, path, '---');
    tickmark(folder, 'check', '--fix');
    assert.deepEqual(readdirSync(join(folder, 'controls')), ['a.md']);
    assert.deepEqual(readdirSync(join(folder, 'other')), [left]);
  });

  it('mends what is safe, says what it did, and reports what is left', t => {
    const folder = folderOf(t, fixture);
    const { code, stdout, stderr } = tickmark(folder, 'check', '--fix');
    assert.deepEqual([code, stderr], [1, '']);
    assert.equal(
      readFileSync(join(folder, 'controls/a.md'), 'utf8'),
      '---\nid: A # first\nsatisfies: {TSC: [CC6.1, "CC6.2 - Users", CC9.9]}\n---\nText.',
    );
    assert.match(
      stdout,
      /^controls\/a\.md: fixed 2 findings of criteria\/spelling\ncontrols\/a\.md: fixed 2 findings of rules\/unused-silencing\npolicies\/q\.md: fixed 1 finding of criteria\/spelling\n\n/,
    );
    assert.match(stdout, /CC9\.9/);
    assert.doesNotMatch(stdout, /cc6\.1/);
    assert.doesNotMatch(tickmark(folder, 'check', '--fix').stdout, /fixed/);
  });

  it('mends only what was named, and gives JSON', t => {
    const folder = folderOf(t, fixture);
    const before = readFileSync(join(folder, 'controls/a.md'), 'utf8');
    const { fixed } = tickmarkJson(folder, 'check', 'policies', '--fix');
    assert.deepEqual(fixed, [{ file: 'policies/q.md', program: '.', rule: 'criteria/spelling', count: 1 }]);
    assert.equal(readFileSync(join(folder, 'controls/a.md'), 'utf8'), before);
  });

  it('keeps byte order mark, line ends and mode, and leaves nothing else behind', t => {
    const folder = folderOf(t, fixture);
    const file = join(folder, 'policies/q.md');
    writeFileSync(file, '\ufeff---\r\nid: q\r\nsatisfies: [cc6.3]\r\n---\r\n');
    chmodSync(file, 0o640);
    assert.equal(tickmark(folder, 'check', 'policies', '--fix').code, 0);
    assert.equal(readFileSync(file, 'utf8'), '\ufeff---\r\nid: q\r\nsatisfies: [CC6.3]\r\n---\r\n');
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(join(folder, 'policies')), ['p.md', 'q.md']);
  });

  it('leaves a file alone that is not UTF-8', t => {
    const folder = folderOf(t, fixture);
    const file = join(folder, 'policies/q.md');
    const bytes = Buffer.concat([
      Buffer.from('---\nid: q\ntitle: Caf'),
      Buffer.from([0xe9]),
      Buffer.from('\nsatisfies: [cc6.3]\n---\n'),
    ]);
    writeFileSync(file, bytes);
    assert.equal(tickmark(folder, 'check', 'policies', '--fix').code, 1);
    assert.ok(readFileSync(file).equals(bytes));
  });

  it('says which file could not be written', t => {
    const folder = folderOf(t, fixture);
    const parts = ['controls', 'policies'].map(name => join(folder, name));
    chmodSync(folder, 0o755);
    for (const part of parts) chmodSync(part, 0o555);
    const { code, stdout, stderr } = tickmarkWith({ cwd: folder, ...withoutPower }, 'check', '--fix');
    for (const part of parts) chmodSync(part, 0o755);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^tickmark: controls\/a\.md could not be written: /);
  });

  it('changes nothing without being told to', t => {
    const folder = emptyFolder(t);
    write(folder, 'tickmark.yaml', '');
    write(folder, 'controls/a.md', '---\nid: A\nsatisfies: [cc6.1]\n---\n');
    tickmark(folder, 'check');
    assert.match(readFileSync(join(folder, 'controls/a.md'), 'utf8'), /cc6\.1/);
  });
});
