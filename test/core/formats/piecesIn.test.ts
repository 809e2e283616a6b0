import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { recordAround } from '../../../server/src/core/formats/recordAt.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';

function recordsIn(path: string, text: string): readonly string[] {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  return readDocument(text, role, tsc).summary.shape.records.map(
    ({ kind, id, stem }) => `${kind} ${id?.text ?? `(${stem ?? 'without an id'})`}`,
  );
}

describe('the records of a YAML file', () => {
  it('may stand under their ids, alone or under the name of their folder', () => {
    const records = 'AC-9: {title: Accounts end, owner: jo}\nAC-10:\n  satisfies: [CC6.1]\n';
    assert.deepEqual(recordsIn('controls/a.yaml', records), ['control AC-9', 'control AC-10']);
    const below = `controls:\n${records.replace(/^/gm, '  ')}`;
    assert.deepEqual(recordsIn('controls/a.yaml', below), ['control AC-9', 'control AC-10']);
  });

  it('are none where another mapping stands under the name of the folder', () => {
    assert.deepEqual(recordsIn('controls/a.yaml', 'controls:\n  first: Accounts end\n'), []);
    assert.deepEqual(
      recordsIn('controls/a.yaml', 'node1: {port: 80, host: a}\nnode2: {port: 81, host: b}\n'),
      [],
    );
  });

  it('need no id where they have a key that only their kind has', () => {
    const files = {
      'evidence/a.yaml': 'performed: 2026-03-18\nsource: a.csv\n',
      'waivers/a.yaml': '- {policy: laptops, expires: 2026-12-31}\n- {policy: doors, reason: It is old}\n',
      'vendors/a.yaml': 'name: Hosting\nsubservice: none\n',
      'risks/a.yaml': 'title: Laptops are lost\nlikelihood: low\n',
      'deviations/a.yaml': 'control: AC-9\ncause: Leave\n',
    };
    assert.deepEqual(
      Object.entries(files).map(([path, text]) => recordsIn(path, text)),
      [
        ['evidence (a)'],
        ['waiver (without an id)', 'waiver (without an id)'],
        ['vendor (a)'],
        ['risk (a)'],
        ['deviation (a)'],
      ],
    );
  });

  it('are not what other tools keep there', () => {
    assert.deepEqual(
      recordsIn('evidence/a.yaml', 'name: users\ntype: system\nstatus: active\ncount: 3\n'),
      [],
    );
    assert.deepEqual(recordsIn('evidence/a.yaml', 'apiVersion: v1\nperformed: 2026-03-18\n'), []);
  });

  it('are found by an offset in the id that they stand under', () => {
    const text = 'AC-9: {title: Accounts end, owner: jo}\nAC-10: {title: Accounts begin, owner: ana}\n';
    const role = roleOf('controls/a.yaml', 'native', false);
    assert.ok(role);
    const facts = readDocument(text, role, tsc);
    for (const id of ['AC-9', 'AC-10']) {
      const { mapping } = recordAround(facts, text.indexOf(id)) ?? {};
      assert.equal(mapping?.start, text.indexOf(id) + id.length + 2);
    }
  });
});
