import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderOf, write } from '../workspace/folder.ts';
import { type Run, tickmark, tickmarkJson, tickmarkWith, withoutPower } from './tickmark.ts';

/** What the JSON of a run is taken for; each test says how far it holds. */
interface Checked {
  readonly version: number;
  readonly summary: { readonly programs: readonly { readonly root: string; readonly documents: number }[] };
  readonly findings: readonly Finding[];
  readonly suppressed: readonly (Finding & { readonly reason: string })[];
}
interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly range: { readonly start: LineColumn; readonly end: LineColumn };
  readonly program: string;
  readonly fingerprint: string;
}
interface LineColumn {
  readonly line: number;
  readonly column: number;
}

function checked(folder: string, ...args: readonly string[]): Checked {
  return tickmarkJson(folder, 'check', ...args);
}

/** A finding in a line: `policies/a.md:4:12-17 criteria/unknown`. */
function places({ findings }: Checked, rule: string): string[] {
  return findings
    .filter(finding => finding.rule === rule)
    .map(({ file, range: { start, end } }) => `${file}:${start.line}:${start.column}-${end.column}`);
}

const policy = (acronym: string, ...ids: readonly string[]) => `
name: Access policy
acronym: ${acronym}
satisfies:
  TSC: [${ids.join(', ')}]
---
Access follows the role.
`;

const comply = `
=== procedures/review.md
id: review
name: Review
cron: "0 0 0 1 */3 *"
satisfies: {TSC: [CC6.3]}
---
Review who has access.
=== policies/access.md${policy('AP', 'CC6.1', 'CC9.9')}
=== policies/logs.md${policy('LP', 'CC7.2', 'PP1.1')}
`;

