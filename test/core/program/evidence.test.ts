import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { reasonOf } from '../../../server/src/core/time/reasons.ts';
import { engineOf, roleIn } from '../../fixture.ts';

const year = '{start: 2026-01-01, end: 2026-12-31}';
const typeII = `
=== tickmark.yaml
tickmark: 1
report: {id: soc2, kind: soc2, type: 2, period: ${year}}
`;

/** A program as it stands on a day. */
function programOn(today: string, fixture: string) {
  const engine = engineOf(readExample(fixture));
  engine.setToday(today);
  return engine.program;
}

/** Where a criterion stands on a day: its state, its marks, and why. */
function standing(today: string, fixture: string, criterion = 'CC6.2'): string {
  const program = programOn(today, fixture);
  const { state, marks, reason } = program.coverage.of(program.report, criterion);
  return `${[state, ...marks].join(' ')}: ${reason}`;
}

/** The windows of the controls of an id on a day, as `name state`. */
function windows(today: string, fixture: string, id = 'AC-04'): readonly string[] {
  const program = programOn(today, fixture);
  return [...program.defining(id)].flatMap(control =>
    (program.evidence.windows(program.report, control)?.windows ?? []).map(
      ({ name, state }) => `${name} ${state}`,
    ),
  );
}

const control = (rest: string, id = 'AC-04') =>
  `=== controls/${id}.yaml\n{id: ${id}, satisfies: [CC6.2], status: implemented, ${rest}}\n`;
const evidence = (...records: readonly string[]) =>
  `=== evidence/all.yaml\n${records.map((rest, i) => `- {id: E${i + 1}, ${rest}}\n`).join('')}`;
/** Evidence of another control: the program keeps evidence. */
const other = 'controls: [XX-01], performed: 2026-02-01';

describe('the windows of a control', () => {
  const quarters = ['2026-Q1 gap', '2026-Q2 due', '2026-Q3 upcoming', '2026-Q4 upcoming'];

  it('are those of what is implemented, whether or not it says since when', () => {
    assert.deepEqual(windows('2026-05-01', typeII + control('frequency: quarterly')), quarters);
  });

  it('are none of what is planned, or retired and nobody says since when', () => {
    for (const status of ['planned', 'designed', 'draft', 'retired']) {
      const fixture = `${typeII}=== controls/AC-04.yaml\n{id: AC-04, satisfies: [CC6.2], status: ${status}, frequency: quarterly}\n`;
      assert.deepEqual(windows('2026-05-01', fixture), [], status);
    }
  });

  it('are none over more than ten years: one of the dates is wrong', () => {
    const years = (end: string) =>
      windows(
        '2026-05-01',
        `=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: ${end}}}
${control('frequency: monthly')}`,
      );
    assert.equal(years('2035-12-31').length, 120);
    assert.deepEqual(years('2062-12-31'), []);
    assert.deepEqual(years('9999-12-31'), []);
  });

  it('take nothing of the day from which a control is no more, and a finding says so', () => {
    const dated = (performed: string) => {
      const fixture = `${typeII}${control('frequency: quarterly, retiredOn: 2026-03-18')}${evidence(`controls: [AC-04], performed: ${performed}`)}`;
      const engine = engineOf(readExample(fixture));
      engine.setToday('2026-05-01');
      const isTold = [...engine.allFindings()].some(({ rule }) => rule === 'evidence/control-inactive');
      return [...windows('2026-05-01', fixture), isTold ? 'told' : 'not told'];
    };
    assert.deepEqual(dated('2026-03-18'), ['2026-Q1 gap', 'told']);
    assert.deepEqual(dated('2026-03-17'), ['2026-Q1 complete', 'not told']);
  });

  it('are those of the present version where nobody says when it began', () => {
    const fixture =
      typeII + control('frequency: monthly, history: [{from: 2024-01-01, frequency: quarterly}]');
    assert.equal(windows('2026-05-01', fixture).length, 12);
    const program = programOn('2026-05-01', fixture);
    const [entry] = program.defining('AC-04');
    assert.ok(entry);
    assert.equal(program.evidence.windows(program.report, entry)?.isHistoryOpen, true);
  });

  it('are cut where a version ends', () => {
    const history = 'history: [{from: 2024-01-01, to: 2026-03-31, frequency: quarterly}]';
    const names = windows('2026-06-05', typeII + control(`frequency: monthly, ${history}`));
    assert.deepEqual(names.slice(0, 3), ['2026-Q1 gap', '2026-04 gap', '2026-05 due']);
  });

  it('are none of a Type II without a period, and of a Type I', () => {
    for (const report of ['{id: soc2, type: 2}', '{id: soc2, type: 1, asOf: 2026-06-30}']) {
      const fixture = `=== tickmark.yaml\nreport: ${report}\n${control('frequency: quarterly')}`;
      assert.deepEqual(windows('2026-05-01', fixture), []);
    }
  });

  it('follow the fiscal year and the grace time of the program, and the grace time of the control', () => {
    const settings = 'fiscalYearBegins: April\ngrace: {quarterly: 0}\n';
    assert.deepEqual(windows('2026-04-01', typeII + settings + control('frequency: quarterly')).slice(0, 2), [
      'FY2026-Q4 gap',
      'FY2027-Q1 due',
    ]);
    const own = windows('2026-04-01', typeII + settings + control('frequency: quarterly, grace: 5'));
    assert.equal(own[0], 'FY2026-Q4 due');
  });

  it('ask for what each of several frequencies asks for', () => {
    const fixture = typeII + control('frequency: [event-driven, annual]');
    assert.deepEqual(windows('2026-05-01', fixture), ['last annual due', 'population due']);
  });

  it('are those of the systems that the report covers, by any of their names', () => {
    const fixture = `
=== tickmark.yaml
systems: [{id: okta, name: Okta Workforce}, {id: aws}, {id: github}]
report: {id: soc2, type: 2, period: ${year}, systems: [okta, aws]}
${control('frequency: quarterly, systems: [Okta Workforce, aws, github]')}
${evidence('controls: [AC-04], performed: 2026-03-18, systems: [okta, aws]')}`;
    assert.equal(windows('2026-05-02', fixture)[0], '2026-Q1 complete');
  });

  it('are told of by the first that is due, where none has closed yet', () => {
    const fixture =
      typeII + control('frequency: annual') + control('frequency: semiannual', 'AC-05') + evidence(other);
    assert.equal(
      standing('2026-05-01', fixture),
      'implemented: AC-04 and AC-05 are in place; 2026-H1 of AC-05 is due on 2026-06-30, and 1 other control has nothing to show yet.',
    );
  });

  it('have reasons that name the day on which they ended', () => {
    const program = programOn('2026-05-01', typeII + control('frequency: quarterly'));
    const [entry] = program.defining('AC-04');
    const [first] = (entry && program.evidence.windows(program.report, entry)?.windows) ?? [];
    assert.equal(first && reasonOf(first, program.today), '2026-Q1 closed on 2026-03-31 without evidence.');
  });
});

