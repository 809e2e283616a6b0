// Which files that evidence names or documents link to are to be looked for, and for how long what was found is believed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { Engine } from '../../../server/src/core/engine.ts';
import type { LayoutName } from '../../../server/src/core/formats/layouts/layout.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { stateFrom } from '../../../server/src/core/program/sources.ts';
import { today } from '../../fixture.ts';

const register = 'evidence/q1.yaml';

/** An engine with one document, which another text takes the place of. */
function engineWith(text: string, path = register, layout: LayoutName = 'native') {
  const engine = new Engine({ catalog: tsc, today, paranoid: true });
  const role = roleOf(path, layout, false);
  assert.ok(role);
  engine.setText(path, text, role);
  return {
    engine,
    becomes: (other: string) => engine.setText(path, other, role),
    wanted: () => engine.nextWantedSources().map(({ paths }) => paths.join(' ')),
    isFound: () => engine.findings(path).some(({ rule }) => rule === 'evidence/missing-source'),
  };
}

describe('the files that evidence names', () => {
  it('are looked for beside their document and from the root, once for all records that name them', () => {
    const { engine, wanted } = engineWith(
      '- {id: E-1, source: a.csv}\n- {id: E-2, source: a.csv}\n- {id: E-3, source: ../b.csv}\n- {id: E-4, source: ../../c.csv}\n',
    );
    assert.equal(engine.wantsSources, true);
    assert.deepEqual(wanted(), ['evidence/a.csv a.csv', 'b.csv']);
    assert.equal(engine.wantsSources, false);
  });

  it('are looked for in either form of an accent', () => {
    assert.deepEqual(engineWith('{id: E-1, source: ./é.csv}').wanted(), [
      'evidence/é.csv evidence/e\u0301.csv',
    ]);
  });

  it('are known as long as a record names them, and are looked for anew when one does again', () => {
    const { engine, becomes, wanted, isFound } = engineWith('{id: E-1, source: a.csv}');
    const find = () => engine.setSources(engine.nextWantedSources().map(file => [file, 'missing']));
    assert.deepEqual([...find()], [register]);
    becomes('{id: E-1, source: a.csv, performed: 2026-03-01}');
    assert.equal(isFound(), true);
    assert.deepEqual(wanted(), []);
    becomes('{id: E-1}');
    becomes('{id: E-1, source: a.csv}');
    assert.equal(isFound(), false);
    assert.equal(engine.wantsSources, true);
  });

  it('are not what was found for a record that has gone meanwhile', () => {
    const { engine, becomes, isFound } = engineWith('{id: E-1, source: a.csv}');
    const taken = engine.nextWantedSources();
    becomes('{id: E-1}');
    becomes('{id: E-1, source: a.csv}');
    engine.setSources(taken.map(file => [file, 'missing']));
    assert.equal(isFound(), false);
    assert.equal(engine.wantsSources, true);
  });

  it('are not missed at the root by a mere name, unless their record is there', () => {
    const named = { paths: ['evidence/a.csv', 'a.csv'], sha256: undefined };
    assert.equal(stateFrom(named, ['unknown', 'missing']), 'unknown');
    assert.equal(stateFrom(named, ['missing', 'unknown']), 'missing');
    assert.equal(stateFrom(named, ['missing', 'there']), 'there');
    assert.equal(stateFrom(named, ['differs']), 'differs');
    assert.equal(stateFrom({ ...named, paths: ['a.csv'] }, ['missing']), 'missing');
    assert.equal(stateFrom({ ...named, paths: ['x/y/a.csv', 'y/a.csv'] }, ['unknown', 'missing']), 'missing');
  });

  it('are looked for again where something has changed that may concern them', () => {
    const { engine, wanted } = engineWith('- {id: E-1, source: a/one.csv}\n- {id: E-2, source: a/two.csv}\n');
    const [one, two] = engine.nextWantedSources();
    assert.ok(one && two);
    engine.setSources([
      [one, 'there'],
      [two, 'missing'],
    ]);
    const wantedAfter = (changed: string) => {
      engine.fileChanged(changed);
      return wanted().map(paths => paths.slice('evidence/a/'.length, 'evidence/a/one'.length));
    };
    assert.deepEqual(wantedAfter('evidence/a/one.csv'), ['one', 'two']);
    assert.deepEqual(wantedAfter('evidence/a/three.csv'), ['two']);
    assert.deepEqual(wantedAfter('evidence/a'), ['one', 'two']);
    assert.deepEqual(wantedAfter('evidence'), ['one', 'two']);
    assert.deepEqual(wantedAfter('a/one.csv'), ['one', 'two']);
    assert.deepEqual(wantedAfter('evidence/a/one.csv.dvc'), ['one', 'two']);
    assert.deepEqual(wantedAfter('evidence/a/one.csv/part.csv'), ['one', 'two']);
    assert.deepEqual(wantedAfter('evidence/b/one.csv'), []);
    assert.deepEqual(wantedAfter('evidence/ab'), []);
  });
});

describe('the files that documents link to', () => {
  const control = 'controls/a.md';
  const linking = (...links: readonly string[]) =>
    `---\nid: AC-01\n---\n${links.map(link => `[it](${link})`).join('\n')}\n`;

  it('are looked for where the link leads, and only what is surely a file of the program', () => {
    const { wanted } = engineWith(
      linking(
        'b.csv',
        '../files/c%20d.PDF#page=2',
        '/e.csv',
        '../../f.csv',
        'https://g.csv',
        'h.html',
        'i.md',
        '#j',
        '.',
      ),
      control,
    );
    assert.deepEqual(wanted(), ['controls/b.csv', 'files/c d.PDF']);
  });

  it('are looked for only from our own documents: what other tools publish may be somewhere else', () => {
    assert.deepEqual(engineWith(linking('b.csv'), 'policies/a.md', 'comply').wanted(), []);
  });

  it('are known as long as one links to them', () => {
    const { engine, becomes, wanted } = engineWith(linking('b.csv'), control);
    const found = () =>
      engine.findings(control).filter(({ rule }) => rule === 'documents/broken-link').length;
    engine.setComplete(true);
    assert.deepEqual(
      [...engine.setSources(engine.nextWantedSources().map(file => [file, 'missing']))],
      [control],
    );
    assert.equal(found(), 1);
    becomes(linking('b.csv', 'b.csv?raw=true'));
    assert.equal(found(), 2);
    assert.deepEqual(wanted(), []);
    becomes(linking('c.csv'));
    assert.equal(found(), 0);
    becomes(linking('b.csv'));
    assert.equal(found(), 0);
    assert.deepEqual(wanted(), ['controls/b.csv']);
  });
});
