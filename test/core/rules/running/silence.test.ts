import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExample } from '../../../../server/src/core/rules/example.ts';
import { engineOf, findingsOf } from '../../../fixture.ts';

const manifest = (...lines: readonly string[]) =>
  [
    '=== tickmark.yaml',
    'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}',
    'scope: {exclude: [CC1-CC9]}',
    ...lines,
    '',
  ].join('\n');
const policy = (...lines: readonly string[]) =>
  ['=== policies/a.md', '---', 'id: a', 'satisfies: [CC6.1]', '---', ...lines, ''].join('\n');
/** What is found in a policy with these lines. */
const ofPolicy = (...lines: readonly string[]) =>
  findingsOf(manifest() + policy(...lines)).filter(line => line.startsWith('policies/'));

/** What is found in the controls of a fixture of these rules, or in comments. */
const ofControls = (fixture: string) =>
  findingsOf(fixture).filter(line =>
    /^controls\/.* (?:controls\/unmapped|documents\/unknown-reference|rules\/.*)$/.test(line),
  );

describe('what a comment silences', () => {
  it('is neither shown nor lost', () => {
    const engine = engineOf(
      readExample(policy('TBD <!-- tickmark-ignore documents/placeholder: in May -->', 'TBD')),
    );
    const [shown, ...others] = [...engine.allFindings()].filter(
      ({ rule }) => rule === 'documents/placeholder',
    );
    const [suppressed] = engine.suppressed('policies/a.md');
    assert.deepEqual(others, []);
    assert.equal(suppressed?.reason, 'in May');
    assert.equal(suppressed.severity, 'warning');
    // Another comment gives no other finding a new name.
    assert.equal(shown?.fingerprint, `${suppressed.fingerprint}-2`);
  });

  it('is what program rules find too, whatever the language', () => {
    const fixture = `${manifest()}=== controls/a.yaml
- id: AC-01
  owner: it
  frequency: daily
  satisfies: [CC6.1]
  # tickmark-ignore documents/unknown-reference: it comes with the next release
  policies: [gone]
`;
    assert.deepEqual(ofControls(fixture), []);
  });

  it('is nothing without a reason', () => {
    assert.deepEqual(ofPolicy('TBD <!-- tickmark-ignore documents/placeholder: -->'), [
      'policies/a.md: "TBD" documents/placeholder',
      'policies/a.md: "<!-- tickmark-ignore documents/placeholder: -->" rules/reason-missing',
    ]);
  });

  it('is only the rule that is named, and what of a comment is idle is found', () => {
    const comment = '<!-- tickmark-ignore documents/placeholder, criteria/unknown: in May -->';
    assert.deepEqual(ofPolicy(`TBD, CC1.9 ${comment.replace('placeholder', 'orphan')}`), [
      'policies/a.md: "TBD" documents/placeholder',
      'policies/a.md: "documents/orphan" rules/unused-silencing',
    ]);
  });
});

describe('an idle comment', () => {
  const idle = policy('Text. <!-- tickmark-ignore documents/orphan: not ours -->').replace(
    'satisfies: [CC6.1]\n',
    '',
  );

  it('is not told before everything is read, nor while another report is asked after', () => {
    const engine = engineOf(
      readExample(manifest() + policy('Text. <!-- tickmark-ignore documents/orphan: not ours -->')),
    );
    const rules = () => engine.findings('policies/a.md').map(({ rule }) => rule);
    assert.deepEqual(rules(), ['rules/unused-silencing']);
    assert.ok(engine.chooseReport('b').has('policies/a.md'));
    assert.deepEqual(rules(), []);
    engine.chooseReport(undefined);
    assert.ok(engine.setComplete(false).has('policies/a.md'));
    assert.deepEqual(rules(), []);
    assert.deepEqual([...engine.setComplete(false)], []);
  });

  it('is none that silences what is off now', () => {
    const control =
      '=== controls/a.md\n---\nid: A # tickmark-ignore controls/unmapped: to be mapped\nowner: it\nfrequency: daily\n---\n';
    assert.deepEqual(ofControls(manifest('rules: {preset: start}') + control), []);
    assert.deepEqual(ofControls(manifest() + control), []);
    assert.notDeepEqual(findingsOf(manifest() + idle), []);
  });
});
