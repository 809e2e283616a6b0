import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/core/rules/rules.ts';
import { folderOf } from '../workspace/folder.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';

async function explained(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await tickmark(tmpdir(), 'explain', ...words);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  return stdout;
}

describe('explain', () => {
  it('tells what a criterion asks for', async () => {
    const page = await explained('CC6.1', '--format', 'markdown');
    assert.match(page, /^# CC6\.1 .+\n\nSecurity · CC6 .+\n/);
    for (const heading of [
      'What auditors usually look at',
      'Typical controls',
      'Typical evidence',
      'Points of focus',
    ])
      assert.match(page, new RegExp(`^## ${heading}`, 'm'));
  });

  it('is plain text where it is piped, with no line broken', async () => {
    const lines = (await explained('CC6.1')).split('\n');
    assert.equal(lines[0], 'CC6.1 Logical access protection');
    assert.ok(lines.includes('What auditors usually look at'));
    assert.ok(lines.some(line => line.length > 100));
    assert.ok(lines.every(line => !line.includes('\u001b')));
  });

  const spellings: readonly (readonly [said: readonly string[], meant: string])[] = [
    [['cc6.1'], 'CC6.1'],
    [['CC', '6.1'], 'CC6.1'],
    [['TSC:CC6.1'], 'CC6.1'],
    [['CC6.1.b'], 'CC6.1'],
    [['cc6.1-pof2'], 'CC6.1-POF2'],
    [['CC6.x'], 'CC6'],
    [['CC6', 'series'], 'CC6'],
    [['dc3'], 'DC 3'],
    [['DC-3'], 'DC 3'],
    [['processing', 'integrity'], 'PI'],
    [['common criteria'], 'security'],
    [['tsc'], 'TSC'],
  ];
  for (const [said, meant] of spellings) {
    it(`understands ${said.join(' ')}`, async () =>
      assert.equal(await explained(...said), await explained(meant)));
  }

  const titles: readonly (readonly [what: string, page: RegExp])[] = [
    ['CC6.1-POF2', /^CC6\.1-POF2 .+\n\nPoint of focus, one of 13 of CC6\.1 /],
    ['CC6', /^CC6 .+\n\nSecurity · 8 criteria\n/],
    ['availability', /^Availability\n\nWith it, a report has 36 criteria and 225 points of focus/],
    ['DC 3', /^DC 3 .+\n\nDescription criterion · Type I and Type II\n/],
    ['TSC', /^TSC .+\n\n61 criteria · 330 points of focus\n/],
  ];
  for (const [what, page] of titles)
    it(`explains ${what}`, async () => assert.match(await explained(what), page));

  const data: readonly (readonly [what: string, key: string, some: object])[] = [
    ['CC6.1-POF2', 'point', { id: 'CC6.1-POF2', criterion: 'CC6.1', number: 2 }],
    ['C1', 'group', { id: 'C1', category: 'confidentiality', criteria: ['C1.1', 'C1.2'] }],
    ['availability', 'category', { id: 'availability', common: false, groups: ['A1'] }],
    ['DC 9', 'descriptionCriterion', { id: 'DC 9', appliesTo: [2] }],
    ['TSC', 'catalog', { name: 'TSC' }],
  ];
  for (const [what, key, some] of data) {
    it(`gives ${what} as JSON`, async () => {
      const { version, [key]: found, ...rest } = await tickmarkJson(tmpdir(), 'explain', what);
      assert.deepEqual([version, rest], [1, {}]);
      assert.deepEqual({ ...found, ...some }, found);
    });
  }

  const unknown: readonly (readonly [what: string, why: RegExp])[] = [
    ['CC6.1-POF99', /^tickmark: `CC6\.1-POF99` is not a criterion\. CC6\.1 has 13 points of focus/],
    ['DC 12', /^tickmark: `DC 12` does not exist\. The description criteria are DC 1 to DC 9\./],
    [
      'GAPP 4.2.1',
      /^tickmark: `GAPP 4\.2\.1` is not a criterion\. The privacy criteria replaced the Generally Accepted Privacy Principles/,
    ],
    ['CC10', /^tickmark: `CC10` is not a criterion\./],
    ['privcy', /Did you mean `Privacy`\?/],
  ];
  for (const [what, why] of unknown) {
    it(`says what is wrong with ${what}`, async () => {
      const { code, stdout, stderr } = await tickmark(tmpdir(), 'explain', what);
      assert.match(stderr, why);
      assert.deepEqual([code, stdout], [2, '']);
    });
  }

  it('explains each of several, and only one at a time as JSON', async () => {
    const { stdout, code } = await tickmark(tmpdir(), 'explain', 'CC6.1', 'CC6.2');
    assert.match(stdout, /^CC6\.1 [\s\S]*\n\nCC6\.2 /);
    assert.equal(code, 0);
    const refused = await tickmark(tmpdir(), 'explain', 'CC6.1', 'CC6.2', '--format', 'json');
    assert.match(refused.stderr, /name one criterion or rule at a time/);
    assert.equal(refused.code, 2);
  });

  it('gives a criterion as JSON', async () => {
    const { version, criterion, ...rest } = await tickmarkJson(tmpdir(), 'explain', 'A1.2');
    assert.deepEqual([version, criterion.id, rest], [1, 'A1.2', {}]);
  });

  it('tells what a rule finds, why, and how to mend it', async () => {
    const page = await explained('criteria/unknown', '--format', 'markdown');
    assert.match(page, /^# criteria\/unknown\n/);
    for (const heading of ['Why it matters', 'How to fix it', 'Messages', 'Examples'])
      assert.match(page, new RegExp(`^## ${heading}$`, 'm'));
  });

  it('gives a rule as JSON', async () => {
    const { version, rule, ...rest } = await tickmarkJson(tmpdir(), 'explain', 'criteria/unknown');
    const { name, severity } = rule;
    assert.deepEqual([version, name, severity, rest], [1, 'criteria/unknown', 'error', {}]);
    assert.deepEqual(rule.examples, rules.find(one => one.name === name)?.examples);
  });
});

describe('what a catalog of the program here has', () => {
  const program = `
    === tickmark.yaml
    catalogs: [catalogs/own.yaml]
    === catalogs/own.yaml
    name: ICFR
    title: Control objectives
    criteria:
      - {id: CO-1, title: Payments are authorized, related: [CO-2]}
      - {id: CO-2, title: Changes are tested}
    === controls/a.md
    Text.
  `;

  it('is explained by its id, with or without the name of the catalog before it', async t => {
    const folder = folderOf(t, program);
    for (const words of [['CO-1'], ['ICFR', 'co-1'], ['icfr: CO-1']]) {
      const { code, stdout } = await tickmark(`${folder}/controls`, 'explain', ...words);
      assert.match(stdout, /^CO-1 Payments are authorized\n/);
      assert.equal(code, 0);
    }
    const { stdout } = await tickmark(folder, 'explain', 'ICFR', '--format', 'json');
    assert.deepEqual(JSON.parse(stdout).catalog.criteria, ['CO-1', 'CO-2']);
  });

  it('comes with where it stands in the program, whose documents are all read', async t => {
    const folder = folderOf(
      t,
      `
    === tickmark.yaml
    report: {id: now, kind: soc2, type: 1, asOf: 2026-06-30}
    scope: {categories: [security]}
    === controls/a.md
    ---
    {id: A-1, title: Badges, status: implemented, satisfies: [CC6.4]}
    ---
    `,
    );
    const shown = async (what: string) => (await tickmark(`${folder}/controls`, 'explain', what)).stdout;
    assert.match(await shown('CC6.4'), /\nimplemented: A-1 is in place\. \(management's view\)\n/);
    assert.match(await shown('CC6'), /\n {2}Criterion {2}A-1\n[\s\S]*\n {2}CC6\.4 {6}●\n/);
    assert.match(await shown('security'), /\n {2}⊗ missing {6}32 {2}█{40}\n[\s\S]*● CC6\.4/);
    assert.doesNotMatch(await shown('DC 3'), /scope of the current report/);
  });

  it('is nothing elsewhere', async t => {
    const { code, stderr } = await tickmark(folderOf(t, '=== a.md\nText.\n'), 'explain', 'CO-1');
    assert.match(stderr, /`CO-1` is neither a criterion nor a rule\./);
    assert.equal(code, 2);
  });
});

describe('a record of the program here', () => {
  const program = `
    === tickmark.yaml
    report: {id: now, kind: soc2, type: 1, asOf: 2026-06-30}
    scope: {categories: [security]}
    === controls/badges.yaml
    {id: A-1, title: Badges, status: implemented, satisfies: [CC6.4]}
    === evidence/photo.yaml
    {id: E-1, title: Photo of the door, controls: [A-1]}
  `;

  it('is explained where the folders tell the program, and no manifest', async t => {
    const record = '---\nid: A-1\ntitle: Badges\nsatisfies: [CC6.4]\n---\n';
    const folder = folderOf(t, `=== controls/badges.md\n${record}=== policies/access.md\n# Access\n`);
    const { stdout, code } = await tickmark(`${folder}/policies`, 'explain', 'A-1');
    assert.match(stdout, /^A-1 Badges\n\nControl in \.\.\/controls\/badges\.md\n/);
    assert.equal(code, 0);
  });

  it('is explained where only the pages tell the program', async t => {
    const record = (id: string) => `---\nkind: control\nid: ${id}\ntitle: Badges\nsatisfies: [CC6.4]\n---\n`;
    const folder = folderOf(
      t,
      `=== badges.md\n${record('AC-1')}=== keys.md\n${record('AC-2')}=== c/d.md\n# D\n`,
    );
    for (const [at, file] of [
      ['', 'badges.md'],
      ['/c', '../badges.md'],
    ] as const) {
      const { stdout, code } = await tickmark(folder + at, 'explain', 'AC-1');
      assert.ok(stdout.startsWith(`AC-1 Badges\n\nControl in ${file}\n`), stdout);
      assert.equal(code, 0);
    }
    assert.match(
      (await tickmark(folder, 'explain', 'AC-3')).stderr,
      /nor a record of this program\. Did you mean `AC-1`/,
    );
    // The folder of others around it is no program of these pages.
    const around = folderOf(
      t,
      `=== soc2/badges.md\n${record('AC-1')}=== soc2/keys.md\n${record('AC-2')}=== a.md\n# A\n=== b.md\n# B\n`,
    );
    assert.match((await tickmark(`${around}/soc2`, 'explain', 'AC-1')).stdout, /^AC-1 Badges/);
    assert.match(
      (await tickmark(around, 'explain', 'AC-1')).stderr,
      /Records are explained in the folder of their program/,
    );
  });

  it('is explained by its id or its file, with what it serves and what names it', async t => {
    const folder = folderOf(t, program);
    const { stdout, code } = await tickmark(`${folder}/controls`, 'explain', 'a-1');
    assert.match(
      stdout,
      /^A-1 Badges\n\nControl in badges\.yaml\n\nIt is in place\.\n[\s\S]*• CC6\.4 Physical access: implemented\n[\s\S]*• E-1 Photo of the door · evidence, under controls\n$/,
    );
    assert.equal(code, 0);
    const { version, records, ...rest } = await tickmarkJson(folder, 'explain', 'badges');
    assert.deepEqual(
      [version, records, rest],
      [
        1,
        [
          {
            program: '.',
            file: 'controls/badges.yaml',
            kind: 'control',
            id: 'A-1',
            title: 'Badges',
            standing: 'counts',
            state: 'It is in place.',
            values: { status: 'implemented' },
            criteria: ['CC6.4'],
            names: [],
            namedBy: [{ file: 'evidence/photo.yaml', kind: 'evidence', id: 'E-1' }],
          },
        ],
        {},
      ],
    );
    const { stderr } = await tickmark(folder, 'explain', 'A-2');
    assert.match(stderr, /^tickmark: `A-2` is neither .*\. Did you mean `A-1`\?\n$/);
  });
});

describe('a word', () => {
  it('leads to criteria', async () => {
    assert.match(
      await explained('encryption'),
      /^encryption\n\nCriteria\n\n {2}• CC6\.1 Logical access protection\n/,
    );
    const { found } = await tickmarkJson(tmpdir(), 'explain', 'encryption');
    assert.deepEqual(found.criteria[0], { id: 'CC6.1', word: 'encryption' });
  });

  it('that the name of one rule has is that rule, and of several their list', async () => {
    assert.equal(await explained('unmapped'), await explained('controls/unmapped'));
    assert.match(
      await explained('missing owner'),
      /^missing owner\n\nRules\n\n {2}• controls\/missing-owner: /,
    );
  });
});
