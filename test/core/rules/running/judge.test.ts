import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { tsc } from '../../../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../../../server/src/core/engine/analysis.ts';
import { Engine } from '../../../../server/src/core/engine.ts';
import { roleOf } from '../../../../server/src/core/formats/role.ts';
import { today } from '../../../fixture.ts';

/** The bytes in use after everything that nobody holds has been thrown away. */
function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert.ok(typeof collect === 'function');
  collect();
  return process.memoryUsage().heapUsed;
}

describe('what is found in a document', () => {
  it('keeps nothing of its text alive', () => {
    const engine = new Engine({ catalog: tsc, today });
    const role = roleOf('policies/a.md', 'native', false);
    assert.ok(role);
    const before = bytesHeld();
    const [documents, size] = [40, 1_000_000];
    for (let i = 0; i < documents; i++) {
      const text = `---\nsatisfies: [no-criterion-at-all]\nnext: [half-typed\n---\n[Organization] ${`${i} `.padEnd(10, '.').repeat(size / 10)}`;
      engine.put([[`policies/${i}.md`, analyze(`policies/${i}.md`, text, role, tsc)]]);
    }
    assert.ok(engine.findings('policies/0.md').length >= 3);
    assert.ok(bytesHeld() - before < (documents * size) / 4);
  });
});
