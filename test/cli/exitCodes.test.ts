// 0: nothing at or above --fail-on; 1: something; 2: could not run, with why on standard error and nothing on the other.
import assert from 'node:assert/strict';
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { emptyFolder, folderOf } from '../workspace/folder.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';
import { tickmarkWith, withoutPower } from './tickmark.ts';

/** A control, in Comply's layout, and a policy: nothing is found. */
const clean = `
  === procedures/access-review.md
  id: access-review
  name: Quarterly access review
  cron: "0 0 0 1 */3 *"
  satisfies: {TSC: [CC6.3]}
  ---
  Compare who has access with who should.
  === policies/access.md
  name: Access policy
  acronym: AP
  satisfies: {TSC: [CC6.1, CC6.2]}
  ---
  # Purpose

  Access follows the role.
  `;

const withHint = `${clean}
  === policies/travel.md
  name: Travel policy
  acronym: TP
  ---
  # Purpose

  Travel is booked a week ahead.
  `;

const withInformation = `
  === access-policy.md
  # Access policy

  Access follows the role.
  === backup-policy.md
  # Backup policy

  Backups are taken daily.
  `;

const withWarning = `${clean}
  === policies/backup.md
  name: Backup policy
  acronym: BP
  satisfies: {TSC: [A1.2]}
  ---
  # Purpose

  Backups are taken by TBD.
  `;

const withError = `${clean}
  === policies/logging.md
  name: Logging policy
  acronym: LP
  satisfies: {TSC: [CC9.9]}
  ---
  # Purpose

  Logs are kept for a year.
  `;

describe('check ends with', () => {
  const cases: readonly (readonly [
    name: string,
    fixture: string,
    options: string,
    code: number,
    last: RegExp,
  ])[] = [
    ['0 where nothing is found', clean, '', 0, /^2 documents: no findings$/],
    ['0 where there is nothing to check', '=== README.md\n# Hello\n', '', 0, /^Nothing to check: /],
    ['0 in an empty folder', '', '', 0, /^Nothing to check: /],
    ['0 for a hint', withHint, '', 0, /^3 documents: 1 hint$/],
    ['0 for information', withInformation, '', 0, /^2 documents: 1 information$/],
    ['1 for a warning', withWarning, '', 1, /^3 documents: 1 warning$/],
    ['0 for a warning that is not to fail', withWarning, '--fail-on error', 0, /^3 documents: 1 warning$/],
    ['1 for a warning that is to fail', withWarning, '--fail-on warning', 1, /^3 documents: 1 warning$/],
    ['1 for an error', withError, '', 1, /^3 documents: 1 error$/],
    ['1 for an error that is to fail', withError, '--fail-on error', 1, /^3 documents: 1 error$/],
    ['1 in JSON too', withError, '--format json', 1, /^}$/],
    [
      '0 for an error in a file not asked after',
      withError,
      'policies/access.md',
      0,
      /^3 documents: no findings$/,
    ],
    [
      '1 for an error in a file asked after',
      withError,
      'policies/access.md policies/logging.md',
      1,
      /: 1 error$/,
    ],
    ['0 for an error in a folder not asked after', withError, 'procedures', 0, /^3 documents: no findings$/],
  ];
  for (const [name, fixture, options, code, last] of cases) {
    it(name, async t => {
      const run = await tickmark(folderOf(t, fixture), 'check', ...options.split(' ').filter(Boolean));
      assert.match(run.stdout.trimEnd().split('\n').at(-1) ?? '', last);
      assert.equal(run.stderr, '');
      assert.equal(run.code, code);
    });
  }
});

describe('a file that Comply sets aside', () => {
  const folder = `
    === comply.yml
    name: Pedal
    === policies/doors.md
    name: Doors
    acronym: DO
    satisfies: {TSC: [CC6.4]}
    ---
    Doors are locked.
    === policies/doors.md.tmpl
    name: Doors
    acronym: DO
    satisfies: {TSC: [CC6.4]}
    ---
    Doors are locked at [time].
    === policies/keys.md.tmpl
    name: Keys
    acronym: KE
    satisfies: {TSC: [CC6.1, CC6.2]}
    ---
    Keys are counted.
    `;

  it('is no part of the result, and is said not to be checked where it is named', async t => {
    const root = folderOf(t, folder);
    const all = await tickmark(root, 'check');
    const source = await tickmark(root, 'check', 'policies/doors.md.tmpl');
    const aside = await tickmark(root, 'check', 'policies/keys.md.tmpl');
    assert.match(all.stdout, /^1 document: 1 warning$/m);
    assert.match(source.stdout, /^policies\/doors\.md\.tmpl: `doors\.md` beside it is made of this file /m);
    assert.match(
      aside.stdout,
      /^policies\/keys\.md\.tmpl: .* Comply reads only files directly in its folders whose names end in `\.md`\. 1 page here cites 2 criteria and is not read\.$/m,
    );
    assert.equal(aside.code, 2);
  });
});

