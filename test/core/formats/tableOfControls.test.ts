import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { addCriteria } from '../../../server/src/core/formats/satisfiesEdits.ts';
import { controlRowsIn } from '../../../server/src/core/formats/tableOfControls.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';
import { findingsOf, ladderOf } from '../../fixture.ts';

/** The rows of a page: `id > criteria | key: value ...`, each with the words that stand at its place in the text. */
function rowsIn(text: string, inControls = false): string[] {
  return controlRowsIn(text, scanMarkdown(text), tsc, inControls).map(({ mapping, satisfies }) => {
    const words = ({ start, end }: { readonly start: number; readonly end: number }) =>
      text.slice(start, end);
    const entries = mapping.entries.flatMap(({ key, value }) =>
      value?.type === 'scalar' && !['id', 'satisfies'].includes(key.value)
        ? [`${key.value}: ${value.value}`]
        : [],
    );
    const id = mapping.entries.find(({ key }) => key.value === 'id')?.value;
    return [
      id ? words(id) : '',
      '>',
      satisfies.map(words).join(' '),
      ...entries.map(entry => `| ${entry}`),
    ].join(' ');
  });
}

const table = (header: string, ...rows: readonly string[]) =>
  [header, header.replace(/[^|]+/g, ' --- '), ...rows].map(line => `| ${line} |`).join('\n');

