import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { fixesOf } from '../../../server/src/core/features/actions/fixes.ts';
import { silencingFixes } from '../../../server/src/core/features/actions/silence.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { rangeOf, type Stated } from '../../../server/src/core/model/shape.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, findingsOf } from '../../fixture.ts';

/** The records of a register, a line each: what it states, by the words at the places of that. */
function recordsIn(text: string, path = 'evidence/register.csv') {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  const { summary } = readDocument(text, role, tsc);
  return summary.shape.records.map(({ kind, id, values, references, systems, title }, record) => {
    const at = (place: number) => {
      const { start, end } = rangeOf(summary, record, place);
      return text.slice(start, end);
    };
    const stated = Object.entries(values).map(([name, one]: [string, Stated]) => `${name}=${at(one.at)}`);
    return [
      kind,
      id && at(id.at),
      title,
      ...stated,
      ...references.map(one => at(one.at)),
      ...systems.map(one => at(one.at)),
    ]
      .filter(word => word !== undefined)
      .join(' ');
  });
}

describe('a register in comma-separated values', () => {
  it('has a record of evidence in each row, each value at its place', () => {
    const text = [
      'id,Controls,Window,covers.from,Covers to,Performed,systems,source',
      'EV-01,AC-04,2026-Q1,,,2026-03-18,okta; aws,files/a.csv',
      'EV-02,"AC-04, AC-05",,2026-01-01,2026-03-31,,"github",',
      '',
      'EV-03,AC-06;AC-07,2026,,,2026-05-01',
    ].join('\r\n');
    assert.deepEqual(recordsIn(text), [
      'evidence EV-01 window=2026-Q1 performed=2026-03-18 source=files/a.csv AC-04 okta aws',
      'evidence EV-02 covers.from=2026-01-01 covers.to=2026-03-31 AC-04 AC-05 github',
      'evidence EV-03 window=2026 performed=2026-05-01 AC-06 AC-07',
    ]);
  });

  it('is read with semicolons between its cells, and tabs', () => {
    assert.deepEqual(recordsIn('control;window\nAC-04, AC-05;2026-Q1\n'), [
      'evidence window=2026-Q1 AC-04 AC-05',
    ]);
    assert.deepEqual(recordsIn('control\twindow\nAC-04\t2026-Q1\n'), ['evidence window=2026-Q1 AC-04']);
  });

  it('has quotes and line ends in its cells', () => {
    const text = 'control,window,title\n"AC-04","2026-Q1","The ""first""\nreview"\nAC-05,2026-Q2,x\n';
    assert.deepEqual(recordsIn(text), [
      'evidence The "first"\nreview window=2026-Q1 AC-04',
      'evidence x window=2026-Q2 AC-05',
    ]);
  });

  it('has a record of a request in each row, in a folder of requests', () => {
    const text = [
      'ID;Text;Received;Due;Status;Control;Evidence;files;list',
      'HP-001;All reviews;2026-11-02;2026-12-04;open;AC-04;"EV-01; EV-02";a.csv;open',
    ].join('\n');
    assert.deepEqual(recordsIn(text, 'requests/list.csv'), [
      'request HP-001 received=2026-11-02 due=2026-12-04 status=open AC-04 EV-01 EV-02',
    ]);
    // Neither is a register of evidence one of requests, nor the other way round.
    assert.deepEqual(recordsIn(text, 'evidence/list.csv'), []);
    assert.deepEqual(recordsIn('window,performed\n2026-Q1,2026-03-18\n', 'requests/list.csv'), []);
    assert.deepEqual(recordsIn('id,name,email\n1,Jo,jo@example.com\n', 'requests/people.csv'), []);
  });

  it('names a control, and a time; anything else is a file of evidence', () => {
    for (const header of ['account,keep', 'control,result', 'window,performed', 'controls', ''])
      assert.deepEqual(recordsIn(`${header}\na,b\n`), [], header);
  });

  it('lies in a folder of evidence, whatever the manifest includes', () => {
    for (const path of ['register.csv', 'controls/a.csv', 'evidence/controls/a.csv', 'data/evidence.csv'])
      assert.equal(roleOf(path, 'native', true), undefined, path);
    assert.ok(roleOf('team/Evidence/2026/a.CSV', 'native', false));
    for (const layout of ['comply', 'plain'] as const)
      assert.equal(roleOf('evidence/a.csv', layout, false), undefined);
  });

  it('is judged as other evidence is', () => {
    assert.deepEqual(
      findingsOf(
        [
          '=== evidence/register.csv',
          'id,controls,window,performed,collected',
          'EV-01,"AC-04;AC-99",2026-Q1,2026-03-18,2026-03-01',
          'EV-02,AC-04,2026-Q7,2026-02-30,',
          '=== controls/AC-04.md',
          '---',
          'id: AC-04',
          '---',
          '',
        ].join('\n'),
      ).filter(line => line.startsWith('evidence')),
      [
        'evidence/register.csv: "AC-99" documents/unknown-reference',
        'evidence/register.csv: "2026-03-01" evidence/dates',
        'evidence/register.csv: "2026-Q7" documents/unknown-value',
        'evidence/register.csv: "2026-02-30" evidence/dates',
      ],
    );
  });

  it('takes only fixes that a cell can hold, and no comment', () => {
    const files = readExample(
      '=== evidence/register.csv\nid,controls,window\nEV-01,AC-4,Q1 2026\n=== controls/AC-04.md\n---\nid: AC-04\n---\n',
    );
    const engine = engineOf(files);
    const [path, text] = [files[0]?.path ?? '', files[0]?.text ?? ''];
    const role = roleOf(path, 'native', false);
    assert.ok(role);
    const facts = readDocument(text, role, tsc);
    const editing = { path, facts, program: engine.program, texts: () => [] };
    const findings = engine.findings(path);
    const titles = findings.flatMap(finding =>
      fixesOf(editing, finding, undefined).map(({ title }) => title),
    );
    assert.deepEqual(titles, ['Write AC-04', 'Create control AC-4', 'Write 2026-Q1']);
    assert.deepEqual(
      findings.flatMap(finding => silencingFixes(editing, finding)),
      [],
    );
  });
});
