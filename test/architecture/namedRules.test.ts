// scripts/namedRules.ts finds the rule that nobody has named: it would never be run, and no test would miss it.
import assert from 'node:assert/strict';
import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { emptyFolder, write } from '../workspace/folder.ts';
import { root, runIn } from './project.ts';

const rules = join('server', 'src', 'core', 'rules');

it('a rule that is not in the list, and one whose file has another name, fail the lint', context => {
  const folder = emptyFolder(context);
  cpSync(join(root, rules), join(folder, rules), { recursive: true });
  assert.deepEqual(runIn(folder, 'scripts/namedRules.ts'), { code: 0, output: '' });
  write(
    folder,
    `${rules}/groups/controls/tooQuiet.ts`,
    "export const rule: DocumentRule = {\n  name: 'controls/too-quiet',\n};\n",
  );
  renameSync(
    join(folder, rules, 'groups', 'criteria', 'range.ts'),
    join(folder, rules, 'groups', 'criteria', 'from.ts'),
  );
  const { code, output } = runIn(folder, 'scripts/namedRules.ts');
  assert.equal(code, 1);
  assert.deepEqual(output.trim().split('\n'), [
    'groups/controls/tooQuiet.ts: rules.ts does not name this rule, so it is never run.',
    'groups/criteria/from.ts: rules.ts does not name this rule, so it is never run.',
    'groups/criteria/from.ts: the rule in this file is called criteria/range, not criteria/from.',
  ]);
});
