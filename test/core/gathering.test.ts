// What one gap brings many times is seen as one, and counted as before.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gathered } from '../../server/src/core/engine/gathering.ts';
import { readExample } from '../../server/src/core/rules/example.ts';
import { engineOf } from '../fixture.ts';

/** A program with this scope, in which these criteria have a control, and these controls and policies besides. */
const program = (categories: string, served: string, more = '') =>
  readExample(`
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [${categories}]}
=== controls/all.yaml
- {id: AC-01, status: implemented, satisfies: [${served}]}
${more}`);

/** What is seen of the rules about gaps. */
function gapsIn(files: ReturnType<typeof readExample>): string[] {
  return engineOf(files)
    .seen('tickmark.yaml')
    .filter(({ rule }) => rule.startsWith('coverage/'))
    .map(({ message }) => message);
}

describe('gaps of many criteria', () => {
  it('are one finding a category after the first control', () => {
    assert.deepEqual(gapsIn(program('security, privacy', 'CC6.1')), [
      'Security: 32 of 33 criteria have no control, and no document addresses them: CC1.1–CC5.3, CC6.2–CC9.2. Write a control for each.',
      'Privacy: 18 of 18 criteria have no control, and no document addresses them: P1.1–P8.1. Write a control for each. If a criterion is not relevant, exclude it with a reason.',
    ]);
  });

  it('are one finding a group once few groups have them, and that of one criterion stays by itself', () => {
    assert.deepEqual(gapsIn(program('security', 'CC1.1–CC6.2, CC6.5, CC7.1–CC7.4, CC8.1–CC9.2')), [
      'CC6: 5 of 8 criteria have no control, and no document addresses them: CC6.3, CC6.4, CC6.6–CC6.8. Write a control for each.',
      'CC7.5 (Recovery from incidents) is in scope but missing. No control maps to it, and no document addresses it. Write a control for it.',
    ]);
  });

  it('are parted by what they are', () => {
    const more = `- {id: AC-02, status: planned, satisfies: [A1.1–A1.3]}
=== policies/privacy.md
---
id: privacy
satisfies: [P1.1–P8.1]
---
Text.
`;
    assert.deepEqual(gapsIn(program('security, availability, privacy', 'CC1.1–CC9.2', more)), [
      'A1: 3 of 3 criteria have only planned, unfinished, or retired controls: A1.1–A1.3. Put them in place, or map other controls to the criteria.',
      'Privacy: 18 of 18 criteria have documents but no control: P1.1–P8.1. Write the controls that carry the documents out.',
    ]);
  });

  it('name the statuses that are none of a control, where these leave the criteria open', () => {
    const more = `- {id: AC-02, status: active, satisfies: [A1.1, A1.2]}
- {id: AC-03, status: in place, satisfies: [A1.2]}
- {id: AC-04, status: designed, satisfies: [A1.3]}
`;
    assert.deepEqual(gapsIn(program('security, availability', 'CC1.1–CC9.2', more)), [
      'A1: 3 of 3 criteria have controls, but no key control in place: A1.1–A1.3. Most of the controls have a status such as `active`, `in place`, and only `implemented` counts. Write that where they are in place.',
    ]);
  });

  it('leave out what is excluded, and call the common criteria so where Security is not chosen', () => {
    const files = program('availability', 'A1.1').map(file =>
      file.path === 'tickmark.yaml'
        ? { ...file, text: `${file.text.replace(']}', '], exclude: [{criterion: A1.3, reason: None.}]}')}` }
        : file,
    );
    assert.deepEqual(gapsIn(files), [
      'Common criteria: 33 of 33 criteria have no control, and no document addresses them: CC1.1–CC9.2. Write a control for each.',
      'A1.2 (Environment, backup, and recovery means) is in scope but missing. No control maps to it, and no document addresses it. Write a control for it. If it is not relevant, exclude it with a reason.',
    ]);
  });

  it('are counted by catalog where a catalog of your own has no categories', () => {
    const groups = ['A', 'B', 'C', 'D'].map(id => `{id: ${id}, title: ${id}}`).join(', ');
    const criteria = ['A', 'B', 'C', 'D'].flatMap(group =>
      [1, 2].map(n => `  - {id: ${group}-${n}, title: T, group: ${group}}`),
    );
    const files = readExample(`
=== tickmark.yaml
report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30, catalogs: [ICFR]}
catalogs: [objectives.yaml]
=== objectives.yaml
name: ICFR
groups: [${groups}]
criteria:
${criteria.join('\n')}
=== controls/all.yaml
- {id: AC-01, status: implemented, satisfies: {ICFR: [A-1]}}
`);
    assert.deepEqual(gapsIn(files), [
      'ICFR: 7 of 8 criteria have no control, and no document addresses them: A-2–D-2. Write a control for each. If a criterion is not relevant, exclude it with a reason.',
    ]);
  });

  it('lead to the page of each criterion, with the reason', () => {
    const [seen] = engineOf(program('security', 'CC1.1–CC9.1')).seen('tickmark.yaml');
    assert.deepEqual(seen?.related, []);
    const [several] = engineOf(program('security', 'CC1.1–CC8.1'))
      .seen('tickmark.yaml')
      .filter(({ rule }) => rule === 'coverage/missing');
    assert.deepEqual(
      several?.related.map(({ page, words }) => [page, words]),
      ['CC9.1 (Business disruption)', 'CC9.2 (Vendors and partners)'].map(title => [
        title.slice(0, 5),
        `${title}: No control maps to it, and no document addresses it.`,
      ]),
    );
  });

  it('of a whole category lead to the page of each group, so that what is listed below stays short', () => {
    const [several] = engineOf(program('security', 'CC6.1, CC9.1'))
      .seen('tickmark.yaml')
      .filter(({ rule }) => rule === 'coverage/missing');
    const lines = several?.related.map(({ page, words }) => `${page} > ${words}`) ?? [];
    assert.equal(lines.length, 9);
    assert.equal(lines[5], 'CC6 > CC6 (Logical and physical access): CC6.2–CC6.8');
    assert.match(lines[8] ?? '', /^CC9\.2 > CC9\.2 \(Vendors and partners\): No control/);
  });

  it('stay findings of their own for whatever counts and compares them', () => {
    const engine = engineOf(program('security', 'CC6.1'));
    const found = engine.findings('tickmark.yaml').filter(({ rule }) => rule === 'coverage/missing');
    const [one] = engine.seen('tickmark.yaml').filter(({ rule }) => rule === 'coverage/missing');
    assert.equal(found.length, 32);
    assert.deepEqual(one?.members, found);
    assert.equal(new Set(found.map(({ fingerprint }) => fingerprint)).size, 32);
  });

  it('do not say how many there are of all where some are known', () => {
    const engine = engineOf(program('security', 'CC1.1–CC6.1, CC7.1–CC9.2'));
    const found = engine.findings('tickmark.yaml').filter(({ rule }) => rule === 'coverage/missing');
    assert.deepEqual(
      gathered(found.slice(0, 2), engine.program, new Set(['coverage/missing'])).map(
        ({ message }) => message,
      ),
      [
        'CC6: 2 more criteria have no control, and no document addresses them: CC6.2, CC6.3. Write a control for each.',
      ],
    );
  });
});

