// A framework of a thousand controls, of the form and size of NIST SP 800-53: read whole, completed whole, and kept quiet.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../../server/src/core/catalog/tsc.ts';
import { Engine } from '../../../../server/src/core/engine.ts';
import { completionsAt } from '../../../../server/src/core/features/completion/completion.ts';
import { readDocument } from '../../../../server/src/core/formats/readDocument.ts';
import { manifestName, roleOf } from '../../../../server/src/core/formats/role.ts';
import { today } from '../../../fixture.ts';

const prose =
  'The organization reviews {{ insert: param, ID_prm_1 }} and records who did so, and what was changed. ';

function control(id: string, inner: readonly object[] = []): object {
  const part = (name: string, more: object) => ({ name, prose: prose.replace('ID', id).repeat(4), ...more });
  return {
    id,
    title: `Control ${id}`,
    params: [{ id: `${id}_prm_1`, label: 'organization-defined frequency' }],
    props: [{ name: 'label', value: id.toUpperCase().replace(/\.(\d+)$/, '($1)') }],
    parts: [
      part('statement', {
        parts: ['a', 'b', 'c'].map(label => part('item', { props: [{ name: 'label', value: label }] })),
      }),
      part('guidance', {}),
      part('assessment-objective', {}),
    ],
    ...(inner.length > 0 ? { controls: inner } : {}),
  };
}

/** 20 families of 20 controls with two enhancements each. */
const groups = Array.from({ length: 20 }, (_, family) => {
  const name = `${String.fromCharCode(97 + family)}x`;
  const controls = Array.from({ length: 20 }, (__, i) => {
    const id = `${name}-${i + 1}`;
    return control(id, [control(`${id}.1`), control(`${id}.2`)]);
  });
  return { id: name, title: `Family ${name}`, controls };
});
const text = JSON.stringify({ catalog: { metadata: { title: 'Large' }, groups } }, undefined, 1);

describe('a catalog of 1,200 controls', () => {
  const engine = new Engine({ catalog: tsc, today });
  const set = (path: string, written: string) => {
    const role = roleOf(path, 'native', false);
    assert.ok(role);
    engine.setText(path, written, role);
    return readDocument(written, role, tsc);
  };
  set(
    manifestName,
    'report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30, catalogs: [TSC, Large]}\ncatalogs: [large.json]\n',
  );
  engine.setCatalogFiles([['large.json', text]]);
  const written = '{id: A-1, status: implemented, satisfies: {Large: [AX-1(2), ax-2, ], TSC: [CC1–CC9]}}';
  const facts = set('controls/a.yaml', written);
  engine.setComplete(true);

  it('is read whole', () => {
    const catalog = engine.program.catalogs.named('large');
    assert.deepEqual([catalog?.criteria.length, catalog?.groups.length], [1200, 20]);
    assert.equal(engine.program.coverage.stateOf(engine.program.report, 'Large ax-1.2').state, 'implemented');
  });

  it('is completed whole, in few words', () => {
    const offset = written.indexOf(', ]') + 2;
    const items = completionsAt({ path: 'controls/a.yaml', facts, program: engine.program }, offset) ?? [];
    assert.equal(items.length, 1200);
    const characters = items.reduce(
      (sum, { documentation, filter }) => sum + documentation.length + filter.length,
      0,
    );
    assert.ok(characters < 1_500_000, `${characters} characters`);
  });

  it('has one finding for each family that nothing addresses', () => {
    const found = engine.findings(manifestName).filter(({ args }) => args['id']?.startsWith('Large'));
    const families = found.filter(({ messageKey }) => messageKey === 'group');
    assert.deepEqual([families.length, found.length - families.length], [19, 58]);
  });

  it('costs an edit of a control no more than its family', () => {
    const before = engine.work;
    set('controls/a.yaml', written.replace('ax-2', 'ax-3'));
    const touched = engine.work.keysTouched - before.keysTouched;
    assert.ok(touched < 150, `${touched} keys touched`);
  });
});