describe('a criterion over a period', () => {
  const quarterly = typeII + control('frequency: quarterly');

  it('is evidenced once a window is closed, and none is a gap', () => {
    const filed = evidence('controls: [AC-04], window: 2026-Q1, performed: 2026-04-10');
    assert.equal(
      standing('2026-04-20', quarterly + filed),
      'evidenced: AC-04 is in place; 1 of 1 closed window has evidence.',
    );
    assert.equal(
      standing('2026-04-15', quarterly + filed),
      'implemented: AC-04 is in place; 2026-Q2 of AC-04 is due on 2026-06-30.',
    );
  });

  it('has a gap where a window closed without evidence', () => {
    assert.equal(
      standing('2026-04-20', quarterly + evidence('controls: [AC-04], performed: 2026-04-10')),
      'implemented gap: AC-04 is in place; 2026-Q1 closed on 2026-03-31 without evidence for AC-04.',
    );
  });

  it('has none where the program keeps its evidence elsewhere', () => {
    assert.equal(standing('2026-04-20', quarterly), 'implemented: AC-04 is in place.');
  });

  it('has nothing to show for what was not exercised', () => {
    const population = `controls: [AC-04], type: population, query: all, count: 0, covers: {from: 2026-01-01, to: 2026-12-31}, extractedOn: 2027-01-04`;
    assert.equal(
      standing('2027-01-05', typeII + control('frequency: event-driven') + evidence(population)),
      'implemented not-exercised: AC-04 is in place; it was not exercised in the period.',
    );
  });

  it('names what was not exercised beside what is evidenced', () => {
    const controls = `${control('frequency: quarterly')}${control('frequency: event-driven', 'AC-05')}`;
    const records = evidence(
      'controls: [AC-04], performed: 2026-02-10',
      'controls: [AC-04], window: 2026-Q2, performed: 2026-07-20',
      'controls: [AC-04], window: 2026-Q3, performed: 2026-10-20',
      'controls: [AC-04], performed: 2026-11-10',
      'controls: [AC-05], type: population, query: all, count: 0, covers: {from: 2026-01-01, to: 2026-12-31}, extractedOn: 2027-01-04',
    );
    assert.equal(
      standing('2027-01-20', typeII + controls + records),
      'evidenced late not-exercised: AC-04 and AC-05 are in place; 4 of 4 closed windows have evidence; 2 windows were performed late, the first of them 2026-Q2 of AC-04; AC-05 was not exercised.',
    );
  });

  it('asks for a control that was replaced as well', () => {
    const population = (id: string, from: string) =>
      `controls: [${id}], type: population, query: all, count: 3, covers: {from: ${from}, to: 2026-12-31}, extractedOn: 2027-01-04`;
    const controls = `=== controls/CM-01.yaml
{id: CM-01, satisfies: [CC8.1], status: retired, retiredOn: 2026-02-16, frequency: event-driven}
=== controls/CM-02.yaml
{id: CM-02, satisfies: [CC8.1], status: implemented, implementedOn: 2026-02-16, frequency: event-driven}
`;
    assert.equal(
      standing('2027-02-15', typeII + controls + evidence(population('CM-02', '2026-02-16')), 'CC8.1'),
      'implemented gap: CM-02 is in place (1 retired); the population closed on 2026-02-15 without evidence for CM-01.',
    );
  });

  it('is not evidenced where nothing was due', () => {
    assert.equal(
      standing(
        '2027-02-15',
        typeII + control('frequency: annual, implementedOn: 2026-09-01') + evidence(other),
      ),
      'implemented not-throughout: AC-04 is in place; nothing was due in the period.',
    );
  });

  it('is not evidenced by a control of which nobody knows how often it is performed', () => {
    assert.equal(
      standing('2026-05-02', typeII + control('frequency: every 2 months') + evidence(other)),
      'implemented: AC-04 is in place; no windows can be made from the frequency of AC-04.',
    );
  });

  it('keeps its state beside a deviation, and its gap beside a waiver', () => {
    const deviation = '=== deviations/D1.yaml\n{id: D1, control: AC-04, window: 2026-Q1, count: 1, of: 25}\n';
    const filed = evidence('controls: [AC-04], performed: 2026-03-18');
    assert.equal(
      standing('2026-05-02', quarterly + filed + deviation),
      'evidenced deviation: AC-04 is in place; 1 of 1 closed window has evidence.',
    );
    const waiver = '=== waivers/W1.yaml\n{id: W1, policy: access, reason: Move, expires: 2026-06-30}\n';
    assert.match(standing('2026-05-02', quarterly + evidence(other) + waiver), /^implemented gap: /);
  });

  it('tells of what was performed late', () => {
    const late = evidence('controls: [AC-04], window: 2026-Q1, performed: 2026-04-20');
    assert.equal(
      standing('2026-05-02', quarterly + late),
      'evidenced late: AC-04 is in place; 1 of 1 closed window has evidence; 2026-Q1 of AC-04 was performed late.',
    );
  });
});

