// What is told of records, people, and systems where their ids stand, as plain text. Today is 2026-06-30 in fixtures.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coveringBlocks } from '../../../server/src/core/features/covering.ts';
import { hoverAt, tellStatement } from '../../../server/src/core/features/hover.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import { factsOf } from './editingAt.ts';
import { inEverySpelling, type Marked } from './marked.ts';

/** What is told where `$0` stands, with the words that stand in another document. */
function told({ editing, offset, ...fixture }: Marked): string {
  const hover = hoverAt(editing, offset);
  if (!hover) return 'nothing';
  const whole = hover.record ? tellStatement(hover, factsOf(fixture, hover.record.path)) : hover;
  const { start, end } = whole.range;
  assert.ok(start <= offset && offset <= end);
  return plainOfBlocks(whole.blocks);
}

const manifest = `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      scope: {categories: [security]}
      people: [{id: ana-lopes, name: Ana Lopes, role: Head of IT}, {id: ben}]
      systems: [{id: db-1, name: Production, owner: ana-lopes}, {id: web-1}]`;

const program = `${manifest}
      === controls/all.yaml
      - id: AC-01
        title: Access reviews
        statement: >
          Every quarter, the owner of a system reviews
          who has access, and removes what is not needed.
        status: implemented
        implementedOn: 2025-01-01
        owner: ana-lopes
        frequency: quarterly
        nature: detective
        satisfies: [CC6.2, CC6.3]
        policies: [POL-01]
      - id: AC-02
        status: planned
        satisfies: [CC6.2]
      === policies/access.md
      ---
      id: POL-01
      owner: Head of IT
      approvedOn: 2026-02-01
      ---
      # Access

      See AC-02.
      === evidence/q1.yaml
      id: EV-01
      controls: AC-01
      performed: 2026-04-02
      window: 2026-Q1
      === evidence/q2.yaml
      id: EV-02
      controls: [AC-01]
      covers: {from: 2026-04-01, to: 2026-06-28}`;

const control = `AC-01 Access reviews · control

Every quarter, the owner of a system reviews who has access, and removes what is not needed.

status: implemented · owner: ana-lopes (Ana Lopes) · frequency: quarterly · nature: detective

It is in place.

Satisfies CC6.2, CC6.3

policies: POL-01

Evidence for 2026-Q2: due today

Last evidence: EV-02 (2026-06-28, 2 days ago)

controls/all.yaml`;

