// Documents as they were at a revision, and answers as of a day, in real repositories.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { emptyFolder, write } from '../workspace/folder.ts';
import { commitAt, git } from '../workspace/repository.ts';
import { tickmark, tickmarkJson, tickmarkWith } from './tickmark.ts';

const manifest = `organization: Acme
report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
scope: {exclude: [CC1-CC5, CC6.1, CC6.3-CC9.2]}
rules: {preset: start, scope/exclusion-common: off}
`;
const control = (frequency: string) =>
  `id: AC-04\ntitle: Access reviews\nsatisfies: [CC6.2]\nstatus: implemented\nfrequency: ${frequency}\n`;

/** A repository with a program that was committed in April without evidence of Q1, and in May with it. */
function repository(t: TestContext): string {
  const folder = emptyFolder(t);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  write(folder, 'README.md', '# Here\n');
  commitAt(folder, '2026-01-05T10:00:00Z');
  write(folder, 'docs/tickmark.yaml', manifest);
  write(folder, 'docs/controls/AC-04.yaml', control('quarterly'));
  write(folder, 'docs/evidence/e.yaml', '- {id: E-1, controls: [XX], performed: 2026-02-01}\n');
  commitAt(folder, '2026-04-20T23:30:00-0800');
  git(folder, 'tag', 'april');
  write(
    folder,
    'docs/evidence/e.yaml',
    '- {id: E-1, controls: [AC-04], performed: 2026-03-18}\n- {id: E-2, controls: [AC-04], performed: 2026-05-04}\n',
  );
  commitAt(folder, '2026-05-10T10:00:00Z');
  return folder;
}

function states(folder: string, ...args: readonly string[]): string {
  const { programs } = tickmarkJson(folder, 'evidence', ...args);
  return programs[0].reports[0].controls[0].windows
    .map(({ name, state }: { name: string; state: string }) => `${name} ${state}`)
    .join(', ');
}

