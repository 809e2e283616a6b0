import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { Engine } from '../../../server/src/core/engine.ts';
import { folderFileOf } from '../../../server/src/core/program/evidenceFiles.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, ladderOf, roleIn } from '../../fixture.ts';

const program = `
=== tickmark.yaml
report: {kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-06-30}, categories: [security]}
=== controls/AC-04.md
---
id: AC-04
status: implemented
frequency: quarterly
satisfies: [CC6.2]
---
The Head of IT reviews access.
`;
const review = '=== evidence/AC-04/2026-Q1/review.pdf\n%PDF\n';

/** The windows of AC-04: name, state, and what is on file in their cells. */
function windowsOf(engine: Engine): string[] {
  const [control] = engine.program.defining('AC-04');
  assert.ok(control);
  const told = engine.program.evidence.windows(engine.program.report, control);
  return (told?.windows ?? []).map(({ name, state, cells }) =>
    [name, state, ...cells.flatMap(({ evidence }) => evidence.map(({ id }) => id))].join(' '),
  );
}

const windowsIn = (fixture: string) => windowsOf(engineOf(readExample(fixture)));

describe('a file in folders of evidence', () => {
  it('says by them of which control and window it is', () => {
    const told = (path: string) => {
      const { folder, control, label } = folderFileOf(path) ?? {};
      return [folder, control, label];
    };
    assert.deepEqual(told('evidence/AC-04/2026-Q1/review.pdf'), [
      ...['evidence/AC-04/2026-Q1', 'AC-04'],
      '2026-Q1',
    ]);
    assert.deepEqual(told('/w/soc2/Evidence/ac-04/FY2026-H1/deep/er/a.png'), [
      ...['/w/soc2/Evidence/ac-04/FY2026-H1', 'ac-04'],
      'FY2026-H1',
    ]);
    for (const label of ['2026', '2026-03', '2026-q4', '2026-H2'])
      assert.equal(folderFileOf(`evidence/X/${label}/a.csv`)?.label, label);
    for (const path of [
      'evidence/AC-04/2026-Q1',
      'evidence/AC-04/2026-Q1/.gitkeep',
      'evidence/AC-04/2026-Q1/notes.md',
      'evidence/AC-04/2026-Q5/a.pdf',
      'evidence/AC-04/latest/a.pdf',
      'evidence/2026-Q1/AC-04/a.pdf',
      'evidence/AC-04/a.pdf',
      'proof/AC-04/2026-Q1/a.pdf',
    ])
      assert.equal(folderFileOf(path), undefined, path);
  });

  it('fills the window of its folder', () => {
    assert.deepEqual(windowsIn(program + review), [
      '2026-Q1 complete evidence/AC-04/2026-Q1/',
      '2026-Q2 due',
    ]);
    assert.deepEqual(ladderOf(program + review, 'CC6.2'), [
      'CC6.2 evidenced: AC-04 is in place; 1 of 1 closed window has evidence.',
    ]);
  });

  it('counts by its record where one names it, or the folder', () => {
    const record = (source: string) =>
      `=== evidence/review.yaml\n{id: EV-01, controls: [AC-04], performed: 2026-04-20, source: ${source}}\n`;
    const byRecord = ['2026-Q1 gap', '2026-Q2 complete evidence/review.yaml#0'];
    for (const source of ['AC-04/2026-Q1/review.pdf', 'AC-04/2026-Q1/', 'evidence/AC-04/2026-Q1'])
      assert.deepEqual(windowsIn(program + review + record(source)), byRecord, source);
    assert.deepEqual(windowsIn(`${program}${review}${record('AC-04/2026-Q2/other.pdf')}`), [
      '2026-Q1 complete evidence/AC-04/2026-Q1/',
      '2026-Q2 complete evidence/review.yaml#0',
    ]);
  });

  it('says nothing where its folder names no control: nothing is concluded then', () => {
    assert.deepEqual(ladderOf(`${program}=== evidence/misc/2026-Q1/a.pdf\n%PDF\n`, 'CC6.2'), [
      'CC6.2 implemented: AC-04 is in place.',
    ]);
  });

  it('comes and goes, and touches the windows of its control alone', () => {
    const files = readExample(program);
    const engine = new Engine({ catalog: tsc, today: '2026-06-30', paranoid: true });
    for (const { path, text } of files) {
      const role = roleIn(engine, files, path);
      if (role) engine.setText(path, text, role);
    }
    engine.setComplete(true);
    assert.deepEqual(windowsOf(engine), ['2026-Q1 gap', '2026-Q2 due']);
    const before = engine.work.keysTouched;
    engine.setEvidenceFiles(['evidence/AC-04/2026-Q1/a.pdf', 'evidence/AC-04/2026-Q1/b.pdf']);
    assert.deepEqual(windowsOf(engine), ['2026-Q1 complete evidence/AC-04/2026-Q1/', '2026-Q2 due']);
    engine.setEvidenceFiles(['evidence/AC-04/2026-Q1/b.pdf', 'evidence/AC-04/2026-Q2/c.pdf']);
    assert.deepEqual(windowsOf(engine), [
      '2026-Q1 complete evidence/AC-04/2026-Q1/',
      '2026-Q2 complete evidence/AC-04/2026-Q2/',
    ]);
    assert.ok(engine.work.keysTouched - before < 200);
    engine.setEvidenceFiles([]);
    assert.deepEqual(windowsOf(engine), ['2026-Q1 gap', '2026-Q2 due']);
  });
});