describe('check as JSON', () => {
  it('is one object of version 1 with a summary and every finding', t => {
    const { summary, findings, ...rest } = checked(folderOf(t, comply), '--today', '2026-06-30');
    assert.deepEqual(rest, { version: 1, suppressed: [], omitted: [], fixed: [], gone: [] });
    assert.deepEqual(summary, {
      errors: 2,
      warnings: 0,
      information: 0,
      hints: 0,
      suppressed: 0,
      known: 0,
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
        '`CC9.9` is not a criterion. CC9.9 comes from a widely copied template; CC9 has only CC9.1 and CC9.2.',
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

  it('counts each severity as it lists it', t => {
    const { summary, findings } = checked(
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

  it('lists beside the findings what a comment silences, with the reason, and does not count it', t => {
    const folder = folderOf(t, comply);
    const comment = "# tickmark-ignore criteria/unknown: the number is the customer's";
    write(folder, 'policies/access.md', policy('AP', 'CC9.9').trimStart().replace(']', `] ${comment}`));
    const { findings, suppressed, summary } = checked(folder, 'policies/access.md');
    assert.deepEqual(findings, []);
    assert.equal(Object(summary).suppressed, 1);
    assert.deepEqual(
      suppressed.map(({ rule, reason }) => `${rule}: ${reason}`),
      ["criteria/unknown: the number is the customer's"],
    );
    const { code, stdout } = tickmark(folder, 'check', 'policies/access.md');
    assert.equal(code, 0);
    assert.match(stdout, /no findings; 1 silenced\n$/);
  });

  it('has no program and no finding where there is nothing to check', t => {
    assert.deepEqual(checked(folderOf(t, '=== README.md\n# Hello\n')), {
      version: 1,
      summary: {
        errors: 0,
        warnings: 0,
        information: 0,
        hints: 0,
        suppressed: 0,
        known: 0,
        programs: [],
        notices: [],
        unreadable: [],
      },
      findings: [],
      suppressed: [],
      omitted: [],
      fixed: [],
      gone: [],
    });
  });

  it('tells what was recognized and is not checked', t => {
    const { summary } = checked(folderOf(t, '=== opencontrol.yaml\nschema_version: 1.0.0\nname: X\n'));
    assert.deepEqual(Object(summary).notices, [
      {
        root: '.',
        text: 'OpenControl project with 0 components that name no standard: there is nothing to check.',
      },
    ]);
  });

  it('keeps the fingerprint of a finding whose line moves, and gives equal ones of a file different ones', t => {
    const folder = folderOf(t, comply);
    const fingerprints = () =>
      checked(folder, 'policies/access.md').findings.map(({ fingerprint }) => fingerprint);
    const [before] = fingerprints();
    write(folder, 'policies/access.md', `${policy('AP', 'CC6.1', 'CC9.9')}\nCC9.9\n`);
    const [one, other] = fingerprints();
    assert.equal(one, before);
    assert.notEqual(other, one);
  });

  it('tells a program what no report has in scope, and no reader: that is no news', t => {
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
    assert.deepEqual(places(checked(folder), 'criteria/out-of-scope'), ['controls/backup.md:3:20-24']);
    const { stdout } = tickmark(folder, 'check');
    assert.doesNotMatch(stdout, /A1\.2/);
    assert.match(stdout, /; 1 listed only in JSON\n$/);
  });
});

describe('lines and columns', () => {
  const ends = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };
  for (const [end, name] of Object.entries(ends)) {
    for (const mark of ['', '\ufeff']) {
      it(`count from 1 in UTF-16 units with ${name}${mark && ' and a byte order mark'}`, t => {
        const folder = folderOf(t, comply);
        const text = [
          'name: TBD',
          'acronym: \u{1f600}',
          'satisfies: {TSC: [CC6.1]}',
          '---',
          '# \u{1d4b3}',
          '',
          '\u{1f600}\te\u0301 CC9.9 CC9.8',
          '',
        ];
        write(folder, 'policies/access.md', mark + text.join(end));
        const found = checked(folder, 'policies/access.md');
        assert.deepEqual(places(found, 'documents/placeholder'), ['policies/access.md:1:7-10']);
        assert.deepEqual(places(found, 'criteria/unknown'), [
          'policies/access.md:7:7-12',
          'policies/access.md:7:13-18',
        ]);
      });
    }
  }

  it('are those of a terminal too, with the words underlined', t => {
    const folder = folderOf(t, comply);
    write(
      folder,
      'policies/access.md',
      '\ufeffname: A\r\nacronym: B\r\nsatisfies:\r\n  TSC:\r\n  - \tCC9.9\r\n---\r\nText.\r\n',
    );
    const { stdout } = tickmark(folder, 'check', 'policies/access.md');
    assert.match(
      stdout,
      /^policies\/access\.md:5:6: error criteria\/unknown\n {4}- \tCC9\.9\n {4} {2}\t\^{5}\n {2}`CC9\.9` is not a criterion\./m,
    );
  });

  it('of a long line are shown with what stands around them', t => {
    const folder = folderOf(t, comply);
    write(
      folder,
      'policies/access.md',
      `name: A\nacronym: B\n---\n${'word '.repeat(50)}CC9.9${' word'.repeat(50)}\n`,
    );
    const [, quote = '', carets = ''] =
      tickmark(folder, 'check', 'policies/access.md').stdout.match(
        /^policies\/access\.md:4:251: error criteria\/unknown\n(.*)\n(.*)\n/m,
      ) ?? [];
    assert.match(quote, /^ {2}…[word ]{60}CC9\.9[word ]{40}…$/);
    assert.equal(quote.slice(carets.indexOf('^'), carets.length), 'CC9.9');
  });

  it('are found for thousands of findings in one line without delay', { timeout: 60_000 }, t => {
    const folder = folderOf(t, comply);
    write(folder, 'policies/access.md', `name: A\nacronym: B\n---\n${'CC9.9 '.repeat(20_000)}\n`);
    assert.match(tickmark(folder, 'check', 'policies/access.md').stdout, /\b20000 errors/);
  });
});

describe('a file or folder inside a program', () => {
  it('has the whole program judged and only its own findings printed', t => {
    const twins = `${comply}=== policies/one.md${policy('twin', 'CC6.1')}=== policies/two.md${policy('twin', 'CC6.2')}`;
    const folder = folderOf(t, twins);
    assert.deepEqual(places(checked(folder, 'policies/one.md'), 'documents/duplicate-id'), [
      'policies/one.md:2:10-14',
    ]);
    assert.equal(places(checked(folder, 'policies'), 'documents/duplicate-id').length, 2);
  });

  it('is named relative to where the user stands', t => {
    const folder = folderOf(t, comply);
    const files = (at: string, ...args: string[]) =>
      checked(join(folder, at), ...args).findings.map(({ file, program }) => `${program} ${file}`);
    assert.deepEqual(files('policies', 'logs.md'), ['.. logs.md']);
    assert.deepEqual(files('policies'), ['.. access.md', '.. logs.md']);
    assert.deepEqual(files('procedures', '../policies/logs.md'), ['.. ../policies/logs.md']);
    assert.deepEqual(files('.', join(folder, 'policies/logs.md')), ['. policies/logs.md']);
  });

  it('is judged once where it is named twice', t => {
    const { summary, findings } = checked(folderOf(t, comply), '.', 'policies', 'policies/logs.md');
    assert.equal(summary.programs.length, 1);
    assert.equal(findings.length, 2);
  });
});

describe('several programs', () => {
  const manifest = 'report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}';
  const two = `
    === east/tickmark.yaml
    ${manifest}
    === east/policies/a.md
    ---
    id: a
    ---
    CC9.9
    === west/tickmark.yaml
    ${manifest}
    === west/policies/a.md
    ---
    id: a
    ---
    CC9.8
    === README.md
    # Hello
    `;
  const roots = ({ summary }: Checked) => summary.programs.map(({ root }) => root);

  it('are all found below a folder, and keep apart', t => {
    const found = checked(folderOf(t, two));
    assert.deepEqual(roots(found), ['east', 'west']);
    assert.deepEqual(places(found, 'criteria/unknown'), [
      'east/policies/a.md:4:1-6',
      'west/policies/a.md:4:1-6',
    ]);
    assert.deepEqual(
      found.findings.filter(({ rule }) => rule === 'criteria/unknown').map(({ program }) => program),
      ['east', 'west'],
    );
    assert.deepEqual(places(found, 'documents/duplicate-id'), []);
  });

  it('are each asked after by their own name', t => {
    const folder = folderOf(t, two);
    assert.deepEqual(roots(checked(folder, 'west')), ['west']);
    assert.deepEqual(roots(checked(folder, 'west/policies/a.md', 'east')), ['west', 'east']);
    assert.deepEqual(roots(checked(folder, 'README.md')), []);
  });

  it('nested in each other own what is theirs', t => {
    const folder = folderOf(
      t,
      `
      === tickmark.yaml
      ${manifest}
      === policies/a.md
      ---
      id: a
      ---
      CC9.9
      === teams/pay/tickmark.yaml
      ${manifest}
      === teams/pay/policies/a.md
      ---
      id: a
      ---
      CC9.8
      `,
    );
    const all = checked(folder);
    assert.deepEqual(roots(all), ['.', 'teams/pay']);
    assert.deepEqual(places(all, 'criteria/unknown'), [
      'policies/a.md:4:1-6',
      'teams/pay/policies/a.md:4:1-6',
    ]);
    assert.deepEqual(places(all, 'documents/duplicate-id'), []);
    assert.deepEqual(roots(checked(folder, 'policies')), ['.']);
    assert.deepEqual(roots(checked(folder, 'policies/a.md')), ['.']);
    assert.deepEqual(roots(checked(folder, 'tickmark.yaml')), ['.']);
    assert.deepEqual(roots(checked(folder, 'teams/pay')), ['teams/pay']);
    assert.deepEqual(roots(checked(folder, 'teams/pay/policies/a.md')), ['teams/pay']);
    assert.deepEqual(roots(checked(join(folder, 'teams/pay/policies'))), ['..']);
    assert.deepEqual(roots(checked(folder, 'teams')), ['.', 'teams/pay']);
  });

  it('need only one of them to have the report that is asked for', t => {
    const folder = folderOf(
      t,
      `${two}\n    === west/tickmark.yaml\n    report: {id: other, kind: soc2, type: 1}\n`,
    );
    const code = (report: string) => tickmark(folder, 'check', '--report', report, '--fail-on', 'error').code;
    assert.equal(code('other'), 1);
    assert.equal(code('soc2'), 1);
    assert.equal(code('third'), 2);
  });
});

describe('what is read', () => {
  it('leaves out what .gitignore names', t => {
    const folder = folderOf(t, `${comply}=== .gitignore\n/policies/logs.md\n`);
    assert.deepEqual(places(checked(folder), 'criteria/unknown'), ['policies/access.md:4:16-21']);
  });

  it('does not follow links, so that no loop holds it up', { skip: process.platform === 'win32' }, t => {
    const folder = folderOf(t, comply);
    symlinkSync('..', join(folder, 'policies', 'up'));
    symlinkSync('access.md', join(folder, 'policies', 'same.md'));
    assert.equal(checked(folder).summary.programs[0]?.documents, 3);
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
  it('is found, and printed by no rule that quotes its line', t => {
    const token = `ghp_${'q7Zk2Xw9Lr4Bv8Ns3Hd6Yc1Fg5Jt0EaPuKoM'}`;
    const folder = folderOf(t, comply);
    write(folder, 'policies/access.md', `${policy('AP', 'CC6.1')}\nCC9.9 with ${token}\n\n[it](#${token})\n`);
    const found = checked(folder, 'policies/access.md');
    assert.equal(places(found, 'secrets/token').length, 2);
    assert.equal(places(found, 'documents/broken-anchor').length, 1);
    assert.equal(places(found, 'criteria/unknown').length, 1);
    assert.doesNotMatch(JSON.stringify(found), new RegExp(token));
    const { stdout } = tickmark(folder, 'check', 'policies/access.md');
    assert.match(stdout, /error secrets\/token/);
    assert.doesNotMatch(stdout, new RegExp(token.slice(0, 10)));
  });
});
