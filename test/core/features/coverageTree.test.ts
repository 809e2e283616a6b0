import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { coverageNodes } from '../../../server/src/core/features/coverageTree.ts';
import type { ProgramNode } from '../../../server/src/core/features/treeNode.ts';
import { rangeOf } from '../../../server/src/core/model/shape.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import type { Program } from '../../../server/src/core/program/program.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';
import { elementsOf, readers } from '../pages/drawn.ts';
import { noise } from './anyDocument.ts';
import { fixtureOf } from './editingAt.ts';

const example = `
  === tickmark.yaml
  reports:
    - {id: soc2/2026, kind: soc2, type: 1, asOf: 2026-06-30}
    - {id: old, kind: soc2, type: 1, asOf: 2025-06-30, state: issued}
  scope:
    categories: [security, availability]
    exclude: [{criterion: A1.1, reason: None.}]
  === controls/all.yaml
  - id: AC-01
    title: Single sign-on
    status: implemented
    satisfies: [CC6.1, CC6.2]
  - id: AC-02
    status: planned
    satisfies: [CC6.1]
  === policies/access.md
  ---
  title: Access
  ---
  It serves CC6.1.
`;

/** Every node of the tree, its parents before it, a line each, indented. */
function drawn(program: Program, id?: string, depth = 0): string[] {
  return coverageNodes(program, id).flatMap(node => [
    `${'  '.repeat(depth)}${node.label} | ${node.description} | ${node.icon}`,
    ...(node.children === 'none' ? [] : drawn(program, node.id, depth + 1)),
  ]);
}

function allNodes(program: Program, id?: string): ProgramNode[] {
  return coverageNodes(program, id).flatMap(node => [node, ...allNodes(program, node.id)]);
}

describe('the coverage tree', () => {
  const { engine, files } = fixtureOf(example);
  const lines = drawn(engine.program);

  it('goes from the current report by category and group to criteria and what bears on them', () => {
    const from = lines.findIndex(line => line.includes('CC6 '));
    assert.deepEqual(
      [lines[0], lines[1], ...lines.slice(from, from + 5)].map(line =>
        line?.replace(/(CC6(\.\d| \(\S+\))) [^|]+\|/, '$1 ... |'),
      ),
      [
        'SOC 2 Type I (2/35) | soc2/2026 | report',
        '  Security (2/33) |  | category',
        '    CC6 (2/8) ... |  | group',
        '      CC6.1 ... | implemented | implemented',
        '        AC-01 Single sign-on | control | control',
        '        Access | mention | mention',
        '        AC-02 | control, planned | aside',
      ],
    );
  });

  it('marks what is excluded, and counts it nowhere', () => {
    assert.ok(lines.some(line => /^ {6}A1\.1 .* \| excluded \| excluded$/.test(line)));
    assert.ok(lines.some(line => /^ {2}Availability \(0\/2\) \| {2}\| category$/.test(line)));
  });

  it('shows where a criterion and a document are', () => {
    const places = allNodes(engine.program).flatMap(({ label, place }) => {
      const summary = place && engine.program.summary(place.path);
      if (!place || !summary) return [];
      const { start, end } = rangeOf(summary, place.record, place.at);
      const text = files.find(({ path }) => path === place.path)?.text ?? '';
      return [`${label.split(' ')[0]} at ${text.slice(start, end)}`];
    });
    assert.deepEqual(places.slice(0, 2), ['SOC at soc2/2026', 'CC6.1 at CC6.1']);
    assert.ok(places.includes('Access at CC6.1'));
  });

  it('follows the report that was chosen', () => {
    const { engine: other } = fixtureOf(example);
    other.chooseReport('old');
    assert.match(drawn(other.program)[0] ?? '', /^SOC 2 Type I \(\S+\) \| old /);
  });

  it('says every row in words, its state included', () => {
    const spoken = allNodes(engine.program).map(node => node.spoken);
    const said = (beginning: string) => spoken.find(words => words.startsWith(beginning));
    const states = '33 missing, 2 implemented, 1 excluded';
    assert.equal(said('SOC'), `SOC 2 Type I (soc2/2026), 2 of 35 criteria implemented: ${states}`);
    assert.match(said('CC6 ') ?? '', /^CC6 \D+, 2 of 8 criteria implemented: 6 missing, 2 implemented$/);
    assert.match(said('Availability') ?? '', /, 0 of 2 criteria implemented: 2 missing, 1 excluded$/);
    assert.match(said('CC6.1 ') ?? '', /, implemented$/);
    assert.equal(said('AC-02'), 'AC-02, control, planned: does not count');
  });

  it('tells of a heading how far along the criteria below it are', () => {
    const { engine: begun } = fixtureOf(`
      === tickmark.yaml
      report: {kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/all.yaml
      - {id: A, status: implemented, satisfies: [CC6.1]}
      - {id: B, status: implemented, key: false, satisfies: [CC6.2]}
      === policies/access.md
      It serves CC6.3.
    `);
    const group = allNodes(begun.program).find(({ label }) => label.startsWith('CC6 '));
    assert.deepEqual(group?.progress, { done: 1, begun: 2, of: 8 });
  });

  it('marks the control that did not operate, and no other', () => {
    const { engine: deviating } = fixtureOf(`
      === tickmark.yaml
      report: {kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/all.yaml
      - {id: A, status: implemented, satisfies: [CC6.1]}
      - {id: B, status: implemented, satisfies: [CC6.1]}
      === registers/deviations.yaml
      - {id: DV-01, kind: deviation, control: B}
    `);
    const rows = allNodes(deviating.program).filter(({ context }) => context === 'document');
    assert.deepEqual(
      rows.map(({ spoken, icon }) => `${spoken} | ${icon}`),
      ['A, control | control', 'B, control, with a deviation | deviation'],
    );
    const tooltip = rows[1]?.tooltip ?? [];
    assert.match(JSON.stringify(tooltip), /To be evaluated: DV-01\./);
  });

  it('gives each node an id that is its own and names its children', () => {
    const ids = allNodes(engine.program).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const node of allNodes(engine.program)) {
      assert.equal(coverageNodes(engine.program, node.id).length > 0, node.children !== 'none', node.id);
    }
  });

  it('says in its tooltips what documents say, as text', () => {
    const { engine: hostile } = fixtureOf(`
      === tickmark.yaml
      report: {kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/![b](x).yaml
      {id: '![i](https://a.example/i.png)', title: '<img src="https://a.example/t.png">', satisfies: [CC6.1]}
    `);
    const tooltips = allNodes(hostile.program).map(({ tooltip }) => markdownOfBlocks(tooltip));
    assert.ok(tooltips.some(tooltip => tooltip.includes('a.example/i.png')));
    assert.ok(tooltips.some(tooltip => tooltip.includes('controls/![b](x).yaml')));
    for (const read of Object.values(readers)) {
      const elements = tooltips.flatMap(tooltip => [...elementsOf(read(tooltip))]);
      assert.deepEqual(new Set(elements), new Set(['p', 'strong', 'em', 'code']));
    }
  });

  it('has nothing below an id that names nothing', () => {
    for (const id of ['', 'report', 'report/gone', 'report/%', 'report/soc2%2F2026/gone', 'x/y/z']) {
      assert.deepEqual(coverageNodes(engine.program, id), [], id);
    }
    fc.assert(
      fc.property(noise, id => {
        assert.deepEqual(coverageNodes(engine.program, id), []);
      }),
    );
  });

  it('draws a report of any id, and one without criteria', () => {
    fc.assert(
      fc.property(noise, id => {
        const text = `reports: [{id: ${JSON.stringify(id)}, kind: soc2}]\n`;
        const { program } = engineOf(readExample('=== tickmark.yaml').map(file => ({ ...file, text })));
        const [report] = coverageNodes(program, undefined);
        assert.ok(report);
        assert.equal(coverageNodes(program, report.id).length, 2);
      }),
      { numRuns: 50 },
    );
    const soc1 = fixtureOf('=== tickmark.yaml\nreport: {id: a, kind: soc1, type: 2}\n').engine.program;
    assert.deepEqual(drawn(soc1).length, 1);
  });
});

