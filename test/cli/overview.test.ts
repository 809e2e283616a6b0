// How `check` orders what it lists, what it says at the end, and what `--quiet` and `--rule` leave out.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ReportedDocument } from '../../server/src/cli/check/reported.ts';
import { startHere } from '../../server/src/cli/check/startHere.ts';
import type { ShownFinding } from '../../server/src/core/engine/shownFinding.ts';
import type { Severity } from '../../server/src/core/rules/severity.ts';
import { folderOf } from '../workspace/folder.ts';
import { tickmark } from './inOneProcess.ts';

/** Two documents with errors and warnings, the graver ones last, and a criterion out of scope, which editors fade. */
const program = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
rules: {preset: start, documents/placeholder: warning}
=== controls/access.md
---
id: AC-01
status: implemented
satisfies: [CC6.1, A1.2]
---
Call [TBD] first.
=== controls/logs.md
---
id: LG-01
status: implemented
satisfies: [CC9.9, CC7.2, CC8.8]
---
Call [TBD] first.
`;

const run = (t: TestContext, ...args: readonly string[]) =>
  tickmark(folderOf(t, program), 'check', '--as-of', '2026-06-30', ...args);

describe('check', () => {
  it('lists the gravest findings first, then how many each rule has, where to start, and the sum', async t => {
    const { stdout } = await run(t);
    assert.deepEqual(
      stdout.match(
        /^\S+:\d+:\d+: .*|^Findings by rule|^Start here|^ {2}(?:error|warning|hint) .*|^ {2}\d.*|^\d.*/gm,
      ),
      [
        'controls/logs.md:4:13: error criteria/unknown',
        'controls/logs.md:4:27: error criteria/unknown',
        'controls/access.md:6:6: warning documents/placeholder',
        'controls/logs.md:6:6: warning documents/placeholder',
        'Findings by rule',
        '  error    criteria/unknown       2',
        '  warning  documents/placeholder  2 in 2 documents',
        '  hint     criteria/out-of-scope  1',
        'Start here',
        'controls/logs.md:4:13: error criteria/unknown',
        '3 documents: 2 errors, 2 warnings, 1 hint; 1 faded finding not shown (--format json lists it)',
      ],
    );
    assert.match(stdout, /All 2 errors are of this rule\./);
  });

  it('lists with --quiet only what decides the exit code, and says how much it does not list', async t => {
    const { stdout, code } = await run(t, '--quiet', '--fail-on', 'error');
    assert.deepEqual(stdout.match(/^\S+:\d+:\d+: \w+/gm), [
      'controls/logs.md:4:13: error',
      'controls/logs.md:4:27: error',
    ]);
    assert.match(stdout, /\n3 documents: 2 errors, 2 warnings, 1 hint; 3 not listed \(--quiet\)\n$/);
    assert.doesNotMatch(stdout, /Findings by rule|Start here/);
    assert.equal(code, 1);
  });

  it('reports with --rule the findings of that rule, and says how many others there are', async t => {
    const { stdout, code } = await run(t, '--rule', 'documents/placeholder', '--fail-on', 'error');
    assert.match(stdout, /\n3 documents: 2 warnings; 3 findings of other rules left out \(--rule\)\n$/);
    assert.doesNotMatch(stdout, /criteria\/unknown/);
    assert.equal(code, 0);
  });
});

describe('the finding to start with', () => {
  const found = (rule: string, severity: Severity): ShownFinding => ({
    ...{
      rule,
      severity,
      message: '',
      path: 'a.md',
      range: { start: 0, end: 0 },
      related: [],
      tag: undefined,
    },
    ...{ messageKey: 'default', args: {}, fingerprint: '' },
  });
  const start = (...findings: readonly ShownFinding[]) => {
    const part = { omitted: [], quieted: [] };
    const document: Omit<ReportedDocument, 'program'> = {
      path: 'a.md',
      findings: { listed: findings, ...part },
      seen: { listed: findings, ...part },
      suppressed: { listed: [], ...part },
    };
    // No part of its program is asked for.
    const { finding, why } = startHere([document as ReportedDocument], () => true) ?? {};
    return finding && `${finding.severity} ${finding.rule}: ${why}`;
  };

  it('is a credential before anything else', () =>
    assert.equal(
      start(found('criteria/unknown', 'error'), found('secrets/token', 'warning')),
      'warning secrets/token: Everybody who can read the repository can use a credential in it until it is revoked.',
    ));

  it('is what other findings follow from before them', () => {
    assert.match(
      start(found('criteria/unknown', 'error'), found('scope/dates', 'warning')) ?? '',
      /^warning scope\/dates: The scope decides /,
    );
    assert.match(
      start(
        found('scope/dates', 'warning'),
        found('scope/soc3-type', 'error'),
        found('documents/syntax', 'error'),
      ) ?? '',
      /^error documents\/syntax: Tickmark cannot read /,
    );
    assert.match(
      start(found('scope/dates', 'warning'), found('scope/soc3-type', 'error')) ?? '',
      /^error scope\/soc3-type: /,
    );
  });

  it('is else of the gravest ones the first of the rule that has the most', () => {
    const missing = found('coverage/missing', 'warning');
    const unmapped = found('controls/unmapped', 'warning');
    const unknown = found('criteria/unknown', 'error');
    assert.equal(
      start(missing, unmapped, missing),
      'warning coverage/missing: 2 warnings of 3 are of this rule, more than of any other.',
    );
    assert.equal(start(missing, missing, unknown), 'error criteria/unknown: It is the only error.');
    assert.equal(start(missing, unmapped), 'warning coverage/missing: It is the first of 2 warnings.');
    assert.equal(start(missing, missing), 'warning coverage/missing: All 2 warnings are of this rule.');
  });

  it('is none where there is no choice', () =>
    assert.equal(start(found('coverage/missing', 'warning')), undefined));
});
