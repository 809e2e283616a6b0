import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, findingsOf, ladderOf, roleIn } from '../../fixture.ts';

const manifest = `
=== tickmark.yaml
report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
rules: {preset: start}
`;
const table = (path: string, ...rows: readonly string[]) =>
  `=== ${path}\n# What we do\n\n| Control ID | Control | SOC 2 |\n| --- | --- | --- |\n${rows.map(row => `| ${row} |\n`).join('')}`;
const record = (id: string, criteria: string) => `=== controls/${id}.md
---
id: ${id}
status: implemented
satisfies: [${criteria}]
---
`;
const mapping = table(
  'policies/mapping.md',
  'AC-1 | Doors are locked. | CC6.4, CC6.5',
  'AC-2 | Keys are counted. | CC6.1',
);

describe('a row whose control is recorded elsewhere', () => {
  it('points to it, and is no second one', () => {
    const program = manifest + mapping + record('AC-1', 'CC6.4');
    assert.deepEqual(findingsOf(program), []);
    assert.deepEqual(ladderOf(program, 'CC6.4', 'CC6.5', 'CC6.1'), [
      'CC6.4 implemented: AC-1 is in place.',
      'CC6.5 documented: Mentioned in policies/mapping.md; no control maps to it.',
      'CC6.1 designed: AC-2 does not say that it is implemented.',
    ]);
    const engine = engineOf(readExample(program));
    assert.deepEqual(
      [...engine.program.defining('AC-1')].map(({ path }) => path),
      ['controls/AC-1.md'],
    );
    assert.deepEqual(
      [...engine.program.referring('AC-1')].map(({ path }) => path),
      ['policies/mapping.md'],
    );
    assert.equal(engine.program.census.controls, 2);
  });

  it('points to a record without an id by the name of its file, and to a row in a folder of controls', () => {
    const byName = `${manifest}${mapping}=== controls/ac-1.md\n---\nsatisfies: [CC6.4]\nstatus: implemented\n---\n`;
    assert.deepEqual(ladderOf(byName, 'CC6.4'), ['CC6.4 implemented: ac-1 is in place.']);
    const register =
      manifest + mapping + table('controls/all.md', 'AC-1 | Doors are locked every evening. | CC6.4');
    assert.deepEqual(findingsOf(register), []);
    assert.match(ladderOf(register, 'CC6.5')[0] ?? '', /^CC6.5 documented/);
  });

  it('records it again when the other goes, in any order', () => {
    const files = readExample(manifest + mapping + record('AC-1', 'CC6.4'));
    const engine = engineOf(files);
    const state = () => engine.program.coverage.of(engine.program.report, 'CC6.5').reason;
    const role = roleIn(engine, files, 'controls/AC-1.md');
    const text = files.find(({ path }) => path === 'controls/AC-1.md')?.text ?? '';
    assert.ok(role);
    const before = 'Mentioned in policies/mapping.md; no control maps to it.';
    assert.equal(state(), before);
    engine.put([['controls/AC-1.md', undefined]]);
    assert.equal(state(), 'AC-1 does not say that it is implemented.');
    engine.setText('controls/AC-1.md', text, role);
    assert.equal(state(), before);
    engine.setText('controls/AC-1.md', text.replace('id: AC-1', 'id: AC-7'), role);
    // It still has the name of its file.
    assert.equal(state(), before);
    const page = roleIn(engine, files, 'policies/mapping.md');
    assert.ok(page);
    engine.setText('policies/mapping.md', '# Nothing\n', page);
    assert.equal(state(), 'No control maps to it, and no document addresses it.');
  });

  it('is no control where its id is that of a record of another kind', () => {
    const risk = '=== risks/AC-1.yaml\n{id: AC-1, title: Theft}\n';
    const program = manifest + mapping + risk;
    assert.deepEqual(ladderOf(program, 'CC6.4', 'CC6.1'), [
      'CC6.4 documented: Mentioned in policies/mapping.md; no control maps to it.',
      'CC6.1 designed: AC-2 does not say that it is implemented.',
    ]);
    const engine = engineOf(readExample(program));
    assert.deepEqual([...engine.program.referring('AC-1')], []);
    const both = readExample(program + record('AC-1', 'CC6.4'));
    const role = roleIn(engineOf(both), both, 'controls/AC-1.md');
    assert.ok(role);
    engine.setText(
      'controls/AC-1.md',
      both.find(({ path }) => path === 'controls/AC-1.md')?.text ?? '',
      role,
    );
    assert.deepEqual(
      [...engine.program.referring('AC-1')].map(({ path }) => path),
      ['policies/mapping.md'],
    );
  });

  it('is a second one in another folder of controls, and in its own table', () => {
    const two = `${manifest}${table('controls/a.md', 'AC-1 | Doors | CC6.4')}${table('controls/b.md', 'AC-1 | Keys | CC6.1')}`;
    assert.deepEqual(findingsOf(two), [
      'controls/a.md: "AC-1" documents/duplicate-id',
      'controls/b.md: "AC-1" documents/duplicate-id',
    ]);
    const one = manifest + table('controls/a.md', 'AC-1 | Doors | CC6.4', 'AC-1 | Keys | CC6.1');
    assert.deepEqual(findingsOf(one), [
      'controls/a.md: "AC-1" documents/duplicate-id',
      'controls/a.md: "AC-1" documents/duplicate-id',
    ]);
  });

  it('is none where several policies list the same control', () => {
    const policies = `${manifest}${table('policies/a.md', 'AC-1 | Doors | CC6.4')}${table('policies/b.md', 'AC-1 | Doors are locked | CC6.4')}`;
    assert.deepEqual(findingsOf(policies), []);
  });
});
