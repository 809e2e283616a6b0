import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  evidenceNodes,
  type Grouping,
  noEvidenceIn,
  pressingWords,
} from '../../../server/src/core/features/evidenceTree.ts';
import type { ProgramNode } from '../../../server/src/core/features/treeNode.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import type { Program } from '../../../server/src/core/program/program.ts';
import { fixtureOf } from './editingAt.ts';

// Today is 2026-06-30.
const example = `
  === tickmark.yaml
  reports:
    - {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
  people:
    - {id: ada, name: Ada Obi, role: CTO}
  === controls/all.yaml
  - id: AC-01
    title: Access review
    status: implemented
    satisfies: [CC6.2]
    frequency: quarterly
    owner: CTO
    systems: [okta, github]
  - id: OP-01
    status: implemented
    satisfies: [CC7.1]
    frequency: monthly
    implementedOn: 2026-04-01
    owner: ada
  - id: TP-01
    title: Vendor review
    status: implemented
    satisfies: [CC9.2]
    frequency: semiannual
  - id: PT-01
    status: retired
    satisfies: [CC7.1]
    frequency: monthly
    grace: 45
    implementedOn: 2026-05-01
    retiredOn: 2026-06-01
    owner: contractors
  - id: NO-01
    status: planned
    frequency: monthly
    satisfies: [CC7.1]
  === evidence/all.yaml
  - {id: EV-1, title: First review, kind: evidence, controls: [AC-01], window: 2026-Q1, performed: 2026-03-20}
  - {id: EV-2, kind: evidence, controls: [AC-01], systems: [okta], performed: 2026-06-20}
  - {id: EV-3, kind: evidence, controls: [OP-01], window: 2026-04, performed: 2026-05-20}
`;

/** Every node of the tree, its parents before it, a line each, indented. */
function drawn(program: Program, grouping: Grouping, id?: string, depth = 0): string[] {
  return evidenceNodes(program, grouping, id).flatMap(node => [
    `${'  '.repeat(depth)}${node.label} | ${node.description} | ${node.icon.replace('window.', '')}`,
    ...(node.children === 'none' ? [] : drawn(program, grouping, node.id, depth + 1)),
  ]);
}

function allNodes(program: Program, grouping: Grouping, id?: string): ProgramNode[] {
  return evidenceNodes(program, grouping, id).flatMap(node => [
    node,
    ...allNodes(program, grouping, node.id),
  ]);
}

const dueOfAda = [
  'Due within 30 days | 2 | due',
  '  AC-01 2026-Q2 | 2026-06-30 · due today · 1 of 2: github missing · Access review | due',
  '    okta | on file | complete',
  '      EV-2 | performed 2026-06-20 | evidence',
  '    github | not on file yet | later',
  '  OP-01 2026-06 | 2026-06-30 · due today | due',
  'Closed without complete evidence | 1 | gap',
  '  OP-01 2026-05 | gap | gap',
];

