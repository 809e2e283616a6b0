// What is said beside a state: the vendor that a criterion relies on, days without a control, and deviations.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownWords, viewSentence, whyWords } from '../../../server/src/core/pages/coverageWords.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const typeTwo = '{id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}';
const typeOne = '{id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}';

function programOf(report: string, ...files: readonly string[]) {
  return engineOf(readExample(['', '=== tickmark.yaml', `report: ${report}`, ...files, ''].join('\n')))
    .program;
}

/** A criterion as the faces show it, and why. */
function told(report: string, ...files: readonly string[]): string {
  const program = programOf(report, ...files);
  const coverage = program.coverage.of(program.report, 'CC6.4');
  return `${shownWords(coverage)}: ${whyWords(coverage)}`;
}

const monitoring = `=== controls/all.yaml
- {id: TP-02, satisfies: [CC6.4], status: implemented, implementedOn: 2025-01-01}`;
const vendor = (method: string, satisfies = 'CC6.4') => `=== vendors/aws.yaml
- id: VN-01
  title: AWS
  subservice: ${method}
  csocs: [{text: Guards the doors, satisfies: {TSC: [${satisfies}]}}]
  monitoredBy: [TP-02]`;

describe('a criterion that a vendor carries', () => {
  it('relies on the vendor, where it is carved out and our control only monitors it', () => {
    assert.equal(
      told(typeTwo, monitoring, vendor('carve-out')),
      'relies on AWS (CSOC): TP-02 is in place. AWS carries it out, and your controls only monitor that.',
    );
  });

  it('is implemented where a control of ours serves it besides', () => {
    const own = `${monitoring}\n- {id: AC-01, satisfies: [CC6.4], status: implemented, implementedOn: 2025-01-01}`;
    assert.equal(told(typeTwo, own, vendor('carve-out')), 'implemented: TP-02 and AC-01 are in place.');
  });

  it('is implemented where the vendor is not carved out, or nothing is assumed at it for the criterion', () => {
    for (const other of [vendor('inclusive'), vendor('none'), vendor('carve-out', 'CC6.5')])
      assert.equal(told(typeTwo, monitoring, other), 'implemented: TP-02 is in place.');
  });

  it('stays where it is without a control that is in place', () => {
    const waiting = monitoring.replace('status: implemented, implementedOn: 2025-01-01', 'status: designed');
    assert.match(told(typeTwo, waiting, vendor('carve-out')), /^designed: /);
    assert.match(told(typeTwo, vendor('carve-out')), /^missing: /);
  });
});

const control = (dates: string) =>
  `=== controls/all.yaml\n- {id: AC-01, satisfies: [CC6.4], status: implemented, ${dates}}`;

describe('a criterion of a Type II', () => {
  it('is not served throughout the period, where its controls leave days of it out', () => {
    assert.equal(
      told(typeTwo, control('implementedOn: 2026-03-16')),
      'implemented, not throughout the period: AC-01 is in place. No control served it from 2026-01-01 to 2026-03-15.',
    );
  });

  it('is served where that cannot be told, and by a Type I on its day', () => {
    assert.equal(told(typeTwo, control('title: No date')), 'implemented: AC-01 is in place.');
    assert.equal(told(typeOne, control('implementedOn: 2026-03-16')), 'implemented: AC-01 is in place.');
  });

  it('says the day that it is counted on', () => {
    const sentence = (report: string) => {
      const program = programOf(report);
      return viewSentence(program, program.report);
    };
    assert.match(
      sentence(typeTwo),
      /^Management's view as of \d{4}-\d\d-\d\d, not an auditor's conclusion\.$/,
    );
    assert.equal(sentence(typeOne), "Management's view, not an auditor's conclusion.");
  });
});

describe('a deviation', () => {
  const two = `${control('implementedOn: 2025-01-01')}
- {id: AC-02, satisfies: [CC6.4], status: implemented, implementedOn: 2025-01-01}`;
  const deviation = (more: string) => `=== registers/deviations.yaml
- {id: DV-01, kind: deviation, control: AC-01${more}}`;

  it('is marked on each criterion that its control serves, and changes no state', () => {
    assert.equal(
      told(typeTwo, two, deviation('')),
      'implemented, with a deviation: AC-01 and AC-02 are in place. To be evaluated: DV-01, on 1 of 2 controls (AC-01).',
    );
  });

  it('stays in its period', () => {
    assert.match(told(typeTwo, two, deviation(', window: 2026-Q1')), /^implemented, with a deviation/);
    assert.equal(
      told(typeTwo, two, deviation(', window: 2025-Q4')),
      'implemented: AC-01 and AC-02 are in place.',
    );
  });

  it('stays in its period by the fiscal year of the manifest, and belongs to it where that is not known', () => {
    const fiscal = `${typeTwo}\nfiscalYearBegins: April`;
    assert.match(told(fiscal, two, deviation(', window: FY2026-Q4')), /^implemented, with a deviation/);
    assert.match(told(fiscal, two, deviation(', window: FY2026-Q3')), /^implemented: /);
    assert.match(told(typeTwo, two, deviation(', window: FY2025-Q3')), /^implemented, with a deviation/);
  });

  it('is none of a Type I, which says nothing about operation', () => {
    assert.equal(told(typeOne, two, deviation('')), 'implemented: AC-01 and AC-02 are in place.');
  });
});
