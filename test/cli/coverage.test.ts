import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderOf } from '../workspace/folder.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';

const program = `
  === tickmark.yaml
  reports:
    - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
    - {id: soc2-first, kind: soc2, type: 1, asOf: 2025-12-31, state: issued}
  scope:
    categories: [security, availability]
    exclude:
      - {criterion: A1.3, reason: Recovery is tested by the host.}
  === controls/sso.md
  ---
  id: AC-01
  title: Single sign-on
  status: implemented
  satisfies: [CC6.1]
  ---
  === policies/access.md
  ---
  title: Access policy
  satisfies: [CC6.1, CC6.2]
  status: approved
  ---
  Access follows the role.
  === policies/draft.md
  ---
  id: draft
  satisfies: [CC6.3]
  status: draft
  ---
  Soon.
  `;

describe('coverage as JSON', () => {
  it('is one object of version 1 with each report that is asked after', async t => {
    const { programs, ...rest } = await tickmarkJson(
      folderOf(t, program),
      'coverage',
      '--as-of',
      '2026-06-30',
    );
    assert.deepEqual(rest, { version: 1, notices: [], unreadable: [] });
    const [{ reports, ...its }, ...others] = programs;
    assert.deepEqual(others, []);
    assert.deepEqual(its, { root: '.', unreadable: [] });
    const [{ criteria, summary, description, ...report }, ...more] = reports;
    assert.deepEqual(more, []);
    assert.deepEqual(report, {
      id: 'soc2-2026',
      kind: 'soc2',
      type: 2,
      assumed: false,
      countedOn: '2026-06-30',
      scope: {
        catalogs: ['TSC'],
        categories: ['security', 'availability'],
        asOf: null,
        period: { start: '2026-01-01', end: '2026-12-31' },
        excluded: [{ catalog: 'TSC', criterion: 'A1.3', reason: 'Recovery is tested by the host.' }],
      },
    });
    assert.deepEqual(description.summary, {
      ...{ criteria: 9, described: 0, inPart: 0, notDescribed: 7, unknown: 0, notExpected: 2 },
    });
    assert.deepEqual(summary, {
      criteria: 36,
      missing: 33,
      listed: 0,
      documented: 1,
      designed: 0,
      implemented: 1,
      evidenced: 0,
      excluded: 1,
      reliesOnVendor: 0,
      notThroughout: 0,
      withDeviation: 0,
      withGap: 0,
    });
    assert.equal(criteria.length, 36);
    assert.deepEqual(Object.keys(criteria[0]), [
      'catalog',
      'id',
      'title',
      'group',
      'state',
      'marks',
      'reason',
      'reliesOn',
      'unserved',
      'deviations',
      'tasks',
      'documents',
    ]);
  });

  it('says of each criterion where it stands, why, and by which documents', async t => {
    const { programs } = await tickmarkJson(folderOf(t, program), 'coverage', '--as-of', '2026-06-30');
    const criterion = (id: string) =>
      programs[0].reports[0].criteria.find((one: { readonly id: string }) => one.id === id);
    const policy = {
      file: 'policies/access.md',
      kind: 'policy',
      id: null,
      title: 'Access policy',
      as: 'document',
      aside: null,
    };
    const control = {
      file: 'controls/sso.md',
      kind: 'control',
      id: 'AC-01',
      title: 'Single sign-on',
      as: 'control',
      aside: null,
    };
    const draft = {
      file: 'policies/draft.md',
      kind: 'policy',
      id: 'draft',
      title: null,
      as: 'document',
      aside: 'draft',
    };
    const standing = (id: string) => {
      const { catalog, state, marks, reason, documents } = criterion(id);
      assert.equal(catalog, 'TSC');
      assert.match(reason, /\.$/);
      return { state, marks, documents };
    };
    assert.deepEqual(standing('CC6.1'), { state: 'implemented', marks: [], documents: [control, policy] });
    assert.deepEqual(standing('CC6.2'), { state: 'documented', marks: [], documents: [policy] });
    assert.deepEqual(standing('CC6.3'), { state: 'missing', marks: [], documents: [draft] });
    assert.deepEqual(standing('A1.1'), { state: 'missing', marks: [], documents: [] });
    assert.deepEqual(standing('A1.3'), { state: 'missing', marks: ['excluded'], documents: [] });
  });

  it('names files as they are from where the user stands', async t => {
    const folder = folderOf(t, program);
    const { programs } = await tickmarkJson(join(folder, 'policies'), 'coverage', '--as-of', '2026-06-30');
    const files = programs[0].reports[0].criteria.flatMap(
      ({ documents }: { readonly documents: readonly { readonly file: string }[] }) =>
        documents.map(({ file }) => file),
    );
    assert.equal(programs[0].root, '..');
    assert.deepEqual(new Set(files), new Set(['../controls/sso.md', 'access.md', 'draft.md']));
  });

  it('answers for the report that is asked for', async t => {
    const folder = folderOf(t, program);
    const { programs } = await tickmarkJson(folder, 'coverage', '--report', 'soc2-first');
    assert.deepEqual(
      programs[0].reports.map(({ id, type, scope }: { id: string; type: number; scope: object }) => ({
        id,
        type,
        scope,
      })),
      [
        {
          id: 'soc2-first',
          type: 1,
          scope: {
            catalogs: ['TSC'],
            categories: ['security', 'availability'],
            asOf: '2025-12-31',
            period: null,
            excluded: [{ catalog: 'TSC', criterion: 'A1.3', reason: 'Recovery is tested by the host.' }],
          },
        },
      ],
    );
  });

  it('assumes a report where nothing states one', async t => {
    const { programs } = await tickmarkJson(
      folderOf(
        t,
        '=== comply.yml\nname: X\n=== policies/a.md\nname: A\nacronym: A\nsatisfies: {TSC: [P1.1]}\n---\nText.\n',
      ),
      'coverage',
      '--as-of',
      '2026-06-30',
    );
    const [{ criteria, summary, ...report }] = programs[0].reports;
    assert.deepEqual(report, {
      id: 'assumed',
      kind: 'soc2',
      type: null,
      assumed: true,
      countedOn: '2026-06-30',
      scope: {
        catalogs: ['TSC'],
        categories: ['security', 'privacy'],
        asOf: null,
        period: null,
        excluded: [],
      },
      description: null,
    });
    assert.equal(summary.criteria, criteria.length);
  });

  it('has no program where there is nothing', async t => {
    assert.deepEqual(await tickmarkJson(folderOf(t, '=== README.md\n# Hello\n'), 'coverage'), {
      version: 1,
      programs: [],
      notices: [],
      unreadable: [],
    });
  });
});

