import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tsc } from '../../server/src/core/catalog/tsc.ts';
import { Engine } from '../../server/src/core/engine.ts';
import { roleOf } from '../../server/src/core/formats/role.ts';
import { today } from '../fixture.ts';
import { histories, moved, native, put } from './engineHistories.ts';

describe('the engine', () => {
  for (const [layout, { paths, steps }] of Object.entries(histories)) {
    it(`equals one built afresh after any sequence of changes (${layout})`, () => {
      fc.assert(
        fc.property(steps, sequence => {
          const engine = new Engine({ catalog: tsc, today, paranoid: true });
          engine.setComplete(true);
          for (const apply of sequence) apply(engine);
        }),
        { numRuns: 150 },
      );
    });

    it(`names every path whose findings change, and finds nothing in what is gone (${layout})`, () => {
      fc.assert(
        fc.property(steps, fc.nat(2), (sequence, waits) => {
          // Some is judged at once, and the rest with later changes.
          let asked = 0;
          const isTimeUp = () => asked++ % (waits + 1) < waits;
          const engine = new Engine({ catalog: tsc, today, isTimeUp });
          engine.setComplete(true);
          const shown = new Map<string, string>();
          for (const apply of sequence) {
            for (const path of apply(engine)) shown.set(path, JSON.stringify(engine.findings(path)));
            for (const path of paths) {
              assert.equal(shown.get(path) ?? '[]', JSON.stringify(engine.findings(path)));
              if (!engine.paths().includes(path)) assert.deepEqual(engine.findings(path), []);
            }
          }
        }),
        { numRuns: 100 },
      );
    });
  }

  it('names the documents that point at lines which have moved, and no others', () => {
    const [all = '', one = ''] = [native['controls/all.yaml']?.[0], native['controls/one.md']?.[0]];
    const engine = new Engine({ catalog: tsc, today });
    put(engine, 'native', [
      ['controls/all.yaml', all, false],
      ['controls/one.md', one, false],
      ['policies/travel.md', '---\nid: travel\n---\nText.\n', false],
    ]);
    const changed = put(engine, 'native', [['controls/all.yaml', moved('controls/all.yaml', all), false]]);
    assert.deepEqual([...changed].sort(), ['controls/all.yaml', 'controls/one.md']);
  });

  it('judges links anew when what they lead to becomes confidential, and when confidentiality comes into scope', () => {
    const manifest = (categories: string) =>
      `report: {id: a, kind: soc2}\nscope: {categories: [${categories}]}\n`;
    const target = (keys: string) => `---\n${keys}id: travel\n---\nText.\n`;
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    const set = (path: string, text: string) => put(engine, 'native', [[path, text, false]]);
    const found = () =>
      engine
        .findings('policies/access.md')
        .filter(({ rule }) => rule === 'confidentiality/reachable')
        .map(({ related }) => related[0]?.range.start);
    set('tickmark.yaml', manifest('security, confidentiality'));
    set('policies/access.md', '---\nconfidential: false\n---\nSee [travel](travel.md).\n');
    set('policies/travel.md', target(''));
    assert.deepEqual(found(), []);
    set('policies/travel.md', target('confidential: true\n'));
    assert.deepEqual(found(), [18]);
    set('policies/travel.md', target('owner: jo\nconfidential: true\n'));
    assert.deepEqual(found(), [28]);
    set('tickmark.yaml', manifest('security'));
    assert.deepEqual(found(), []);
    set('tickmark.yaml', manifest('security, confidentiality'));
    assert.deepEqual(found(), [28]);
  });

  it('judges records anew when the report that their findings name has another id', () => {
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    const set = (path: string, text: string) => put(engine, 'native', [[path, text, false]]);
    const named = () =>
      engine
        .findings('vendors/host.yaml')
        .flatMap(({ rule, args }) => (rule === 'controls/retired-reference' ? [args['report']] : []));
    set('controls/monitoring.yaml', 'id: TP-01\nstatus: planned\n');
    set('vendors/host.yaml', 'id: VN-01\nmonitoredBy: [TP-01]\n');
    for (const id of ['first', 'second']) {
      set('tickmark.yaml', `report: {id: ${id}, kind: soc2, type: 1, asOf: ${today}}\n`);
      assert.deepEqual(named(), [id]);
    }
  });

  it('reads one of two manifests, whichever came first, and the other where that one goes', () => {
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    engine.setComplete(true);
    const set = (path: string, text: string) => put(engine, 'native', [[path, text, false]]);
    const read = () => [engine.program.report.id, ...[...engine.allFindings()].map(({ path }) => path)];
    set('tickmark.yml', 'report: {id: one}\n');
    assert.deepEqual(read(), ['one']);
    set('tickmark.yaml', 'report: {id: other}\n');
    assert.deepEqual(read(), ['other', 'tickmark.yml']);
    set('tickmark.yml', 'report: {id: another}\n');
    assert.deepEqual(read(), ['other', 'tickmark.yml']);
    engine.put([['tickmark.yaml', undefined]]);
    assert.deepEqual(read(), ['another']);
  });

  it('judges links into a folder anew when it comes to hold a document, or holds none any more', () => {
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    engine.setComplete(true);
    const found = () => engine.findings('policies/access.md').map(({ rule }) => rule);
    const sibling = 'handbook/policies/b.md';
    put(engine, 'native', [
      ['tickmark.yaml', 'tickmark: 1\n', false],
      ['policies/access.md', '---\nid: access\n---\nSee [this](../handbook/policies/a.md).\n', false],
    ]);
    const before = found();
    put(engine, 'native', [[sibling, '---\nid: b\n---\nText.\n', false]]);
    assert.deepEqual(found(), ['documents/broken-link', ...before]);
    engine.put([[sibling, undefined]]);
    assert.deepEqual(found(), before);
  });

  it('keeps the fingerprint of a finding while other documents come and go', () => {
    const policy = (id: string) => `---\nid: ${id}\n---\nText.\n`;
    const engine = new Engine({ catalog: tsc, today });
    const asked = new Set(['documents/duplicate-id', 'documents/orphan', 'coverage/missing']);
    const fingerprints = () =>
      [...engine.allFindings()]
        .filter(({ rule }) => asked.has(rule))
        .map(({ rule, fingerprint }) => `${rule} ${fingerprint}`);
    put(engine, 'native', [
      ['tickmark.yaml', 'report: {id: a}\nscope: {categories: [security]}\n', false],
      ['policies/a.md', policy('a'), false],
      [
        'controls/all.yaml',
        '- {id: X, owner: o, frequency: daily, satisfies: CC1.1–CC9.1}\n- {id: X, status: planned, satisfies: CC1.1}\n',
        false,
      ],
    ]);
    engine.setComplete(true);
    const before = fingerprints();
    assert.deepEqual(
      before.map(line => line.split(' ')[0]),
      ['documents/duplicate-id', 'documents/duplicate-id', 'documents/orphan', 'coverage/missing'],
    );
    put(engine, 'native', [
      ['policies/b.md', policy('b'), false],
      ['policies/c.md', '---\nid: c\nstatus: draft\nsatisfies: CC9.2\n---\nText.\n', false],
      ['controls/more.yaml', 'id: x\nsatisfies: CC1.1\n', false],
    ]);
    const after = new Set(fingerprints());
    for (const line of before) assert.ok(after.has(line), line);
  });

  it('reports nothing as missing while a document is too large to be read, for it may be in there', () => {
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    const asked = new Set(['coverage/missing', 'controls/unmapped', 'documents/too-large']);
    const rulesFound = () =>
      [...engine.allFindings()].map(({ rule }) => rule).filter(rule => asked.has(rule));
    const manifest =
      'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\nscope: {categories: [security]}\n';
    put(engine, 'native', [
      ['tickmark.yaml', manifest, false],
      [
        'controls/one.md',
        '---\nid: AC-01\nowner: it\nfrequency: daily\nsatisfies: [CC1.1–CC9.1]\n---\n',
        false,
      ],
    ]);
    engine.setComplete(true);
    assert.deepEqual(rulesFound(), ['coverage/missing']);
    const large = roleOf('controls/all.yaml', 'native', false);
    assert.ok(large);
    const role = { ...large, options: { 'documents/too-large': { megabytes: 0.00001 } } };
    const changed = engine.setText('controls/all.yaml', '- id: AC-02\n', role);
    assert.deepEqual([...changed].sort(), ['controls/all.yaml', 'tickmark.yaml']);
    assert.deepEqual(rulesFound(), ['documents/too-large']);
    engine.setText('controls/all.yaml', '- id: X\n', role);
    assert.ok(rulesFound().includes('coverage/missing'));
  });

  it('lets no change of mere prose leave its document', () => {
    const engine = new Engine({ catalog: tsc, today });
    for (const [path, [text]] of Object.entries(native)) put(engine, 'native', [[path, text, false]]);
    engine.setComplete(true);
    const before = engine.work;
    const role = roleOf('policies/access.md', 'native', false);
    assert.ok(role);
    engine.setText('policies/access.md', `${native['policies/access.md']?.[0]}\nMore prose.\n`, role);
    const after = engine.work;
    assert.equal(after.documentsRead - before.documentsRead, 1);
    assert.equal(after.keysTouched - before.keysTouched, 0);
    assert.equal(after.rulesRun - before.rulesRun, 0);
  });

  it('judges again only what a new mapping touches', () => {
    const engine = new Engine({ catalog: tsc, today });
    for (const [path, [text]] of Object.entries(native)) put(engine, 'native', [[path, text, false]]);
    engine.setComplete(true);
    const before = engine.work;
    const text = (native['policies/access.md']?.[0] ?? '').replace('[CC6.1]', '[CC6.1, CC6.8]');
    put(engine, 'native', [['policies/access.md', text, false]]);
    const touched = engine.work.keysTouched - before.keysTouched;
    assert.ok(touched > 0 && touched < 12, `${touched} keys touched`);
  });
});
