// Whatever comes last, the findings are the same: each document of each example goes, comes back with other years
// and then with its own, and the day changes. The
// engine of a fixture compares itself with one built afresh each time (paranoid).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { engineOf, roleIn, supplyCatalogs, supplyChanges, supplySources, today } from '../../fixture.ts';
import { judgedExample } from './judgedExample.ts';

describe('the findings of an example', () => {
  for (const rule of rules) {
    const { name, examples } = rule;
    it(`do not depend on what has come last (${name})`, () => {
      for (const example of [...examples.bad, ...examples.good]) {
        const files = judgedExample(rule, example);
        const engine = engineOf(files);
        const before = [...engine.allFindings()];
        for (const { path, text } of files) {
          const role = roleIn(engine, files, path);
          if (!role || engine.catalogFiles.has(path)) continue;
          engine.put([[path, undefined]]);
          supplyCatalogs(engine, files);
          engine.setText(path, text.replaceAll('2026', '2019'), role);
          engine.setText(path, text, role);
          supplyCatalogs(engine, files);
          supplySources(engine, files);
          supplyChanges(engine, files);
        }
        engine.setToday('2031-01-01');
        engine.setToday(today);
        const shown = (findings: typeof before) =>
          findings.map(({ path, fingerprint }) => `${path} ${fingerprint}`);
        assert.deepEqual(shown([...engine.allFindings()]).sort(), shown(before).sort());
      }
    });
  }
});
