import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tsc } from '../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../server/src/core/engine/analysis.ts';
import { Engine } from '../../server/src/core/engine.ts';
import type { LayoutName } from '../../server/src/core/formats/layouts/layout.ts';
import { roleOf } from '../../server/src/core/formats/role.ts';
import { today } from '../fixture.ts';

/** Texts that a document of this path may have, from whole to half-typed and broken. */
const native: Readonly<Record<string, readonly string[]>> = {
  'tickmark.yaml': [
    '',
    'report: {id: a, kind: soc2, type: 2}\nscope:\n  categories: [security]\n',
    'reports:\n  - {id: a, kind: soc2, type: 1, asOf: 2026-01-01, categories: [availability]}\n  - {id: b, kind: soc3, state: planned}\n',
    'scope:\n  categories: [security, confidentiality\n  exclude: [{criterion: CC6.1',
    'report: {id: s, kind: soc1}\n',
    'report: {id: a}\nscope:\n  categories: [security, availability]\n  exclude:\n    - {criterion: CC6.1, reason: None.}\n    - CC7\n    - a1.1–A1.3\n',
    'report: {id: a}\nrules:\n  preset: strict\n  criteria/unknown: hint\n  folders:\n    controls: {preset: start, documents/unknown-reference: {elsewhere: [gone]}}\n',
    'report: {id: a}\nrules: {documents/duplicate-id: off, documents/unknown-reference: {elsewhere: [AC-*]}, document/orphan: off}\n',
    'reports:\n  - {id: a, kind: soc1}\n  - {id: b, catalogs: [TSC, Other]}\ncatalogs: [objectives.yaml, {file: other.json, name: Other}]\nmappings: [mapping.yaml]\n',
    'report: {id: a, kind: soc1, catalogs: [ICFR], categories: [pay]}\nscope: {exclude: [CO-1]}\ncatalogs: [objectives.yaml, ../x.yaml, objectives.yaml]\n',
    'reports:\n  - {id: a, systems: [app]}\n  - {id: b, systems: [shop]}\nsystems: [{id: app}, {id: shop}]\n',
    'report: {id: a, kind: soc2}\nscope: {categories: [security, confidentiality]}\npeople: [{id: ana, name: Ana Ruiz}]\nrules: {folders: {policie: {preset: start}}}\n',
    'reports:\n  - {id: a, categories: [privacy]}\n  - {id: b, state: issued, categories: [security]}\nscope: {exclude: [CC6.1]}\n',
  ],
  'controls/all.yaml': [
    '- {id: AC-01, satisfies: [CC6.1, A1.2], status: implemented}\n- {id: AC-02, satisfies: [CC6.1], policies: [access, gone]}\n',
    '- {id: AC-01, satisfies: [CC1.1–CC9.2], implementedOn: 2026-01-01}\n- {id: AC-01}\n',
    '- id: AC-01\n  policies: [gone] # tickmark-ignore documents/unknown-reference: to be written\n- {id: AC-01}\n',
    '- id: AC-03\n  status: planned\n  satisfies: [C1.1\n',
    '<<<<<<< HEAD\n- id: AC-01\n=======\n',
  ],
  'controls/other.yaml': [
    '- {id: AC-05, satisfies: {ICFR: [CO-1, co-2, CO-9], Other: [X.1]}, status: implemented}\n',
    '- {id: AC-05, satisfies: {icfr: CO-1 – CO-2, TSC: [CC6.1]}, systems: shop, status: implemented}\n- {id: AC-06, satisfies: {OTHER: [X, X.1-POF1]}}\n',
  ],
  'controls/one.md': [
    '---\nid: ac-01\nsatisfies: {TSC: [CC9.9, cc6.2]}\npolicies: [travel]\n---\nText.\n',
    '---\nid: AC-09\n',
    '',
  ],
  'policies/access.md': [
    '---\nid: access\nsatisfies: [CC6.1]\n---\nThe CC6 series. A1.2 of the TSC. TBD\n',
    '---\nid: access\nstatus: draft\nsatisfies: [CC5.4]\n---\n',
    'Plain prose with CC7.1 in it.\n',
    '---\n# tickmark-ignore-file documents/orphan, coverage/claimed-in-part: not ours\nid: access\n---\nThe CC6 series. TBD <!-- tickmark-ignore documents/placeholder: later -->\n',
    '---\nid: access\nconfidential: false\n---\nSee [travel](travel.md).\n',
    '---\nid: access # tickmark-ignore documents/duplicate-id: both are meant\n---\n<!-- tickmark-ignore criteria/unknown -->\nCC9.9 of SOC 2. TBD <!-- tickmark-ignore documents/placeholde',
  ],
  'policies/travel.md': [
    '---\nid: travel\n---\nText.\n',
    '---\nid: access\n---\nText.\n',
    '---\nid: travel\nconfidential: true\n---\nText.\n',
    '---\nowner: jo\nconfidential: true\nid: travel\n---\nText.\n',
    '# Travel\n\n`CC9.9`\n',
  ],
  'evidence/q1.yaml': [
    'id: EV-1\ncontrols: [AC-01, AC-77]\ncollectedBy: ana\nreviewedBy: Ana Ruiz\n',
    'id: EV-1\ncontrols: AC-02\n---\nid: EV-1\n',
  ],
  'evidence/files.yaml': [
    '- {id: EV-2, source: a.csv}\n- {id: EV-3, source: files/b.csv, sha256: "HASH"}\n'.replace(
      'HASH',
      '0'.repeat(64),
    ),
    '- {id: EV-2, source: a.csv, performed: 2026-01-01}\n- {id: EV-4, source: a.csv}\n- {id: EV-5, source: evidence/files/b.csv, status: draft}\n',
  ],
  'docs/mapping.md': [
    '| CC6.1 | yes |\n| --- | --- |\n| CC8.1 | [x] |\n',
    '---\nkind: policy\nid: access\n---\nCC6.6.\n',
    '---\nkind: narrative\nid: system\ndescribes: [DC 3]\n---\nThe servers.\n',
    '---\nkind: narrative\nid: system\ndescribes: [DC 3]\n---\nThe servers and the staff.\n',
  ],
};
/** Texts that a file of catalogs may have. */
const catalogs: Readonly<Record<string, readonly string[]>> = {
  'objectives.yaml': [
    'name: ICFR\ncategories: [{id: pay}, {id: it}]\ngroups: [{id: P, category: pay}, {id: I, category: it}]\ncriteria: [{id: CO-1, group: P}, {id: CO-2, group: I}]\n',
    'name: ICFR\ncriteria:\n  - {id: CO-1}\n  - {id: CO-1, title: Twice}\n  - {id: CO-9, group: Z}\n',
    'over: TSC\ncriteria: [{id: CC6.1, title: Access}, {id: CC6.9}]\n',
    'name: [half',
  ],
  'other.json': [
    '{"profile": {"imports": [{"href": "more.json"}]}}',
    '{"criteria": [{"id": "X.1", "points": [{"title": "One"}]}]}',
    '',
  ],
  'more.json': [
    '{"catalog": {"controls": [{"id": "X.1", "title": "One"}, {"id": "X.2", "title": "Two"}]}}',
    '{}',
  ],
  'mapping.yaml': [
    'from: TSC\nto: ICFR\npairs: [{from: CC6.1, to: CO-2, relationship: equal}]\n',
    'from: X\n',
  ],
};
const comply: Readonly<Record<string, readonly string[]>> = {
  'policies/access.md': [
    'name: Access\nacronym: AP\nsatisfies:\n  TSC: [CC6.1, CC9.9]\n---\nFor {{.Name}}. TBD\n',
    '---\nname: Access\nacronym: AP\n---\nText.\n',
    'name: Access\nacronym: A',
  ],
  'narratives/control.md': [
    'name: Control\nacronym: AP\nsatisfies:\n  TSC:\n    - CC2.1\n---\n# Coming soon\n',
    'name: Control\n---\nCC7.1 and A1.2.\n',
  ],
  'procedures/review.md': [
    'id: review\nname: Review\ncron: "0 0 0 1 * *"\nsatisfies: {TSC: [CC6.1, C1.1]}\n---\nDo it.\n',
    'id: review\nname: Review\nsatisfies: {TSC: [CC6.1]}\n---\nDo it.\n',
  ],
  'docs/mapping.md': native['docs/mapping.md'] ?? [],
};

