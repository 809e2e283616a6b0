import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ladderOf } from '../../fixture.ts';

const manifest = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
`;

/** What a policy with this body makes of CC6.4. */
function stateIn(body: string): string | undefined {
  const [line] = ladderOf(`${manifest}=== policies/a.md\n# A\n\n${body}\n`, 'CC6.4');
  return /^CC6.4 (\w+)/.exec(line ?? '')?.[1];
}

const denials: readonly string[] = [
  'CC6.4 is out of scope.',
  'CC6.3 is covered, and CC6.4 and CC6.5 are not applicable.',
  'CC6.4 (physical access) is outside our scope.',
  'CC6.4 does not apply.',
  '> CC6.4 is\n> out of scope.',
  'CC6.4 is\r\nnot yet implemented.',
  'This policy does not cover CC6.4.',
  'See also CC6.4.',
  'Access follows CC6.1 (see also CC6.4 and CC6.5).',
  'It serves CC6.1 but not CC6.4.',
  'It serves CC6.1 to CC6.3, except for CC6.4.',
  'Out of scope: CC6.5, CC6.4.',
  '**Not applicable:** CC6.4',
  'Apart from CC6.4, the policy covers all criteria.',
  'The implementation of CC6.4 is planned.',
  'Controls for CC6.4 are not yet implemented.',
  'Note that CC6.4 is out of scope.',
  'Because of our size the criterion CC6.4 is not applicable.',
  '~~CC6.4~~',
  '~~Doors are locked (CC6.4) and checked.~~',
  'Doors <del>(CC6.4)</del>',
  '- ~~CC6.4: doors~~\n- CC6.5: disks',
  '- CC6.4: not implemented',
  '- CC6.4 Physical access — N/A',
  '* CC6.4 (planned)',
  '1. CC6.4 = out of scope',
  'The following criteria are out of scope:\n\n- CC6.4\n- CC6.5',
  '## Out of scope\n\nCC6.4',
  'Out of scope\n---\n\n- CC6.4',
  '## See also\r\n\r\n- CC6.4\r\n',
  '### CC6.4 Physical access\n\nNot applicable: we have no offices.',
  'CC6.4 Physical access\n---\n\n**Status:** Planned',
  '| TSC | Status |\n| --- | --- |\n| CC6.4 | Not implemented |',
  '| TSC | Status |\n| --- | --- |\n| CC6.4 | Planned |',
  '| TSC | Status |\r\n| --- | --- |\r\n| CC6.4 | N/A |\r\n',
  '> | TSC | Status |\n> | --- | --- |\n> | CC6.4 | Gap |',
  '| Status | Criteria |\n| --- | --- |\n| **Planned** (Q3) | CC6.3, CC6.4 |',
  '| TSC | In scope? |\n| --- | --- |\n| CC6.4 | No |',
  '| TSC | In scope? |\n| --- | --- |\n| CC6.4 | _No_ |',
  '| TSC | Status |\n| --- | --- |\n| CC6.4 | To  do |',
  '| TSC | Implemented |\n| --- | --- |\n| CC6.4 | ❌ |',
  '| TSC | Remark |\n| --- | --- |\n| CC6.4 | Out of scope |',
  '| TSC | Status |\n| --- | --- |\n| ~~CC6.4~~ | Implemented |',
  '| Control | See also |\n| --- | --- |\n| Doors | CC6.4 |',
];

const others: readonly string[] = [
  'As CC6.4 asks, doors are locked.',
  'CC6.4 is not out of scope.',
  'If CC6.4 is not applicable, the owner says why.',
  'See CC6.4.',
  'It serves not only CC6.4.',
  'Systems that are out of scope need no lock. CC6.4 asks for the others.',
  'Everything but CC6.1 is out of scope here.\n\nDoors: CC6.4',
  'CC6.4 asks for locks ~~and guards~~.',
  '~~Guards~~ are gone. CC6.4 asks for locks.',
  '## Out of scope\n\nOld doors.\n\n## In scope\n\nCC6.4',
  '### CC6.4 Physical access\n\nPlanned visits are announced.',
  'CC6.4 is out of scope for the annex.\n\nThe office follows CC6.4.',
  '| TSC | Status |\n| --- | --- |\n| CC6.4 | Implemented |\n| CC6.5 | Planned |',
  '| TSC | Status |\n| --- | --- |\n| CC6.4 | Gap closed |',
  '| TSC | Exceptions |\n| --- | --- |\n| CC6.4 | None |',
  '| TSC | Notes |\n| --- | --- |\n| CC6.4 | N/A |',
  '| TSC | Status |\n| --- | --- |\n| CC6.4 | No exceptions |',
  '- CC6.4: locks\n- Planned: guards',
  'The next review of CC6.4 is planned for March 2027.',
  'Testing of CC6.4 is planned.',
  'Testing CC6.4 is planned.',
  'Testing of the controls for CC6.4 is planned.',
  'The audit of controls CC6.3 and CC6.4 is planned.',
  'The test that covers CC6.4 is planned.',
  'Exceptions to CC6.4 are not in scope of the annual test.',
  '- Next review of CC6.4: planned',
  'Apart from CC6.4, this policy also addresses CC6.2.',
  'Other than CC6.4, it covers CC6.5 too. It is reviewed.',
];

describe('a mention that denies', () => {
  for (const body of denials) it(JSON.stringify(body), () => assert.equal(stateIn(body), 'missing'));

  it('is told from one that does not', () => {
    for (const body of others) assert.equal(stateIn(body), 'documented', body);
  });

  it('is told in the reason', () => {
    const policy = '=== policies/a.md\n# Physical security\n\nCC6.4 is out of scope.\n';
    assert.deepEqual(ladderOf(`${manifest}${policy}`, 'CC6.4'), [
      'CC6.4 missing: The only document that mentions it, Physical security, says that it is not addressed.',
    ]);
    assert.deepEqual(ladderOf(`${manifest}${policy}${policy.replace('/a.', '/b.')}`, 'CC6.4'), [
      'CC6.4 missing: Only Physical security (says that it is not addressed) and Physical security (says that it is not addressed) cite it, and none of them counts.',
    ]);
  });

  it('is one in the values of records too', () => {
    const control = (value: string) =>
      `${manifest}=== controls/all.yaml\n- {id: A, satisfies: [CC6.1], status: implemented}\n- id: B\n  satisfies: {TSC: [CC8.1]}\n  statement: ${value}\n`;
    assert.match(
      ladderOf(control('Doors, but CC6.4 is not implemented.'), 'CC6.4')[0] ?? '',
      /^CC6.4 missing/,
    );
    assert.match(ladderOf(control('Doors, as CC6.4 asks.'), 'CC6.4')[0] ?? '', /^CC6.4 documented/);
  });

  it('takes nothing else from a value of ids', () => {
    const control = (value: string) =>
      `${manifest}=== controls/all.yaml\n- id: A\n  satisfies: {TSC: ["${value}"]}\n  status: implemented\n`;
    const states = (value: string) =>
      ladderOf(control(value), 'CC6.1', 'CC6.4').map(line => line.split(':')[0]);
    assert.deepEqual(states('CC6.1 but not CC6.4'), ['CC6.1 implemented', 'CC6.4 missing']);
    assert.deepEqual(states('CC6.1 (see also CC6.4)'), ['CC6.1 implemented', 'CC6.4 missing']);
    assert.deepEqual(states('CC6.1, CC6.4'), ['CC6.1 implemented', 'CC6.4 implemented']);
    assert.deepEqual(states('CC6.1 - planned changes, CC6.4'), ['CC6.1 implemented', 'CC6.4 implemented']);
  });
});