describe('a record of evidence that is typed', () => {
  const controls = `=== controls/all.yaml
- {id: AC-01, satisfies: [CC6.1], status: implemented, frequency: quarterly}
- {id: AC-02, satisfies: [CC6.2, CC6.3], status: implemented, frequency: monthly}
- {id: AC-03, satisfies: [CC7.1], status: implemented, frequency: annual}
`;
  const first = '=== evidence/one.yaml\n{id: E1, controls: [AC-01], performed: 2026-02-01}\n';
  const second = '=== evidence/two.yaml\n{id: E2, controls: [AC-02], performed: 2026-02-01}\n';

  it('changes the windows of its controls, and their criteria, and nothing else', () => {
    const files = readExample(typeII + controls + first + second);
    const engine = engineOf(files, false);
    const { program } = engine;
    const states = () => [...program.report.criteria].map(id => program.coverage.of(program.report, id));
    states();
    const [counted, { keysTouched }] = [program.evidence.counted, engine.work];
    const role = roleIn(engine, files, 'evidence/two.yaml');
    assert.ok(role);
    engine.setText('evidence/two.yaml', '{id: E2, controls: [AC-02], performed: 2026-03-01}\n', role);
    assert.equal(program.coverage.of(program.report, 'CC6.2').marks.includes('gap'), true);
    states();
    assert.equal(program.evidence.counted - counted, 1);
    // The record itself, its control, two criteria, the folder of each, and the program as a whole.
    assert.ok(engine.work.keysTouched - keysTouched <= 9, String(engine.work.keysTouched - keysTouched));
  });

  it('costs nothing where a mapping is edited', () => {
    const files = readExample(typeII + controls + first + second);
    const engine = engineOf(files, false);
    const { program } = engine;
    const states = () => [...program.report.criteria].map(id => program.coverage.of(program.report, id));
    states();
    const { counted } = program.evidence;
    const text = files.find(({ path }) => path === 'controls/all.yaml')?.text ?? '';
    const role = roleIn(engine, files, 'controls/all.yaml');
    assert.ok(role);
    engine.setText('controls/all.yaml', text.replace('CC7.1', 'CC7.2'), role);
    states();
    assert.equal(program.evidence.counted - counted, 1);
  });
});

describe('a criterion of a Type I', () => {
  const typeI = '=== tickmark.yaml\nreport: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}\n';

  it('has evidence on file, or has not, as of the day', () => {
    const fixture = (performed: string) =>
      typeI + control('frequency: quarterly') + evidence(`controls: [AC-04], performed: ${performed}`);
    assert.equal(
      standing('2026-07-10', fixture('2026-05-12')),
      'implemented: AC-04 is in place; evidence is on file.',
    );
    assert.equal(standing('2026-07-10', fixture('2026-07-03')), 'implemented: AC-04 is in place.');
  });
});
