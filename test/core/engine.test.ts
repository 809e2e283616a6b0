import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tsc } from '../../server/src/core/catalogue/tsc.ts';
import { Engine } from '../../server/src/core/engine.ts';
import { roleOf } from '../../server/src/core/formats/role.ts';
import { today } from '../fixture.ts';

/** Texts that a document of this path may have, from whole to half-typed and broken. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'tickmark.yaml': [
    '',
    'report: {id: a, kind: soc2, type: 2}\nscope:\n  categories: [security]\n',
    'reports:\n  - {id: a, kind: soc2, type: 1, asOf: 2026-01-01, categories: [availability]}\n  - {id: b, kind: soc3, state: planned}\n',
    'scope:\n  categories: [security, confidentiality\n  exclude: [{criterion: CC6.1',
    'report: {id: s, kind: soc1}\n',
  ],
  'controls/all.yaml': [
    '- {id: AC-01, satisfies: [CC6.1, A1.2], status: implemented}\n- {id: AC-02, satisfies: [CC6.1], policies: [access, gone]}\n',
    '- {id: AC-01, satisfies: [CC1.1–CC9.2]}\n- {id: AC-01}\n',
    '- id: AC-03\n  status: planned\n  satisfies: [C1.1\n',
    '<<<<<<< HEAD\n- id: AC-01\n=======\n',
  ],
  'controls/one.md': [
    '---\nid: ac-01\nsatisfies: {TSC: [CC9.9, cc6.2]}\npolicies: [travel]\n---\nText.\n',
    '---\nid: AC-09\n',
    '',
  ],
  'policies/access.md': [
    '---\nid: access\nsatisfies: [CC6.1]\n---\nThe CC6 series. A1.2 of the TSC. TBD\n',
    '---\nid: access\nstatus: draft\nsatisfies: [CC5.4]\n---\n',
    'Plain prose with CC7.1 in it.\n',
  ],
  'policies/travel.md': [
    '---\nid: travel\n---\nText.\n',
    '---\nid: access\n---\nText.\n',
    '# Travel\n\n`CC9.9`\n',
  ],
  'evidence/q1.yaml': ['id: EV-1\ncontrols: [AC-01, AC-77]\n', 'id: EV-1\ncontrols: AC-02\n---\nid: EV-1\n'],
};

const edit = fc
  .constantFrom(...Object.keys(texts))
  .chain(path =>
    fc.record({ path: fc.constant(path), text: fc.option(fc.constantFrom(...(texts[path] ?? ['']))) }),
  );
const step = fc.oneof(
  { weight: 8, arbitrary: edit.map(change => (engine: Engine) => applyEdit(engine, change)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a', 'b', undefined).map(id => (engine: Engine) => engine.chooseReport(id)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('2025-01-01', '2027-01-01')
      .map(day => (engine: Engine) => engine.setToday(day)),
  },
  { weight: 1, arbitrary: fc.boolean().map(complete => (engine: Engine) => engine.setComplete(complete)) },
);

function applyEdit(engine: Engine, { path, text }: { path: string; text: string | null }): Set<string> {
  const role = roleOf(path, 'native', false);
  if (text === null || !role) return engine.put([[path, undefined]]);
  return engine.setText(path, text, role);
}

describe('the engine', () => {
  it('equals one built afresh after any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
        const engine = new Engine({ catalogue: tsc, today, paranoid: true });
        for (const apply of steps) apply(engine);
      }),
      { numRuns: 400 },
    );
  });

  it('names every path whose findings change', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), steps => {
        const engine = new Engine({ catalogue: tsc, today });
        const shown = new Map<string, string>();
        for (const apply of steps) {
          for (const path of apply(engine)) shown.set(path, JSON.stringify(engine.findings(path)));
          for (const path of Object.keys(texts)) {
            assert.equal(shown.get(path) ?? '[]', JSON.stringify(engine.findings(path)));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lets no change of mere prose leave its document', () => {
    const engine = new Engine({ catalogue: tsc, today });
    for (const [path, [text = '']] of Object.entries(texts)) applyEdit(engine, { path, text });
    engine.setComplete(true);
    const before = engine.work;
    applyEdit(engine, {
      path: 'policies/access.md',
      text: `${texts['policies/access.md']?.[0]}\nMore prose.\n`,
    });
    const after = engine.work;
    assert.equal(after.documentsRead - before.documentsRead, 1);
    assert.equal(after.keysTouched - before.keysTouched, 0);
    assert.equal(after.rulesRun - before.rulesRun, 0);
  });

  it('judges again only what a new mapping touches', () => {
    const engine = new Engine({ catalogue: tsc, today });
    for (const [path, [text = '']] of Object.entries(texts)) applyEdit(engine, { path, text });
    engine.setComplete(true);
    const before = engine.work;
    const text = (texts['policies/access.md']?.[0] ?? '').replace('[CC6.1]', '[CC6.1, CC6.8]');
    applyEdit(engine, { path: 'policies/access.md', text });
    const touched = engine.work.keysTouched - before.keysTouched;
    assert.ok(touched > 0 && touched < 12, `${touched} keys touched`);
  });
});
