import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditNodes } from '../../../server/src/core/features/auditTree.ts';
import type { ProgramNode } from '../../../server/src/core/features/treeNode.ts';
import { rangeOf } from '../../../server/src/core/model/shape.ts';
import type { Program } from '../../../server/src/core/program/program.ts';
import { fixtureOf } from './editingAt.ts';

const typeII = 'report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}';

/** A program with a register of records. */
function programOf(records: string, manifest = typeII): Program {
  const example = `=== tickmark.yaml\n${manifest}\n=== controls/all.yaml\n- {id: AC-01, title: Sign in, status: implemented, satisfies: [CC6.1]}\n=== registers/all.yaml\n${records}\n`;
  return fixtureOf(example).engine.program;
}

/** The rows below the heading of a kind, a line each, with what they name indented. */
function rows(program: Program, kind: string, report = 'soc2'): string[] {
  return auditNodes(program, `audit/${report}/${kind}`).flatMap(node => [
    line(node),
    ...auditNodes(program, node.id).map(below => `  ${line(below)}`),
  ]);
}

const line = ({ label, description, icon }: ProgramNode) => `${label} | ${description} | ${icon}`;
const heading = (program: Program, kind: string) =>
  auditNodes(program, undefined).find(({ id }) => id.endsWith(`/${kind}`))?.description;

