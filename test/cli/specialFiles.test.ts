// A pipe, a device or a file without an end holds up no command, wherever it lies.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Runner } from '../faults/runner.ts';
import { folderOf } from '../workspace/folder.ts';
import { tickmarkWith } from './tickmark.ts';

const program = `
  === soc2/tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security]}
  catalogs: [objectives.yaml]
  === soc2/controls/sso.md
  ---
  id: AC-01
  satisfies: [CC6.1]
  ---
  === soc2/evidence/q1.yaml
  {id: EV-1, controls: [AC-01], performed: 2026-03-01, source: a.csv, sha256: ${'0'.repeat(64)}}
  `;
const control = `  === soc2/controls/mfa.md
  ---
  id: AC-02
  satisfies: [CC6.1]
  ---
  === soc2/policies/p.md
  ---
  id: p
  ---
`;
/** Everything that is looked for by name, and documents that are listed. */
const places = [
  ...['soc2/tickmark.yaml', 'soc2/controls/sso.md', 'soc2/controls/more.md', 'soc2/objectives.yaml'],
  ...['.gitignore', 'soc2/.gitignore', 'soc2/evidence/a.csv', 'soc2/evidence/a.csv.dvc', 'soc2/comply.yml'],
  ...['tickmark.yaml', 'comply.yaml', 'base.json', 'caches/tickmark-cache', 'caches/tickmark-cache/key'],
  ...['caches/tickmark-cache/CACHEDIR.TAG', 'kept', 'kept/tickmark-cache/CACHEDIR.TAG'],
] as const;
const commands = [
  ['check', 'soc2', '--cache', 'kept'],
  ['check', 'soc2', '--fix', '--baseline', 'base.json'],
  ['coverage', 'soc2'],
  ['criteria', 'soc2'],
] as const;
/** Where somebody may lay a link to a device, and the device would be read. */
const linked = ['soc2/tickmark.yaml', '.gitignore', 'soc2/objectives.yaml', 'soc2/evidence/a.csv'];
const cases = [
  ...places.map(place => ({
    place,
    kind: 'a pipe',
    make: (path: string) => void execFileSync('mkfifo', [path]),
  })),
  ...linked.map(place => ({
    place,
    kind: 'a link to /dev/zero',
    make: (path: string) => symlinkSync('/dev/zero', path),
  })),
];

const runner = new Runner();
after(() => runner.end());

for (const { place, kind, make } of cases) {
  describe(`${kind} at ${place}`, { skip: process.platform !== 'linux' }, () => {
    it('holds up no command', async t => {
      const folder = folderOf(t, program);
      const path = join(folder, place);
      mkdirSync(dirname(path), { recursive: true });
      rmSync(path, { force: true });
      make(path);
      for (const command of commands) {
        const env = { XDG_CACHE_HOME: join(folder, 'caches') };
        const { code, stderr } = await runner.run({ folder, args: command, env });
        assert.ok(code !== undefined, `${command.join(' ')} did not end`);
        assert.doesNotMatch(stderr, /\n\s+at /, 'no failure of ours');
      }
    });
  });
}

describe('a pipe in the place of a document', { skip: process.platform === 'win32' }, () => {
  it('is named, and nothing that it may hold is said to be missing', t => {
    for (const [path, at] of [
      ['soc2/tickmark.yaml', 'tickmark.yaml'],
      ['soc2/controls/sso.md', 'controls/sso.md'],
      ['soc2/objectives.yaml', 'objectives.yaml'],
    ] as const) {
      const folder = folderOf(t, program + control);
      rmSync(join(folder, path), { force: true });
      execFileSync('mkfifo', [join(folder, path)]);
      const { code, stdout, stderr } = tickmarkWith(
        { cwd: folder, timeout: 60_000 },
        'check',
        'soc2',
        '--format',
        'json',
      );
      assert.equal(code, 2, stderr);
      const { summary, findings } = JSON.parse(stdout);
      assert.deepEqual(summary.programs[0].unreadable, [at]);
      const rules: string[] = findings.map(({ rule }: { rule: string }) => rule);
      if (at !== 'objectives.yaml')
        assert.deepEqual(
          rules.filter(rule => rule.startsWith('coverage/')),
          [],
        );
    }
  });
});
