// A report that covers some of the systems: controls of others are none of its own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

function standing(reports: string, systems: string): string[] {
  const { program } = engineOf(
    readExample(`
      === tickmark.yaml
      reports: ${reports}
      scope: {categories: [security]}
      systems: [{id: app, name: The App}, {id: shop, name: Web Shop}]
      === controls/a.yaml
      {id: A-1, status: implemented, satisfies: [CC6.1], systems: ${systems}}
    `),
  );
  return program.reports.map(report => {
    const { state, reason } = program.coverage.of(report, 'CC6.1');
    const [record] = program.coverage.covering(report, 'CC6.1');
    return `${report.id} ${state}: ${reason} ${record?.aside ?? ''}`.trim();
  });
}

const ofApp = '[{id: a, systems: [app]}]';

describe('a control that operates on', () => {
  it('a system of the report counts, by its id or its name', () => {
    for (const systems of ['[app]', 'App', '[shop, app]', 'The app']) {
      assert.deepEqual(standing(ofApp, systems), ['a implemented: A-1 is in place.'], systems);
    }
  });

  it('other systems only does not', () => {
    for (const systems of ['[shop]', 'Web shop'])
      assert.deepEqual(standing(ofApp, systems), [
        'a missing: No active control maps to it (1 for other systems), and no document addresses it. elsewhere',
      ]);
  });

  it('nothing that the manifest names, or on nothing said, counts: unknown is not wrong', () => {
    assert.deepEqual(standing(ofApp, '[okta, shop]'), ['a implemented: A-1 is in place.']);
    assert.deepEqual(standing(ofApp, '[]'), ['a implemented: A-1 is in place.']);
    assert.deepEqual(standing('[{id: a, systems: [none of them]}]', '[shop]'), [
      'a implemented: A-1 is in place.',
    ]);
  });

  it('the system of one of two reports counts for that', () => {
    const reports = '[{id: a, systems: [app]}, {id: b, systems: [shop]}, {id: c}]';
    assert.deepEqual(
      standing(reports, '[shop]').map(line => line.split(':')[0]),
      ['a missing', 'b implemented', 'c implemented'],
    );
  });
});