describe('named files of which nothing is read', () => {
  const folder = `
    === tickmark.yaml
    tickmark: 1
    === controls/doors.md
    id: AC-1
    === README.md
    # The product
    === src/x.yaml
    a: b
    `;

  interface Answer {
    readonly notices?: readonly object[];
    readonly summary?: { readonly notices: readonly object[] };
  }

  it('have nothing to check where they cite no criteria', async t => {
    const root = folderOf(t, folder);
    for (const named of [['README.md'], ['src/x.yaml', 'README.md']]) {
      const run = await tickmark(root, 'check', ...named);
      assert.equal(
        run.stdout.trimEnd().split('\n').at(-1),
        'Nothing to check: no named file is documentation.',
      );
      for (const [command, noticesIn] of [
        ['check', (answer: Answer) => answer.summary?.notices],
        ['coverage', (answer: Answer) => answer.notices],
      ] as const) {
        const notices = noticesIn(await tickmarkJson(root, command, ...named)) ?? [];
        assert.deepEqual(
          notices.map(Object.keys),
          named.map(() => ['root', 'text']),
        );
      }
      assert.doesNotMatch(run.stdout, /no findings/);
      assert.deepEqual([run.code, run.stderr], [0, '']);
    }
  });

  it('are an incomplete result beside a folder of which nothing is read', async t => {
    const run = await tickmark(folderOf(t, folder), 'check', 'README.md', 'src');
    assert.doesNotMatch(run.stdout, /no findings|Nothing to check/);
    assert.match(run.stderr, /nothing was read/);
    assert.equal(run.code, 2);
  });
});

describe('the form in which it is printed', () => {
  /** Three rules whose words editors fade, and one whose words they underline: each finds something. */
  const rules = [
    'criteria/duplicate',
    'criteria/out-of-scope',
    'scope/exclusion-unselected',
    'criteria/unknown',
  ];
  const program = (severities: readonly string[]) => `
    === tickmark.yaml
    report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
    scope:
      categories: [security]
      exclude:
        - {criterion: C1.1, reason: no confidential information is held}
    rules:
      preset: start
${rules.map((rule, i) => `      ${rule}: ${severities[i] ?? 'off'}`).join('\n')}
    === controls/backup.md
    ---
    id: BK-01
    satisfies: [CC7.5, CC7.5, A1.2, CC9.9]
    ---
    `;
  const both = async (
    t: TestContext,
    severities: readonly string[],
    failOn: string,
    options: readonly string[] = [],
  ) => {
    const folder = folderOf(t, program(severities));
    const run = (format: string) =>
      tickmark(folder, 'check', '--fail-on', failOn, '--format', format, ...options);
    return [await run('text'), await run('json')] as const;
  };

  it('leaves out nothing that fails a build, though editors fade it', async t => {
    const [text, json] = await both(t, ['off', 'error', 'off', 'off'], 'error');
    assert.match(text.stdout, /error criteria\/out-of-scope\n.*A1\.2.*2 documents: 1 error\n$/s);
    assert.deepEqual([text.code, json.code], [1, 1]);
  });

  it('changes neither the exit code nor what is counted, whatever is set', async t => {
    const severity = fc.constantFrom('error', 'warning', 'information', 'hint', 'off');
    const asked = fc.tuple(fc.boolean(), fc.subarray(rules));
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(severity, severity, severity, severity),
        fc.constantFrom('error', 'warning'),
        asked,
        async (severities, failOn, [quiet, only]) => {
          const options = [...(quiet ? ['--quiet'] : []), ...only.flatMap(rule => ['--rule', rule])];
          const [text, json] = await both(t, severities, failOn, options);
          assert.equal(text.code, json.code);
          const { summary, findings, omitted } = JSON.parse(json.stdout);
          const { errors, warnings, information, hints, ofOtherRules } = summary;
          const printed = (words: string) =>
            Number(new RegExp(`^2 documents:.* (\\d+) ${words}`, 'm').exec(text.stdout)?.[1] ?? 0);
          assert.deepEqual(['errors?', 'warnings?', 'information', 'hints?'].map(printed), [
            errors,
            warnings,
            information,
            hints,
          ]);
          const set = severities
            .map((one, i) => ({ one, rule: rules[i] ?? '' }))
            .filter(({ one }) => one !== 'off');
          const meant = set.filter(({ rule }) => only.length === 0 || only.includes(rule));
          const all = errors + warnings + information + hints;
          assert.deepEqual([all, ofOtherRules], [meant.length, set.length - meant.length]);
          assert.equal(text.stdout.includes(`${ofOtherRules} finding`), ofOtherRules > 0);
          const fails = ({ one }: { one: string }) => one === 'error' || one === failOn;
          assert.equal(text.code, meant.some(fails) ? 1 : 0);
          const listed = quiet ? meant.filter(fails) : meant;
          assert.equal(findings.length, listed.length);
          assert.equal(omitted.length, meant.length - listed.length);
          const left = text.stdout.includes(`${omitted.length} not listed (--quiet)`);
          assert.equal(left, omitted.length > 0);
        },
      ),
      { numRuns: 4 },
    );
  });
});

