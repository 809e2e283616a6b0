import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderOf, write } from '../workspace/folder.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';

const program = `
  === tickmark.yaml
  organization: Brightdesk
  people:
    - {id: cto, name: Ada Byron}
  reports:
    - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
    - {id: soc2-first, kind: soc2, type: 1, asOf: 2025-12-31, state: issued}
  scope: {categories: [security]}
  === controls/access.yaml
  - id: AC-01
    title: Quarterly access reviews
    owner: cto
    status: implemented
    frequency: quarterly
    systems: [okta, github]
    satisfies: [CC6.1]
  - id: AC-02
    title: Monthly scans
    owner: dev
    status: implemented
    frequency: monthly
    satisfies: [CC7.1]
  - id: AC-03
    title: Training
    status: implemented
    frequency: now and then
    satisfies: [CC1.1]
  === evidence/reviews.yaml
  - {id: EV-1, title: Okta, controls: [AC-01], performed: 2026-03-12, systems: [okta]}
  - {id: EV-2, title: Scan, controls: [AC-02], performed: 2026-01-12}
  - {id: EV-3, title: Scan, controls: [AC-02], performed: 2026-02-12}
  - {id: EV-4, title: Scan, controls: [AC-02], performed: 2026-03-12}
  `;
const day = ['--as-of', '2026-04-10'];

describe('evidence', () => {
  it('as JSON has each window with its cells', async t => {
    const { programs, ...rest } = await tickmarkJson(folderOf(t, program), 'evidence', ...day);
    assert.deepEqual(rest, { version: 1, notices: [], unreadable: [] });
    const [{ reports, ...its }] = programs;
    assert.deepEqual(its, { root: '.', unreadable: [] });
    const [{ controls, ...report }, ...others] = reports;
    assert.deepEqual(others, []);
    assert.deepEqual(report, {
      id: 'soc2-2026',
      type: 2,
      period: { start: '2026-01-01', end: '2026-12-31' },
      countedOn: '2026-04-10',
    });
    const [{ windows, ...control }, ...more] = controls;
    assert.deepEqual(control, {
      id: 'AC-01',
      title: 'Quarterly access reviews',
      file: 'controls/access.yaml',
      owner: 'cto',
      standing: 'open',
    });
    assert.deepEqual(windows[0], {
      name: '2026-Q1',
      from: '2026-01-01',
      to: '2026-03-31',
      state: 'due',
      marks: [],
      closes: '2026-04-15',
      cells: [
        { system: 'okta', expects: null, filled: true, evidence: ['EV-1'], missing: [] },
        { system: 'github', expects: null, filled: false, evidence: [], missing: [] },
      ],
      onFile: [],
      reason: '2026-Q1 was due on 2026-03-31 and closes after 2026-04-15, 1 of 2: github missing.',
    });
    assert.deepEqual(
      more.map((one: { id: string; windows: unknown[] }) => [one.id, one.windows.length]),
      [
        ['AC-02', 12],
        ['AC-03', 0],
      ],
    );
  });

  it('as text says by control what is missing', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'evidence', ...day);
    assert.match(stdout, /^AC-01 Quarterly access reviews · cto$/m);
    assert.match(stdout, /2026-Q1 .* due .*1 of 2: github missing\.$/m);
    assert.match(stdout, /^ {2}2026-01 to 2026-03 .* complete .*Each of 3 has evidence\.$/m);
    assert.match(stdout, /^ {2}2026-05 to 2026-12 .* upcoming .*The first of 8 begins on 2026-05-01\.$/m);
    assert.match(stdout, /^No window: AC-03\./m);
    assert.match(stdout, /^Total: 16 windows of 2 controls: 3 due, 3 complete, 10 upcoming$/m);
  });

  it('as text says of one control how evidence is recorded, and of many how to see that', async t => {
    const folder = folderOf(t, program);
    const recording =
      /in `evidence\/` for 2026-Q1: `controls: \[AC-01\]`, `window: 2026-Q1`, and `performed`\.$/m;
    const hint = /^`tickmark evidence --control ID` says how to record evidence for a control\.$/m;
    const { stdout: many } = await tickmark(folder, 'evidence', ...day);
    assert.doesNotMatch(many, recording);
    assert.match(many, hint);
    const { stdout: one } = await tickmark(folder, 'evidence', ...day, '--control', 'AC-01');
    assert.match(one, recording);
    assert.doesNotMatch(one, hint);
  });

  it('as text joins neighbors of one frequency only', async t => {
    const files = `
      === tickmark.yaml
      reports: [{id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}]
      scope: {categories: [security]}
      === controls/AC-01.md
      ---
      id: AC-01
      status: implemented
      frequency: [monthly, quarterly]
      satisfies: [CC6.1]
      ---
      `;
    const { stdout } = await tickmark(folderOf(t, files), 'evidence', '--as-of', '2026-01-05');
    assert.deepEqual(stdout.match(/(?<=^ {2})2026-\w+( to 2026-\w+)?(?= {2})/gm), [
      '2026-01',
      '2026-02 to 2026-12',
      '2026-Q1',
      '2026-Q2 to 2026-Q4',
    ]);
  });

  it('as CSV has a row for each window', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'evidence', ...day, '--format', 'csv');
    const [head, first, ...others] = stdout.split('\r\n');
    assert.equal(
      head,
      'program,report,control,title,owner,window,from,to,state,marks,closes,missing,evidence,reason',
    );
    assert.equal(
      first,
      '.,soc2-2026,AC-01,Quarterly access reviews,cto,2026-Q1,2026-01-01,2026-03-31,due,,2026-04-15,github,EV-1,' +
        '"2026-Q1 was due on 2026-03-31 and closes after 2026-04-15, 1 of 2: github missing."',
    );
    assert.equal(others.length, 16);
  });

  it('of one control or report shows only that', async t => {
    const folder = folderOf(t, program);
    const { programs } = await tickmarkJson(folder, 'evidence', ...day, '--control', 'ac-02');
    assert.deepEqual(
      programs[0].reports[0].controls.map((one: { id: string }) => one.id),
      ['AC-02'],
    );
    const { code, stderr } = await tickmark(folder, 'evidence', '--control', 'AC-2');
    assert.equal(code, 2);
    assert.match(stderr, /no control has this id\. Did you mean `AC-02`\?/);
    const { stdout } = await tickmark(folder, 'evidence', '--report', 'soc2-first');
    assert.match(stdout, /A Type I report is as of a day/);
  });
});

