import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderOf, write } from '../workspace/folder.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';

const program = `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-12-31}
  === controls/all.yaml
  - {id: AC-04, title: Review, status: implemented, satisfies: [CC6.1]}
  === evidence/all.yaml
  - {id: EV-01, controls: [AC-04], performed: 2026-03-18, source: files/q1.csv}
  - {id: EV-02, controls: [AC-04], performed: 2026-06-18, source: 'https://files.example.com/q2'}
  === registers/requests.yaml
  - id: HP-001
    kind: request
    title: Access reviews
    owner: omar
    text: 'Reviews, "completed", of all systems'
    received: 2026-11-02
    due: 2026-12-04
    controls: [AC-04]
    evidence: [EV-01, EV-02]
    status: open
  - {id: HP-002, kind: request, text: '=SUM(A1)', due: 2026-11-04, status: returned}
  - {id: HP-003, kind: request, text: "Two\\nlines", due: 2026-11-01, status: accepted}
  - {id: HP-004, kind: request, title: Never sent, due: 2026-11-01, status: draft}
  `;
const on = ['--as-of', '2026-12-01'];

describe('the requests of the auditor', () => {
  it('are listed with what answers them, what is overdue first', async t => {
    const { stdout, code } = await tickmark(folderOf(t, program), 'requests', ...on);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      [
        '.: 3 requests of the auditor, as of 2026-12-01',
        '',
        'Overdue: 1',
        '  2026-11-04  HP-002  =SUM(A1)        overdue by 27 days · returned · nothing answers it',
        '',
        'Open: 1',
        '  2026-12-04  HP-001  Access reviews  due in 3 days · open · answered by EV-01, EV-02, AC-04 · omar',
        '',
        'Closed: 1',
        '  2026-11-01  HP-003  Two lines       accepted · nothing answers it',
        '',
      ].join('\n'),
    );
  });

  it('are one object of version 1 as JSON', async t => {
    const { programs, ...rest } = await tickmarkJson(folderOf(t, program), 'requests', ...on);
    assert.deepEqual(rest, { version: 1, notices: [], unreadable: [] });
    const [{ requests, ...its }] = programs;
    assert.deepEqual(its, { root: '.', unreadable: [], countedOn: '2026-12-01' });
    assert.deepEqual(
      requests.map(({ id, list, days }: Record<string, unknown>) => [id, list, days]),
      [
        ['HP-002', 'overdue', -27],
        ['HP-001', 'open', 3],
        ['HP-003', 'closed', -30],
      ],
    );
    assert.deepEqual(requests[1], {
      id: 'HP-001',
      title: 'Access reviews',
      text: 'Reviews, "completed", of all systems',
      file: 'registers/requests.yaml',
      owner: 'omar',
      received: '2026-11-02',
      due: '2026-12-04',
      days: 3,
      status: 'open',
      list: 'open',
      controls: ['AC-04'],
      evidence: ['EV-01', 'EV-02'],
      // An address is no file.
      files: ['files/q1.csv'],
    });
  });

  it('come back from their CSV as the same requests, without a finding', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'requests', '--format', 'csv', ...on);
    assert.match(
      stdout,
      /^HP-002,,=SUM\(A1\),,,2026-11-04,returned,,,,overdue,-27,\.,registers\/requests\.yaml\r$/m,
    );
    assert.match(stdout, /,"Reviews, ""completed"", of all systems",/);
    const without = program.slice(0, program.indexOf('=== registers'));
    const again = folderOf(t, without);
    write(again, 'requests/list.csv', stdout);
    const second = await tickmark(again, 'requests', '--format', 'csv', ...on);
    const rows = (text: string) => text.replaceAll('requests/list.csv', 'registers/requests.yaml');
    assert.equal(rows(second.stdout), stdout);
    const { stdout: findings } = await tickmark(again, 'check', '--rule', 'documents/unknown-column', ...on);
    assert.match(findings, /No findings|0 findings/i);
  });

  it('are none where none is recorded', async t => {
    const { stdout } = await tickmark(folderOf(t, '=== tickmark.yaml\n'), 'requests', ...on);
    assert.equal(stdout, '.: no request of the auditor is recorded.\n');
  });
});
