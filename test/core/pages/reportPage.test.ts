import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Inlines, Page } from '../../../server/src/core/pages/page.ts';
import { reportPage } from '../../../server/src/core/pages/report/reportPage.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

/** A program whose period is half over on the day of fixtures, 2026-06-30. */
const year = `
=== tickmark.yaml
organization: Harbor
report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
scope: {categories: [security, availability]}
people: [{id: ana, name: Ana Lee}]
=== controls/all.yaml
- {id: AC-01, title: Access reviews, owner: ana, status: implemented, implementedOn: 2025-01-01, frequency: quarterly, satisfies: [CC6.1]}
- {id: OP-01, owner: Ana Lee, status: implemented, implementedOn: 2025-01-01, frequency: monthly, satisfies: [CC7.1]}
- {id: OP-02, status: implemented, implementedOn: 2025-01-01, frequency: annual, satisfies: [CC7.2]}
=== policies/access.md
---
status: approved
satisfies: [CC6.2]
---
The head of IT registers each user.
=== evidence/all.yaml
- {id: EV-01, controls: [AC-01], performed: 2026-03-15}
- {id: EV-02, controls: [OP-01], performed: 2026-05-15}
=== deviations/all.yaml
- {id: DV-01, control: AC-01, window: 2026-Q1, count: 1, of: 12}
=== risks/all.yaml
- {id: RK-01, title: Stolen account, treatment: mitigate, controls: [AC-01, OP-01]}
- {id: RK-02, title: Flood}
`;

function pageOf(fixture: string): Page {
  const { program } = engineOf(readExample(fixture));
  return reportPage(program, program.report);
}

const wordsOf = (text: Inlines) => text.map(one => (typeof one === 'string' ? one : one.text)).join('');

/** What stands below a heading, a line for each row, bar, or group; `.` stands for no sign. */
function below(page: Page, title: string): string[] {
  const start = page.blocks.findIndex(block => block.kind === 'heading' && block.text === title);
  const rest = start < 0 ? [] : page.blocks.slice(start + 1);
  const end = rest.findIndex(({ kind }) => kind === 'heading');
  return rest.slice(0, end < 0 ? rest.length : end).flatMap(block => {
    switch (block.kind) {
      case 'paragraph':
        return [wordsOf(block.text)];
      case 'table':
        return [
          ...(block.caption ? [wordsOf(block.caption)] : []),
          ...block.rows.map(row => row.map(wordsOf).join(' | ')),
        ];
      case 'matrix':
        return [
          `${wordsOf(block.caption ?? [])}: ${block.columns.map(wordsOf).join(' ')}`,
          ...block.rows.map(
            ({ label, signs }) => `${wordsOf(label)} ${signs.map(sign => sign?.sign ?? '.').join('')}`,
          ),
        ];
      case 'map':
        return block.groups.map(
          ({ label, cells }) =>
            `${wordsOf(label ?? [])}: ${cells.map(cell => cell.sign.sign + wordsOf(cell.label)).join(' ')}`,
        );
      default:
        return [];
    }
  });
}

describe('the page of a report', () => {
  it('is named by the organization and the report', () => {
    assert.equal(pageOf(year).title, 'Harbor: SOC 2 Type II');
    assert.equal(pageOf('=== controls/a.yaml\n- {id: AC-01, satisfies: [CC6.1]}\n').title, 'SOC 2');
  });

  it('shows the scope as a part of all criteria', () => {
    const map = below(pageOf(year), 'How far it is');
    assert.ok(map.includes('CC8 Change management: ⊗CC8.1'));
    assert.ok(map.includes('C1 Confidentiality: –C1.1 –C1.2'));
    assert.ok(map.some(line => line.startsWith('CC6 Logical and physical access: ◉CC6.1 ○CC6.2 ⊗CC6.3')));
  });

  it('lists what no control maps to, and nothing else', () => {
    const missing = below(pageOf(year), 'What is missing').map(line => line.split(' | ')[0]);
    assert.ok(missing.includes('CC6.2') && missing.includes('A1.1'));
    assert.ok(!missing.includes('CC6.1') && !missing.includes('CC7.2'));
  });

  it('lists what is due, and who owns it by one name', () => {
    const page = pageOf(year);
    assert.deepEqual(
      below(page, 'What is due').map(line => line.replace(/ \| due.*| \| gap.*/, '')),
      [
        'Due in the next 30 days: 2',
        '2026-06-30 | AC-01 | 2026-Q2',
        '2026-06-30 | OP-01 | 2026-06',
        'Closed with evidence missing: 4',
        ...['01', '02', '03', '04'].map(
          (month, i) => `2026-${month}-${[31, 28, 31, 30][i]} | OP-01 | 2026-${month}`,
        ),
        'Evidence is next due on 2026-07-31.',
      ],
    );
    assert.deepEqual(below(page, 'Who owns it'), ['Ana Lee | 2 | 0 | 2 | 4', 'Nobody | 1 | 0 | 0 | 0']);
  });

  it('has a matrix for each length of windows', () => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${`${i + 1}`.padStart(2, '0')}`).join(' ');
    assert.deepEqual(below(pageOf(year), 'Evidence over the period'), [
      `Each month: 1 control: ${months}`,
      'OP-01 ⊗⊗⊗⊗●○◌◌◌◌◌◌',
      'Each quarter: 1 control: 2026-Q1 2026-Q2 2026-Q3 2026-Q4',
      'AC-01 ●○◌◌',
      'Over the whole period: 1 control: last annual',
      'OP-02 ○',
    ]);
  });

  it('tells of deviations, and of risks with the criteria that their controls serve', () => {
    const page = pageOf(year);
    assert.deepEqual(below(page, 'Deviations'), ['DV-01 | AC-01 | 2026-Q1 | 1 of 12 | not yet']);
    assert.deepEqual(below(page, 'Risks'), [
      'RK-02 Flood | none stated | none | ',
      'RK-01 Stolen account | mitigate | AC-01, OP-01 | CC6.1, CC7.1',
    ]);
  });

  it('says with the windows that the program has no evidence, where that is so', () => {
    const [without = ''] = year.split('=== evidence');
    for (const title of ['What is due', 'Evidence over the period']) {
      const isSaid = (page: Page) => below(page, title)[0]?.startsWith('No evidence is recorded') === true;
      assert.deepEqual([isSaid(pageOf(without)), isSaid(pageOf(year))], [true, false], title);
    }
  });

  it('names the day of what is due, and once the period is over, the day on which controls are counted', () => {
    const view = (fixture: string) =>
      pageOf(fixture).blocks.flatMap(block => (block.kind === 'paragraph' ? [wordsOf(block.text)] : []))[1];
    assert.equal(view(year), "Management's view as of 2026-06-30, not an auditor's conclusion.");
    assert.equal(
      view(year.replace('start: 2026-01-01, end: 2026-12-31', 'start: 2025-06-01, end: 2026-05-31')),
      "Management's view as of 2026-06-30, not an auditor's conclusion. Controls are counted as of 2026-05-31, when the period ended.",
    );
  });

  it('has no headings over nothing', () => {
    const { blocks } = pageOf(`
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
=== controls/a.yaml
- {id: AC-01, status: implemented, satisfies: [CC6.1]}
`);
    assert.deepEqual(
      blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : [])),
      ['How far it is', 'What is missing', 'Who owns it', 'Every criterion'],
    );
  });
});
