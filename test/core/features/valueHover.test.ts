import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../../../server/src/core/features/hover.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import { editingAt } from './editingAt.ts';

// Today is 2026-06-30 in fixtures (test/fixture.ts).
const manifest = [
  '=== tickmark.yaml',
  'report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}',
  'people:',
  '  - {id: ana, name: Ana Lima, role: Head of security}',
  'systems:',
  '  - {id: app, name: The application}',
  '',
].join('\n');

/** What is told where `$0` stands in a value of a record or of the manifest. */
function told(example: string): string | undefined {
  const { editing, offset } = editingAt(example);
  const hover = hoverAt(editing, offset);
  return hover && plainOfBlocks(hover.blocks);
}
const ofControl = (line: string) => told(`${manifest}=== controls/a.yaml\nid: AC-01\n${line}\n`);
const ofEvidence = (line: string) => told(`${manifest}=== evidence/e.yaml\nid: E-1\n${line}\n`);
const ofManifest = (line: string) => told(`=== tickmark.yaml\n${line}\n`);

describe('a value under the cursor', () => {
  for (const [line, expected] of [
    ['frequency: quar$0terly', 'quarterly · Once in each quarter.'],
    ['frequency: [event-driven, ann$0ual]', 'annual · Once a year.'],
    [
      'frequency: "0 0 1 $0* *"',
      '0 0 1 * * · How often the control is performed, or a cron expression. A control with two cadences has a list, such as [event-driven, annual].',
    ],
    ['status: plan$0ned', 'planned · It is intended. It does not count.'],
    ['nature: $0detective', 'detective · It finds what has happened.'],
    ['key: tr$0ue', 'true · Whether its criteria rely on the control (true by default).'],
    ['owner: an$0a', 'ana · Ana Lima, Head of security'],
    ['owner: Head of$0 security', 'ana · Ana Lima, Head of security'],
    ['owner: bo$0b', 'bob · The manifest does not name this person or role under people.'],
    ['systems: [ap$0p]', 'app · The application'],
    ['expects: [access-r$0eview]', 'access-review · A review of who has which access, and what was changed.'],
    [
      'implementedOn: 2026-$006-20',
      '2026-06-20 · Saturday, 10 days ago. In the period of soc2 (2026-01-01 to 2026-12-31).',
    ],
    [
      'implementedOn: 2027-$001-01',
      '2027-01-01 · Friday, in 185 days. After the period of soc2 (2026-01-01 to 2026-12-31).',
    ],
    [
      'reviewed: 2026-01-10\nreviewEvery: ann$0ual',
      'annual · The next review is due on 2027-01-10, in 194 days.',
    ],
    ['reviewEvery: ann$0ual', 'annual · Once a year.'],
  ] as const) {
    it(`of a control is explained: ${line.replace('$0', '')}`, () => assert.equal(ofControl(line), expected));
  }

  for (const [line, expected] of [
    ['window: 2026-$0Q1', '2026-Q1 · 2026-01-01 to 2026-03-31.'],
    ['window: FY2026-$0Q1', 'FY2026-Q1 · A part of a fiscal year.'],
    ['window: 2026-$0W14', '2026-W14 · 2026-03-30 to 2026-04-05.'],
    ['window: 2026-$003-15', '2026-03-15 · 2026-03-15.'],
    ['type: popul$0ation', 'population · All items of a kind in a period, from which the auditor chooses.'],
    [
      'performed: 2026-06-3$00',
      '2026-06-30 · Tuesday, today. In the period of soc2 (2026-01-01 to 2026-12-31).',
    ],
    ['covers: {from: 2025-12-3$01}', /^2025-12-31 · .*Before the period/],
  ] as const) {
    it(`of evidence is explained: ${line.replace('$0', '')}`, () => {
      if (typeof expected === 'string') assert.equal(ofEvidence(line), expected);
      else assert.match(ofEvidence(line) ?? '', expected);
    });
  }

  it('of a fiscal year has the days that the manifest gives it', () => {
    const window = '=== evidence/e.yaml\nid: E-1\nwindow: FY2026-$0Q1\n';
    const expected = 'FY2026-Q1 · 2025-07-01 to 2025-09-30.';
    assert.equal(told(`=== tickmark.yaml\nfiscalYearBegins: July\n${window}`), expected);
    assert.match(told(`=== tickmark.yaml\nfiscalYearBegins: spring\n${window}`) ?? '', /A part of/);
  });

  for (const [line, expected] of [
    ['report: {kind: so$0c2}', /^soc2 · Controls against the Trust Services Criteria/],
    ['report: {type: $02}', /^2 · Type II/],
    ['report: {period: {start: 2026-0$01-01}}', /^2026-01-01 · Thursday, 180 days ago\.$/],
    ['scope: {categories: [availa$0bility]}', /^Availability\n\nWith it, a report has 36 criteria/],
    ['report: {categories: [availa$0bility]}', /^availability · With it, a report has 36 criteria/],
    ['privacyRole: proces$0sor', /^processor · You process personal information for your customers/],
    ['rules: {preset: str$0ict}', /^strict · For the weeks before the audit/],
    ['rules: {documents/orphan: of$0f}', /^off · It is not reported\.$/],
    ['people: [{id: ana}]\nsystems: [{id: app, owner: an$0a}]', /^ana · a person\n\nOwns app$/],
  ] as const) {
    it(`of the manifest is explained: ${line.replace('$0', '')}`, () =>
      assert.match(ofManifest(line) ?? '', expected));
  }

  it('of a document has the meaning that its kind gives it', () => {
    const policy = (status: string) => told(`=== policies/p.md\n---\nid: p\nstatus: ${status}\n---\n`);
    assert.equal(policy('dra$0ft'), 'draft · It is being written. It is not in force and does not count.');
    assert.equal(policy('plan$0ned'), undefined);
  });

  it('is not explained where it can be any text, or is not what is expected', () => {
    for (const line of ['title: A ga$0te', 'frequency: of$0ten', 'implementedOn: so$0on', 'mine: mon$0thly'])
      assert.equal(ofControl(line), undefined, line);
    assert.equal(ofEvidence('window: spr$0ing'), undefined);
    assert.equal(told('=== controls/a.yaml\nid: A\nowner: an$0a\n'), undefined);
  });
});