describe('what is told of an id', () => {
  const cases: readonly (readonly [what: string, example: string, expected: string])[] = [
    ['of a control where it is stated', program.replace('id: AC-01', 'id: AC-$001'), control],
    ['of a control in YAML', program.replace('controls: [AC-01', 'controls: [AC-$001'), control],
    [
      'of a control in front matter and in prose',
      `${program}
      === policies/b.md
      ---
      id: POL-02
      ---
      # B

      See AC-$001 of ours.
      `,
      control,
    ],
    [
      'of a control that is planned, and that no evidence names',
      program.replace('See AC-02', 'See AC-$002'),
      'AC-02 · control\n\nstatus: planned\n\nIt does not count: its state is planned.\n\nSatisfies CC6.2\n\nNo evidence names it.\n\ncontrols/all.yaml',
    ],
    [
      'of a control whose last evidence is a draft, and does not count',
      `${program.replace('id: AC-01', 'id: AC-$001')}
      === evidence/q3.yaml
      {id: EV-03, controls: [AC-01], status: draft, performed: 2026-06-29}
      `,
      control,
    ],
    [
      'of a control that lacks evidence',
      `${manifest}
      === controls/all.yaml
      - {id: AC-01, status: implemented, frequency: quarterly, systems: [db-1, web-1]}
      - {id: AC-02, status: planned, supersedes: AC-0$01}
      === evidence/all.yaml
      - {id: EV-01, controls: [AC-01, AC-02], performed: 2026-06-12, systems: [db-1]}
      `,
      `AC-01 · control

status: implemented · frequency: quarterly

It is in place, but it serves no criterion of the current report.

Evidence for 2026-Q2: due today, 1 of 2: web-1 missing

Closed with evidence missing: 2026-Q1

Last evidence: EV-01 (2026-06-12, 18 days ago)

controls/all.yaml`,
    ],
    [
      'of a control with a capture and a log of changes',
      `${manifest}
      === controls/all.yaml
      - {id: AC-0$02, status: implemented, frequency: continuous}
      === evidence/all.yaml
      - {id: EV-01, controls: [AC-02], type: configuration, performed: 2026-06-12}
      - {id: EV-02, controls: [AC-02], type: system-log, covers: {from: 2026-01-01, to: 2026-03-31}, collected: 2026-04-02}
      `,
      `AC-02 · control

status: implemented · frequency: continuous

It is in place, but it serves no criterion of the current report.

Evidence for configuration: complete · changes: due in 184 days, without 2026-04-01 to 2026-12-31

Last evidence: EV-01 (2026-06-12, 18 days ago)

controls/all.yaml`,
    ],
    [
      'of a control whose evidence is kept elsewhere',
      `${manifest}
      === controls/all.yaml
      - {id: AC-0$01, status: implemented, frequency: quarterly}
      `,
      `AC-01 · control

status: implemented · frequency: quarterly

It is in place, but it serves no criterion of the current report.

No evidence names it.

controls/all.yaml`,
    ],
    [
      'of a control whose evidence lies in a folder without a record',
      `${program.replace('See AC-02', 'See AC-$002')}
      === evidence/AC-02/2026-Q1/review.pdf
      `,
      'AC-02 · control\n\nstatus: planned\n\nIt does not count: its state is planned.\n\nSatisfies CC6.2\n\ncontrols/all.yaml',
    ],
    [
      'of a policy, with the controls that carry it out',
      program.replace('policies: [POL', 'policies: [$0POL'),
      'POL-01 Access · policy\n\nowner: Head of IT (Ana Lopes) · approvedOn: 2026-02-01\n\nCarried out by AC-01\n\npolicies/access.md',
    ],
    [
      'of evidence',
      program.replace('id: EV-01', 'id: EV-$001'),
      'EV-01 · evidence\n\nwindow: 2026-Q1 · performed: 2026-04-02\n\ncontrols: AC-01\n\nevidence/q1.yaml',
    ],
    [
      'of a risk, with what it says',
      `${manifest}
      === registers/risks.yaml
      - id: RK-01
        kind: risk
        title: Theft
        treatment: mitigate
        controls: [A-1, A-2, A-3, A-4, A-5, A-6]
      - id: RK-02
        kind: risk
        supersedes: RK-$001
      `,
      'RK-01 Theft · risk\n\ntreatment: mitigate\n\ncontrols: A-1, A-2, A-3, A-4, A-5, and 1 other\n\nregisters/risks.yaml',
    ],
    [
      'of a person, in prose',
      program.replace('See AC-02', 'See $0ana-lopes'),
      'ana-lopes · Ana Lopes, Head of IT\n\nOwns Production',
    ],
    [
      'of a person and a system in the manifest',
      program.replace('id: ana-lopes', 'id: ana-$0lopes'),
      'ana-lopes · Ana Lopes, Head of IT\n\nOwns Production',
    ],
    [
      'of a system in prose',
      program.replace('See AC-02', 'See db-$01'),
      'db-1 · Production\n\nowner: ana-lopes',
    ],
    ['of a system in the manifest', program.replace('{id: web-1', '{id: web$0-1'), 'web-1 · a system'],
  ];
  for (const [what, example, expected] of cases)
    it(what, () =>
      inEverySpelling(example, (text, spelling) => assert.equal(told(text), expected, spelling)),
    );

  it('of several records with one id says so', () => {
    const twice = program.replace('id: AC-02', 'id: AC-01').replace('See AC-02', 'See AC-$001');
    inEverySpelling(twice, text => assert.match(told(text), /\n\n1 other record with the same id\.$/));
  });

  it('shows what a statement says as text, and only the beginning of a long one', () => {
    const long = `<img src=x> [a](command:b) ${'word '.repeat(100)}`;
    const example = `${manifest}\n      === controls/a.yaml\n      id: AC-$001\n      statement: '${long}'\n`;
    inEverySpelling(example, text => {
      const { blocks } = hoverAt(text.editing, text.offset) ?? { blocks: [] };
      assert.ok(plainOfBlocks(blocks).includes('<img src=x> [a](command:b) word'));
      assert.match(plainOfBlocks(blocks), /word \w*…\n/);
      assert.doesNotMatch(markdownOfBlocks(blocks), /(?<!\\)<img|(?<!\\)\[a\]\(command/);
    });
  });
});

describe('what is told of a criterion', () => {
  it('starts with the records that its state rests on, and with controls that no evidence names', () => {
    const example = `${program}
      - id: AC-03
      === controls/a.yaml
      id: AC-03
      status: implemented
      implementedOn: 2025-01-01
      satisfies: [CC6.$02]
      === answers/a.yaml
      id: AN-01
      satisfies: [CC6.2]
      `;
    inEverySpelling(example, text => {
      assert.equal(
        plainOfBlocks(coveringBlocks('CC6.2', text.editing.program)),
        'No evidence names AC-03.\n\nDocuments that cite it\n\n- AC-03 · control\n- AC-01 Access reviews · control\n- AC-02 · control, planned\n- AN-01 · answer',
      );
      assert.match(told(text), /No evidence names AC-03\.\n\nDocuments that cite it\n\n- AC-03 · control\n/);
    });
  });
});
