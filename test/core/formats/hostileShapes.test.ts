// Texts that are made to break something: deep ones, and names that every object has. Which of them does depends on Node.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../../server/src/core/engine/analysis.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { judged } from './judged.ts';

describe('a hostile document', () => {
  it('is read however deep it is', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{a: ', '}'],
    ] as const) {
      judged('controls/a.yaml', `id: A\nsatisfies: ${open.repeat(5000)}CC6.1${close.repeat(5000)}\n`);
      judged('tickmark.yaml', `scope: ${open.repeat(5000)}`);
    }
  });

  it('may use the names of every object', () => {
    const text = [
      'kind: control',
      'id: __proto__',
      'owner: constructor',
      'frequency: daily',
      'satisfies: {__proto__: [CC6.1], constructor: {toString: x}, TSC: [CC6.2, toString]}',
      'policies: [__proto__, hasOwnProperty]',
      '__proto__: {status: draft}',
    ].join('\n');
    const role = roleOf('controls/a.yaml', 'native', false);
    assert.ok(role);
    const [shape] = analyze('controls/a.yaml', text, role, tsc).summary.shape.records;
    assert.deepEqual(shape?.id?.text, '__proto__');
    assert.deepEqual(shape?.standing, 'counts');
    assert.deepEqual(
      shape?.satisfies.map(({ catalog, id }) => `${catalog} ${id}`),
      ['__proto__ CC6.1', 'constructor toString', 'TSC CC6.2', 'TSC toString'],
    );
    // A policy that does not exist (the other has its own id), an id that is no criterion, one that is under the name of no
    // catalog, and no manifest.
    assert.equal(judged('controls/a.yaml', text), 4);
    for (const kind of ['__proto__', 'constructor'])
      assert.equal(judged('controls/a.yaml', `kind: ${kind}\nid: a\nowner: o\nfrequency: daily\n`), 0);
  });

  it('gives a few findings where one slip makes everything wrong', () => {
    assert.ok(judged('controls/a.yaml', `id: A\nsatisfies: ${'['.repeat(5000)}`) <= 20);
  });
});
