import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderOf, write } from '../workspace/folder.ts';
import { checked, comply, places, policy } from './checked.ts';
import { tickmark } from './inOneProcess.ts';
import { type Run, tickmarkWith, withoutPower } from './tickmark.ts';

describe('check as JSON', () => {
  it('is one object of version 1 with a summary and every finding', async t => {
    const { summary, findings, ...rest } = await checked(folderOf(t, comply), '--as-of', '2026-06-30');
    assert.deepEqual(rest, { version: 1, gathered: [], suppressed: [], omitted: [], fixed: [], gone: [] });
    assert.deepEqual(summary, {
      errors: 2,
      warnings: 0,
      information: 0,
      hints: 0,
      suppressed: 0,
      known: 0,
      ofOtherRules: 0,
      programs: [{ root: '.', layout: 'comply', documents: 3, unreadable: [] }],
      notices: [],
      unreadable: [],
    });
    const [first, second] = findings.map(({ fingerprint, ...finding }) => {
      assert.match(fingerprint, /^[0-9a-f]{16}$/);
      return finding;
    });
    assert.deepEqual(first, {
      rule: 'criteria/unknown',
      severity: 'error',
      message:
        '`CC9.9` is not a criterion. CC9 has only CC9.1 and CC9.2. Some published templates cite CC9.9 by mistake.',
      file: 'policies/access.md',
      range: { start: { line: 4, column: 16 }, end: { line: 4, column: 21 } },
      program: '.',
      related: [],
      tags: [],
      help: 'docs/rules/criteria/unknown.md',
    });
    assert.deepEqual(second?.file, 'policies/logs.md');
    assert.equal(findings.length, 2);
  });

  it('counts each severity as it lists it', async t => {
    const { summary, findings } = await checked(
      folderOf(t, `${comply}=== policies/travel.md\nname: Travel\nacronym: TBD\n---\nTravel.\n`),
    );
    const count = (severity: string) => findings.filter(finding => finding.severity === severity).length;
    const { errors, warnings, information, hints } = {
      errors: 0,
      warnings: 0,
      information: 0,
      hints: 0,
      ...summary,
    };
    assert.deepEqual(
      [errors, warnings, information, hints],
      [count('error'), count('warning'), count('information'), count('hint')],
    );
    assert.ok(errors > 0 && warnings > 0 && hints > 0);
  });

  it('lists beside the findings what a comment silences, with the reason, and does not count it', async t => {
    const folder = folderOf(t, comply);
    const comment = "# tickmark-ignore criteria/unknown: the number is the customer's";
    write(folder, 'policies/access.md', policy('AP', 'CC9.9').trimStart().replace(']', `] ${comment}`));
    const { findings, suppressed, summary } = await checked(folder, 'policies/access.md');
    assert.deepEqual(findings, []);
    assert.equal(Object(summary).suppressed, 1);
    assert.deepEqual(
      suppressed.map(({ rule, reason }) => `${rule}: ${reason}`),
      ["criteria/unknown: the number is the customer's"],
    );
    const { code, stdout } = await tickmark(folder, 'check', 'policies/access.md');
    assert.equal(code, 0);
    assert.match(stdout, /no findings; 1 silenced\n$/);
  });

  it('has no program and no finding where there is nothing to check', async t => {
    assert.deepEqual(await checked(folderOf(t, '=== README.md\n# Hello\n')), {
      version: 1,
      summary: {
        errors: 0,
        warnings: 0,
        information: 0,
        hints: 0,
        suppressed: 0,
        known: 0,
        ofOtherRules: 0,
        programs: [],
        notices: [],
        unreadable: [],
      },
      findings: [],
      gathered: [],
      suppressed: [],
      omitted: [],
      fixed: [],
      gone: [],
    });
  });

  it('tells what was recognized and is not checked', async t => {
    const { summary } = await checked(folderOf(t, '=== opencontrol.yaml\nschema_version: 1.0.0\nname: X\n'));
    assert.deepEqual(Object(summary).notices, [
      {
        root: '.',
        text: 'OpenControl project with 0 components that name no standard: there is nothing to check.',
      },
    ]);
  });

  it('keeps the fingerprint of a finding whose line moves, and gives equal ones of a file different ones', async t => {
    const folder = folderOf(t, comply);
    const fingerprints = async () =>
      (await checked(folder, 'policies/access.md')).findings.map(({ fingerprint }) => fingerprint);
    const [before] = await fingerprints();
    write(folder, 'policies/access.md', `${policy('AP', 'CC6.1', 'CC9.9')}\nCC9.9\n`);
    const [one, other] = await fingerprints();
    assert.equal(one, before);
    assert.notEqual(other, one);
  });

  it('tells a program what no report has in scope, and no reader: that is no news', async t => {
    const folder = folderOf(
      t,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security]
      === controls/backup.md
      ---
      id: BK-01
      satisfies: [CC7.5, A1.2]
      ---
      `,
    );
    assert.deepEqual(places(await checked(folder), 'criteria/out-of-scope'), ['controls/backup.md:3:20-24']);
    const { stdout } = await tickmark(folder, 'check');
    assert.doesNotMatch(stdout, /A1\.2/);
    assert.match(stdout, /; 1 faded finding not shown \(--format json lists it\)\n$/);
  });
});

describe('what is read', () => {
  it('leaves out what .gitignore names', async t => {
    const folder = folderOf(t, `${comply}=== .gitignore\n/policies/logs.md\n`);
    assert.deepEqual(places(await checked(folder), 'criteria/unknown'), ['policies/access.md:4:16-21']);
  });

  it('does not follow links, so that no loop holds it up', {
    skip: process.platform === 'win32',
  }, async t => {
    const folder = folderOf(t, comply);
    symlinkSync('..', join(folder, 'policies', 'up'));
    symlinkSync('access.md', join(folder, 'policies', 'same.md'));
    assert.equal((await checked(folder)).summary.programs[0]?.documents, 3);
  });

  it('names a file that cannot be read, and is silent on what may be in it', {
    skip: process.platform === 'win32',
  }, t => {
    const control = '---\nid: AC-01\nsatisfies: [CC6.3]\npolicies: [AP]\n---\n';
    const folder = folderOf(t, `=== controls/a.md\n${control}=== policies/access.md${policy('AP', 'CC6.1')}`);
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'policies/access.md'), 0);
    const run = (...args: string[]): Run => tickmarkWith({ cwd: folder, ...withoutPower }, 'check', ...args);
    const { code, stdout, stderr } = run();
    assert.match(stdout, /^policies\/access\.md: could not be read, .* Check its permissions\.$/m);
    assert.doesNotMatch(stdout, /documents\/unknown-reference/);
    // Whatever was found in the rest, nobody can say that it is all.
    assert.equal(code, 2);
    assert.match(stderr, /^tickmark: 1 file or folder could not be read, so this result is incomplete\./);
    const { summary } = JSON.parse(run('--format', 'json').stdout);
    assert.deepEqual(summary.programs[0].unreadable, ['policies/access.md']);
  });
});

describe('a credential', () => {
  it('is found, and printed by no rule that quotes its line', async t => {
    const token = `ghp_${'q7Zk2Xw9Lr4Bv8Ns3Hd6Yc1Fg5Jt0EaPuKoM'}`;
    const folder = folderOf(t, comply);
    write(folder, 'policies/access.md', `${policy('AP', 'CC6.1')}\nCC9.9 with ${token}\n\n[it](#${token})\n`);
    const found = await checked(folder, 'policies/access.md');
    assert.equal(places(found, 'secrets/token').length, 2);
    assert.equal(places(found, 'documents/broken-anchor').length, 1);
    assert.equal(places(found, 'criteria/unknown').length, 1);
    assert.doesNotMatch(JSON.stringify(found), new RegExp(token));
    const { stdout } = await tickmark(folder, 'check', 'policies/access.md');
    assert.match(stdout, /error secrets\/token/);
    assert.doesNotMatch(stdout, new RegExp(token.slice(0, 10)));
  });
});
