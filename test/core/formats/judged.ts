import assert from 'node:assert/strict';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../../server/src/core/engine/analysis.ts';
import { Engine } from '../../../server/src/core/engine.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { today } from '../../fixture.ts';

/** Reads and judges a document alone; how many findings it has. */
export function judged(path: string, text: string): number {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  const engine = new Engine({ catalog: tsc, today });
  engine.put([[path, analyze(path, text, role, tsc)]]);
  engine.setComplete(true);
  return engine.findings(path).length;
}
