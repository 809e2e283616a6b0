import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const rest = [
  '=== objectives.yaml',
  'name: ICFR',
  'criteria: [{id: CO-1, title: Payments are approved}]',
  '=== controls/CO.yaml',
  '- {id: PAY-1, satisfies: [CO-1], statement: The head of payroll approves each payment run every month.}',
  '',
].join('\n');

/** What a program with this manifest is found to be: its findings and what its report is measured against. */
function readingOf(manifest: string) {
  const engine = engineOf(readExample(`=== tickmark.yaml\n${manifest}${rest}`));
  const { program } = engine;
  const manifestFacts = program.manifest?.shape;
  return {
    organization: manifestFacts?.organization,
    catalogs: manifestFacts?.catalogs.map(({ file }) => file.text),
    measured: manifestFacts?.reports.map(report => report.catalogs?.names.map(({ text }) => text)),
    excluded: manifestFacts?.exclusions.map(({ catalog }) => catalog),
    findings: [...engine.allFindings()].map(({ rule }) => rule),
  };
}

describe('the manifest', () => {
  it('takes the British spelling of its keys, and says nothing about it', () => {
    const american = [
      'organization: Lohnwerk',
      'reports: [{id: soc1, kind: soc1, type: 1, asOf: 2026-06-30, catalogs: [ICFR]}]',
      'catalogs: [objectives.yaml]',
      'scope: {exclude: [{criterion: CO-1, catalog: ICFR, reason: Payments are made by the customer itself}]}',
      '',
    ].join('\n');
    const british = american.replace('organization', 'organisation').replaceAll('catalog', 'catalogue');
    assert.notEqual(british, american);
    assert.deepEqual(readingOf(british), readingOf(american));
    assert.deepEqual(readingOf(british).catalogs, ['objectives.yaml']);
  });
});
