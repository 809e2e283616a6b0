import type { Case, TableCases } from './table.ts';
import {
  documents,
  fits,
  found,
  newEvidence,
  offered,
  points,
  reports,
  state,
  states,
  through,
} from './told.ts';

const control = '=== controls/a.yaml\n{id: AC-01, status: implemented, satisfies: [CC6.1], systems: [app]}\n';
const manifest = (text: string): string => `=== tickmark.yaml\n${text}\n`;
const objectives =
  '=== catalogs/own.yaml\nname: Own\ncriteria:\n  - {id: X1, title: One}\n  - {id: X2, title: Two}\n';
const period = (start: string, end: string): string =>
  manifest(`report: {type: 2, period: {start: ${start}, end: ${end}}}`);

/** A key is known, and so found where a letter of it lacks. */
const knowsKey = (key: string, value: string, misspelled = key.slice(0, 1) + key.slice(2)): Case[] => [
  [found('scope/unknown-key'), manifest(`${key}: ${value}`), 'nothing'],
  [found('scope/unknown-key'), manifest(`${misspelled}: ${value}`), misspelled],
];

export const manifestTables: readonly TableCases[] = [
  {
    table: 'The manifest 1',
    rows: {
      '`tickmark`': [
        [found('scope/form'), manifest('tickmark: 1'), 'nothing'],
        [found('scope/form'), manifest('tickmark: 2'), '2'],
      ],
      '`organization`': [
        [found('scope/unknown-key'), manifest('organization: Brightdesk'), 'nothing'],
        [found('scope/unknown-key'), manifest('organizaton: Brightdesk'), 'organizaton'],
      ],
      '`reports`': [
        [
          reports,
          manifest('reports: [{id: a}, {id: b}]'),
          'a soc2 current: security (TSC); b soc2 current: security (TSC)',
        ],
        [reports, manifest('reports: {id: a}'), 'a soc2 current: security (TSC)'],
        [reports, manifest('report: {id: a}'), 'a soc2 current: security (TSC)'],
      ],
      '`scope.categories`': [
        [
          reports,
          manifest('reports: [{id: a}, {id: b, categories: [privacy]}]\nscope: {categories: [availability]}'),
          'a soc2 current: availability (TSC); b soc2 current: privacy (TSC)',
        ],
      ],
      '`scope.exclude`': [
        [
          states('CC6.4', 'CC6.5'),
          manifest('report: {}\nscope: {exclude: [{criterion: CC6.4, reason: ...}]}'),
          'CC6.4 missing excluded; CC6.5 missing',
        ],
        [
          states('CC6.4', 'CC6.5'),
          manifest('report: {}\nscope: {exclude: [CC6.4, CC6.5]}'),
          'CC6.4 missing excluded; CC6.5 missing excluded',
        ],
        [
          states('Own X1', 'Own X2'),
          manifest(
            'report: {catalogs: [Own]}\ncatalogs: [catalogs/own.yaml]\nscope: {exclude: [{criterion: X1, catalog: Own}]}',
          ) + objectives,
          'Own X1 missing excluded; Own X2 missing',
        ],
      ],
      '`catalogs`': [
        [
          reports,
          manifest('report: {kind: soc1}\ncatalogs: [catalogs/own.yaml]') + objectives,
          'soc1 soc1 current: no category (Own)',
        ],
        [
          reports,
          manifest('report: {kind: soc1}\ncatalogs: [{file: catalogs/own.yaml, name: Mine}]') + objectives,
          'soc1 soc1 current: no category (Mine)',
        ],
      ],
      '`mappings`': [
        [
          through('Own'),
          `${manifest('report: {}\ncatalogs: [catalogs/own.yaml]\nmappings: [map.yaml]')}${objectives}=== map.yaml\nfrom: TSC\nto: Own\npairs: [{from: CC6.1, to: X1, relationship: equal}]\n${control}`,
          'X1 implemented; X2 missing',
        ],
      ],
      '`suffixesArePoints`': [
        [
          points,
          `${manifest('')}=== controls/a.yaml
id: A
satisfies: [CC6.1.2, CC6.1.b]
`,
          'CC6.1; CC6.1',
        ],
        [
          points,
          `${manifest('suffixesArePoints: true')}=== controls/a.yaml
id: A
satisfies: [CC6.1.2, CC6.1.b]
`,
          'point 2 of CC6.1; point 2 of CC6.1',
        ],
      ],
      '`evidenceFolder`': [
        [newEvidence, `${manifest('')}=== evidence/q1/a.md\n---\nid: EV-01\n---\n`, 'evidence/q1/EV-02.md'],
        [newEvidence, manifest('evidenceFolder: ./evidence/2026-q3/'), 'evidence/2026-q3/EV-02.md'],
        [
          newEvidence,
          `${manifest('evidenceFolder: evidence/2026-q3')}=== evidence/q1/a.md\n---\nid: EV-01\n---\n`,
          'evidence/2026-q3/EV-02.md',
        ],
        [newEvidence, manifest('evidenceFolder: ../elsewhere'), 'evidence/EV-02.md'],
        [newEvidence, manifest('evidenceFolder: /elsewhere'), 'evidence/EV-02.md'],
      ],
      '`systems`': [
        [
          state,
          manifest(
            `report: {systems: [shop]}\nsystems: [{id: app, name: App, owner: jo, description: Main}, {id: shop}]`,
          ) + control,
          'CC6.1 missing',
        ],
        [state, manifest('report: {systems: [shop]}\nsystems: [{id: shop}]') + control, 'CC6.1 implemented'],
      ],
      '`data`': [
        [
          found('scope/unknown-key'),
          manifest('data: [{id: a, name: A, description: x, classification: public}]'),
          'nothing',
        ],
        [found('scope/unknown-key'), manifest('data: [{clasification: public}]'), 'clasification'],
      ],
      '`people`': knowsKey('people', '[{id: jo, name: Jo, role: Engineer, email: jo@example.com}]'),
      '`privacyRole`': [
        [offered, manifest('privacyRole: $0'), 'controller, processor, both'],
        [
          found('privacy/role'),
          manifest('report: {categories: [privacy]}\nrules: {preset: strict}'),
          'privacy',
        ],
        [
          found('privacy/role'),
          manifest('report: {categories: [privacy]}\nrules: {preset: strict}\nprivacyRole: both'),
          'nothing',
        ],
      ],
      '`fiscalYearBegins`': ['1', '12', '07', 'April', 'sept', '13', '0', 'spring'].map(
        (month): Case => [
          found('scope/unknown-value'),
          manifest(`fiscalYearBegins: ${month}`),
          ['13', '0', 'spring'].includes(month) ? month : 'nothing',
        ],
      ),
      '`grace`': [
        [found('scope/unknown-value'), manifest('grace: {monthly: 10, quarterly: 15}'), 'nothing'],
        [found('scope/unknown-value'), manifest('grace: {monthly: 400, quarterly: -1}'), '400; -1'],
        [found('scope/form'), manifest('grace: 10'), '10'],
      ],
      '`include`': [
        [
          documents,
          `${manifest('include: [docs/*.md]\nexclude: [docs/b.md]')}=== docs/a.md\nCC6.1\n=== docs/b.md\n=== policies/c.md\n`,
          'docs/a.md; policies/c.md; tickmark.yaml',
        ],
      ],
      '`exclude`': [
        [
          documents,
          `${manifest('exclude: [policies/old/**]')}=== policies/a.md\n=== policies/old/b.md\n`,
          'policies/a.md; tickmark.yaml',
        ],
      ],
      '`rules`': [
        [
          found('criteria/spelling'),
          `${manifest('')}=== controls/a.yaml\n{id: AC-01, satisfies: [cc6.1]}\n`,
          'cc6.1',
        ],
        [
          found('criteria/spelling'),
          `${manifest('rules: {criteria/spelling: off}')}=== controls/a.yaml\n{id: AC-01, satisfies: [cc6.1]}\n`,
          'nothing',
        ],
      ],
    },
  },
  {
    table: 'Globs 1',
    rows: {
      '`*`': [[fits, 'docs/*.md < docs/a.md docs/.a.md docs/x/a.md', 'docs/a.md']],
      '`?`': [[fits, 'a?.md < ab.md a.md abc.md a/.md', 'ab.md']],
      '`[abc]`, `[!abc]`': [
        [fits, '[abc].md < a.md d.md', 'a.md'],
        [fits, '[!abc].md < a.md d.md', 'd.md'],
      ],
      '`**` between slashes': [
        [fits, 'docs/**/a.md < docs/a.md docs/x/y/a.md a.md', 'docs/a.md; docs/x/y/a.md'],
      ],
      '`{a,b}`': [[fits, '{a,b}.md < a.md b.md c.md', 'a.md; b.md']],
      '`\\`': [[fits, '\\*.md < *.md a.md', '*.md']],
    },
  },
  {
    table: 'Reports 1',
    rows: {
      '`id`': [
        [
          reports,
          manifest('reports: [{}, {}]'),
          'soc2 soc2 current: security (TSC); soc2-2 soc2 current: security (TSC)',
        ],
        [reports, manifest('report: {id: ours}'), 'ours soc2 current: security (TSC)'],
      ],
      '`kind`': [
        [
          reports,
          manifest('reports: [{kind: soc1}, {kind: soc2}, {kind: soc3}, {}]'),
          'soc1 soc1 current: no category (); soc2-2 soc2 current: security (TSC); soc3-3 soc3 current: security (TSC); soc2-4 soc2 current: security (TSC)',
        ],
      ],
      '`type`': [
        [
          reports,
          manifest('reports: [{type: 1}, {type: I}, {type: Type 1}, {type: 2}, {type: II}, {}]'),
          'soc2 soc2 type 1 current: security (TSC); soc2-2 soc2 type 1 current: security (TSC); soc2-3 soc2 type 1 current: security (TSC); soc2-4 soc2 type 2 current: security (TSC); soc2-5 soc2 type 2 current: security (TSC); soc2-6 soc2 current: security (TSC)',
        ],
      ],
      '`asOf`': [
        [
          reports,
          manifest('report: {type: 1, asOf: 2026-03-31}'),
          'soc2 soc2 type 1 2026-03-31 current: security (TSC)',
        ],
        [
          reports,
          manifest('report: {type: 1, asOf: 2026-03-32}'),
          'soc2 soc2 type 1 current: security (TSC)',
        ],
      ],
      '`period.start`, `period.end`': [
        [
          reports,
          period('2026-01-01', '2026-06-30'),
          'soc2 soc2 type 2 2026-01-01 to 2026-06-30 current: security (TSC)',
        ],
        [reports, period('2026-01-01', 'soon'), 'soc2 soc2 type 2 current: security (TSC)'],
      ],
      '`state`': [
        [
          reports,
          manifest('reports: [{state: current}, {state: planned}, {state: issued}, {}]'),
          'soc2 soc2 current: security (TSC); soc2-2 soc2 planned: security (TSC); soc2-3 soc2 issued: security (TSC); soc2-4 soc2 current: security (TSC)',
        ],
      ],
      '`categories`': [
        [
          reports,
          manifest('report: {categories: [security, availability]}\nscope: {categories: [privacy]}'),
          'soc2 soc2 current: security, availability (TSC)',
        ],
        [reports, manifest('report: {}'), 'soc2 soc2 current: security (TSC)'],
        [reports, manifest('scope: {categories: [privacy]}'), 'soc2 soc2 current: privacy (TSC)'],
      ],
      '`systems`': [
        [
          state,
          manifest('report: {systems: [app]}\nsystems: [{id: app}, {id: shop}]') + control,
          'CC6.1 implemented',
        ],
        [
          state,
          manifest('report: {systems: [My shop]}\nsystems: [{id: app}, {id: shop, name: My Shop}]') + control,
          'CC6.1 missing',
        ],
        [state, manifest('report: {}\nsystems: [{id: app}, {id: shop}]') + control, 'CC6.1 implemented'],
      ],
      '`catalogs`': [
        [
          reports,
          manifest('report: {catalogs: [TSC, Own]}\ncatalogs: [catalogs/own.yaml]') + objectives,
          'soc2 soc2 current: security (TSC, Own)',
        ],
        [
          reports,
          manifest('reports: [{kind: soc2}, {kind: soc3}, {kind: soc1}]\ncatalogs: [catalogs/own.yaml]') +
            objectives,
          'soc2 soc2 current: security (TSC); soc3-2 soc3 current: security (TSC); soc1-3 soc1 current: no category (Own)',
        ],
      ],
    },
  },
  {
    table: 'Other keys 1',
    rows: {
      '`timeZone`': knowsKey('timeZone', 'Europe/Berlin'),
      '`services`': knowsKey('services', '[{id: a, name: A, description: x}]'),
      '`auditor` of a report': [
        [found('scope/unknown-key'), manifest('report: {auditor: A}'), 'nothing'],
        [found('scope/unknown-key'), manifest('report: {adiutor: A}'), 'adiutor'],
      ],
    },
  },
];