type Change = readonly [path: string, text: string | undefined, included: boolean];
type Step = (engine: Engine) => Set<string>;

/** The document with its lines moved: its places change, its shape does not. */
function moved(path: string, text: string): string {
  if (text.startsWith('---\n')) return text.replace('---\n', '---\n# moved\n');
  return path.endsWith('.yaml') || !text.includes('\n---\n') ? `\n${text}` : `# moved\n${text}`;
}

/** All at once, as a change of many files arrives. */
function put(engine: Engine, layout: LayoutName, changes: readonly Change[]): Set<string> {
  return engine.put(
    changes.map(([path, text, included]) => {
      const role = roleOf(path, layout, included);
      return [path, text !== undefined && role ? analyze(path, text, role, tsc) : undefined];
    }),
  );
}

/** A file of catalogs that comes, changes or goes, whether or not a manifest names it. */
const catalogStep: fc.Arbitrary<Step> = fc
  .constantFrom(...Object.keys(catalogs))
  .chain(path => fc.tuple(fc.constant(path), fc.constantFrom(...(catalogs[path] ?? []), undefined)))
  .map(
    (file): Step =>
      engine =>
        engine.setCatalogFiles([file]),
  );

const states = ['there', 'differs', 'missing', 'unknown'] as const;
/** Files that evidence names are looked for, all or again those at a path; what is found may change at any time. */
const sourceStep: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom('evidence', 'evidence/a.csv', 'evidence/files/new.csv', 'files'),
    fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 4 }),
  )
  .map(
    ([path, found]): Step =>
      engine => {
        engine.lookAgain(path);
        const wanted = engine.takeWantedSources();
        return engine.setSources(wanted.map((file, i) => [file, found[i % found.length] ?? 'unknown']));
      },
  );