describe('due', () => {
  it('lists what is overdue, what is due, and what is later', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'due', ...day);
    assert.match(stdout, /^Overdue, and still in the grace time: 1$/m);
    assert.match(
      stdout,
      /^ {2}2026-03-31 {2}AC-01 {2}2026-Q1 {2}overdue by 10 days, partial from 2026-04-16 on · 1 of 2: github missing/m,
    );
    assert.match(stdout, /^Due by 2026-05-10: 1\n {2}2026-04-30 {2}AC-02 {2}2026-04 {2}due in 20 days/m);
    assert.match(stdout, /^Later: 11 windows, the next due on 2026-05-31\./m);
  });

  it('lists gaps apart, and only the controls of an owner where one is named', async t => {
    const folder = folderOf(t, program);
    const late = ['--as-of', '2026-06-05', '--owner'];
    const { stdout } = await tickmark(folder, 'due', ...late, 'ada byron', '--within', '30d');
    assert.match(stdout, /^Closed with evidence missing: 1\n {2}2026-03-31 {2}AC-01 {2}2026-Q1 {2}partial/m);
    assert.doesNotMatch(stdout, /AC-02/);
    const { code, stderr } = await tickmark(folder, 'due', ...late, 'ctoo');
    assert.equal(code, 2);
    assert.match(stderr, /no control has this owner\. Did you mean `cto`\?/);
  });

  it('says that the program has no evidence, where gaps are listed without any', async t => {
    const [without = ''] = program.split('  === evidence');
    const printed = async (text: string) =>
      (await tickmark(folderOf(t, text), 'due', '--as-of', '2026-06-05')).stdout;
    const words = /^No evidence is recorded in this program\. If it is kept elsewhere, the windows below/m;
    assert.match(await printed(without), words);
    assert.doesNotMatch(await printed(program), words);
  });

  it('as JSON has the lists', async t => {
    const { programs, until } = await tickmarkJson(folderOf(t, program), 'due', ...day);
    assert.equal(until, '2026-05-10');
    const [{ overdue, due, gaps, ...report }] = programs[0].reports;
    assert.deepEqual(report, { id: 'soc2-2026', countedOn: '2026-04-10', later: 11 });
    assert.deepEqual([overdue.length, due.length, gaps.length], [1, 1, 0]);
    assert.deepEqual(overdue[0], {
      control: 'AC-01',
      title: 'Quarterly access reviews',
      file: 'controls/access.yaml',
      owner: 'cto',
      window: '2026-Q1',
      from: '2026-01-01',
      to: '2026-03-31',
      closes: '2026-04-15',
      days: -10,
      state: 'due',
      missing: ['github'],
    });
  });

  it('as CSV has a row for each', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'due', ...day, '--format', 'csv');
    assert.equal(
      stdout,
      [
        'program,report,control,title,owner,list,window,from,due,closes,state,missing',
        '.,soc2-2026,AC-01,Quarterly access reviews,cto,overdue,2026-Q1,2026-01-01,2026-03-31,2026-04-15,due,github',
        '.,soc2-2026,AC-02,Monthly scans,dev,due,2026-04,2026-04-01,2026-04-30,2026-05-10,due,',
        '',
      ].join('\r\n'),
    );
  });

  it('as a calendar has an event on each due date, and no gap', async t => {
    const late = ['--as-of', '2026-06-05', '--within', '30d', '--format', 'ics'];
    const folder = folderOf(t, program);
    const { stdout } = await tickmark(folder, 'due', ...late);
    assert.deepEqual(stdout.match(/(?<=^DTSTART;VALUE=DATE:|^UID:).*(?=\r$)/gm), [
      'Brightdesk.soc2-2026.AC-02.2026-05.monthly@tickmark',
      '20260531',
      'Brightdesk.soc2-2026.AC-01.2026-Q2.quarterly@tickmark',
      '20260630',
      'Brightdesk.soc2-2026.AC-02.2026-06.monthly@tickmark',
      '20260630',
    ]);
    assert.equal((await tickmark(folder, 'due', ...late)).stdout, stdout);
  });

  it('as a calendar says what a window is if nothing is added', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'due', ...day, '--format', 'ics');
    const text = stdout.replaceAll('\r\n ', '');
    assert.match(text, /On file: 1 of 2: github missing\\n.*it is partial from 2026-04-16 on\.\r/);
    assert.match(text, /Monthly scans\\n.*it is a gap from 2026-05-11 on\.\r/);
  });

  it('needs a length of time', async t => {
    const { code, stderr } = await tickmark(folderOf(t, program), 'due', '--within', 'soon');
    assert.equal(code, 2);
    assert.match(stderr, /--within soon: write a length of time, such as 2w, 90d, or 1y\./);
  });
});

