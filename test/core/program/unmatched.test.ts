import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

describe('a glob that matches no file', () => {
  it('is found until a page comes that it matches, even one without a record, and again when that goes', () => {
    const engine = engineOf(readExample('=== tickmark.yaml\ninclude: [handbook/**]\n'));
    const found = () =>
      engine.findings('tickmark.yaml').filter(({ rule }) => rule === 'scope/unmatched').length;
    assert.equal(found(), 1);
    const role = roleOf('handbook/notes.yaml', 'native', true);
    assert.ok(role);
    engine.setText('handbook/notes.yaml', 'a: b\n', role);
    assert.equal(found(), 0);
    engine.put([['handbook/notes.yaml', undefined]]);
    assert.equal(found(), 1);
  });
});
