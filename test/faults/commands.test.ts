// Calls of the file system go wrong, each in every way, in every command that reads or writes: nothing is lost, and no failure is
// passed over in silence.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { freshSeed } from '../fuzz/options.ts';
import { emptyFolder, folderOf } from '../workspace/folder.ts';
import { type Fault, faults, isFelt } from './faultyDisk.ts';
import { Runner } from './runner.ts';
import type { Outcome } from './runs.ts';

const hashOfA = hash('sha256', 'a', 'hex');
const program = `
  === .gitignore
  drafts
  === soc2/tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security]}
  rules: {preset: start}
  catalogs: [objectives.yaml]
  === soc2/objectives.yaml
  name: Own
  criteria: [{id: O-1, title: One}]
  === soc2/controls/sso.md
  ---
  id: AC-01
  satisfies: {TSC: [cc6.1, CC9.9], Own: [O-2]}
  policies: [gone]
  ---
  === soc2/policies/drafts/p.md
  ---
  id: p
  satisfies: [CC9.8]
  ---
  === soc2/evidence/q1.yaml
  {id: EV-1, controls: [AC-01], performed: 2026-03-01, source: a.csv, sha256: ${hashOfA}}
  === soc2/evidence/a.csv
  b
  `;
const today = ['--as-of', '2026-11-30'];
/** Commands that read, cache and write, each with the exit code that it ends with where nothing goes wrong. */
const commands: readonly (readonly [name: string, expected: number, args: readonly string[]])[] = [
  ['check', 1, ['check', 'soc2', ...today]],
  ['check --fix --baseline', 0, ['check', 'soc2', '--fix', '--baseline', 'base.json', ...today]],
];

const runner = new Runner();
after(() => runner.end());

/** What lies in a folder: the text of each file. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length + 1), readFileSync(file, 'utf8')];
    }),
  );
}

/** Of so many calls one goes wrong in a run of the tests, beginning with one that the seed gives: another commit has the others. */
const share = 3;

/**
 * A fault of each such call of a command in turn, in a folder and with caches that are as they were each time.
 * @param calls those of a run where nothing goes wrong
 */
async function* broken(t: TestContext, args: readonly string[], fault: Fault, calls: readonly string[]) {
  for (let at = freshSeed() % share; ; at += share) {
    if (!isFelt(fault, calls[at] ?? 'readSync')) continue;
    const [folder, caches] = [folderOf(t, program), emptyFolder(t)];
    const outcome = await runner.run({ folder, args, env: { XDG_CACHE_HOME: caches }, fails: { fault, at } });
    if (at >= outcome.calls.length) return;
    yield { outcome, left: contents(folder) };
    for (const path of [folder, caches]) rmSync(path, { recursive: true });
  }
}

/** What a command prints, and what it leaves of the files, where nothing goes wrong. */
interface Clean {
  readonly outcome: Outcome;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** Whether a failure was said, or changed nothing of what was said. */
function isHonest({ code, stdout, stderr }: Outcome, fault: Fault, clean: Outcome): boolean {
  if (/\n\s+at /.test(stderr) || code === undefined) return false;
  if (code === 2 && stderr.startsWith('tickmark: ')) return true;
  // What seems not to be there may not be there.
  if (fault === 'ENOENT') return true;
  // That a line cannot be read again is said in its place.
  if (/could not be read again/.test(stdout)) return true;
  return code === clean.code && stdout === clean.stdout;
}

/** Files that are gone, or are neither what they were nor what they should have become. */
function lost(left: Readonly<Record<string, string>>, fault: Fault, { before, after }: Clean): string[] {
  const gone = Object.keys(before).filter(path => !(path in left));
  const others = Object.entries(left).filter(([path, text]) => {
    if (path.includes('.tickmark-draft-') || text === before[path] || text === after[path]) return false;
    // A new baseline has just what was found.
    return path !== 'base.json' || fault !== 'ENOENT';
  });
  return [...gone, ...others.map(([path]) => path)];
}

for (const [name, expected, args] of commands) {
  describe(`${name}, where one call of the file system goes wrong,`, () => {
    it('loses nothing, and says so or is not changed by it', async t => {
      const folder = folderOf(t, program);
      const before = contents(folder);
      const outcome = await runner.run({ folder, args, env: { XDG_CACHE_HOME: emptyFolder(t) } });
      const clean: Clean = { outcome, before, after: contents(folder) };
      assert.deepEqual([outcome.code, outcome.stderr], [expected, '']);
      assert.ok(outcome.calls.length > 50, `${outcome.calls.length} calls`);
      const problems: string[] = [];
      for (const fault of faults) {
        for await (const { outcome: found, left } of broken(t, args, fault, outcome.calls)) {
          const { code, stdout, stderr } = found;
          if (!isHonest(found, fault, outcome)) problems.push(`${found.broken}: ${code} ${stdout} ${stderr}`);
          problems.push(...lost(left, fault, clean).map(path => `${found.broken}: ${path} is lost`));
        }
      }
      assert.deepEqual(problems, []);
    });
  });
}
