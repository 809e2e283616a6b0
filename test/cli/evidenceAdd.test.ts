// `tickmark evidence add`: what it writes, and what it refuses before it has written anything.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';
import { tickmark } from './inOneProcess.ts';

const program = `
  === tickmark.yaml
  reports: [{id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}]
  scope: {categories: [security]}
  === controls/access.yaml
  - {id: AC-01, title: Access reviews, status: implemented, frequency: quarterly, systems: [okta, github], satisfies: [CC6.1]}
  - {id: AC-02, title: Scans, status: implemented, frequency: quarterly, satisfies: [CC7.1]}
  === evidence/access.yaml
  - id: EV-1
    controls: [AC-02]
    performed: 2026-03-02
  - id: EV-2
    controls: [AC-09]
  `;

/** A program, a file outside of it, and the command there on a day in the second quarter. */
function place(t: TestContext) {
  const [folder, outside] = [folderOf(t, program), emptyFolder(t)];
  write(outside, 'scan.pdf', 'scan');
  const file = join(outside, 'scan.pdf');
  const add = (...args: readonly string[]) =>
    tickmark(folder, 'evidence', 'add', ...args, '--as-of', '2026-06-20');
  return { folder, file, add };
}

const refused: readonly (readonly [words: readonly string[], says: RegExp])[] = [
  [[], /^tickmark: Name a control and a file/],
  [['AC-2', 'FILE', '--window', '2026-Q2'], /AC-2: No control has this id\. Did you mean `AC-02`\?/],
  [['AC-02', 'FILE'], /Add --window .* AC-02 lacks evidence for 2026-Q2, 2026-Q3, 2026-Q4\.$/m],
  [['AC-02', 'FILE', '--window', '2026-Q5'], /AC-02 has no such window\. Did you mean `2026-Q/],
  [['AC-02', 'FILE', '--window', '2026-Q1'], /nothing is missing\. 2026-Q1 has evidence of 2026-03-02\./],
  [['AC-02', 'no.pdf', '--window', '2026-Q2'], /no\.pdf is not a file/],
  [['AC-01', 'FILE', '--window', '2026-Q2'], /missing for okta, github\. Add --system/],
  [['AC-01', 'FILE', '--window', '2026-Q2', '--system', 'oktta'], /Did you mean `okta`\?/],
  [['AC-02', 'FILE', '--window', '2026-Q2', '--performed', '2026-06-21'], /still to come/],
  [['AC-02', 'FILE', '--window', '2026-Q2', '--performed', '2026-03-21'], /before 2026-Q2/],
];

describe('evidence add', () => {
  it('copies a file into the program and records it, and never over another', async t => {
    const { folder, file, add } = place(t);
    const { code, stdout, stderr } = await add('AC-02', file, '--window', '2026-Q2');
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      `evidence/AC-02/2026-Q2/scan.pdf: copied from ${file}
evidence/access.yaml:4: recorded EV-3, Scans, 2026-Q2
evidence/access.yaml:8: add \`performed\`, the day on which the control was performed
`,
    );
    assert.equal(readFileSync(join(folder, 'evidence/AC-02/2026-Q2/scan.pdf'), 'utf8'), 'scan');
    assert.equal(
      readFileSync(join(folder, 'evidence/access.yaml'), 'utf8'),
      `- id: EV-1
  controls: [AC-02]
  performed: 2026-03-02
- id: EV-3
  title: Scans, 2026-Q2
  controls: [AC-02]
  window: 2026-Q2
  performed:
  collected: 2026-06-20
  source: AC-02/2026-Q2/scan.pdf
  sha256: 59ad1b2fc74287ded1bba7af67765d23ad4a49f1ae51902cc2ed3f8ebee96cfa
- id: EV-2
  controls: [AC-09]
`,
    );
    const again = await add('AC-02', file, '--window', '2026-Q3');
    assert.equal(again.code, 0);
    write(folder, 'evidence/AC-02/2026-Q4/scan.pdf', 'other');
    const last = await add('AC-02', file, '--window', '2026-Q4');
    assert.equal(last.code, 2);
    assert.match(last.stderr, /2026-Q4\/scan\.pdf exists already, and nothing is overwritten/);
    assert.equal(readFileSync(join(folder, 'evidence/AC-02/2026-Q4/scan.pdf'), 'utf8'), 'other');
  });

  it('links a file of the program where it lies, and an address', async t => {
    const { folder, add } = place(t);
    write(folder, 'reports/scan.pdf', 'scan');
    const linked = await add('AC-02', 'reports/scan.pdf', '--window', '2026-Q2', '--performed', '2026-06-12');
    assert.equal(linked.stdout, 'evidence/access.yaml:4: recorded EV-3, Scans, 2026-Q2\n');
    await add('AC-01', 'https://example.com/r', '--window', '2026-Q2', '--system', 'okta');
    const text = readFileSync(join(folder, 'evidence/access.yaml'), 'utf8');
    assert.match(
      text,
      / {2}performed: 2026-06-12\n {2}collected: 2026-06-20\n {2}source: reports\/scan\.pdf\n {2}sha256: /,
    );
    assert.match(text, / {2}systems: \[okta\]\n(?: .*\n)* {2}source: https:\/\/example\.com\/r\n/);
    assert.deepEqual(readdirSync(join(folder, 'evidence')), ['access.yaml']);
  });

  it('records who keeps what is at an address, and its hash', async t => {
    const { folder, file, add } = place(t);
    const hash = '59ad1b2fc74287ded1bba7af67765d23ad4a49f1ae51902cc2ed3f8ebee96cfa';
    const of = ['--window', '2026-Q2', '--custodian', 'cto', '--sha256'];
    const wrong = await add('AC-02', 'https://example.com/s', ...of, 'f00d');
    assert.match(wrong.stderr, /--sha256 f00d: write the 64 hexadecimal digits/);
    const ofFile = await add('AC-02', file, '--window', '2026-Q2', '--custodian', 'cto');
    assert.match(ofFile.stderr, /--custodian: leave it out/);
    const { code } = await add('AC-02', 'https://example.com/r', ...of, hash.toUpperCase());
    assert.equal(code, 0);
    const text = readFileSync(join(folder, 'evidence/access.yaml'), 'utf8');
    assert.match(
      text,
      new RegExp(` {2}source: https://example\\.com/r\n {2}sha256: ${hash}\n {2}custodian: cto\n`),
    );
  });

  it('keeps what is too large, or holds personal data, out of the repository, and says how to record it', async t => {
    const { folder, file, add } = place(t);
    truncateSync(file, (1 << 28) + 1);
    const large = await add('AC-02', file, '--window', '2026-Q2');
    assert.equal(large.code, 2);
    assert.match(
      large.stderr,
      /larger than 256 MiB.* record its address: `tickmark evidence add CONTROL https/,
    );
    truncateSync(file, 4);
    write(
      folder,
      'controls/people.yaml',
      '{id: HR-01, status: implemented, frequency: quarterly, expects: [background-check], satisfies: [CC1.4]}',
    );
    const personal = await add('HR-01', file, '--window', '2026-Q2');
    assert.match(
      personal.stderr,
      /a background-check holds personal data, which stays out .*--sha256 [0-9a-f]{64} --custodian PERSON`/,
    );
    assert.deepEqual(readdirSync(join(folder, 'evidence')), ['access.yaml']);
  });

  it('takes back the copy and its folders if the record cannot be written', async t => {
    const { folder, file, add } = place(t);
    chmodSync(join(folder, 'evidence/access.yaml'), 0o444);
    const { code, stderr } = await add('AC-02', file, '--window', '2026-Q2');
    assert.equal(code, 2);
    assert.match(stderr, /evidence\/access\.yaml could not be written: it is read-only/);
    assert.deepEqual(readdirSync(join(folder, 'evidence')), ['access.yaml']);
  });

  it('says what a register has no column for', async t => {
    const { folder, file, add } = place(t);
    write(folder, 'evidence/access.yaml', '');
    write(folder, 'evidence/register.csv', 'Id,Control,Window,Performed,Source\nEV-1,AC-02,2026-Q1,,a.pdf\n');
    const { stdout } = await add('AC-02', file, '--window', '2026-Q2');
    assert.match(
      stdout,
      /^evidence\/register\.csv:3: not recorded, because no column is named `sha256`: 59ad1b/m,
    );
    assert.match(stdout, /^evidence\/register\.csv:3: not recorded, .* `collected`: 2026-06-20$/m);
  });

  it('refuses what it cannot file, says what there is, and writes nothing', async t => {
    const { folder, file, add } = place(t);
    for (const [words, says] of refused) {
      const { code, stderr, stdout } = await add(...words.map(word => (word === 'FILE' ? file : word)));
      assert.deepEqual([code, stdout], [2, ''], words.join(' '));
      assert.match(stderr, says);
    }
    assert.equal(existsSync(join(folder, 'evidence/AC-02')), false);
  });
});