describe('a table of controls', () => {
  it('is read row by row, each key with its place', () => {
    const text = table(
      'Control ID | Control | Criteria | Owner | Frequency | Status | Type',
      'AC-01 | Sign-in asks for a second factor. | CC6.1, CC6.6 | ana | continuous | Implemented | Preventive',
      '**AC-02** | Access is `reviewed`. | [CC6.2](../tsc.md#cc6.2) – CC6.3 | – | Quarterly | In place | Detective',
      'AC-03 | Doors are locked. | `CC6.4` | n/a | | Not yet implemented | |',
    );
    assert.deepEqual(rowsIn(text), [
      'AC-01 > CC6.1 CC6.6 | statement: Sign-in asks for a second factor. | owner: ana | frequency: continuous | status: Implemented | nature: Preventive',
      'AC-02 > CC6.2 CC6.3 | statement: Access is reviewed. | frequency: Quarterly | status: implemented | nature: Detective',
      'AC-03 > CC6.4 | statement: Doors are locked. | status: planned',
    ]);
  });

  const header = 'Control | TSC | What is done | Freq.';
  const row = 'W-001 | CC6.1 | Stores are apart. | quarterly';
  const read = ['W-001 > CC6.1 | statement: Stores are apart. | frequency: quarterly'];
  for (const [form, text] of Object.entries({
    'with CRLF': table(header, row).replaceAll('\n', '\r\n'),
    'in a quote': table(header, row).replace(/^/gm, '> '),
    'in a list': `- What we do:\n\n${table(header, row).replace(/^/gm, '  ')}`,
    'without outer pipes': table(header, row).replace(/^\| | \|$/gm, ''),
    'below Setext headings': `What we do\n===\n\nFor SOC 2\n---\n\n${table(header, row)}`,
    'behind another table': `${table('Term | Meaning', 'TSC | criteria')}\n\n${table(header, row)}`,
    'with aligned columns': table(header, row).replaceAll('---', ':--:'),
  })) {
    it(`is read ${form}`, () => assert.deepEqual(rowsIn(text), read));
  }

  it('may be several, of which a later one adds criteria to controls of an earlier one', () => {
    const text = [
      table(header, row, 'W-002 | CC8.1 | Changes are read. | each change'),
      table(
        'Criterion | Control ID | Control',
        'CC6.3 | W-001 | Stores',
        'CC8.1 | W-002 | Changes',
        'A1.1 | W-003 | Disks',
      ),
    ].join('\n\n');
    assert.deepEqual(
      rowsIn(text).map(line => line.replace(/ \|.*/, '')),
      ['W-001 > CC6.1 CC6.3', 'W-002 > CC8.1 CC8.1', 'W-003 > A1.1'],
    );
  });

  it('may go by criteria, with a control in several rows', () => {
    const text = table(
      'TSC | ID | Control',
      'CC6.1 | AC-1 | Doors',
      'CC6.2 | AC-1 | Doors',
      'CC6.3 | AC-1 |',
    );
    assert.deepEqual(rowsIn(text), ['AC-1 > CC6.1 CC6.2 CC6.3 | statement: Doors']);
    const other = table('TSC | ID | Control', 'CC6.1 | AC-1 | Doors', 'CC6.2 | AC-1 | Keys');
    assert.equal(rowsIn(other).length, 2);
  });

  it('leaves out rows that head others, and rows that do not apply', () => {
    const text = table(
      'ID | Control | SOC 2 | Status',
      '**Access** | | |',
      'AC-1 | Doors | CC6.4 | N/A, we have no office',
      'AC-2 | Keys | CC6.4 | Live',
      'TBD | To be written | CC6.5 | Planned',
    );
    assert.deepEqual(rowsIn(text), ['AC-2 > CC6.4 | statement: Keys | status: Live']);
  });

  it('takes a status for implemented that leaves no doubt, and no other', () => {
    const statuses = (header: string, ...cells: readonly string[]) =>
      rowsIn(
        table(
          `Control ID | Control | TSC | ${header}`,
          ...cells.map((cell, i) => `AC-${i} | Doors | CC6.4 | ${cell}`),
        ),
      ).map(line => line.split('status: ')[1]);
    const sure = [
      'Implemented.',
      '✅',
      '✔️',
      'Implemented (2025-03)',
      'Implemented (since March 2025).',
      'Fully implemented',
    ];
    assert.deepEqual(
      statuses('Status', ...sure),
      sure.map(() => 'implemented'),
    );
    const unsure = ['Implemented (in part)', 'Implemented (planned 2027)', 'Yes', 'Draft.'];
    assert.deepEqual(statuses('Status', ...unsure, '✅ Draft', '❌'), [...unsure, 'Draft', 'planned']);
    assert.deepEqual(statuses('Implementation status', 'Yes.', 'No', '✅ Draft'), [
      'implemented',
      'planned',
      'Draft',
    ]);
  });

  for (const cell of ['0 2 * * *', '`*/5 * * * *`', '*/5 * * * *', '**`* * * * *`**', '0 2 \\* \\* \\*'])
    it(`keeps the fields of a cron expression: ${cell}`, () => {
      const [line] = rowsIn(
        table('Control ID | **Control** | TSC | Frequency', `AC-1 | A **locked** door | CC6.4 | ${cell}`),
      );
      const words = cell.replace(/^(?:\*\*)?`|`(?:\*\*)?$|\\/g, '');
      assert.equal(line, `AC-1 > CC6.4 | statement: A locked door | frequency: ${words}`);
    });

  it('takes marks off words that begin and end with code', () => {
    assert.deepEqual(rowsIn(table('Control ID | Control | TSC', 'AC-1 | `sudo` asks `pam` | CC6.1')), [
      'AC-1 > CC6.1 | statement: sudo asks pam',
    ]);
  });

  it('tells what is no criterion where the header names ours, and only there', () => {
    assert.deepEqual(
      rowsIn(table('Control ID | Control | SOC 2', 'AC-1 | Doors | CC6.1, CC9.9', 'AC-2 | Keys | 6.44')),
      ['AC-1 > CC6.1 CC9.9 | statement: Doors', 'AC-2 > 6.44 | statement: Keys'],
    );
    assert.deepEqual(
      rowsIn(
        table('Control ID | Control | Mapping', 'AC-1 | Doors | SOC 2: CC6.1; ISO 27001: A.7.4; PCI 9.1'),
      ),
      ['AC-1 > CC6.1 | statement: Doors'],
    );
  });

  it('needs more than an id in a folder of controls only', () => {
    const text = table('ID | Description | TSC', 'AC-1 | Doors are locked. | CC6.4');
    assert.deepEqual(rowsIn(text), []);
    assert.equal(rowsIn(text, true).length, 1);
    assert.equal(rowsIn(`# Our controls\n\n${text}`).length, 1);
    assert.equal(rowsIn(`# Our controls\n\n## Risk assessment\n\n${text}`).length, 1);
    assert.deepEqual(rowsIn(`# Access control policy\n\n${text}`), []);
  });
});

