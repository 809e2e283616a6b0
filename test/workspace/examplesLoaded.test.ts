// What a rule finds in its bad examples is found where the same files are loaded, too: what a program does not take up is found
// by no command, whatever a rule would say of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { native } from '../../server/src/core/formats/layouts/native.ts';
import { rules } from '../../server/src/core/rules/rules.ts';
import { type LoadOptions, load } from '../../server/src/workspace/load.ts';
import { sitesAt } from '../../server/src/workspace/sitesAt.ts';
import { judgedExample } from '../core/rules/judgedExample.ts';
import { changesAmong, today } from '../fixture.ts';
import { MemoryFiles } from './memoryFiles.ts';

describe('an example that is loaded', () => {
  for (const rule of rules) {
    it(`has what ${rule.name} finds`, async () => {
      for (const text of rule.examples.bad) {
        const files = new MemoryFiles();
        const example = judgedExample(rule, text);
        for (const { path, text: content } of example) files.texts.set(`/w/${path}`, content);
        const { documents: paths, sites: markers = [] } = files.list('/w');
        const sites = await sitesAt(files, '/w', [...paths, ...markers]);
        const program = { root: '/w', layout: native.name, paths, nested: [], unreadable: [], sites };
        const repository: LoadOptions['repository'] = {
          judged: found => found,
          changes: dated => ({ found: changesAmong(example, dated), isWhole: true }),
        };
        const { host } = await load(files, program, { today, report: undefined, repository });
        const found = [...host.engine.allFindings()].filter(finding => finding.rule === rule.name);
        const sorted = (paths: readonly string[]) => [...new Set(paths)].sort();
        const marked = example.flatMap(({ path, marks }) => (marks.length > 0 ? [path] : []));
        assert.deepEqual(sorted(found.map(({ path }) => path)), sorted(marked));
      }
    });
  }
});
