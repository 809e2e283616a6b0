// Small reproductions of what real repositories and users showed, kept beside the repository: tests are skipped, and say so,
// where they are not there. Each says what must hold of one folder; the words of it are tested nearer to the code.
import assert from 'node:assert/strict';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { load } from '../../server/src/workspace/load.ts';
import { corpus } from './corpora.ts';

/** What must hold of the program in a folder. */
interface Case {
  /** All that is found, `path:line: "words" rule`; undefined where it is not asked. */
  readonly found?: readonly string[];
  /** What is found among others. */
  readonly has?: readonly string[];
  /** Where criteria stand. */
  readonly states?: Readonly<Record<string, string>>;
}

const cases: Readonly<Record<string, Case>> = {
  'form-01-merge-list': { found: [], states: { 'CC6.1': 'implemented', 'CC6.2': 'implemented' } },
  'form-03-merge-twice': {
    found: ['controls/all.yaml:18: "<<" documents/repeated-merge'],
    states: { 'CC6.1': 'implemented', 'CC6.3': 'implemented', 'CC6.8': 'designed' },
  },
  'form-08-review-datetime': {
    found: [
      'policies/a.md:6: "2024-07-01T09:30:00.000Z" documents/review-overdue',
      'policies/b.md:7: "annual" documents/review-overdue',
    ],
  },
  'form-10-review-list': { found: [] },
  'form-11-review-cadence': {
    found: ['a', 'b', 'c'].map(name => `policies/${name}.md:6: "2024-07-01" documents/review-overdue`),
  },
  'form-16-comment-before-front-matter': { found: [], states: { 'CC6.2': 'documented' } },
  'form-18-dots-close': { found: [], states: { 'CC6.1': 'documented' } },
  'form-30-no-layout': { has: ['policies/access.md:12: "CC8.2" criteria/unknown'] },
  'form-31-plain-next-to-others': { has: ['compliance/keys-policy.md:3: "CC8.2" criteria/unknown'] },
  'repo-01-control-pages-mapped-in-body': {
    has: ['security/checks/vn.1.01-supplier-list.md:12: "CC9.9" criteria/unknown'],
    states: { 'CC3.2': 'documented', 'CC6.5': 'documented', 'CC6.8': 'documented' },
  },
  'repo-24-opened-folder-of-policies-shows-nothing': {
    has: ['rules/doors-policy.md:3: "CC6.9" criteria/unknown'],
  },
  'tool-108-toml-front-matter': {
    has: ['policies/access.md:1: "+++" documents/syntax'],
  },
  'tool-109-words-behind-the-fence': {
    has: [
      'policies/access.md:1: "--- # header of the policy" documents/syntax',
      'policies/laptops.md:1: "---yaml" documents/syntax',
    ],
    states: { 'CC6.2': 'documented', 'CC6.7': 'documented' },
  },
};

const { folder, skip } = corpus('../cases');

describe('the case', { skip }, () => {
  for (const [name, { found, has = [], states = {} }] of Object.entries(cases)) {
    it(name, async () => {
      const root = realpathSync(join(folder, name));
      const { programs } = await discover(diskFiles, root, 'named');
      const [program] = programs;
      assert.ok(program && programs.length === 1);
      const { host } = await load(diskFiles, program, { today: '2026-07-20', report: undefined });
      const { engine } = host;
      const lines = [...engine.allFindings()].map(({ path, range, rule }) => {
        const position = host.lines(path)?.positionAt(range.start);
        const words = readFileSync(join(root, path), 'utf8').slice(range.start, range.end);
        return `${path}:${(position?.line ?? 0) + 1}: ${JSON.stringify(words)} ${rule}`;
      });
      if (found) assert.deepEqual(lines, found);
      for (const one of has) assert.ok(lines.includes(one), `${one} is not among ${lines.join('\n')}`);
      const stands = Object.keys(states).map(id => [
        id,
        engine.program.coverage(engine.program.report, id).state,
      ]);
      assert.deepEqual(Object.fromEntries(stands), states);
    });
  }
});
