import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

/** The other places that the findings of a rule name: the words there, and what is said of them. */
function relatedTo(rule: string, example: string): string[] {
  const files = readExample(example);
  return [...engineOf(files).allFindings()]
    .filter(finding => finding.rule === rule)
    .flatMap(({ related }) => related)
    .map(({ path, range: { start, end }, words }) => {
      const text = files.find(file => file.path === path)?.text ?? '';
      return `${path} ${JSON.stringify(text.slice(start, end))} ${words}`;
    });
}

it('a duplicate leads to the other record', () => {
  assert.deepEqual(
    relatedTo('documents/duplicate-id', '=== controls/a.yaml\nid: AC-01\n=== controls/b.yaml\nid: AC-01\n'),
    ['controls/b.yaml "AC-01" Also used here.', 'controls/a.yaml "AC-01" Also used here.'],
  );
});

it('what is out of scope leads to the scope', () => {
  const scope =
    'report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}\nscope: {categories: [security]}\n';
  assert.deepEqual(
    relatedTo(
      'criteria/out-of-scope',
      `=== tickmark.yaml\n${scope}=== controls/a.yaml\nid: AC-01\nsatisfies: [A1.2]\n`,
    ),
    ['tickmark.yaml "categories" The scope is set here.'],
  );
});

it('a reference to a retired control leads to where it says so', () => {
  assert.deepEqual(
    relatedTo(
      'controls/retired-reference',
      `=== controls/a.yaml\nid: AC-01\nstatus: retired\n=== registers/risks.yaml\n- {kind: risk, id: R-1, treatment: mitigate, controls: [AC-01]}\n`,
    ),
    ['controls/a.yaml "retired" The control is retired here.'],
  );
});

it('a control that came too late leads to the date of the report, and to its own where it left days out', () => {
  assert.deepEqual(
    relatedTo(
      'controls/late-implementation',
      '=== tickmark.yaml\nreport: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\n=== controls/a.yaml\n- {id: AC-01, implementedOn: 2026-07-01, satisfies: [CC6.1]}\n- {id: AC-02, status: implemented, satisfies: [CC6.1]}\n',
    ),
    ['tickmark.yaml "2026-06-30" This is the date of the report.'],
  );
  assert.deepEqual(
    relatedTo(
      'controls/unserved-period',
      '=== tickmark.yaml\nreport: {id: a, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}\n=== controls/a.yaml\nid: AC-01\nstatus: implemented\nimplementedOn: 2026-07-01\nsatisfies: [CC6.1]\n',
    ),
    ['controls/a.yaml "2026-07-01" This date leaves the gap.'],
  );
});

it('a criterion without a control in place leads to what says so of each of its controls', () => {
  assert.deepEqual(
    relatedTo(
      'coverage/not-in-place',
      '=== tickmark.yaml\nreport: {id: a, kind: soc2, type: 1, asOf: 2026-06-30, categories: [security]}\n=== controls/a.yaml\n- {id: AC-01, implementedOn: 2026-07-01, satisfies: [CC6.1]}\n- {id: AC-02, status: designed, satisfies: [CC6.1]}\n- {id: AC-03, status: implemented, key: no, satisfies: [CC6.1]}\n',
    ),
    [
      'controls/a.yaml "2026-07-01" `AC-01` is in place only from 2026-07-01 on.',
      'controls/a.yaml "designed" `AC-02` is designed, not yet in place.',
      'controls/a.yaml "no" `AC-03` is not key.',
    ],
  );
});

it('a circle leads to the others in it', () => {
  assert.deepEqual(
    relatedTo(
      'documents/supersedes-cycle',
      '=== controls/a.yaml\n- {id: AC-01, supersedes: AC-02}\n- {id: AC-02, supersedes: AC-01}\n',
    ),
    ['controls/a.yaml "AC-02" Part of the same cycle.', 'controls/a.yaml "AC-01" Part of the same cycle.'],
  );
});

it('a tester leads to where the control is theirs, and evidence outside its window to the window', () => {
  assert.deepEqual(
    relatedTo(
      'audit/test-independence',
      '=== tickmark.yaml\npeople: [{id: kenji}, {id: priya}]\n=== controls/a.yaml\nid: AC-01\nowner: kenji\n=== tests/a.yaml\nid: MT-01\ncontrol: AC-01\nowner: kenji\n',
    ),
    ['controls/a.yaml "kenji" The control is owned here.'],
  );
  assert.deepEqual(
    relatedTo('evidence/dates', '=== evidence/a.yaml\nid: EV-01\nwindow: 2026-Q2\nperformed: 2026-03-18\n'),
    ['evidence/a.yaml "2026-Q2" The window.'],
  );
});

it('the first inquiry of a control leads to the others', () => {
  assert.deepEqual(
    relatedTo(
      'audit/test-inquiry',
      '=== controls/a.yaml\nid: AC-01\n=== tests/a.yaml\n- {id: MT-01, control: AC-01, method: inquiry}\n- {id: MT-02, control: AC-01, method: inquiries}\n',
    ),
    ['tests/a.yaml "inquiries" This test is an inquiry, too.'],
  );
});

