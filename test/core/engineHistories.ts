// What can happen to a program, in any order: for properties of the engine.
import fc from 'fast-check';
import { tsc } from '../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../server/src/core/engine/analysis.ts';
import type { Engine } from '../../server/src/core/engine.ts';
import type { LayoutName } from '../../server/src/core/formats/layouts/layout.ts';
import { roleOf } from '../../server/src/core/formats/role.ts';

/** Texts that a document of this path may have, from whole to half-typed and broken. */
export const native: Readonly<Record<string, readonly string[]>> = {
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
    'report: {id: a, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}\n',
    'fiscalYearBegins: 2\ngrace: {quarterly: 90}\nreports:\n  - {id: a, type: 2, period: {start: 2026-01-01, end: 2026-06-30}, systems: [app]}\n  - {id: b, type: 1, asOf: 2026-05-01}\nsystems: [{id: app}, {id: shop}]\n',
    'reports:\n  - {id: a, categories: [privacy]}\n  - {id: b, state: issued, categories: [security]}\nscope: {exclude: [CC6.1]}\n',
  ],
  'controls/all.yaml': [
    '- {id: AC-01, satisfies: [CC6.1, A1.2], status: implemented, frequency: quarterly, systems: [app, shop]}\n- {id: AC-02, satisfies: [CC6.1], status: retired, retiredOn: 2026-03-01, frequency: monthly}\n',
    '- {id: AC-02, satisfies: [CC6.1], status: implemented, frequency: [event-driven, annual], history: [{from: 2025-01-01, to: 2026-01-31, frequency: monthly}]}\n',
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
    '- {id: EV-1, controls: [AC-01, AC-02], performed: 2026-02-03, systems: [app]}\n- {id: EV-6, controls: [AC-01], window: 2026-Q1, performed: 2026-05-03}\n',
    '- {id: EV-1, controls: [AC-02], type: population, query: all, count: 0, covers: {from: 2026-01-01, to: 2026-06-30}, extractedOn: 2026-07-01}\n- {id: EV-6, controls: [AC-01], status: draft, performed: 2026-02-03}\n',
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
export function moved(path: string, text: string): string {
  if (text.startsWith('---\n')) return text.replace('---\n', '---\n# moved\n');
  return path.endsWith('.yaml') || !text.includes('\n---\n') ? `\n${text}` : `# moved\n${text}`;
}

/** All at once, as a change of many files arrives. */
export function put(engine: Engine, layout: LayoutName, changes: readonly Change[]): Set<string> {
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
        engine.fileChanged(path);
        const wanted = engine.nextWantedSources();
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

/** Sequences of what can happen to a program of each layout, and the paths that are in it. */
export const histories = { native: history('native', native), comply: history('comply', comply) };
