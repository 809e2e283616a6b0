// A program that is measured against catalogs of its own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportWords } from '../../../server/src/core/program/reportWords.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, findingsOf } from '../../fixture.ts';

/** What a program has for each criterion in the scope of each report: `report: key state`. */
function standings(fixture: string): string[] {
  const { program } = engineOf(readExample(fixture));
  return program.reports.flatMap(report =>
    [...report.criteria].map(key => {
      const { state, marks } = program.coverage.stateOf(report, key);
      return `${report.id}: ${key} ${marks[0] ?? state}`;
    }),
  );
}

const objectives = `
  === objectives.yaml
  name: ICFR
  title: Control objectives
  categories:
    - {id: payroll, title: Payroll}
    - {id: general, title: General controls, common: true}
    - {id: tax, title: Tax}
  groups:
    - {id: PAY, category: payroll}
    - {id: IT, category: general}
    - {id: TAX, category: tax}
  criteria:
    - {id: CO-1, title: Payments are authorized, group: PAY}
    - {id: CO-2, title: Changes are tested, group: IT}
    - {id: CO-3, title: Tax is computed, group: TAX}
  === controls/all.yaml
  - {id: PAY-01, status: implemented, satisfies: {ICFR: [CO-1], TSC: [CC8.1]}}
  - {id: PAY-02, status: designed, satisfies: {icfr: [co-2]}}
`;
const manifest = (...lines: readonly string[]) =>
  `\n  === tickmark.yaml\n${lines.map(line => `  ${line}\n`).join('')}  catalogs: [objectives.yaml]${objectives}`;

describe('a SOC 1 report', () => {
  it('is measured against the catalogs of the organization, and against no TSC', () => {
    assert.deepEqual(standings(manifest('report: {id: s, kind: soc1}')), [
      's: ICFR CO-1 implemented',
      's: ICFR CO-2 designed',
      's: ICFR CO-3 missing',
    ]);
    assert.deepEqual(standings(manifest('report: {id: s, kind: soc1, catalogs: [TSC, ICFR]}')), [
      's: ICFR CO-1 implemented',
      's: ICFR CO-2 designed',
      's: ICFR CO-3 missing',
    ]);
  });

  it('has the categories that it names, and what is common', () => {
    assert.deepEqual(standings(manifest('report: {id: s, kind: soc1, categories: [payroll]}')), [
      's: ICFR CO-1 implemented',
      's: ICFR CO-2 designed',
    ]);
  });

  it('has all of its catalog where the categories named are those of the TSC', () => {
    const names = standings(manifest('report: {id: s, kind: soc1}', 'scope: {categories: [security]}'));
    assert.equal(names.length, 3);
  });

  it('can leave criteria out', () => {
    const lines = standings(
      manifest('report: {id: s, kind: soc1}', 'scope:', '  exclude: [{criterion: co-1, reason: None.}, TAX]'),
    );
    assert.deepEqual(lines, ['s: ICFR CO-1 excluded', 's: ICFR CO-2 designed', 's: ICFR CO-3 excluded']);
  });
});

describe('a report', () => {
  it('of SOC 2 is measured against the TSC alone, where it names nothing else', () => {
    const { program } = engineOf(readExample(manifest('report: {id: s, kind: soc2}')));
    assert.deepEqual([program.report.catalogs, program.report.criteria.size], [['TSC'], 33]);
  });

  it('can be measured against several at once', () => {
    const { program } = engineOf(
      readExample(manifest('report: {id: s, kind: soc2, type: 1, catalogs: [ICFR, TSC]}')),
    );
    const { report, catalogs } = program;
    assert.equal(report.criteria.size, 36);
    assert.equal(reportWords(report, catalogs, 'long'), 'SOC 2 Type I (s): Security, plus ICFR');
  });

  it('is asked after together with others from the same controls', () => {
    const { program } = engineOf(
      readExample(manifest('reports:', '  - {id: one, kind: soc1}', '  - {id: two, kind: soc2}')),
    );
    assert.equal(program.report.id, 'one');
    const [one, two] = program.reports;
    assert.ok(one && two);
    assert.equal(program.coverage.of(one, 'ICFR CO-1').reason, 'PAY-01 is in place.');
    assert.equal(program.coverage.of(two, 'CC8.1').reason, 'PAY-01 is in place.');
  });
});

describe('the wording of a license', () => {
  const licensed = `
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
    catalogs: [wording.yaml]
    === wording.yaml
    name: Licensed
    over: TSC
    criteria:
      - {id: CC6.1, title: The official title, description: The official sentence.}
    === controls/a.yaml
    {id: A-1, status: implemented, satisfies: [CC6.1]}
  `;

  it('is laid over the built-in ids', () => {
    const { program } = engineOf(readExample(licensed));
    assert.equal(program.catalog.criterion('CC6.1')?.title, 'The official title');
    assert.equal(program.catalog.criterion('CC6.2')?.title === '', false);
    assert.deepEqual(program.report.catalogs, ['TSC']);
    assert.equal(program.coverage.stateOf(program.report, 'CC6.1').state, 'implemented');
  });
});

describe('what is not in scope', () => {
  it('is not nagged about', () => {
    const found = findingsOf(
      manifest(
        'report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}',
        'scope:',
        '  categories: [security]',
      ),
    );
    assert.equal(found.filter(line => line.includes('ICFR') || line.includes('CO-')).length, 0);
  });
});

describe('an id of a catalog of one’s own in a bare list', () => {
  const bare = `
    === tickmark.yaml
    report: {id: s, kind: soc1, type: 1, asOf: 2026-06-30}
    catalogs: [objectives.yaml]
    === objectives.yaml
    name: ICFR
    criteria: [{id: CO-1, title: Payments are authorized}, {id: OBJ1, title: Changes are tested}]
    === controls/a.yaml
    {id: A-1, owner: o, frequency: daily, status: implemented, satisfies: [CO-1, AC-7]}
  `;

  it('counts where its form tells that it is none of the TSC', () => {
    assert.deepEqual(standings(bare), ['s: ICFR CO-1 implemented', 's: ICFR OBJ1 missing']);
  });

  it('is unknown to the TSC otherwise, and the finding says where it belongs', () => {
    const engine = engineOf(readExample(bare.replace('AC-7', 'OBJ1')));
    const [finding] = engine.findings('controls/a.yaml');
    assert.equal(finding?.rule, 'criteria/unknown');
    assert.equal(
      finding && engine.hint(finding),
      'The catalog ICFR has this id: write `satisfies: {ICFR: [OBJ1]}`.',
    );
  });
});