describe('the tree of catalogs of one’s own', () => {
  const files = readExample(`
    === tickmark.yaml
    reports:
      - {id: one, kind: soc1, type: 1, asOf: 2026-06-30}
      - {id: both, kind: soc2, type: 1, asOf: 2026-06-30, catalogs: [TSC, ICFR]}
    catalogs: [own.yaml]
    === own.yaml
    name: ICFR
    title: Objectives
    groups: [{id: PAY, title: Paying people}]
    criteria: [{id: CO-1, title: Payments, group: PAY}, {id: PAY, title: Odd}, {id: CO-2, title: Changes}]
    === controls/a.yaml
    {id: A-1, title: Gate, status: implemented, satisfies: {ICFR: [CO-1, CO-2]}}
  `);
  const { program } = engineOf(files);
  const ids = (id: string | undefined) => coverageNodes(program, id).map(node => node.id);

  it('has groups, and criteria of no group beside them, each under a step of its own', () => {
    assert.deepEqual(ids('report/one'), ['report/one/PAY', 'report/one/PAY#', 'report/one/CO-2']);
    assert.deepEqual(ids('report/one/PAY'), ['report/one/PAY/CO-1']);
    assert.deepEqual(ids('report/one/PAY/CO-1'), ['report/one/PAY/CO-1/controls%2Fa.yaml#0']);
    assert.deepEqual(ids('report/one/CO-2'), ['report/one/CO-2/controls%2Fa.yaml#0']);
    assert.deepEqual(ids('report/one/PAY/CO-1/controls%2Fa.yaml#0'), []);
  });

  it('has a level of catalogs where a report is measured against several', () => {
    const [tsc, own] = coverageNodes(program, 'report/both');
    assert.deepEqual([tsc?.id, own?.id], ['report/both/TSC', 'report/both/ICFR']);
    assert.deepEqual([own?.label, own?.page], ['ICFR (2/3): Objectives', 'ICFR']);
    assert.deepEqual(ids('report/both/ICFR/PAY'), ['report/both/ICFR/PAY/CO-1']);
    assert.deepEqual(ids('report/both/TSC').length, 1);
  });
});