describe('no table of controls', () => {
  const rows = ['X-1 | Doors are open. | CC6.4', 'X-2 | Keys are lost. | CC6.1'];
  const named = ['X-1 | AC-1 | CC6.4 | Screenshot', 'X-2 | AC-2 | CC6.1 | Export'];
  for (const [what, text] of Object.entries({
    'of evidence': `# Evidence\n\n${table('ID | Description | TSC | Control', 'X-1 | Screenshot | CC6.2 | SSO')}`,
    'of policies': `# Policies\n\n${table('ID | Name | SOC 2 | Related controls', 'X-1 | Access policy | CC6.1 | AC-1')}`,
    'of policies and controls': `# Policies and controls\n\n${table('ID | Name | TSC', 'X-1 | Access policy | CC6.1')}`,
    'of systems, below controls': `# Controls\n\n## Systems\n\n${table('ID | Name | TSC', 'X-1 | Shop | CC6.1')}`,
    'of risks that controls mitigate': table(
      'ID | Risk | Mitigating control | TSC | Description',
      'X-1 | Theft | Locks | CC6.4 | Doors',
    ),
    'of threats': table('ID | Threat | Control | TSC', 'X-1 | Theft | Locks | CC6.4'),
    'of requirements': table('ID | Requirement | Our control | TSC', 'X-1 | Doors | Locks | CC6.4'),
    'of open issues': `# Controls\n\n## Open issues\n\n${table('ID | Control | TSC', ...rows)}`,
    'of a plan': `# Controls\n\n## Action plan\n\n${table('ID | Description | TSC', ...rows)}`,
    'of changes': `# Change log of controls\n\n${table('ID | Description | TSC', 'v1.2 | Doors | CC6.4')}`,
    'of something with an id about a control': table('ID | Control | TSC | Description', ...named),
    'of incidents': table(
      'Incident | Control | TSC | Description',
      'Theft | AC-1 | CC6.4 | A door was open.',
    ),
  })) {
    it(what, () => assert.deepEqual(rowsIn(text), []));
  }

  for (const [what, text] of Object.entries({
    'of findings': table('ID | Control | TSC | Finding', ...rows.map(row => `${row} | Two doors were open.`)),
    'of findings, by its title': `# Controls\n\n## Audit findings\n\n${table('ID | Control | TSC', ...rows)}`,
    'of tests': table(
      'Control ID | Control | TSC | Test performed',
      ...rows.map(row => `${row} | Inspected`),
    ),
    'of results': table('Control # | Control | Criteria | Test results', ...rows.map(row => `${row} | None`)),
    'of risks': table('ID | Risk | TSC | Likelihood | Control', ...rows.map(row => `${row} | high | Locks`)),
    'of gaps': table('Control ID | Control | TSC | Remediation', ...rows.map(row => `${row} | Locks`)),
    'of requests': table('ID | Control | TSC | Due date', ...rows.map(row => `${row} | 2026-03-01`)),
    'of what customers do': `## Complementary user entity controls\n\n${table('ID | Control | TSC', ...rows)}`,
    'of a vendor': `## Subservice organization controls\n\n${table('ID | Control | TSC', ...rows)}`,
    'of another framework': `## NIST 800-53 to SOC 2\n\n${table('Control ID | Name | TSC', 'AC-2 | Accounts | CC6.2')}`,
    'of ISO 27001': table(
      'Control | Title | SOC 2',
      'A.5.15 | Access control | CC6.1',
      'A.5.16 | Identity | CC6.2',
    ),
    'of criteria': table('Control | Description | TSC', 'CC6.1 | Access | CC6.1', 'CC6.2 | Users | CC6.2'),
    'with numbers for ids': table('# | Control | TSC', '1 | Doors | CC6.4', '2 | Keys | CC6.1'),
    'without criteria': table('Control ID | Control | Owner', 'X-1 | Doors | ana'),
    'that cites nothing': table(
      'Control ID | Control | Criteria',
      'X-1 | Doors | 99.9 % uptime',
      'X-2 | Keys | none',
    ),
    'that says nothing of its controls': table('Control ID | TSC | Owner', 'X-1 | CC6.1 | ana'),
    'without rows': table('Control ID | Control | TSC'),
    'of examples': `## Example controls\n\n${table('Control ID | Control | TSC', ...rows)}`,
    'in code': `\`\`\`\n${table('Control ID | Control | TSC', ...rows)}\n\`\`\``,
  })) {
    it(what, () => assert.deepEqual(rowsIn(text, true), []));
  }
});