describe('--revision', () => {
  it('reads documents as they were, as of the day of the commit where it was made', t => {
    const folder = repository(t);
    const { revision, programs } = tickmarkJson(folder, 'evidence', '--revision', 'april');
    const commit = git(folder, 'rev-parse', 'april');
    assert.deepEqual(revision, { name: 'april', commit, date: '2026-04-20' });
    assert.equal(programs[0].reports[0].countedOn, '2026-04-20');
    assert.equal(
      states(folder, '--revision', 'april'),
      '2026-Q1 gap, 2026-Q2 due, 2026-Q3 upcoming, 2026-Q4 upcoming',
    );
    assert.equal(
      states(folder, '--revision', 'HEAD'),
      '2026-Q1 complete, 2026-Q2 complete, 2026-Q3 upcoming, 2026-Q4 upcoming',
    );
    assert.equal(tickmarkJson(folder, 'evidence', '--as-of', '2026-05-10').revision, undefined);
  });

  it('goes with another day', t => {
    const folder = repository(t);
    const of = (day: string) => states(folder, '--revision', 'april', '--as-of', day).split(', ')[0];
    assert.equal(of('2026-04-10'), '2026-Q1 due');
    assert.equal(of('2026-04-16'), '2026-Q1 gap');
  });

  it('says in text which commit it is, and as of which day it answers', t => {
    const folder = repository(t);
    const id = git(folder, 'rev-parse', 'april').slice(0, 10);
    const line = `The documents are those of revision april: commit ${id} of 2026-04-20.`;
    const commands = ['evidence', 'due', 'coverage', 'report', 'check', 'explain AC-04', 'explain CC6.2'];
    for (const command of commands) {
      const { stdout, stderr } = tickmark(join(folder, 'docs'), ...command.split(' '), '--revision', 'april');
      assert.equal(stderr, '', command);
      assert.equal(stdout.replace(/\s+/g, ' ').split(line).length, 2, `${command}: ${stdout}`);
    }
    for (const command of ['evidence', 'due', 'coverage', 'report'])
      assert.match(
        tickmark(folder, command, '--revision', 'april').stdout,
        /^Management's view as of 2026-04-20, not an auditor's conclusion\.$/m,
      );
    assert.match(
      tickmark(join(folder, 'docs'), 'explain', 'AC-04', '--revision', 'april', '--format', 'markdown')
        .stdout,
      /The documents are those of revision april/,
    );
  });

  it('answers every command from the documents of then', t => {
    const folder = repository(t);
    const then = ['--revision', 'april'];
    const { until, programs, revision } = tickmarkJson(folder, 'due', ...then);
    assert.equal(until, '2026-05-20');
    assert.equal(revision.date, '2026-04-20');
    assert.deepEqual(
      programs[0].reports[0].gaps.map(({ window }: { window: string }) => window),
      ['2026-Q1'],
    );
    const [report] = tickmarkJson(folder, 'coverage', ...then).programs[0].reports;
    const [covered] = report.criteria.filter(({ id }: { id: string }) => id === 'CC6.2');
    assert.deepEqual([covered.state, covered.marks], ['implemented', ['gap']]);
    const docs = join(folder, 'docs');
    assert.equal(tickmarkJson(docs, 'explain', 'E-1', ...then).records[0].values.performed, '2026-02-01');
    assert.match(tickmark(docs, 'explain', 'E-2', ...then).stderr, /`E-2` is neither a criterion nor a rule/);
    const rules = (...args: readonly string[]) =>
      tickmarkJson(folder, 'check', ...args).findings.map(({ rule }: { rule: string }) => rule);
    assert.deepEqual(rules(...then), ['documents/unknown-reference']);
    assert.equal(tickmarkJson(folder, 'check', ...then).summary.revision.date, '2026-04-20');
    assert.deepEqual(rules('--revision', 'HEAD'), []);
  });

  it('shows the lines of then, and what is new since another revision', t => {
    const folder = repository(t);
    const { stdout } = tickmark(folder, 'check', '--revision', 'april');
    assert.match(stdout, /controls: \[XX\]/);
    const news = (since: string) =>
      tickmarkJson(folder, 'check', '--revision', 'april', '--since', since).findings.length;
    assert.deepEqual([news('april~1'), news('april')], [1, 0]);
  });

  it('takes a folder or file inside a program, and one that is on disk no more', t => {
    const folder = repository(t);
    const at = (where: string, ...args: readonly string[]) =>
      tickmarkJson(where, 'check', ...args, '--revision', 'april').summary.programs.map(
        ({ root }: { root: string }) => root,
      );
    assert.deepEqual(at(join(folder, 'docs/evidence')), ['..']);
    assert.deepEqual(at(folder, 'docs/evidence/e.yaml'), ['docs']);
    rmSync(join(folder, 'docs'), { recursive: true });
    assert.deepEqual(at(folder), ['docs']);
    assert.deepEqual(at(folder, 'docs/evidence'), ['docs']);
  });

  const failures: readonly (readonly [what: string, args: string, why: RegExp])[] = [
    [
      'a revision that does not exist',
      'evidence --revision v9',
      /^tickmark: --revision v9: revision v9 does not exist in this repository \(fatal: .*\)\. If it exists elsewhere, fetch it first/,
    ],
    [
      'a folder that did not exist then',
      'coverage docs --revision april~1',
      /^tickmark: --revision april~1: docs did not exist in this revision \(commit [0-9a-f]{10} of 2026-01-05\)\.\n$/,
    ],
    [
      'what lies in no repository',
      'due .. --revision april',
      /^tickmark: --revision april: \/.* is not in a git repository that git reads/,
    ],
    [
      'what lies in another repository',
      'due . .. --revision april',
      /^tickmark: --revision april: \.\. is not in the repository \//,
    ],
    ['no revision', 'check --revision=', /^tickmark: --revision: the value is empty/],
    [
      'an option of git',
      'check --revision=--all',
      /^tickmark: --revision --all: revision --all does not exist/,
    ],
    [
      'fixes',
      'check --fix --revision april',
      /^tickmark: --revision: leave --fix out\. What is in a revision cannot be changed\.\n$/,
    ],
    [
      'a command that has none',
      'criteria --revision april',
      /^tickmark: `tickmark criteria` does not take --revision/,
    ],
  ];
  for (const [what, args, why] of failures)
    it(`ends with 2 and a sentence for ${what}`, t => {
      const { code, stdout, stderr } = tickmark(repository(t), ...args.split(' '));
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, why);
    });

  it('ends with 2 and a sentence without git', t => {
    const folder = repository(t);
    const none = { cwd: folder, env: { PATH: emptyFolder(t) } };
    const { code, stderr } = tickmarkWith(none, 'evidence', '--revision', 'april');
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^tickmark: --revision april: git cannot be run: no folder in PATH contains it\. Install git\.\n$/,
    );
  });

  it('ends with 2 and a sentence where a document was not fetched', t => {
    const folder = repository(t);
    const id = git(folder, 'rev-parse', 'april:docs/evidence/e.yaml');
    rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)));
    const { code, stdout, stderr } = tickmark(folder, 'evidence', '--revision', 'april');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(
      stderr,
      /^tickmark: docs\/evidence\/e\.yaml of april is not in this clone, and Tickmark does not fetch it\./,
    );
  });

  it('says that there was no documentation then, where there was none', t => {
    const { code, stdout } = tickmark(repository(t), 'evidence', '--revision', 'april~1');
    assert.equal(code, 0);
    assert.match(stdout, /\nNo control documentation found\.\n$/);
  });
});

describe('--as-of', () => {
  it('answers as of a day, after the period too', t => {
    const folder = repository(t);
    assert.match(
      tickmark(folder, 'evidence', '--as-of', '2027-02-01').stdout,
      /^Management's view as of 2027-02-01, /m,
    );
    assert.match(states(folder, '--as-of', '2027-02-01'), /2026-Q4 gap$/);
    assert.match(states(folder, '--as-of', '2026-01-05'), /^2026-Q1 due/);
  });
});