describe('coverage ends with 0', () => {
  for (const [name, fixture] of [
    ['whatever is found', withError],
    ['where there is nothing', '=== README.md\n# Hello\n'],
  ] as const) {
    it(name, async t => {
      const run = await tickmark(folderOf(t, fixture), 'coverage');
      assert.equal(run.code, 0);
      assert.equal(run.stderr, '');
    });
  }
});

describe('it could not run', () => {
  const cases: readonly (readonly [args: string, why: RegExp])[] = [
    ['check gone', /^tickmark: gone does not exist\./],
    ['check policies/gone.md', /^tickmark: policies\/gone\.md does not exist\./],
    ['check policies gone', /^tickmark: gone does not exist\./],
    ['coverage gone', /^tickmark: gone does not exist\./],
    ['check notes.txt', /^tickmark: notes\.txt is neither Markdown nor YAML\./],
    ['check --format yaml', /^tickmark: --format yaml: use text or json\./],
    ['check --fail-on hint', /^tickmark: --fail-on hint: use error or warning\./],
    ['check --as-of tomorrow', /^tickmark: --as-of tomorrow: write a calendar date as YYYY-MM-DD\./],
    ['check --as-of 2026-02-30', /^tickmark: --as-of 2026-02-30: write a calendar date/],
    ['check --as-of', /^tickmark: .*--as-of/],
    ['check --report soc9', /^tickmark: No manifest has a report `soc9`\. Known reports: assumed\./],
    ['coverage --report soc9', /^tickmark: No manifest has a report `soc9`\./],
    [
      'check --color',
      /^tickmark: The option --color does not exist\. `tickmark check --help` lists the options\./,
    ],
    ['chekc', /^tickmark: The command `chekc` does not exist\. Did you mean `check`\?/],
    ['coverage --fix', /^tickmark: `tickmark coverage` does not take --fix; `tickmark check` takes it\./],
    ['explain', /^tickmark: Name a criterion .* a rule .* a record, or a word/],
    ['explain CC9.9', /^tickmark: `CC9\.9` is not a criterion\. .*CC9\.1 and CC9\.2/],
    ['explain CC6.9', /^tickmark: `CC6\.9` is not a criterion\. .*CC6\.1 to CC6\.8/],
    ['explain criteria/unkown', /^tickmark: .* Did you mean `criteria\/unknown`\?/],
    [
      'explain photosynthesis',
      /^tickmark: `photosynthesis` is neither a criterion nor a rule, nor a record of this program\. `tickmark criteria` lists/,
    ],
    [
      'explain constructor',
      /^tickmark: `constructor` is neither a criterion nor a rule, nor a record of this program\./,
    ],
  ];
  for (const [args, why] of cases) {
    it(`on \`tickmark ${args}\``, async t => {
      const folder = folderOf(t, `${clean}\n  === notes.txt\n  Nothing.\n  `);
      const run = await tickmark(folder, ...args.split(' '));
      assert.match(run.stderr, why);
      assert.equal(run.stderr.trimEnd().split('\n').length, 1);
      assert.equal(run.stdout, '');
      assert.equal(run.code, 2);
    });
  }

  it('on a thing that is neither file nor folder', { skip: !existsSync('/dev/null') }, async t => {
    const run = await tickmark(emptyFolder(t), 'check', '/dev/null');
    assert.match(run.stderr, /^tickmark: \/dev\/null is neither a file nor a folder\./);
    assert.equal(run.code, 2);
  });

  it('where its output cannot be written', { skip: !existsSync('/dev/full') }, t => {
    const folder = folderOf(t, clean);
    const full = openSync('/dev/full', 'w');
    t.after(() => closeSync(full));
    for (const args of [['check'], ['explain', 'CC6.1']]) {
      const run = tickmarkWith({ cwd: folder, stdio: ['ignore', full, 'pipe'] }, ...args);
      assert.match(run.stderr, /^tickmark: .*ENOSPC/);
      assert.equal(run.code, 2);
    }
  });

  for (const path of ['policies', 'policies/access.md']) {
    it(`on ${path} that it may not read`, { skip: process.platform === 'win32' }, t => {
      const folder = folderOf(t, clean);
      chmodSync(folder, 0o755);
      chmodSync(join(folder, path), 0);
      const run = tickmarkWith({ cwd: folder, ...withoutPower }, 'check', path);
      chmodSync(join(folder, path), 0o755);
      assert.match(run.stderr, new RegExp(`^tickmark: ${path} cannot be read\\.`));
      assert.equal(run.stdout, '');
      assert.equal(run.code, 2);
    });
  }
});

describe('help and version', () => {
  it('are printed where asked for, and where nothing is', async t => {
    const folder = emptyFolder(t);
    for (const [first, ...more] of [
      [/^tickmark: checks SOC 2 control documentation/],
      [/^tickmark: checks SOC 2 control documentation/, 'help'],
      [/^tickmark check \[PATH \.\.\.\]\n/, 'check', '-h'],
      [/^tickmark lsp --stdio\n/, 'lsp', '--help'],
    ] as const) {
      const run = await tickmark(folder, ...more);
      assert.match(run.stdout, first);
      assert.equal(run.code, 0);
    }
    assert.match((await tickmark(folder, '--version')).stdout, /^tickmark \d+\.\d+\.\d+\n$/);
  });
});