const manifest = `
=== tickmark.yaml
report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
rules: {coverage/missing: off, coverage/documented-only: off, scope/no-commitment: off, controls/no-actor: off}
`;

describe('the rows of a table in a program', () => {
  const page = `${manifest}=== controls/matrix.md
# What we do for SOC 2

As CC5.1 asks.

| Control | TSC | What is done | How often | Owner | Status |
| --- | --- | --- | --- | --- | --- |
| W-001 | CC6.1, CC6.3 | Ana keeps stores apart each quarter. | quarterly | ana | implemented |
| W-002 | CC8.2 | Ana reads each change as appropriate. | quaterly | | planned |
| W-003 | CC7.1 | Ana looks each day. See CC7.2. | daily | | implemented |
`;

  it('are controls with findings at the cells', () => {
    assert.deepEqual(findingsOf(page), [
      'controls/matrix.md: "CC8.2" criteria/unknown',
      'controls/matrix.md: "quaterly" documents/unknown-value',
      'controls/matrix.md: "W-003" controls/missing-owner',
    ]);
    assert.deepEqual(ladderOf(page, 'CC6.1', 'CC6.3', 'CC7.1', 'CC7.2', 'CC5.1'), [
      'CC6.1 implemented: W-001 is in place.',
      'CC6.3 implemented: W-001 is in place.',
      'CC7.1 implemented: W-003 is in place.',
      'CC7.2 documented: Mentioned in W-003; no control maps to it.',
      'CC5.1 documented: Mentioned in What we do for SOC 2; no control maps to it.',
    ]);
  });

  it('can be referred to, and lack nothing that the table has no column for', () => {
    const short = `${manifest}=== policies/access.md
# Access policy

| ID | Control | SOC 2 |
| --- | --- | --- |
| AC-1 | Ana locks each door every evening. | CC6.4 |
=== evidence/q1.yaml
{id: EV-1, controls: [AC-1, AC-2], performed: 2026-01-05, source: x.png}
`;
    const found = findingsOf(short);
    assert.deepEqual(
      found.filter(line => !line.includes('missing-source')),
      ['evidence/q1.yaml: "AC-2" documents/unknown-reference'],
    );
    assert.deepEqual(ladderOf(short, 'CC6.4'), ['CC6.4 designed: AC-1 does not say that it is implemented.']);
  });

  it('do not count where their page does not', () => {
    const draft = page.replace(
      'controls/matrix.md\n',
      'controls/matrix.md\n---\ntitle: Matrix\nstatus: draft\n---\n',
    );
    assert.match(
      ladderOf(draft, 'CC6.1')[0] ?? '',
      /^CC6.1 missing: No active control maps to it \(1 draft\)/,
    );
  });

  it('cite more where their cell is edited', () => {
    const role = roleOf('controls/matrix.md', 'native', false);
    assert.ok(role);
    const text = `${table('ID | Control | TSC', 'AC-1 | Doors | CC6.4', 'AC-2 | Keys | ', 'AC-3 | Locks | n/a')}\r\n`;
    const facts = readDocument(text, role, tsc);
    const edits = [1, 2, 3].flatMap(record => addCriteria(facts, record, ['CC6.1', 'CC6.2']) ?? []);
    assert.deepEqual(applied(text, edits).split('\n').slice(2), [
      '| AC-1 | Doors | CC6.4, CC6.1, CC6.2 |',
      '| AC-2 | Keys | CC6.1, CC6.2  |',
      '| AC-3 | Locks | CC6.1, CC6.2 |\r',
      '',
    ]);
  });
});