describe('a control without an id', () => {
  const comply = `
    === tickmark.yaml
    reports: [{id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}]
    === comply.yml
    name: Brightdesk
    === procedures/access-review.md
    name: Quarterly access review
    cron: 0 0 9 1 */3 *
    satisfies:
      TSC: [CC6.1]
    ---
    Review who has access.
    === procedures/index.yaml
    - {kind: control, title: Unnamed, status: implemented, frequency: quarterly, satisfies: [CC6.1]}
    - {kind: control, id: OK-1, status: implemented, frequency: annual, satisfies: [CC6.1]}
    `;

  it('is called by the name of its file, by which evidence refers to it', async t => {
    const folder = folderOf(t, comply);
    const { stdout } = await tickmark(folder, 'evidence', ...day);
    assert.match(stdout, /^access-review Quarterly access review$/m);
    assert.match(stdout, /^Unnamed$/m);
    const due = await tickmark(folder, 'due', ...day);
    assert.match(due.stdout, /access-review +2026-Q1 .*Quarterly access review$/m);
    const { stdout: rows } = await tickmark(folder, 'due', ...day, '--format', 'csv');
    assert.match(rows, /^\.,soc2,access-review,Quarterly access review,,overdue,2026-Q1,/m);
    const { stdout: one } = await tickmark(folder, 'evidence', '--control', 'access-review', ...day);
    assert.match(one, /`controls: \[access-review\]`/);
  });

  it('has evidence added under that name', async t => {
    const folder = folderOf(t, comply);
    write(folder, 'review.pdf', 'review');
    const words = ['evidence', 'add', 'access-review', 'review.pdf', '--window', '2026-Q1', ...day];
    const { code, stderr } = await tickmark(folder, ...words);
    assert.deepEqual([code, stderr], [0, '']);
    const { stdout } = await tickmark(folder, 'evidence', '--control', 'access-review', ...day);
    assert.match(stdout, /2026-Q1 .* complete/);
  });
});
