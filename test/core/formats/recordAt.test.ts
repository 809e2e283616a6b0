import assert from 'node:assert/strict';
import { it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { recordAround, recordAt } from '../../../server/src/core/formats/recordAt.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';

function factsOf(path: string, text: string) {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  return readDocument(text, role, tsc);
}

it('an offset lies in the last record that begins before it', () => {
  const text = '# All\n- {id: A, kind: policy}\n- {id: B}\n- {id: C}\n';
  const facts = factsOf('controls/all.yaml', text);
  const at = (words: string) => text.indexOf(words);
  for (const [words, record] of [
    ['# All', 0],
    ['{id: A', 0],
    ['- {id: B', 0],
    ['{id: B', 1],
    ['C}', 2],
  ] as const)
    assert.equal(recordAt(facts, at(words)), record, words);
  assert.equal(recordAt(facts, text.length), 2);
  assert.equal(recordAround(facts, at('# All')), undefined);
  assert.equal(recordAround(facts, at('policy'))?.kind, 'policy');
  assert.equal(recordAround(facts, at('C}'))?.mapping.start, at('{id: C'));
});

it('a body without keys belongs to the first record, which has none', () => {
  const facts = factsOf('policies/access.md', '# Access\n\nText.\n');
  assert.equal(recordAt(facts, 12), 0);
  assert.equal(recordAround(facts, 12), undefined);
});