it('a vendor whose monitoring control is planned leads to what its control says', () => {
  assert.deepEqual(
    relatedTo(
      'controls/retired-reference',
      '=== controls/a.yaml\nid: TP-01\nstatus: planned\n=== vendors/a.yaml\nid: VN-01\nmonitoredBy: [TP-01]\n',
    ),
    ['controls/a.yaml "planned" The control says so here.'],
  );
});

it('only what relies on a retired control is struck out, and not a control that is still to come', () => {
  const engine = engineOf(
    readExample(
      '=== controls/a.yaml\n- {id: TP-01, status: planned}\n- {id: TP-02, status: retired}\n=== vendors/a.yaml\nid: VN-01\nmonitoredBy: [TP-01, TP-02]\n',
    ),
  );
  assert.deepEqual(
    engine.findings('vendors/a.yaml').map(({ args, tag }) => [args['name'], tag]),
    [
      ['TP-01', undefined],
      ['TP-02', 'deprecated'],
    ],
  );
});

it('a control that needs a second person leads to the other that the same one performs', () => {
  const performed = 'performedBy: [sam], satisfies: [CC8.1]';
  assert.deepEqual(
    relatedTo(
      'controls/segregation',
      `=== tickmark.yaml\npeople: [{id: sam}, {id: lea}]\n=== controls/a.yaml\n- {id: CM-01, statement: Another engineer approves it., ${performed}}\n- {id: CM-02, statement: The engineer deploys it., ${performed}}\n`,
    ),
    ['controls/a.yaml "sam" The same person performs this one.'],
  );
});

it('an item of a list that is there already leads to the first one', () => {
  assert.deepEqual(
    relatedTo('criteria/duplicate', '=== controls/a.yaml\nid: AC-01\nsatisfies: [CC6.1, CC6.2, CC6.1]\n'),
    ['controls/a.yaml "CC6.1" It is already listed here.'],
  );
});

it('a date that contradicts another leads to that', () => {
  assert.deepEqual(
    relatedTo(
      'controls/dates',
      '=== controls/a.yaml\nid: AC-01\nimplementedOn: 2025-06-01\nretiredOn: 2024-06-01\n',
    ),
    ['controls/a.yaml "2025-06-01" The other date.'],
  );
  assert.deepEqual(
    relatedTo(
      'evidence/dates',
      '=== evidence/a.yaml\nid: EV-01\nperformed: 2026-03-18\ncollected: 2026-03-01\n',
    ),
    ['evidence/a.yaml "2026-03-18" The other date.'],
  );
  assert.deepEqual(
    relatedTo(
      'scope/dates',
      '=== tickmark.yaml\nreport: {id: a, kind: soc2, type: 2, period: {start: 2026-07-01, end: 2026-06-30}}\n',
    ),
    ['tickmark.yaml "2026-07-01" It starts here.'],
  );
});

it('an id of the old numbering leads to the others', () => {
  assert.deepEqual(
    relatedTo('criteria/old-numbering', '=== controls/a.yaml\nid: AC-01\nsatisfies: [CC5.1, CC5.4, CC5.6]\n'),
    ['controls/a.yaml "CC5.6" This id is old too.'],
  );
});

it('a gap between two reports leads to the end of the first', () => {
  assert.deepEqual(
    relatedTo(
      'scope/report-sequence',
      `=== tickmark.yaml
reports:
  - {id: one, kind: soc2, type: 2, period: {start: 2025-01-01, end: 2025-12-31}, state: issued}
  - {id: two, kind: soc2, type: 2, period: {start: 2026-02-01, end: 2026-12-31}}
`,
    ),
    ['tickmark.yaml "2025-12-31" `one` ends here.'],
  );
});

it('a SOC 3 report leads to the period of its SOC 2 report', () => {
  assert.deepEqual(
    relatedTo(
      'scope/contradictory-report',
      `=== tickmark.yaml
reports:
  - {id: two, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
  - {id: three, kind: soc3, type: 2, period: {start: 2026-02-01, end: 2026-12-31}}
`,
    ),
    ['tickmark.yaml "2026-12-31" The period of `two` is set here.'],
  );
});

it('a frequency leads to the words of the statement that say otherwise', () => {
  assert.deepEqual(
    relatedTo(
      'controls/contradicts-statement',
      '=== controls/a.yaml\nid: AC-04\nstatement: Each quarter the owner reviews it.\nfrequency: annual\n',
    ),
    ['controls/a.yaml "Each quarter" The statement says so here.'],
  );
});

it('an exclusion leads to the controls that serve the criterion', () => {
  assert.deepEqual(
    relatedTo(
      'scope/exclusion-served',
      '=== tickmark.yaml\nreport: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\nscope: {categories: [privacy], exclude: [P6.7]}\n=== controls/a.yaml\n- {id: A-1, status: implemented, satisfies: [P6.7]}\n- {id: A-2, status: implemented, satisfies: [P6.6, P6.7]}\n',
    ),
    ['controls/a.yaml "P6.7" This control maps to it.', 'controls/a.yaml "P6.7" This control maps to it.'],
  );
});