/** Sequences of what can happen to a program of a layout, and the paths that are in it. */
function history(layout: LayoutName, texts: Readonly<Record<string, readonly string[]>>) {
  const renamed = (path: string) => path.replace(/[^/]*$/, 'new-$&');
  const paths = [...Object.keys(texts).flatMap(path => [path, renamed(path)]), ...Object.keys(catalogs)];
  const documentOf = (path: string) =>
    fc
      .tuple(fc.constantFrom(...(texts[path] ?? [''])), fc.boolean(), fc.boolean())
      .map(([text, isMoved, included]): Change => [path, isMoved ? moved(path, text) : text, included]);
  const change = fc
    .constantFrom(...Object.keys(texts))
    .chain(path =>
      fc.oneof(
        { weight: 4, arbitrary: documentOf(path) },
        { weight: 1, arbitrary: fc.constant<Change>([path, undefined, false]) },
      ),
    );
  const rename = fc
    .constantFrom(...Object.keys(texts))
    .chain(path => fc.tuple(documentOf(path), fc.boolean()))
    .map(([[path, text, included], back]): readonly Change[] => {
      const [from, to] = back ? [renamed(path), path] : [path, renamed(path)];
      return [
        [from, undefined, false],
        [to, text, included],
      ];
    });
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 6,
      arbitrary: change.map(
        (one): Step =>
          engine =>
            put(engine, layout, [one]),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.array(change, { minLength: 2, maxLength: 6 }).map(
        (many): Step =>
          engine =>
            put(engine, layout, many),
      ),
    },
    {
      weight: 2,
      arbitrary: rename.map(
        (both): Step =>
          engine =>
            put(engine, layout, both),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('a', 'b', undefined).map(
        (id): Step =>
          engine =>
            engine.chooseReport(id),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('2025-01-01', '2027-01-01').map(
        (day): Step =>
          engine =>
            engine.setToday(day),
      ),
    },
    {
      weight: 3,
      arbitrary: catalogStep,
    },
    {
      weight: 3,
      arbitrary: sourceStep,
    },
    {
      weight: 1,
      arbitrary: fc.boolean().map(
        (complete): Step =>
          engine =>
            engine.setComplete(complete),
      ),
    },
  );
  return { paths, steps: fc.array(step, { minLength: 1, maxLength: 12 }) };
}

const histories = { native: history('native', native), comply: history('comply', comply) };

describe('the engine', () => {
  for (const [layout, { paths, steps }] of Object.entries(histories)) {
    it(`equals one built afresh after any sequence of changes (${layout})`, () => {
      fc.assert(
        fc.property(steps, sequence => {
          const engine = new Engine({ catalog: tsc, today, paranoid: true });
          engine.setComplete(true);
          for (const apply of sequence) apply(engine);
        }),
        { numRuns: 300 },
      );
    });

    it(`names every path whose findings change, and finds nothing in what is gone (${layout})`, () => {
      fc.assert(
        fc.property(steps, fc.nat(2), (sequence, waits) => {
          // Some is judged at once, and the rest with later changes.
          let asked = 0;
          const isTimeUp = () => asked++ % (waits + 1) < waits;
          const engine = new Engine({ catalog: tsc, today, isTimeUp });
          engine.setComplete(true);
          const shown = new Map<string, string>();
          for (const apply of sequence) {
            for (const path of apply(engine)) shown.set(path, JSON.stringify(engine.findings(path)));
            for (const path of paths) {
              assert.equal(shown.get(path) ?? '[]', JSON.stringify(engine.findings(path)));
              if (!engine.paths().includes(path)) assert.deepEqual(engine.findings(path), []);
            }
          }
        }),
        { numRuns: 200 },
      );
    });
  }

  it('names the documents that point at lines which have moved, and no others', () => {
    const [all = '', one = ''] = [native['controls/all.yaml']?.[0], native['controls/one.md']?.[0]];
    const engine = new Engine({ catalog: tsc, today });
    put(engine, 'native', [
      ['controls/all.yaml', all, false],
      ['controls/one.md', one, false],
      ['policies/travel.md', '---\nid: travel\n---\nText.\n', false],
    ]);
    const changed = put(engine, 'native', [['controls/all.yaml', moved('controls/all.yaml', all), false]]);
    assert.deepEqual([...changed].sort(), ['controls/all.yaml', 'controls/one.md']);
  });

  it('judges links anew when what they lead to becomes confidential, and when confidentiality comes into scope', () => {
    const manifest = (categories: string) =>
      `report: {id: a, kind: soc2}\nscope: {categories: [${categories}]}\n`;
    const target = (keys: string) => `---\n${keys}id: travel\n---\nText.\n`;
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    const set = (path: string, text: string) => put(engine, 'native', [[path, text, false]]);
    const found = () =>
      engine
        .findings('policies/access.md')
        .filter(({ rule }) => rule === 'confidentiality/reachable')
        .map(({ related }) => related[0]?.range.start);
    set('tickmark.yaml', manifest('security, confidentiality'));
    set('policies/access.md', '---\nconfidential: false\n---\nSee [travel](travel.md).\n');
    set('policies/travel.md', target(''));
    assert.deepEqual(found(), []);
    set('policies/travel.md', target('confidential: true\n'));
    assert.deepEqual(found(), [18]);
    set('policies/travel.md', target('owner: jo\nconfidential: true\n'));
    assert.deepEqual(found(), [28]);
    set('tickmark.yaml', manifest('security'));
    assert.deepEqual(found(), []);
    set('tickmark.yaml', manifest('security, confidentiality'));
    assert.deepEqual(found(), [28]);
  });

  it('judges links into a folder anew when it comes to hold a document, or holds none any more', () => {
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    engine.setComplete(true);
    const found = () => engine.findings('policies/access.md').map(({ rule }) => rule);
    const sibling = 'handbook/policies/b.md';
    put(engine, 'native', [
      ['tickmark.yaml', 'tickmark: 1\n', false],
      ['policies/access.md', '---\nid: access\n---\nSee [this](../handbook/policies/a.md).\n', false],
    ]);
    const before = found();
    put(engine, 'native', [[sibling, '---\nid: b\n---\nText.\n', false]]);
    assert.deepEqual(found(), ['documents/broken-link', ...before]);
    engine.put([[sibling, undefined]]);
    assert.deepEqual(found(), before);
  });

  it('keeps the fingerprint of a finding while other documents come and go', () => {
    const policy = (id: string) => `---\nid: ${id}\n---\nText.\n`;
    const engine = new Engine({ catalog: tsc, today });
    const asked = new Set(['documents/duplicate-id', 'documents/orphan', 'coverage/missing']);
    const fingerprints = () =>
      [...engine.allFindings()]
        .filter(({ rule }) => asked.has(rule))
        .map(({ rule, fingerprint }) => `${rule} ${fingerprint}`);
    put(engine, 'native', [
      ['tickmark.yaml', 'report: {id: a}\nscope: {categories: [security]}\n', false],
      ['policies/a.md', policy('a'), false],
      [
        'controls/all.yaml',
        '- {id: X, owner: o, frequency: daily, satisfies: CC1.1–CC9.1}\n- {id: X, status: planned, satisfies: CC1.1}\n',
        false,
      ],
    ]);
    engine.setComplete(true);
    const before = fingerprints();
    assert.deepEqual(
      before.map(line => line.split(' ')[0]),
      ['documents/duplicate-id', 'documents/duplicate-id', 'documents/orphan', 'coverage/missing'],
    );
    put(engine, 'native', [
      ['policies/b.md', policy('b'), false],
      ['policies/c.md', '---\nid: c\nstatus: draft\nsatisfies: CC9.2\n---\nText.\n', false],
      ['controls/more.yaml', 'id: x\nsatisfies: CC1.1\n', false],
    ]);
    const after = new Set(fingerprints());
    for (const line of before) assert.ok(after.has(line), line);
  });

  it('reports nothing as missing while a document is too large to be read, for it may be in there', () => {
    const engine = new Engine({ catalog: tsc, today, paranoid: true });
    const asked = new Set(['coverage/missing', 'controls/unmapped', 'documents/too-large']);
    const rulesFound = () =>
      [...engine.allFindings()].map(({ rule }) => rule).filter(rule => asked.has(rule));
    const manifest =
      'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\nscope: {categories: [security]}\n';
    put(engine, 'native', [
      ['tickmark.yaml', manifest, false],
      [
        'controls/one.md',
        '---\nid: AC-01\nowner: it\nfrequency: daily\nsatisfies: [CC1.1–CC9.1]\n---\n',
        false,
      ],
    ]);
    engine.setComplete(true);
    assert.deepEqual(rulesFound(), ['coverage/missing']);
    const large = roleOf('controls/all.yaml', 'native', false);
    assert.ok(large);
    const role = { ...large, options: { 'documents/too-large': { megabytes: 0.00001 } } };
    const changed = engine.setText('controls/all.yaml', '- id: AC-02\n', role);
    assert.deepEqual([...changed].sort(), ['controls/all.yaml', 'tickmark.yaml']);
    assert.deepEqual(rulesFound(), ['documents/too-large']);
    engine.setText('controls/all.yaml', '- id: X\n', role);
    assert.ok(rulesFound().includes('coverage/missing'));
  });

  it('lets no change of mere prose leave its document', () => {
    const engine = new Engine({ catalog: tsc, today });
    for (const [path, [text]] of Object.entries(native)) put(engine, 'native', [[path, text, false]]);
    engine.setComplete(true);
    const before = engine.work;
    const role = roleOf('policies/access.md', 'native', false);
    assert.ok(role);
    engine.setText('policies/access.md', `${native['policies/access.md']?.[0]}\nMore prose.\n`, role);
    const after = engine.work;
    assert.equal(after.documentsRead - before.documentsRead, 1);
    assert.equal(after.keysTouched - before.keysTouched, 0);
    assert.equal(after.rulesRun - before.rulesRun, 0);
  });

  it('judges again only what a new mapping touches', () => {
    const engine = new Engine({ catalog: tsc, today });
    for (const [path, [text]] of Object.entries(native)) put(engine, 'native', [[path, text, false]]);
    engine.setComplete(true);
    const before = engine.work;
    const text = (native['policies/access.md']?.[0] ?? '').replace('[CC6.1]', '[CC6.1, CC6.8]');
    put(engine, 'native', [['policies/access.md', text, false]]);
    const touched = engine.work.keysTouched - before.keysTouched;
    assert.ok(touched > 0 && touched < 12, `${touched} keys touched`);
  });
});
