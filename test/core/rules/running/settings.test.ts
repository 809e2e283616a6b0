import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ShownFinding } from '../../../../server/src/core/engine/shownFinding.ts';
import { readExample } from '../../../../server/src/core/rules/example.ts';
import { rules } from '../../../../server/src/core/rules/rules.ts';
import { severityNamed } from '../../../../server/src/core/rules/severity.ts';
import { engineOf } from '../../../fixture.ts';

/** The rules that are asked after here. */
const asked = new Set([
  'controls/unmapped',
  'documents/placeholder',
  'documents/unknown-reference',
  'rules/unknown',
]);

/** A program whose manifest sets these rules: `rule severity` of what is found, by document. */
function shown(...settings: readonly string[]): Record<string, string[]> {
  const fixture = `=== tickmark.yaml
report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {exclude: [CC1-CC9]}
${settings.length > 0 ? ['rules:', ...settings].join('\n') : ''}
=== controls/a.md
---
id: A
owner: it
nature: detective
execution: manual
frequency: daily
expects: [scan]
policies: [gone]
---
=== policies/old/p.md
---
id: p
satisfies: [CC6.1]
---
For ACME. TBD
`;
  const found: Record<string, string[]> = {};
  for (const finding of engineOf(readExample(fixture)).allFindings()) {
    if (asked.has(finding.rule)) (found[finding.path] ??= []).push(words(finding));
  }
  return found;
}

const words = ({ rule, severity }: ShownFinding) => `${rule} ${severity}`;
const control = 'controls/a.md';
const policy = 'policies/old/p.md';

describe('what the manifest sets for rules', () => {
  it('is the preset recommended where it sets nothing', () => {
    assert.deepEqual(shown(), {
      [control]: ['controls/unmapped warning', 'documents/unknown-reference error'],
      [policy]: ['documents/placeholder warning'],
    });
  });

  it('is a preset for all rules', () => {
    assert.deepEqual(shown('  preset: start'), { [control]: ['documents/unknown-reference error'] });
    assert.deepEqual(shown('  preset: strict'), {
      [control]: ['controls/unmapped error', 'documents/unknown-reference error'],
      [policy]: ['documents/placeholder error'],
    });
  });

  it('is a severity for one rule, or off, whatever the preset', () => {
    assert.deepEqual(
      shown('  preset: start', '  documents/placeholder: hint', '  documents/unknown-reference: off'),
      { [policy]: ['documents/placeholder hint'] },
    );
  });

  it('is of the nearest folder that says anything of the rule', () => {
    assert.deepEqual(
      shown('  documents/placeholder: error', '  folders: {policies: {documents/placeholder: hint}}')[policy],
      ['documents/placeholder hint'],
    );
    assert.deepEqual(
      shown(
        '  documents/placeholder: error',
        '  folders:',
        '    /policies/old/: {preset: start}',
        '    policies: {documents/placeholder: hint}',
      )[policy],
      undefined,
    );
    assert.deepEqual(
      shown('  folders: {polic: {documents/placeholder: off}, policies/old/p.md: {preset: start}}')[policy],
      ['documents/placeholder warning'],
    );
  });

  it('is an option of a document rule, for the program or a folder', () => {
    const twice = ['documents/placeholder warning', 'documents/placeholder warning'];
    assert.deepEqual(shown('  documents/placeholder: {words: [ACME]}')[policy], twice);
    assert.deepEqual(
      shown('  folders: {policies/old: {documents/placeholder: {words: ACME}}}')[policy],
      twice,
    );
    assert.deepEqual(
      shown(
        '  documents/placeholder: {words: [ACME]}',
        '  folders: {policies: {documents/placeholder: {words: []}}}',
      )[policy],
      ['documents/placeholder warning'],
    );
  });

  it('is an option of a program rule', () => {
    const elsewhere = '  documents/unknown-reference: {elsewhere: [GO*]}';
    assert.deepEqual(shown(elsewhere)[control], ['controls/unmapped warning']);
    assert.deepEqual(shown(`  folders: {policies: {${elsewhere.trim()}}}`)[control]?.length, 2);
  });

  it('is nothing where it is unknown, and the rest holds', () => {
    assert.deepEqual(
      shown(
        '  preset: laxer',
        '  documents/placeholder: loud',
        '  controls/unmaped: off',
        '  controls/unmapped:',
      ),
      {
        [control]: ['controls/unmapped warning', 'documents/unknown-reference error'],
        [policy]: ['documents/placeholder warning'],
        'tickmark.yaml': ['rules/unknown error', 'rules/unknown error', 'rules/unknown error'],
      },
    );
    for (const half of [
      '  preset:',
      '  - documents/placeholder',
      '  folders: [policies]',
      '  documents/placeholder: {words',
    ]) {
      assert.ok(shown(half)[control], half);
    }
  });
});

describe('the severities of a rule', () => {
  it('only grow from one preset to the next', () => {
    const order = ['off', 'hint', 'information', 'warning', 'error'];
    for (const { name, severity, severityApart } of rules) {
      for (const { start, recommended, strict } of [severity, severityApart?.severity ?? severity]) {
        const grades = [start, recommended, strict].map(one => order.indexOf(one));
        assert.deepEqual(grades, [...grades].sort(), name);
      }
    }
  });

  it('are apart only for messages that the rule has', () => {
    for (const { name, messages, severityApart } of rules) {
      for (const message of severityApart?.messages ?? []) assert.ok(messages[message], `${name} ${message}`);
    }
  });

  it('grow once the report asks for controls, unless they are set', () => {
    const severities = (report: string, preset = '') =>
      [
        ...engineOf(
          readExample(`
=== tickmark.yaml
report: {kind: soc2, ${report}}
scope: {categories: [security], exclude: [CC1-CC5, CC6.4-CC9.2]}
${preset}
=== controls/access.yaml
- {id: AC-01, status: designed, satisfies: [CC6.1]}
- {id: AC-02, status: planned, satisfies: [CC6.2]}
=== policies/access.md
---
satisfies: [CC6.3]
---
Access follows the role.
`),
        ).allFindings(),
      ]
        .filter(({ rule }) => /^coverage\/(?:not-in-place|planned-only|documented-only)$/.test(rule))
        .map(({ severity }) => severity);
    const all = (severity: string) => [severity, severity, severity];
    assert.deepEqual(severities('type: 1, asOf: 2026-07-01'), all('information'));
    assert.deepEqual(severities('type: 1, asOf: 2026-06-30'), all('warning'));
    assert.deepEqual(severities('type: 2, period: {start: 2026-07-01, end: 2026-12-31}'), all('information'));
    const running = 'type: 2, period: {start: 2026-06-30, end: 2026-12-31}';
    assert.deepEqual(severities(running), all('warning'));
    assert.deepEqual(severities(running, 'rules: {preset: strict}'), all('error'));
    assert.deepEqual(severities(running, 'rules: {preset: start}'), []);
    const set = 'rules: {coverage/planned-only: hint, coverage/not-in-place: off}';
    assert.deepEqual(severities(running, set), ['warning', 'hint']);
    assert.deepEqual(severities('type: 2'), all('information'));
  });

  it('have names', () => {
    assert.equal(severityNamed('off'), 'off');
    assert.equal(severityNamed('hint'), 'hint');
    assert.equal(severityNamed('fatal'), undefined);
  });
});