describe('coverage as text', () => {
  it('says whose view it is, and where each criterion stands', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'coverage', '--as-of', '2026-06-30');
    assert.match(
      stdout,
      /^\.: SOC 2 Type II \(soc2-2026\), 2026-01-01 to 2026-12-31: Security, Availability$/m,
    );
    assert.match(stdout, /^Management's view as of 2026-06-30, not an auditor's conclusion\.$/m);
    assert.match(stdout, /^ {2}CC6\.1 .* implemented /m);
    assert.match(stdout, /^ {2}A1\.3 .* excluded {7}Excluded: Recovery is tested by the host\.$/m);
    assert.match(stdout, /^Total: 36 criteria: 1 implemented, 1 documented, 33 missing, 1 excluded$/m);
  });

  it('has its states below each other, however long the titles are', async t => {
    const { stdout } = await tickmark(folderOf(t, program), 'coverage');
    const rows = stdout.split('\n').filter(line => /^ {2}(?:CC|A)\d\.\d /.test(line));
    const columns = rows.map(row => row.search(/ (?:missing|documented|implemented|excluded) {2}/));
    assert.equal(new Set(columns).size, 1);
    assert.equal(rows.length, 36);
  });

  it('lists what relies on a vendor, and nothing else, where that is asked for', async t => {
    const folder = folderOf(
      t,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/all.yaml
      - {id: TP-02, satisfies: [CC6.4], status: implemented, implementedOn: 2025-01-01}
      - {id: AC-01, satisfies: [CC6.1], status: implemented, implementedOn: 2025-01-01}
      === vendors/aws.yaml
      - id: VN-01
        title: AWS
        subservice: carve-out
        csocs: [{text: Guards the doors, satisfies: {TSC: [CC6.4]}}]
        monitoredBy: [TP-02]
      `,
    );
    const only = ['coverage', '--as-of', '2026-06-30', '--only'];
    const { stdout } = await tickmark(folder, ...only, 'relies');
    assert.deepEqual(stdout.match(/^ {2}CC\d\.\d/gm), ['  CC6.4']);
    assert.match(stdout, /^32 criteria in other states not listed \(--only relies\)$/m);
    const { programs } = await tickmarkJson(folder, ...only, 'implemented');
    assert.deepEqual(
      programs[0].reports[0].criteria.map(({ id }: { readonly id: string }) => id),
      ['CC6.1'],
    );
  });

  it('has no criteria for a SOC 1 report', async t => {
    const folder = folderOf(
      t,
      '=== tickmark.yaml\nreport: {id: billing, kind: soc1, type: 1, asOf: 2026-06-30}\n',
    );
    assert.match((await tickmark(folder, 'coverage')).stdout, /^Total: 0 criteria$/m);
  });
});

describe('coverage through mappings', () => {
  const program = `
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
    catalogs: [own.yaml]
    mappings: [mapping.yaml]
    === own.yaml
    name: Own
    criteria: [{id: A-1, title: One}, {id: A-2, title: Two}, {id: A-3, title: Three}]
    === mapping.yaml
    from: TSC
    to: Own
    pairs:
      - {from: CC6.1, to: A-1, relationship: superset}
      - {from: CC6.1, to: A-2, relationship: subset}
    === controls/a.yaml
    {id: C-1, status: implemented, satisfies: {TSC: [CC6.1], Own: [A-3]}}
    `;

  it('is told for each criterion, with what stands for it', async t => {
    const { code, stdout } = await tickmark(folderOf(t, program), 'coverage', '--through', 'own');
    assert.match(stdout, /^ {2}A-1 +One +implemented +CC6\.1 \(superset\) implemented$/m);
    assert.match(stdout, /^ {2}A-2 +Two +in part +CC6\.1 \(subset\) implemented$/m);
    assert.match(stdout, /^ {2}A-3 +Three +implemented +cited directly \(implemented\)$/m);
    assert.match(stdout, /^Total: 3 criteria: 2 implemented; 1 in part$/m);
    assert.match(stdout, /Management's view/);
    assert.equal(code, 0);
  });

  it('is in the JSON beside the coverage of the report', async t => {
    const folder = folderOf(t, program);
    const { stdout } = await tickmark(folder, 'coverage', '--through', 'Own', '--format', 'json');
    const [report] = JSON.parse(stdout).programs[0].reports;
    assert.equal(report.criteria.length, 33);
    assert.deepEqual(report.through.summary.inPart, 1);
    assert.deepEqual(report.through.criteria[1], {
      id: 'A-2',
      title: 'Two',
      state: 'missing',
      inPart: 'implemented',
      own: 'missing',
      marks: [],
      reliesOn: [],
      standIns: [
        {
          catalog: 'TSC',
          id: 'CC6.1',
          relationship: 'subset',
          state: 'implemented',
          marks: [],
          reliesOn: [],
        },
      ],
    });
  });

  it('cannot be told of a catalog that no manifest has', async t => {
    const { code, stdout, stderr } = await tickmark(folderOf(t, program), 'coverage', '--through', 'ISO');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(
      stderr,
      /--through ISO: no manifest has a catalog with this name\. Known catalogs: TSC, Own\./,
    );
  });
});
