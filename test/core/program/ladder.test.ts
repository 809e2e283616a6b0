import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, ladderOf } from '../../fixture.ts';

const manifest = `
=== tickmark.yaml
tickmark: 1
report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
scope:
  categories: [security]
  exclude:
    - {criterion: CC6.4, reason: Everything runs in a provider's data centers}
`;

/** A control as a line of a YAML list. */
function control(id: string, rest: string): string {
  return `- {id: ${id}, satisfies: [CC6.1], ${rest}}\n`;
}

function withControls(...controls: readonly string[]): string {
  return `${manifest}=== controls/all.yaml\n${controls.join('')}`;
}

describe('the ladder', () => {
  it('has nothing for a criterion that nothing cites', () => {
    assert.deepEqual(ladderOf(manifest, 'CC6.1'), [
      'CC6.1 missing: No control maps to it, and no document addresses it.',
    ]);
  });

  it('counts every criterion of a range, in whatever form that is written', () => {
    for (const range of ['CC6.1–CC6.3', 'CC6.1-CC6.3', 'CC6.1 to CC6.3', 'CC6.1 through CC6.3', 'CC6.1–3']) {
      const fixture = `${manifest}=== controls/a.yaml\n{id: AC-01, satisfies: ["${range}"], status: implemented}\n`;
      assert.deepEqual(
        ladderOf(fixture, 'CC6.1', 'CC6.2', 'CC6.3').map(line => line.split(':')[0]),
        ['CC6.1 implemented', 'CC6.2 implemented', 'CC6.3 implemented'],
        range,
      );
    }
  });

  it('documents a criterion by a policy, and by a mention', () => {
    const fixture = `${manifest}
=== policies/access.md
---
title: Access policy
satisfies: [CC6.1]
---
Reviews (CC6.3) are quarterly.
`;
    assert.deepEqual(ladderOf(fixture, 'CC6.1', 'CC6.3'), [
      'CC6.1 documented: Addressed by Access policy; no control maps to it.',
      'CC6.3 documented: Mentioned in Access policy; no control maps to it.',
    ]);
  });

  it('designs it by a control, and implements it once the control is in place', () => {
    const states = (rest: string) => ladderOf(withControls(control('AC-01', rest)), 'CC6.1')[0];
    assert.equal(states('status: designed'), 'CC6.1 designed: AC-01 is designed, not yet in place.');
    assert.equal(
      states('title: without status'),
      'CC6.1 designed: AC-01 does not say that it is implemented.',
    );
    assert.equal(
      states('status: active'),
      'CC6.1 designed: AC-01 has the status "active", not "implemented".',
    );
    assert.equal(states('status: implemented'), 'CC6.1 implemented: AC-01 is in place.');
    assert.equal(
      states('status: implemented, implementedOn: 2026-06-30'),
      'CC6.1 implemented not-throughout: AC-01 is in place.',
    );
    assert.equal(
      states('status: implemented, implementedOn: 2026-07-01'),
      'CC6.1 designed: AC-01 is in place only from 2026-07-01 on.',
    );
  });

  it('takes what is no date for not stated, and a time of day for its date', () => {
    const states = (rest: string) => ladderOf(withControls(control('AC-01', rest)), 'CC6.1')[0];
    assert.equal(
      states('status: implemented, implementedOn: Q3 2026'),
      'CC6.1 implemented: AC-01 is in place.',
    );
    assert.equal(
      states('implementedOn: 2025-10-011'),
      'CC6.1 designed: AC-01 does not say that it is implemented.',
    );
    assert.equal(states('implementedOn: 2025-10-01'), 'CC6.1 implemented: AC-01 is in place.');
    assert.equal(
      states('status: implemented, retiredOn: 01/31/2027'),
      'CC6.1 implemented: AC-01 is in place.',
    );
    assert.equal(
      states('status: implemented, retiredOn: 2026-01-31T00:00:00Z'),
      'CC6.1 missing: No active control maps to it (1 retired), and no document addresses it.',
    );
  });

  it('is not documented by what asks for it: a task, a request, a risk, a control of the customer', () => {
    const fixture = `${manifest}
=== registers/all.yaml
- {kind: task, id: T-1, gap: CC6.1}
- {kind: request, id: R-1, text: Show CC6.1, satisfies: [CC6.1]}
- {kind: risk, id: K-1, title: CC6.1 fails}
- {kind: userControl, id: U-1, satisfies: [CC6.1]}
- {kind: evidence, id: E-1, satisfies: [CC6.1]}
`;
    assert.deepEqual(ladderOf(fixture, 'CC6.1'), [
      'CC6.1 missing: No control maps to it, and no document addresses it.',
    ]);
  });

  it('stands on the lowest rung among active key controls', () => {
    const fixture = withControls(
      control('AC-01', 'status: implemented'),
      control('AC-02', 'status: designed'),
      control('AC-03', 'status: designed, key: false'),
    );
    assert.deepEqual(ladderOf(fixture, 'CC6.1'), [
      'CC6.1 designed: 1 of 2 controls in place; AC-02 is designed, not yet in place.',
    ]);
  });

  it('is neither raised nor lowered by planned and retired controls', () => {
    const fixture = withControls(
      control('AC-01', 'status: implemented'),
      control('AC-02', 'status: planned'),
      control('AC-03', 'status: retired'),
      control('AC-04', 'status: implemented, retiredOn: 2026-03-01'),
    );
    assert.deepEqual(ladderOf(fixture, 'CC6.1'), [
      'CC6.1 implemented: AC-01 is in place (1 planned, 2 retired).',
    ]);
    const retiring = control('AC-05', 'status: retired, retiredOn: 2031-01-01');
    assert.deepEqual(ladderOf(withControls(retiring), 'CC6.1'), ['CC6.1 implemented: AC-05 is in place.']);
    assert.deepEqual(ladderOf(withControls(control('AC-02', 'status: planned')), 'CC6.1'), [
      'CC6.1 missing: No active control maps to it (1 planned), and no document addresses it.',
    ]);
  });

  it('does not count a control whose title or statement is not filled in, whatever its status says', () => {
    const inPlace = 'status: implemented, implementedOn: 2026-01-01';
    for (const unfilled of [
      'title: "[Title]"',
      'title: TBD',
      'statement: "[Describe who does what, when, and what it leaves behind]"',
      'statement: Coming soon.',
    ]) {
      assert.deepEqual(ladderOf(withControls(control('AC-02', `${inPlace}, ${unfilled}`)), 'CC6.1'), [
        'CC6.1 missing: No active control maps to it (1 template), and no document addresses it.',
      ]);
    }
    const filled = 'title: Title service, statement: "[Company] reviews access each quarter."';
    assert.deepEqual(ladderOf(withControls(control('AC-02', `${inPlace}, ${filled}`)), 'CC6.1'), [
      'CC6.1 implemented: AC-02 is in place.',
    ]);
  });

  it('leaves a retired control retired that was never filled in', () => {
    assert.deepEqual(ladderOf(withControls(control('AC-02', 'status: retired, title: TBD')), 'CC6.1'), [
      'CC6.1 missing: No active control maps to it (1 retired), and no document addresses it.',
    ]);
  });

  it('does not count drafts, templates and stubs', () => {
    const policy = (front: string, body: string) =>
      ladderOf(
        `${manifest}\n=== policies/a.md\n---\ntitle: Access policy\n${front}satisfies: [CC6.1]\n---\n${body}\n`,
        'CC6.1',
      )[0];
    assert.equal(
      policy('status: draft\n', 'Text.'),
      'CC6.1 missing: The only document that cites it, Access policy, is a draft.',
    );
    assert.equal(
      policy('', 'For {{company}}.'),
      'CC6.1 missing: The only document that cites it, Access policy, is a template.',
    );
    assert.equal(
      policy('', '# Coming Soon'),
      'CC6.1 missing: The only document that cites it, Access policy, is a stub.',
    );
    assert.equal(
      policy('status: review\n', 'Run `{{x}}`.'),
      'CC6.1 documented: Addressed by Access policy; no control maps to it.',
    );
  });

  it('names what cites it in vain', () => {
    const fixture = `${manifest}
=== policies/a.md
---
title: Access policy
status: draft
satisfies: [CC6.1]
---
Text.
=== policies/archive/b.md
---
title: Old access policy
satisfies: [CC6.1]
---
Text.
`;
    assert.deepEqual(ladderOf(fixture, 'CC6.1'), [
      'CC6.1 missing: Only Access policy (a draft) and Old access policy (no longer in force) cite it, and none of them counts.',
    ]);
  });

  it('marks what is excluded in any spelling, range or group', () => {
    const fixture = `
=== tickmark.yaml
report: {id: soc2, kind: SOC 2, type: Type-II}
scope:
  categories: [security, privacy]
  exclude: [cc6.4, {criterion: P5, reason: we are a processor}, CC6.6-CC6.7]
`;
    assert.deepEqual(
      ladderOf(fixture, 'CC6.4', 'P5.2', 'CC6.7', 'CC6.8').map(line => line.replace(/:.*/, '')),
      ['CC6.4 missing excluded', 'P5.2 missing excluded', 'CC6.7 missing excluded', 'CC6.8 missing'],
    );
  });

  it('marks what is excluded, with the reason', () => {
    assert.deepEqual(ladderOf(manifest, 'CC6.4'), [
      "CC6.4 missing excluded: Excluded: Everything runs in a provider's data centers.",
    ]);
  });

  it('takes a Comply procedure with a cadence and a mapping as a control in force', () => {
    const fixture = `
=== policies/access.md
name: Access policy
acronym: AP
satisfies: {TSC: [CC6.1, CC6.2]}
---
Text for {{.Name}}.
=== procedures/review.md
id: review
name: Review
cron: "0 0 0 1 */3 *"
satisfies: {TSC: [CC6.1]}
---
Do it.
`;
    assert.deepEqual(ladderOf(fixture, 'CC6.1', 'CC6.2'), [
      'CC6.1 implemented: review is in place.',
      'CC6.2 documented: Addressed by Access policy; no control maps to it.',
    ]);
  });

  it('takes a native procedure with a cadence for a control in place once it is approved and in force', () => {
    const states = (rest: string) =>
      ladderOf(
        `${manifest}=== procedures/all.yaml\n- {id: review, satisfies: [CC6.1], frequency: monthly, ${rest}}\n`,
        'CC6.1',
      )[0];
    assert.equal(states('status: approved'), 'CC6.1 implemented: review is in place.');
    assert.equal(states('effective: 2026-01-01'), 'CC6.1 implemented: review is in place.');
    assert.equal(states('status: review'), 'CC6.1 designed: review has the status "review", not "approved".');
    assert.equal(
      states('status: approved, effective: 2026-08-01'),
      'CC6.1 designed: review is in place only from 2026-08-01 on.',
    );
    assert.equal(states('title: x'), 'CC6.1 designed: review does not say that it is approved.');
  });

  it('asks on the date of a Type I report', () => {
    const fixture = `
=== tickmark.yaml
report: {id: first, kind: soc2, type: 1, asOf: 2026-03-31}
=== controls/all.yaml
- {id: AC-01, satisfies: [CC6.1], status: implemented, implementedOn: 2026-04-01}
`;
    assert.deepEqual(ladderOf(fixture, 'CC6.1'), [
      'CC6.1 designed: AC-01 is in place only from 2026-04-01 on.',
    ]);
  });

  it('names first what comes first of all that bears on a criterion', () => {
    const { program } = engineOf(
      readExample(`${manifest}=== controls/a.yaml
- {id: A-1, satisfies: [CC6.1], status: planned}
- {id: A-2, satisfies: [CC6.2], status: planned}
=== controls/b.yaml
- {id: B-1, satisfies: [CC6.1]}
- {id: B-2, satisfies: [CC6.1]}
=== policies/a.md
---
id: access
satisfies: [CC6.1, CC6.2, CC6.3]
---
Text.
`),
    );
    const first = (criterion: string) => program.coverage.first(program.report, criterion);
    assert.deepEqual(
      ['CC6.1', 'CC6.2', 'CC6.3', 'CC6.5'].map(criterion => first(criterion)?.entry.shape.id?.text),
      ['B-1', 'access', 'access', undefined],
    );
    for (const criterion of program.report.criteria)
      assert.deepEqual(first(criterion), program.coverage.covering(program.report, criterion)[0]);
  });
});