describe('findings about a range of criteria', () => {
  it('are one: the range is said once', () => {
    const files = readExample(`
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
scope: {categories: [security]}
=== controls/all.yaml
- {id: AC-01, status: implemented, implementedOn: 2026-03-01, satisfies: [CC1.1–CC9.2, A1.1–A1.3]}
`);
    assert.deepEqual(
      engineOf(files)
        .seen('controls/all.yaml')
        .filter(({ rule }) => rule === 'controls/unserved-period' || rule === 'criteria/out-of-scope')
        .map(({ message, members }) => `${members?.length} ${message}`),
      [
        '33 No control serves CC1.1–CC9.2 from 2026-01-01 to 2026-02-28, within the period of report `soc2`: `AC-01` is in place only from 2026-03-01. Record the control that served it before, or correct the dates.',
        '3 `A1.1–A1.3` belongs to Availability, which no report has in scope. Leave it, or add the category to the scope.',
      ],
    );
  });
});

describe('evidence of several controls that names no system', () => {
  const seen = (controls: string) =>
    engineOf(
      readExample(`
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
=== controls/all.yaml
- {id: AC-01, status: implemented, frequency: quarterly, systems: [okta, github]}
- {id: AC-02, status: implemented, frequency: quarterly, systems: [okta, aws, github]}
=== evidence/all.yaml
- {id: EV-01, controls: [${controls}], performed: 2026-03-18}
`),
    )
      .seen('evidence/all.yaml')
      .filter(({ rule }) => rule === 'evidence/no-system')
      .map(({ message }) => message);

  it('is one finding', () => {
    assert.deepEqual(seen('AC-01, AC-02'), [
      'Evidence `EV-01` does not say which systems it covers, so it counts for all those of the controls `AC-01` and `AC-02`. Add `systems`.',
    ]);
  });

  it('names the systems of a single control', () => {
    assert.deepEqual(seen('AC-02'), [
      'Evidence `EV-01` does not say which systems it covers, so it counts for all those of control `AC-02`: okta, aws, and github. Add `systems`.',
    ]);
  });
});