// Today is 2026-06-01 in every fixture.
describe('the tree of the audit', () => {
  it('has a heading for each kind, also where there is no record of it', () => {
    assert.deepEqual(auditNodes(programOf('[]'), undefined).map(line), [
      'Requests of the Auditor | none | request',
      'Tasks | none | task',
      'Deviations | none | deviation',
      'Tests | none | test',
      'Risks | none | risk',
      'Vendors | none | vendor',
      'User Controls | none | userControl',
    ]);
  });

  it('has requests with what answers them, what is overdue first and what is over last', () => {
    const program = programOf(`
- {id: RQ-1, kind: request, due: 2026-01-04, status: accepted, controls: [AC-01]}
- {id: RQ-2, kind: request, due: 2099-12-04, status: open, evidence: [EV-9]}
- {id: RQ-3, kind: request, title: Users, due: 2020-05-20, status: returned}`);
    assert.equal(heading(program, 'request'), '1 overdue, 1 open, of 3');
    const [first, ...others] = rows(program, 'request');
    assert.match(
      first ?? '',
      /^RQ-3 Users \| 2020-05-20, overdue by \d+ days · returned · nothing answers it \| audit\.overdue$/,
    );
    assert.match(
      others[0] ?? '',
      /^RQ-2 \| 2099-12-04, due in \d+ days · open · answered by EV-9 \| audit\.open$/,
    );
    assert.deepEqual(others.slice(1), [
      '  EV-9 | evidence, not found | nobody',
      'RQ-1 | accepted · answered by AC-01 | audit.settled',
      '  AC-01 Sign in | controls | control',
    ]);
  });

  it('has tasks with their owners and gaps', () => {
    const program = programOf(`
- {id: TK-1, kind: task, gap: CC6.1, status: done, owner: priya}
- {id: TK-2, kind: task, gap: AC-01}`);
    assert.equal(heading(program, 'task'), '1 open of 2');
    assert.deepEqual(rows(program, 'task'), [
      'TK-2 | no due date · no owner · gap AC-01 | audit.open',
      '  AC-01 Sign in | gap | control',
      'TK-1 | done · priya · gap CC6.1 | audit.settled',
      '  CC6.1 Logical access protection | gap | group',
    ]);
  });

  it("has deviations with management's response, and tests with their results", () => {
    const program = programOf(`
- {id: DV-1, kind: deviation, control: AC-01, count: 1, of: 25, managementResponse: We agree.}
- {id: DV-2, kind: deviation, control: AC-01, window: 2026-Q1, managementResponse: }
- {id: MT-1, kind: test, control: AC-01, on: 2026-03-01, result: passed}
- {id: MT-2, kind: test, control: AC-01, on: 2026-03-02, result: exception, by: auditor}`);
    assert.deepEqual(
      rows(program, 'deviation').filter(row => !row.startsWith(' ')),
      [
        'DV-2 | AC-01 · 2026-Q1 · no response of management | audit.open',
        "DV-1 | AC-01 · 1 of 25 · with management's response | audit.settled",
      ],
    );
    assert.deepEqual(
      rows(program, 'test').filter(row => !row.startsWith(' ')),
      [
        "MT-2 | AC-01 · exception · 2026-03-02 · the auditor's, as received | audit.open",
        'MT-1 | AC-01 · passed · 2026-03-01 | audit.settled',
      ],
    );
  });

  it('has risks with their treatment', () => {
    const program = programOf(`
- {id: RK-1, kind: risk, treatment: mitigate, controls: [AC-01]}
- {id: RK-2, kind: risk, likelihood: 3}`);
    assert.deepEqual(rows(program, 'risk'), [
      'RK-2 | no treatment · no control | audit.open',
      'RK-1 | mitigate · AC-01 | audit.settled',
      '  AC-01 Sign in | controls | control',
    ]);
  });

  it('has vendors with method, report, CSOCs, and who monitors them', () => {
    const program = programOf(`
- id: aws
  kind: vendor
  subservice: carve-out
  csocs: [{text: Doors, satisfies: [CC6.4]}]
  monitoredBy: [AC-01]
  report: {kind: soc2, period: {start: 2025-04-01, end: 2026-03-31}}
- {id: mail, kind: vendor, subservice: none}
- {id: host, kind: vendor, subservice: carve-out}`);
    assert.equal(heading(program, 'vendor'), '1 incomplete of 3');
    assert.deepEqual(rows(program, 'vendor'), [
      'host | carve-out · no end of a report · no CSOC · nobody monitors it | audit.open',
      'aws | carve-out · report to 2026-03-31 · CSOCs for 1 criterion · monitored by AC-01 | audit.settled',
      '  CC6.4 Physical access | CSOC | group',
      '  AC-01 Sign in | monitored by | control',
      'mail | no subservice organization | audit.settled',
    ]);
  });

  it('has user controls by what they are, with their criteria', () => {
    const program = programOf(`
- {id: UC-1, kind: userControl, type: responsibility}
- {id: UC-2, kind: userControl, type: cuec, satisfies: [CC6.1]}
- {id: UC-3, kind: userControl, type: cuec}`);
    assert.deepEqual(rows(program, 'userControl'), [
      'UC-3 | CUEC | audit.open',
      'UC-2 | CUEC · CC6.1 | audit.settled',
      '  CC6.1 Logical access protection | criterion | group',
      'UC-1 | responsibility | audit.settled',
    ]);
  });

  it('has of each current report what belongs to it', () => {
    const program = programOf(
      `
- {id: DV-1, kind: deviation, control: AC-01, window: 2026-Q1}
- {id: MT-1, kind: test, control: AC-01, on: 2026-03-01}
- {id: MT-2, kind: test, control: AC-01, on: 2025-03-01}
- {id: UC-1, kind: userControl, type: cuec, satisfies: [A1.2]}`,
      `reports:
  - {id: a, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
  - {id: b, kind: soc2, type: 2, period: {start: 2025-01-01, end: 2025-12-31}, categories: [availability]}`,
    );
    assert.deepEqual(
      auditNodes(program, undefined).map(({ id }) => id),
      ['audit/a', 'audit/b'],
    );
    const names = (report: string, kind: string) =>
      auditNodes(program, `audit/${report}/${kind}`).map(({ label }) => label);
    assert.deepEqual([names('a', 'deviation'), names('b', 'deviation')], [['DV-1'], []]);
    assert.deepEqual([names('a', 'test'), names('b', 'test')], [['MT-1'], ['MT-2']]);
    assert.deepEqual([names('a', 'userControl'), names('b', 'userControl')], [[], ['UC-1']]);
  });

  it('leads to the records, and leaves out drafts', () => {
    const program = programOf(
      '- {id: RK-1, kind: risk, treatment: accept}\n- {id: RK-2, kind: risk, status: draft}',
    );
    const [risk, ...others] = auditNodes(program, 'audit/soc2/risk');
    assert.deepEqual(others, []);
    const summary = risk?.place && program.summary(risk.place.path);
    assert.ok(risk?.place && summary);
    assert.deepEqual(rangeOf(summary, risk.place.record, risk.place.at), { start: 7, end: 11 });
  });

  it('has nothing below an id that names nothing', () => {
    for (const id of ['', 'audit', 'audit/other', 'audit/soc2/none', 'audit/soc2/risk/x']) {
      assert.deepEqual(auditNodes(programOf('[]'), id), [], id);
    }
  });
});
