import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setPreset } from '../../server/src/core/formats/manifestEdits.ts';
import { applied } from '../../server/src/core/formats/yamlEdits.ts';
import { readExample } from '../../server/src/core/rules/example.ts';
import { engineOf, roleIn } from '../fixture.ts';
import { factsOf, fixtureOf } from './features/editingAt.ts';

const controls = (criteria: string, status = 'implemented') => `
  === controls/a.yaml
  {id: A-1, title: Gate, owner: x, statement: The gate is shut., status: ${status}, satisfies: [${criteria}]}`;

/** An engine with a manifest that says this of rules, and these documents. */
function engine(rules: string, documents: string) {
  return engineOf(
    readExample(`
  === tickmark.yaml
  report: {id: s, kind: soc2, type: 1, asOf: 2026-12-31}
  scope: {categories: [security]}
  ${rules}${documents}
  `),
  );
}

const next = (rules: string, documents: string) => engine(rules, documents).nextPreset;
const half = 'CC1.1-CC1.5, CC2.1-CC2.3, CC3.1-CC3.4, CC4.1, CC4.2, CC5.1-CC5.3';
const start = 'rules: {preset: start, criteria/range: off}';

test('the next preset is offered once half of the criteria have a control', () => {
  assert.equal(next(start, ''), undefined);
  assert.equal(next(start, controls('CC1.1')), undefined);
  assert.equal(next(start, controls(half, 'planned')), undefined);
  assert.equal(next(start, controls(half)), 'recommended');
});

test('what only an overview of all criteria lists has no control', () => {
  const overview = `
  === policies/mapping.md
  # Mapping
  We do it all: CC1.1-CC9.2.`;
  const listed = engine(start, overview);
  const { program } = listed;
  assert.equal(program.coverage.stateOf(program.report, 'CC1.1').state, 'listed');
  assert.equal(listed.nextPreset, undefined);
});

test('it waits until no error and no warning is left', () => {
  assert.equal(next('rules: {preset: start}', controls(`${half}, CC9.9`)), undefined);
  assert.equal(next('rules: {preset: recommended, criteria/range: off}', controls(half)), undefined);
});

test('it comes and goes with the last error, wherever that is', () => {
  const changed = engine(start, controls(half));
  const write = (path: string, text: string) =>
    changed.setText(path, text, roleIn(changed, [], path) ?? assert.fail(path));
  const wrong = '{id: B-1, title: Door, owner: x, statement: The door is shut., satisfies: [CC9.9]}';
  for (const path of ['controls/b.yaml', 'controls/c.yaml']) {
    assert.equal(changed.nextPreset, 'recommended');
    write(path, wrong);
    assert.equal(changed.nextPreset, undefined);
    changed.put([[path, undefined]]);
  }
  assert.equal(changed.nextPreset, 'recommended');
});

test('it is none after the last, or where the manifest names none', () => {
  assert.equal(next('rules: {preset: strict}', controls(half)), undefined);
  assert.equal(next('', controls(half)), undefined);
});

test('it is known beforehand what another preset reports', () => {
  const counts = engine(start, controls(half)).countsUnder('recommended');
  assert.ok(counts.warning > 0);
  assert.equal(engine(start, controls(half)).countsUnder('start').warning, 0);
});

test('the manifest names it, and keeps its comments', () => {
  const facts = (text: string) => factsOf(fixtureOf(`\n  === tickmark.yaml\n  ${text}\n`), 'tickmark.yaml');
  const written = (text: string) => {
    const edit = setPreset(facts(text), 'recommended');
    return edit && applied(facts(text).text, [edit]).trim();
  };
  assert.equal(written('rules: {preset: start} # mine'), 'rules: {preset: recommended} # mine');
  assert.equal(written('report: {id: s}'), undefined);
});
