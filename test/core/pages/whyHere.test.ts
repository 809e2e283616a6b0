import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { whyCriterionPage, whyRecordPage } from '../../../server/src/core/pages/whyCoveredPage.ts';
import { whyFindingPage } from '../../../server/src/core/pages/whyFindingPage.ts';
import { type Here, hereOf, whyId } from '../../../server/src/core/pages/whyHere.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { ruleNamed } from '../../../server/src/core/rules/rules.ts';
import { engineOf } from '../../fixture.ts';

const documents = `
    === controls/ac.md
    ---
    id: AC-01
    title: Access reviews
    satisfies: [CC6.1]
    owner: it
    policies: [gone]
    frequency: quarterly
    nature: detective
    execution: manual
    ---
    === controls/plan.md
    ---
    id: AC-02
    status: planned
    satisfies: [CC6.1]
    ---
    === policies/access.md
    ---
    id: access
    satisfies: [CC6.1]
    ---
    Text.`;

/** Two controls in one document, the second with a finding of its own. */
const register = `
    === controls/register.yaml
    - id: REG-01
      statement: The security team reviews each access right every quarter and removes what is not needed.
      satisfies: [CC6.1]
    - id: REG-02
      statement: Access is reviewed periodically.
      satisfies: [CC6.1]`;

function engineWith(rules = '', more = '') {
  return engineOf(
    readExample(`
    === tickmark.yaml
    organization: Example
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
    scope: {categories: [security]}${rules}${documents}${more}
  `),
  );
}

/** The page of the first finding of a rule. */
function pageOf(name: string, rules = '', more = ''): string {
  const engine = engineWith(rules, more);
  const rule = ruleNamed(name);
  const finding = engine
    .paths()
    .flatMap(path => engine.seen(path))
    .find(one => one.rule === name);
  assert.ok(rule && finding, `${name} finds something`);
  return markdownOf(whyFindingPage(finding, rule, engine.settings, engine.program), target =>
    'path' in target ? target.path : undefined,
  );
}

describe('the page of a finding', () => {
  it('has the message, the place, the program, the rule, and the usual preset', () => {
    const page = pageOf('documents/unknown-reference');
    assert.match(page, /^# Why is this here\? \(documents\/unknown-reference\)\n/);
    assert.match(page, /`gone`/);
    assert.match(page, /Found in \[controls\/ac\.md\]\(controls\/ac\.md\)/);
    assert.match(page, /the program of Example \(tickmark\.yaml\).*with 2026-06-30 as today/);
    assert.match(page, /The rule looks at other documents of the program too/);
    assert.match(page, /Severity `error`, by the preset recommended, because the manifest sets none/);
  });

  it('says where the manifest sets the severity', () => {
    assert.match(
      pageOf('documents/unknown-reference', '\n    rules: {preset: strict}'),
      /Severity `error`, by the preset strict, in \[tickmark\.yaml\]/,
    );
    assert.match(
      pageOf('documents/unknown-reference', '\n    rules: {documents/unknown-reference: hint}'),
      /Severity `hint`, set for this rule, in \[tickmark\.yaml\]/,
    );
  });

  it('says for which folder the manifest sets it', () => {
    const rules = '\n    rules: {folders: {controls: {documents/unknown-reference: warning}}}';
    assert.match(
      pageOf('documents/unknown-reference', rules),
      /Severity `warning`, set for this rule, in \[tickmark\.yaml\]\(tickmark\.yaml\), for controls/,
    );
  });

  it('has the record that it lies in, with its state', () => {
    const page = pageOf('documents/unknown-reference');
    assert.match(
      page,
      /\[AC-01 Access reviews\]\(controls\/ac\.md\) · control in controls\/ac\.md\. It does not say that it is implemented\./,
    );
    const row = pageOf('controls/vague-wording', '', register);
    assert.match(row, /\[REG-02\]\(controls\/register\.yaml\) · control in controls\/register\.yaml\./);
    assert.doesNotMatch(row, /REG-01/);
  });

  it('has where the criteria stand that it names, with the documents that cite them', () => {
    const page = pageOf('coverage/missing');
    assert.match(page, /It stands for \d+ findings of this rule at one place/);
    assert.match(page, /## CC1\.1 .*\n\n\*\*missing\*\*/);
    assert.match(page, /It names 2\d more criteria\./);
  });
});

describe('the page of a node', () => {
  it('says how each record bears on a criterion, and why one does not count or is not in place', () => {
    const { program } = engineWith();
    const page = markdownOf(whyCriterionPage('CC6.1', program));
    assert.match(page, /^# Why is this here\? \(CC6\.1\)\n/);
    assert.match(
      page,
      /AC-01 Access reviews in controls\/ac\.md: control that cites it; it does not say that it is implemented\n/,
    );
    assert.match(page, /AC-02 in controls\/plan\.md: control that cites it; planned, so it does not count/);
    assert.match(page, /access in policies\/access\.md: policy that cites it/);
  });

  it('says the same of one record, as long as it is there', () => {
    const { program } = engineWith();
    const record = (path: string) => whyRecordPage('CC6.1', { path, index: 0 }, program);
    const page = record('controls/plan.md');
    assert.ok(page);
    assert.match(markdownOf(page), /control that cites it; planned, so it does not count\./);
    assert.equal(record('controls/gone.md'), undefined);
  });
});

describe('what such a page is asked for by', () => {
  it('leads back to what it is about', () => {
    const all: readonly Here[] = [
      { path: 'controls/a b#1?.md', fingerprint: 'abc-2' },
      { criterion: 'CC6.1' },
      { criterion: 'A/B 1 % 2' },
      { criterion: 'A/B 1', record: { path: 'x/y.yaml', index: 3 } },
    ];
    assert.deepEqual(
      all.map(here => hereOf(whyId(here))),
      all,
    );
  });

  it('is no other id', () => {
    for (const id of [
      'CC6.1',
      'why/',
      'why/finding/a',
      'why/record/x/CC6.1/a',
      'why/criterion/%',
      'what-next',
    ])
      assert.equal(hereOf(id), undefined, id);
  });
});