describe('the tree of evidence', () => {
  const { engine } = fixtureOf(example);
  const { program } = engine;

  it('goes from what presses most, by windows and systems, to what is on file', () => {
    assert.deepEqual(
      drawn(program, 'due').filter(
        line => !/2026-(0[789]|1\d)|2026-Q3/.test(line) || line.includes('overdue'),
      ),
      [
        'Overdue, within the grace time | 1 | overdue',
        '  PT-01 2026-05 | 2026-05-31 · overdue by 30 days, a gap from 2026-07-16 on | overdue',
        'Due within 30 days | 3 | due',
        ...dueOfAda.slice(1, 6),
        '  TP-01 2026-H1 | 2026-06-30 · due today · Vendor review | due',
        ...dueOfAda.slice(6),
        'Due later | 9 | later',
        '    okta | not on file yet | later',
        '    github | not on file yet | later',
        '    okta | not on file yet | later',
        '    github | not on file yet | later',
        'Complete | 2 | complete',
        '  AC-01 2026-Q1 | complete · Access review | complete',
        '    okta | on file | complete',
        '      EV-1 First review | performed 2026-03-20 | evidence',
        '    github | on file | complete',
        '      EV-1 First review | performed 2026-03-20 | evidence',
        '  OP-01 2026-04 | complete, late | late',
        '    EV-3 | performed 2026-05-20 | evidence',
      ],
    );
    assert.equal(pressingWords(program), '1 overdue, 3 due within 30 days');
  });

  it('goes by control, each with what presses most among its windows', () => {
    const lines = drawn(program, 'control');
    assert.deepEqual(
      lines.filter(line => !line.startsWith(' ')),
      [
        'AC-01 Access review | 1 due within 30 days, 1 of 4 complete | due',
        'OP-01 | 1 due within 30 days, 1 closed without complete evidence, 1 of 9 complete | gap',
        'TP-01 Vendor review | 1 due within 30 days, 0 of 2 complete | due',
        'PT-01 | 1 overdue, 0 of 1 complete | overdue',
      ],
    );
    assert.deepEqual(lines.slice(-4), [
      '  2026-H1 | 2026-06-30 · due today | due',
      '  2026-H2 | 2026-12-31 · due in 184 days | later',
      lines.find(line => line.startsWith('PT-01')),
      '  2026-05 | 2026-05-31 · overdue by 30 days, a gap from 2026-07-16 on | overdue',
    ]);
  });

  it('goes by owner, whatever a person is called, and by when it is due below that', () => {
    const lines = drawn(program, 'owner');
    assert.deepEqual(
      lines.filter(line => !line.startsWith(' ')),
      [
        'Ada Obi | 2 due within 30 days, 1 closed without complete evidence, 2 of 13 complete | person',
        'contractors | 1 overdue, 0 of 1 complete | person',
        'No owner | 1 due within 30 days, 0 of 2 complete | nobody',
      ],
    );
    assert.deepEqual(
      lines.slice(1, 1 + dueOfAda.length),
      dueOfAda.map(line => `  ${line}`),
    );
  });

  it('opens what is to be filled at its control, and what is filled at its evidence', () => {
    const places = allNodes(program, 'due').flatMap(({ label, place }) =>
      place && /Q[12]|EV-3/.test(label) ? [`${label}: ${place.path} ${place.record}`] : [],
    );
    assert.deepEqual(places, [
      'AC-01 2026-Q2: controls/all.yaml 0',
      'AC-01 2026-Q1: evidence/all.yaml 0',
      'EV-3: evidence/all.yaml 2',
    ]);
  });

  it('says in a tooltip why a window stands where it does, and how evidence for it is recorded', () => {
    const node = allNodes(program, 'due').find(({ label }) => label === 'AC-01 2026-Q2');
    assert.ok(node);
    assert.equal(
      markdownOfBlocks(node.tooltip),
      [
        '**AC-01 Access review**',
        '**due**: 2026-Q2 is due on 2026-06-30, 1 of 2: github missing.',
        'To record evidence in `evidence/` for 2026-Q2: `controls: [AC-01]`, `window: 2026-Q2`, and `performed`.',
        'Owner: CTO',
      ].join('\n\n'),
    );
    assert.equal(
      node.spoken,
      'AC-01 Access review, 2026-Q2, 2026-06-30 · due today · 1 of 2: github missing',
    );
  });

  it('gives each node an id that is its own and names its children', () => {
    for (const grouping of ['due', 'control', 'owner'] as const) {
      const ids = allNodes(program, grouping).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const id of [`${ids[0]}/gone`, 'gone', grouping, `${grouping}/`, '', `${ids[0]}x`])
        assert.deepEqual(evidenceNodes(program, grouping, id), [], id);
    }
  });

  it('follows the day', () => {
    const { engine: other } = fixtureOf(example);
    other.setToday('2026-07-16');
    assert.equal(pressingWords(other.program), '1 overdue, 1 due within 30 days');
    const [overdue] = evidenceNodes(other.program, 'due', undefined);
    assert.deepEqual(
      evidenceNodes(other.program, 'due', overdue?.id).map(({ label }) => label),
      ['TP-01 2026-H1'],
    );
  });

  it('has a level of reports where several are over a period, and none for other reports', () => {
    const { engine: two } = fixtureOf(
      example.replace(
        '  people:',
        `    - {id: "a/b", kind: soc1, period: {start: 2026-04-01, end: 2026-09-30}}
    - {id: ready, kind: soc2, type: 1, asOf: 2026-06-30}
  people:`,
      ),
    );
    const reports = evidenceNodes(two.program, 'control', undefined);
    assert.deepEqual(
      reports.map(({ label, description }) => `${label} ${description}`),
      ['SOC 2 Type II soc2 · 2026-01-01 to 2026-12-31', 'SOC 1 a/b · 2026-04-01 to 2026-09-30'],
    );
    const [of] = evidenceNodes(two.program, 'control', reports[1]?.id);
    assert.match(of?.id ?? '', /^control\/a%2Fb\//);
    const ids = allNodes(two.program, 'control').map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('where there is nothing to see of evidence', () => {
  const lacking = (text: string) => noEvidenceIn(fixtureOf(text).engine.program);
  const period = (type: number) => `
    === tickmark.yaml
    reports: [{id: r, kind: soc2, type: ${type}, period: {start: 2026-01-01, end: 2026-12-31}, asOf: 2026-06-30}]
    === controls/a.yaml
    - {id: AC-01, status: implemented, satisfies: [CC6.1]}
  `;
  const evidence = `
    === evidence/a.yaml
    - {id: EV-1, kind: evidence, controls: [AC-01], performed: 2026-03-01}
  `;

  it('says what is lacking first: a period, evidence, or a frequency', () => {
    assert.equal(lacking(`${period(1)}${evidence}`), 'no period');
    assert.equal(lacking(period(2).replace('CC6.1]', 'CC6.1], frequency: monthly')), 'no evidence');
    assert.equal(lacking(`${period(2)}${evidence}`), 'no frequency');
    const all = `${period(2).replace('CC6.1]', 'CC6.1], frequency: monthly')}${evidence}`;
    assert.equal(lacking(all), undefined);
  });

  it('has no nodes there', () => {
    const { program } = fixtureOf(`${period(1)}${evidence}`).engine;
    assert.deepEqual(evidenceNodes(program, 'due', undefined), []);
    assert.equal(pressingWords(program), undefined);
  });
});

it('a control without an id is called by its file, and one that nothing can refer to takes no evidence', () => {
  const { engine } = fixtureOf(`
    === tickmark.yaml
    reports: [{id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}]
    === controls/access-review.md
    ---
    title: Review of access
    status: implemented
    satisfies: [CC6.2]
    frequency: annual
    ---
    === controls/more.yaml
    - {title: Unnamed, status: implemented, satisfies: [CC6.2], frequency: annual}
    - {id: AC-02, status: implemented, satisfies: [CC6.2], frequency: annual}
    === evidence/all.yaml
    - {id: EV-1, controls: [AC-02], performed: 2026-03-20}
  `);
  const { program } = engine;
  const [group] = evidenceNodes(program, 'due', undefined);
  const nodes = evidenceNodes(program, 'due', group?.id);
  assert.deepEqual(
    nodes.map(({ label, context, evidenceFor }) => [label, context, evidenceFor?.control]),
    [
      ['access-review last annual', 'window.lacking', 'access-review'],
      ['Unnamed last annual', 'window.unnamed', undefined],
    ],
  );
});

it('windows that are too many to read through are put together by month, and keep their ids there', () => {
  const controls = Array.from(
    { length: 20 },
    (_, i) => `
    - {id: C-${i}, status: implemented, satisfies: [CC6.2], frequency: monthly}`,
  );
  const { engine } = fixtureOf(`
    === tickmark.yaml
    reports: [{id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2027-06-30}}]
    === controls/all.yaml${controls.join('')}
    === evidence/all.yaml
    - {id: EV-1, controls: [C-0], window: 2026-01, performed: 2026-01-20}
  `);
  const { program } = engine;
  const labels = (id?: string) => evidenceNodes(program, 'due', id);
  const [due, gaps, later] = labels();
  assert.deepEqual(
    [due, gaps, later].map(node => [node?.label, node?.description]),
    [
      ['Due within 30 days', '20'],
      ['Closed without complete evidence', '99'],
      ['Due later', '240'],
    ],
  );
  const months = labels(later?.id);
  assert.deepEqual(
    months.map(({ label, description, children }) => [label, description, children]).slice(0, 2),
    [
      ['2026-07', '20', 'collapsed'],
      ['2026-08', '20', 'collapsed'],
    ],
  );
  const [first] = labels(months[0]?.id);
  assert.equal(first?.label, 'C-0 2026-07');
  assert.equal(labels(due?.id)[0]?.label, 'C-0 2026-06');
  assert.deepEqual(labels(`${later?.id}/2031-01`), []);
});
