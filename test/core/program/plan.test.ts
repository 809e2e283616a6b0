import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverageNodes } from '../../../server/src/core/features/coverageTree.ts';
import { evidenceNodes } from '../../../server/src/core/features/evidenceTree.ts';
import type { ProgramNode } from '../../../server/src/core/features/treeNode.ts';
import { coverageOf } from '../../../server/src/core/pages/inProgram.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import type { Program } from '../../../server/src/core/program/program.ts';
import { nameOf } from '../../../server/src/core/program/record.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const { program } = engineOf(
  readExample(`
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
  === controls/all.yaml
  - {id: AC-03, status: planned, satisfies: [CC6.2]}
  - {id: AC-04, title: Review, status: implemented, frequency: quarterly, satisfies: [CC6.1]}
  === evidence/all.yaml
  - {id: EV-01, controls: [AC-04], performed: 2026-05-18}
  === registers/tasks.yaml
  - {id: TK-01, kind: task, title: Later, gap: CC6.2, due: 2026-12-11, owner: priya}
  - {id: TK-02, kind: task, title: Sooner, gap: 'cc6.2, the doors', due: 2026-07-01}
  - {id: TK-03, kind: task, gap: 'AC-04: the review of Q1'}
  - {id: TK-04, kind: task, gap: CC6.2, status: done}
  - {id: TK-05, kind: task, gap: CC6.2, closedOn: 2026-03-01}
  - {id: TK-06, kind: task, gap: [CC6.3, AC-03], status: draft}
  - {id: TK-07, kind: task, title: CC6.3 is not its gap, due: 2026-07-01}
`),
);

function find(nodes: (id?: string) => readonly ProgramNode[], label: string, id?: string): ProgramNode {
  const found = all(nodes, id).find(node => node.label.startsWith(label));
  assert.ok(found, label);
  return found;
}

function all(nodes: (id?: string) => readonly ProgramNode[], id?: string): ProgramNode[] {
  return nodes(id).flatMap(node => [node, ...all(nodes, node.id)]);
}

const coverage = (id?: string) => coverageNodes(program, id);
const names = (of: Program, key: string) => of.plansForCriterion(key).map(nameOf);

describe('the tasks of a gap', () => {
  it('are the open ones that name it, what is due first coming first', () => {
    assert.deepEqual(names(program, 'CC6.2'), ['TK-02', 'TK-01']);
    assert.deepEqual(names(program, 'CC6.3'), []);
    assert.deepEqual(program.plansForRecord('ac-04').map(nameOf), ['TK-03']);
    assert.deepEqual(program.plansForRecord('AC-03').map(nameOf), []);
  });

  it('are told with the criterion, with who does them and by when', () => {
    const text = plainOfBlocks(coverageOf('CC6.2', program));
    assert.match(text, /Planned: TK-02 \(due 2026-07-01\) and TK-01 \(priya, due 2026-12-11\)\./);
  });

  it('stand in the coverage tree below the criterion, and it says so', () => {
    const node = find(coverage, 'CC6.2');
    assert.equal(node.description, 'missing · 2 tasks');
    assert.equal(node.context, 'criterion.missing.gap');
    assert.deepEqual(node.remedy, { criterion: 'CC6.2' });
    const below = coverageNodes(program, node.id).map(
      ({ label, description }) => `${label} | ${description}`,
    );
    assert.deepEqual(below.slice(1), [
      'TK-02 Sooner | task, due 2026-07-01, no owner',
      'TK-01 Later | task, due 2026-12-11, priya',
    ]);
  });

  it('stand beside the window that closed without evidence', () => {
    const evidence = (id?: string) => evidenceNodes(program, 'control', id);
    const control = find(evidence, 'AC-04');
    assert.deepEqual([control.context, control.remedy], ['control.lacking.gap', { control: 'AC-04' }]);
    const [gap, filled] = evidenceNodes(program, 'control', control.id);
    assert.match(gap?.description ?? '', / · task TK-03$/);
    assert.deepEqual([gap?.context, gap?.remedy], ['window.lacking.gap', { control: 'AC-04' }]);
    assert.equal(filled?.remedy, undefined);
    assert.match(JSON.stringify(gap?.tooltip), /Planned: TK-03\./);
  });
});
