import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { whatNextPage } from '../../../server/src/core/pages/whatNextPage.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const manifest = `
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
    scope: {categories: [security]}`;

/** The page of a program, with its buttons in brackets. */
function pageOf(documents = ''): string {
  const { program } = engineOf(readExample(`${manifest}${documents}\n  `));
  return markdownOf(whatNextPage(program), target =>
    'action' in target ? `do:${target.action}` : undefined,
  );
}

const stepsIn = (page: string): string[] => page.match(/^## .*|(?<=\]\()do:\w+/gm) ?? [];

test('an empty program begins with a control', () => {
  const page = pageOf();
  assert.deepEqual(stepsIn(page), [
    '## Step 1: Write your first control',
    'do:newControl',
    '## Step 2: Write your first policy',
    'do:newPolicy',
    '## Step 3: See what is covered, and what is missing',
    'do:showCoverage',
  ]);
  assert.match(page, /It holds no controls or policies yet\./);
  assert.match(page, /addresses 0 of 33 criteria in scope/);
});

test('a program with policies begins with what they address', () => {
  const page = pageOf(`
    === policies/access.md
    # Access control
    === policies/backup.md
    # Backup
    === procedures/restore.md
    # Restore
    === templates/policy.md
    # Policy
    See CC6.1 of SOC 2.`);
  assert.deepEqual(stepsIn(page).slice(0, 3), [
    '## Step 1: Say which criteria your documents address',
    'do:proposeCriteria',
    '## Step 2: Write your first control',
  ]);
  assert.match(page, /It holds 2 policies, 1 procedure\./);
  assert.match(page, /3 documents cite no criterion yet\./);
});

test('what is left to be mapped is counted, once something is', () => {
  const page = pageOf(`
    === policies/access.md
    # Access control
    It serves CC6.1 of SOC 2.
    === policies/backup.md
    # Backup
    === procedures/restore.md
    # Restore`);
  assert.match(page, /## Step 1: Say which[^\n]*\n\n2 of 3 documents still cite none\./);
});

test('once there is a control, its evidence comes next', () => {
  const page = pageOf(`
    === controls/gate.yaml
    {id: A-1, title: Gate, status: implemented, satisfies: [CC6.4]}`);
  assert.deepEqual(stepsIn(page).slice(0, 4), [
    '## Step 1: Keep the first evidence of a control',
    'do:newEvidence',
    '## Step 2: Write your first policy',
    'do:newPolicy',
  ]);
});

test('what has been done is marked as done', () => {
  const page = pageOf(`
    === policies/access.md
    # Access control
    It serves CC6.1 of SOC 2.
    === controls/gate.yaml
    {id: A-1, title: Gate, status: implemented, satisfies: [CC6.4]}
    === evidence/gate.yaml
    {id: E-1, title: Photo of the gate, controls: [A-1], collected: 2026-05-01}`);
  assert.deepEqual(
    stepsIn(page).filter(step => step.startsWith('#')),
    [
      '## ✓ Step 1: Say which criteria your documents address',
      '## ✓ Step 2: Write more controls',
      '## Step 3: See what is covered, and what is missing',
    ],
  );
  assert.match(page, /addresses 2 of 33 criteria in scope/);
});
