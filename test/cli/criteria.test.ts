import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { tsc } from '../../server/src/core/catalog/tsc.ts';
import { folderOf } from '../workspace/folder.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';

async function listed(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await tickmark(tmpdir(), 'criteria', ...args);
  assert.deepEqual([code, stderr], [0, '']);
  return stdout;
}

describe('criteria', () => {
  it('lists everything, by group', async () => {
    const lines = (await listed()).split('\n');
    assert.deepEqual(lines.slice(0, 2), [
      'CC1 Control environment',
      '  CC1.1 Integrity and ethics · 5 points',
    ]);
    assert.equal(lines.filter(line => /^ {2}\S/.test(line)).length, 61);
    assert.equal(lines.at(-2), '61 criteria, 330 points of focus');
  });

  it('lists what a scope asks for', async () => {
    assert.match(await listed('--scope', 'security'), /\n33 criteria, 208 points of focus\n$/);
    const both = await listed('--scope', 'Availability, privacy');
    assert.match(both, /\n54 criteria, 299 points of focus\n$/);
    assert.match(both, /^A1 Availability$/m);
    assert.doesNotMatch(both, /^C1 /m);
  });

  it('counts the points of each criterion in scope', async () => {
    const counts = async (scope: string) =>
      Object.fromEntries(
        [...(await listed('--scope', scope)).matchAll(/^ {2}(\S+) .* · (\d+) points?$/gm)].map(
          ([, id, count]) => [id, Number(count)],
        ),
      );
    assert.deepEqual(
      Object.entries(await counts('all')),
      tsc.criteria.map(({ id, points }) => [id, points.length]),
    );
    const security = await counts('security');
    assert.deepEqual([security['CC6.1'], security['CC7.4'], security['CC8.1']], [11, 11, 14]);
  });

  describe('without a scope', () => {
    const program = `=== tickmark.yaml
reports:
  - {id: now, kind: soc2, type: 1, asOf: 2026-06-30, categories: [security, privacy]}
  - {id: next, kind: soc2, type: 2, state: planned, categories: [security]}
scope: {exclude: [{criterion: CC6.4, reason: No premises}]}
privacyRole: processor
=== controls/a.md
---
id: A
---
`;

    it('are those of the report of the manifest here or above', async t => {
      const folder = folderOf(t, program);
      const { stdout } = await tickmark(`${folder}/controls`, 'criteria');
      const lines = stdout.split('\n');
      assert.equal(lines[0], 'SOC 2 Type I (now), as of 2026-06-30: Security, Privacy');
      assert.ok(lines.includes('  CC6.4 Physical access · 4 points · excluded: No premises'));
      assert.equal(
        lines.at(-2),
        '51 criteria (1 excluded), 282 points of focus (267 likely to matter to a processor; consider all)',
      );
    });

    it('are those of another report where it is named, in another folder', async t => {
      const folder = folderOf(t, program);
      const { report, scope, role, criteria, counts } = await tickmarkJson(
        tmpdir(),
        'criteria',
        folder,
        '--report',
        'next',
      );
      assert.deepEqual([report, scope, role], ['next', ['security'], 'processor']);
      assert.deepEqual(counts, { criteria: 33, excluded: 1, points: 208, pointsOfRole: 208 });
      assert.deepEqual(criteria.find(({ id }: { readonly id: string }) => id === 'CC6.4').excluded, {
        reason: 'No premises',
      });
    });

    it('are everything where there is no manifest, or it states no scope', async t => {
      const folder = folderOf(t, '=== tickmark.yaml\norganization: X\n');
      assert.match((await tickmark(folder, 'criteria')).stdout, /\n61 criteria, 330 points of focus\n$/);
      assert.match(await listed(), /\n61 criteria, 330 points of focus\n$/);
    });

    it('cannot be those of a report that is not there', async t => {
      const { code, stderr } = await tickmark(folderOf(t, program), 'criteria', '--report', 'x');
      assert.match(stderr, /^tickmark: The manifest has no report `x`\. Known reports: now, next\./);
      assert.equal(code, 2);
    });
  });

  it('lists points of focus where they are asked for', async () => {
    const points = (await listed('--points')).match(/^ {4}\S+-POF\d+ .+$/gm);
    assert.equal(points?.length, 330);
    assert.doesNotMatch(await listed(), /POF/);
  });

  it('puts the points of the other role last, and says how many are left', async () => {
    const list = await listed('--scope', 'privacy', '--role', 'controller', '--points');
    assert.match(list, /P5\.1-POF5 .+\n {4}P5\.1-POF1 .+ \(likely to matter to a processor\)\n/);
    assert.match(
      list,
      /\n51 criteria, 282 points of focus \(279 likely to matter to a controller; consider all\)\n$/,
    );
  });

  it('gives JSON', async () => {
    const { version, report, scope, criteria, counts, ...rest } = await tickmarkJson(
      tmpdir(),
      'criteria',
      '--scope',
      'confidentiality',
    );
    assert.deepEqual([version, report, scope, rest], [1, null, ['security', 'confidentiality'], {}]);
    assert.deepEqual(counts, { criteria: 35, excluded: 0, points: 220, pointsOfRole: 220 });
    assert.equal(criteria.length, 35);
    assert.deepEqual(Object.keys(criteria[0]), [
      'catalog',
      'id',
      'title',
      'description',
      'group',
      'pointCount',
    ]);
  });

  it('gives JSON with points', async () => {
    const { criteria, role } = await tickmarkJson(tmpdir(), 'criteria', '--points', '--role', 'processor');
    assert.equal(role, 'processor');
    assert.equal(criteria[0].points[0].id, 'CC1.1-POF1');
  });

  it('gives CSV', async () => {
    const rows = (await listed('--format', 'csv')).split('\r\n');
    assert.equal(rows.length, 1 + 61 + 1);
    assert.equal(rows[0], 'catalog,category,group,criterion,point,title,text,only,role,excluded');
    assert.match(rows[1] ?? '', /^TSC,security,CC1,CC1\.1,,Integrity and ethics,"/);
    assert.equal((await listed('--format', 'csv', '--points')).split('\r\n').length, 1 + 61 + 330 + 1);
  });

  const cases: readonly (readonly [args: readonly string[], why: RegExp])[] = [
    [
      ['--scope', 'security,safety'],
      /^tickmark: --scope safety: this category does not exist\. Use security, /,
    ],
    [['--scope', ''], /^tickmark: --scope : this category does not exist\./],
    [['--role', 'owner'], /^tickmark: --role owner: use controller or processor\./],
    [['--format', 'xml'], /^tickmark: --format xml: use one of text, json, csv\./],
    [
      ['--report', 'x'],
      /^tickmark: --report: no manifest `tickmark\.yaml` found\. Name the scope with `--scope` instead\./,
    ],
    [['nowhere'], /^tickmark: nowhere is not a folder\./],
  ];
  for (const [args, why] of cases) {
    it(`cannot run with ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await tickmark(tmpdir(), 'criteria', ...args);
      assert.match(stderr, why);
      assert.deepEqual([code, stdout], [2, '']);
    });
  }
});
