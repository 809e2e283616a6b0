import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../../server/src/core/engine/analysis.ts';
import { isAboutPolicies, policyFlag } from '../../../server/src/core/formats/callsItself.ts';
import { documentationPage } from '../../../server/src/core/formats/documentation.ts';
import { pageSigns } from '../../../server/src/core/formats/pageSigns.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, findingsOf } from '../../fixture.ts';

const placeholders = (fixture: string) =>
  findingsOf(`=== tickmark.yaml\nrules: {preset: recommended}\n${fixture}`).filter(one =>
    one.includes('documents/placeholder'),
  );

describe('a page about policies', () => {
  it('is known by its name', () => {
    for (const name of [
      'POLICIES_OVERVIEW',
      'Policies Index',
      'POLICY_REVIEW_REPORT',
      'Report on the review of every policy',
      'List of policies',
      'procedure-register',
    ])
      assert.ok(isAboutPolicies(name), name);
    for (const name of [
      'Access review policy',
      'Incident report procedure',
      'policy',
      'Overview',
      'Risk register',
    ])
      assert.ok(!isAboutPolicies(name), name);
  });

  it('is no policy, and neither is a list of links', () => {
    const { program } = engineOf(
      readExample(`
=== rules/doors-policy.md
# Door policy

CC6.4: doors are locked.
=== rules/keys-policy.md
# Key policy

CC6.1: keys are counted.
=== POLICIES_OVERVIEW.md
## Policies Index

- [Doors](rules/doors-policy.md)
=== all-our-policies.md
Policies
---

* [Doors](rules/doors-policy.md)
* [Keys](rules/keys-policy.md)
=== rules/CLAUDE.md
# Notes

New policies cite CC6.1 and CC6.4.
`),
    );
    const read = [...program.paths()].filter(path => program.records(path).length > 0);
    assert.deepEqual(read.sort(), ['rules/doors-policy.md', 'rules/keys-policy.md']);
  });
});

test('a page is called the same by what looks at it alone and by what reads it', () => {
  const kindOf = (text: string) => {
    const role = roleOf('rules/a.md', 'plain', false, 'called');
    assert.ok(role);
    return analyze('rules/a.md', text, role, tsc).summary.shape.records[0]?.kind;
  };
  const signsOf = (text: string) => {
    const { isSaid, isCalled } = pageSigns(text, 'rules/a.md');
    return isSaid || isCalled;
  };
  for (const text of [
    ...['# Encryption Standard\n', '# Standards\n', '# Procedures\n', '# Policies\n'],
    ...['true', '"true"', "'true'", 'true # since May', 'true\r'].map(
      flag => `---\npolicy: ${flag}\n---\n# A\n`,
    ),
  ])
    assert.deepEqual([kindOf(text), signsOf(text)], ['policy', true], text);
  for (const text of [
    '# Notes\n',
    ...['false', '"no"', 'false # none'].map(flag => `---\npolicy: ${flag}\n---\n# C Policy\n`),
    '---\npolicy: false\n---\n# C Policy\n\nSOC 2: CC6.1, CC6.2\n',
  ])
    assert.deepEqual([kindOf(text), documentationPage('rules/a.md', text)], [undefined, undefined], text);
});

test('what tells an assistant how to work is read where the manifest includes it', () => {
  for (const path of ['CLAUDE.md', 'rules/AGENTS.md']) {
    assert.equal(roleOf(path, 'native', false), undefined);
    assert.equal(roleOf(path, 'native', true)?.included, true);
  }
});

describe('what is there to be filled in', () => {
  it('has no placeholders left', () => {
    for (const [path, body] of [
      ['policies/letter-templates.md', 'Dear [Name], call [Name, Phone].'],
      ['policies/notice-letter.md', '# Breach letter\n\n[Date]\n\nDear [Name],'],
      [
        'policies/bicycles.md',
        'Copy this entire template into `A.md` and replace all `{{PLACEHOLDERS}}`.\n\n| A | {{NAME}} |\n| --- | --- |',
      ],
      ['policies/messages.md', 'Notification templates\n---\n\n> Dear [Name],'],
    ])
      assert.deepEqual(placeholders(`=== ${path}\n${body}\n`), [], path);
  });

  it('is no policy that a template left holes in', () => {
    for (const [title, left] of [
      ['Access policy', 1],
      ['Incident policy template', 1],
      ['Platform', 1],
    ] as const)
      assert.equal(
        placeholders(`=== policies/a.md\n# ${title}\n\nThis is for [Company].\n`).length,
        left,
        title,
      );
  });

  it('is a ticket each time, in a procedure that makes some', () => {
    const procedure = (front: string) =>
      placeholders(`=== procedures/a.md\n---\n${front}\n---\nCount for {{this_quarter}}, {{company}}.\n`)
        .length;
    assert.equal(procedure('cron: "0 0 1 */3 *"'), 1);
    assert.equal(procedure('frequency: quarterly'), 1);
    assert.equal(procedure('title: A'), 2);
  });

  it('is no part of an address', () => {
    const inBody = (body: string) => placeholders(`=== policies/a.md\n# A\n\n${body}\n`).length;
    assert.equal(inBody('- 10.0.255.XXX\n- 10.0.XXX.XXX'), 0);
    assert.equal(inBody('| Net | 10.0.255.XXX |\r\n| --- | --- |'), 0);
    assert.equal(inBody('- XXX'), 1);
  });
});

it('a page says that it is a policy in every spelling of true', () => {
  for (const said of ['true', 'True', 'yes', '"true"', 'on # since May'])
    assert.equal(policyFlag(`title: A\npolicy: ${said}\n`), true, said);
  for (const said of ['false', 'no', 'P-01']) assert.equal(policyFlag(`policy: ${said}\n`), false, said);
  assert.equal(policyFlag('title: policy\n'), undefined);
});
