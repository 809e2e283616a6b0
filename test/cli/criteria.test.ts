import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { tickmark, tickmarkJson } from './tickmark.ts';

function listed(...args: readonly string[]): string {
  const { code, stdout, stderr } = tickmark(tmpdir(), 'criteria', ...args);
  assert.deepEqual([code, stderr], [0, '']);
  return stdout;
}

describe('criteria', () => {
  it('lists everything, by group', () => {
    const lines = listed().split('\n');
    assert.deepEqual(lines.slice(0, 2), ['CC1 Control environment', '  CC1.1 Integrity and ethics']);
    assert.equal(lines.filter(line => /^ {2}\S/.test(line)).length, 61);
    assert.equal(lines.at(-2), '61 criteria, 330 points of focus');
  });

  it('lists what a scope asks for', () => {
    assert.match(listed('--scope', 'security'), /\n33 criteria, 208 points of focus\n$/);
    const both = listed('--scope', 'Availability, privacy');
    assert.match(both, /\n54 criteria, 299 points of focus\n$/);
    assert.match(both, /^A1 Availability$/m);
    assert.doesNotMatch(both, /^C1 /m);
  });

  it('lists points of focus where they are asked for', () => {
    const points = listed('--points').match(/^ {4}\S+-POF\d+ .+$/gm);
    assert.equal(points?.length, 330);
    assert.doesNotMatch(listed(), /POF/);
  });

  it('puts the points of the other role last, and says how many are left', () => {
    const list = listed('--scope', 'privacy', '--role', 'controller', '--points');
    assert.match(list, /P5\.1-POF5 .+\n {4}P5\.1-POF1 .+ \(processor\)\n/);
    assert.match(list, /\n51 criteria, 282 points of focus \(279 concern a controller\)\n$/);
  });

  it('gives JSON', () => {
    const { version, catalogue, scope, criteria, counts, ...rest } = tickmarkJson(
      tmpdir(),
      'criteria',
      '--scope',
      'confidentiality',
    );
    assert.deepEqual([version, catalogue, scope, rest], [1, 'TSC', ['security', 'confidentiality'], {}]);
    assert.deepEqual(counts, { criteria: 35, points: 220, pointsOfRole: 220 });
    assert.equal(criteria.length, 35);
    assert.deepEqual(Object.keys(criteria[0]), ['id', 'title', 'description', 'group']);
  });

  it('gives JSON with points', () => {
    const { criteria, role } = tickmarkJson(tmpdir(), 'criteria', '--points', '--role', 'processor');
    assert.equal(role, 'processor');
    assert.equal(criteria[0].points[0].id, 'CC1.1-POF1');
  });

  it('gives CSV', () => {
    const rows = listed('--format', 'csv').split('\r\n');
    assert.equal(rows.length, 1 + 61 + 1);
    assert.equal(rows[0], 'category,group,criterion,point,title,text,only,role');
    assert.match(rows[1] ?? '', /^security,CC1,CC1\.1,,Integrity and ethics,"/);
    assert.equal(listed('--format', 'csv', '--points').split('\r\n').length, 1 + 61 + 330 + 1);
  });

  const cases: readonly (readonly [args: readonly string[], why: RegExp])[] = [
    [
      ['--scope', 'security,safety'],
      /^tickmark: --scope safety: there is no such category\. The categories: security, /,
    ],
    [['--scope', ''], /^tickmark: --scope : there is no such category\./],
    [['--role', 'owner'], /^tickmark: --role owner: use controller or processor\./],
    [['--format', 'xml'], /^tickmark: --format xml: use text or json or csv\./],
  ];
  for (const [args, why] of cases) {
    it(`cannot run with ${args.join(' ')}`, () => {
      const { code, stdout, stderr } = tickmark(tmpdir(), 'criteria', ...args);
      assert.match(stderr, why);
      assert.deepEqual([code, stdout], [2, '']);
    });
  }
});
