import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownWords } from '../../../server/src/core/pages/coverageWords.ts';
import { coverageThrough } from '../../../server/src/core/program/through.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

/** Each criterion of a catalog as it looks through the mappings: `id state (in part): stand-ins`. */
function looks(name: string, pairs: string, more = ''): string[] {
  const { program } = engineOf(
    readExample(`
      === tickmark.yaml
      report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
      scope: {exclude: [CC9.2]}
      catalogs: [other.yaml]
      mappings: [mapping.yaml]
      === other.yaml
      name: Other
      groups: [{id: G}]
      criteria: [{id: A, group: G}, {id: B, group: G}, {id: C}]
      === mapping.yaml
      from: TSC
      to: Other
      pairs: ${pairs}
      === controls/all.yaml
      - {id: X-1, status: implemented, satisfies: [CC6.1, CC6.2, CC9.2]}
      - {id: X-2, status: designed, satisfies: [CC8.1]}
      ${more}
    `),
  );
  const catalog = program.catalogs.named(name);
  assert.ok(catalog);
  return coverageThrough(program, program.report, catalog)
    .filter(({ own, standIns }) => standIns.length > 0 || own.state !== 'missing')
    .map(({ criterion, coverage, inPart, standIns }) => {
      const words = standIns.map(one => `${one.id} ${one.relationship} ${shownWords(one)}`).join(', ');
      return `${criterion.id} ${shownWords(coverage)}${inPart ? ` (${inPart} in part)` : ''}: ${words}`;
    });
}

describe('coverage through mappings', () => {
  it('is that of what asks for the same, or for more', () => {
    assert.deepEqual(
      looks(
        'Other',
        '[{from: CC6.1, to: A, relationship: equal}, {from: CC8.1, to: B, relationship: superset}]',
      ),
      ['A implemented: CC6.1 equal implemented', 'B designed: CC8.1 superset designed'],
    );
  });

  it('is in part where what stands for it asks for less, or for other things', () => {
    assert.deepEqual(
      looks(
        'Other',
        '[{from: CC6.1, to: A, relationship: subset}, {from: CC6.1, to: B, relationship: intersects}]',
      ),
      [
        'A missing (implemented in part): CC6.1 subset implemented',
        'B missing (implemented in part): CC6.1 intersects implemented',
      ],
    );
  });

  it('is no less than its own, and the furthest of several', () => {
    assert.deepEqual(
      looks(
        'Other',
        '[{from: CC8.1, to: A, relationship: equal}, {from: CC6.1, to: A, relationship: equal}, {from: CC8.1, to: C, relationship: equal}]',
        '- {id: X-3, status: implemented, satisfies: {Other: [C]}}',
      ),
      ['A implemented: CC6.1 equal implemented, CC8.1 equal designed', 'C implemented: CC8.1 equal designed'],
    );
  });

  it('of a group stands for each of its members, and a group stands where its last member does', () => {
    assert.deepEqual(looks('Other', '[{from: CC6.1, to: G, relationship: superset}]'), [
      'A implemented: CC6.1 superset implemented',
      'B implemented: CC6.1 superset implemented',
    ]);
    assert.deepEqual(looks('Other', '[{from: CC6, to: A, relationship: superset}]'), [
      'A missing: CC6 superset missing',
    ]);
  });

  it('can be looked at from the other side', () => {
    const lines = looks(
      'TSC',
      '[{from: CC7.1, to: C, relationship: superset}, {from: CC7.2, to: C, relationship: subset}]',
      '- {id: X-3, status: implemented, satisfies: {Other: [C]}}',
    );
    assert.deepEqual(
      lines.filter(line => line.startsWith('CC7')),
      [
        'CC7.1 missing (implemented in part): C subset implemented',
        'CC7.2 implemented: C superset implemented',
      ],
    );
  });

  it('has the marks of what brings it where it is', () => {
    const vendor = `=== vendors/aws.yaml
      - {id: VN-1, title: AWS, subservice: carve-out, csocs: [{text: Guards the doors, satisfies: {TSC: [CC6.1]}}], monitoredBy: [X-1]}`;
    const pairs = '[{from: CC6.1, to: A, relationship: equal}, {from: CC6.1, to: B, relationship: equal}]';
    const own = '- {id: X-3, status: implemented, satisfies: {Other: [B]}}';
    assert.deepEqual(looks('Other', pairs, `${own}\n      ${vendor}`), [
      'A relies on AWS (CSOC): CC6.1 equal relies on AWS (CSOC)',
      'B implemented: CC6.1 equal relies on AWS (CSOC)',
    ]);
  });

  it('is not lent by what is excluded', () => {
    assert.deepEqual(looks('Other', '[{from: CC9.2, to: A, relationship: equal}]'), [
      'A missing: CC9.2 equal missing',
    ]);
  });
});
