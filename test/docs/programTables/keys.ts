import type { Case, TableCases } from './table.ts';
import { found, known, offered, records, state, titles } from './told.ts';

const manifest =
  '=== tickmark.yaml\nreport: {kind: soc2, type: 1, asOf: 2026-06-30, categories: [security]}\nrules: {preset: strict}\n';
const record = (kind: string, keys: string): string =>
  `=== registers/a.yaml\nid: A\nkind: ${kind}\n${keys}\n`;
const control = (keys: string): string => record('control', `satisfies: [CC6.1]\n${keys}`);
const procedure = (keys: string): string => record('procedure', `satisfies: [CC6.1]\n${keys}`);

/** The keys of such a record are known to its kind. */
const knows = (kind: string, keys: string, out: string): Case => [known, record(kind, keys), out];
/** These words are offered for a key. */
const words = (kind: string, key: string, out: string): Case => [
  offered,
  manifest + record(kind, `${key}: $0`),
  out,
];
/** What is named under a key must exist, by its id or its file's name. */
const mustExist = (kind: string, key: string): Case[] => [
  [
    found('documents/unknown-reference'),
    `${manifest}${record(kind, `${key}: [here, gone]`)}=== policies/here.md\nText.\n`,
    'gone',
  ],
];

const reads = 'documents/unknown-reference';

export const keyTables: readonly TableCases[] = [
  {
    table: 'Keys 1',
    rows: {
      '`id`': [
        [
          found(reads),
          `${manifest}${control('policies: [AP-1, LP, NO]')}=== policies/a.md\n---\nid: AP-1\n---\n=== policies/b.md\nname: B\nacronym: LP\nsatisfies: {TSC: [CC6.7]}\n---\n`,
          'NO',
        ],
      ],
      '`title`, `name`': [
        [
          titles,
          '=== policies/a.md\n---\ntitle: One\n---\n# Head\nText.\n=== policies/b.md\n---\nname: Two\n---\n# Head\nText.\n=== policies/c.md\n# Three\nText.\n',
          'One; Two; Three',
        ],
      ],
      '`kind`': [
        [
          records,
          '=== policies/a.md\n---\nkind: procedure\n---\nText.\n=== policies/b.md\nText.\n',
          'policy (b) counts; procedure (a) counts',
        ],
      ],
      '`satisfies`, `tsc_criteria`': [
        [
          state,
          `${manifest}${record('control', 'satisfies: [CC6.1]\nstatus: implemented')}`,
          'CC6.1 implemented',
        ],
        [
          state,
          `${manifest}${record('control', 'tsc_criteria: [CC6.1]\nstatus: implemented')}`,
          'CC6.1 implemented',
        ],
        [state, `${manifest}${record('control', 'criteria: [CC6.2]\nstatus: implemented')}`, 'CC6.1 missing'],
      ],
      '`status`': [
        words('policy', 'status', 'draft, review, approved, retired'),
        [
          records,
          ['draft', 'review', 'approved', 'retired']
            .map(word => `=== policies/${word}.md\n---\nstatus: ${word}\n---\nText.\n`)
            .join(''),
          'policy (approved) counts; policy (draft) draft; policy (retired) retired; policy (review) counts',
        ],
      ],
      '`supersedes`': [
        ...mustExist('policy', 'supersedes'),
        [
          found('documents/unknown-reference'),
          `${manifest}${record('policy', 'supersedes: [none, version 1.0]')}`,
          'nothing',
        ],
      ],
      '`owner`': [
        [found('controls/missing-owner'), `${manifest}${control('title: A')}`, 'A'],
        [found('controls/missing-owner'), `${manifest}${control('owner: jo')}`, 'nothing'],
      ],
      '`version`, `effective`': [
        knows('policy', 'version: 1.10\neffective: 2026-01-01', 'version; effective'),
      ],
      '`approvedBy`, `approvedOn`': [
        [found('documents/unapproved'), `${manifest}${record('policy', 'status: approved')}`, 'approved'],
        [
          found('documents/unapproved'),
          `${manifest}${record('policy', 'status: approved\napprovedBy: jo\napprovedOn: 2026-01-01')}`,
          'nothing',
        ],
      ],
      '`reviewed`, `reviewEvery`': [
        [
          found('documents/review-overdue'),
          `${manifest}${record('policy', 'reviewed: 2025-06-29\nreviewEvery: annual')}`,
          '2025-06-29',
        ],
        [
          found('documents/review-overdue'),
          `${manifest}${record('policy', 'reviewed: 2025-06-30\nreviewEvery: annual')}`,
          'nothing',
        ],
      ],
      '`tags`': [knows('policy', 'tags: [access]', 'tags')],
      '`confidential`': [
        knows('policy', 'confidential: false', 'confidential'),
        words('policy', 'confidential', 'true, false'),
      ],
    },
  },
  {
    table: 'Keys 2',
    rows: {
      '`status`': [
        words('control', 'status', 'planned, designed, implemented, retired'),
        ...(
          [
            ['planned', 'missing'],
            ['designed', 'designed'],
            ['implemented', 'implemented'],
            ['Implemented', 'implemented'],
            ['retired', 'missing'],
            ['active', 'designed'],
          ] as const
        ).map(([word, out]): Case => [state, `${manifest}${control(`status: ${word}`)}`, `CC6.1 ${out}`]),
      ],
      '`implementedOn`, `retiredOn`': [
        [state, `${manifest}${control('implementedOn: 2026-06-30')}`, 'CC6.1 implemented'],
        [state, `${manifest}${control('implementedOn: 2026-07-01')}`, 'CC6.1 designed'],
        [state, `${manifest}${control('implementedOn: 2026-06-301')}`, 'CC6.1 designed'],
        [state, `${manifest}${control('status: implemented\nimplementedOn: 2026-07-01')}`, 'CC6.1 designed'],
        [state, `${manifest}${control('status: implemented\nretiredOn: 2026-06-30')}`, 'CC6.1 missing'],
        [state, `${manifest}${control('status: implemented\nretiredOn: 2026-07-01')}`, 'CC6.1 implemented'],
      ],
      '`key`': [
        ...['false', 'no', 'off', 'No'].map(
          (word): Case => [
            state,
            `${manifest}${control(`status: implemented\nkey: ${word}`)}`,
            'CC6.1 designed',
          ],
        ),
        ...['true', 'yes', 'none', 'sign-off', 'off-site'].map(
          (word): Case => [
            state,
            `${manifest}${control(`status: implemented\nkey: ${word}`)}`,
            'CC6.1 implemented',
          ],
        ),
        [state, `${manifest}${control('status: implemented')}`, 'CC6.1 implemented'],
      ],
      '`policies`': mustExist('control', 'policies'),
      '`statement`': [knows('control', 'statement: Jo reviews access.', 'statement')],
      '`nature`': [words('control', 'nature', 'preventive, detective, corrective')],
      '`execution`': [words('control', 'execution', 'manual, automated, hybrid')],
      '`frequency`': [
        words(
          'control',
          'frequency',
          'continuous, daily, weekly, monthly, quarterly, semiannual, annual, event-driven',
        ),
        [found('controls/missing-frequency'), `${manifest}${control('title: A')}`, 'A'],
        [found('controls/missing-frequency'), `${manifest}${control('frequency: 0 0 1 * *')}`, 'nothing'],
        [
          found('documents/unknown-value'),
          `${manifest}${control('frequency: [event-driven, annual, anual]')}`,
          'anual',
        ],
      ],
      '`systems`': [
        [
          state,
          `=== tickmark.yaml\nreport: {systems: [app]}\nsystems: [{id: app}, {id: shop, name: My Shop}]\n${control('status: implemented\nsystems: [my shop]')}`,
          'CC6.1 missing',
        ],
        [
          state,
          `=== tickmark.yaml\nreport: {systems: [app]}\nsystems: [{id: app}, {id: shop}]\n${control('status: implemented\nsystems: [app]')}`,
          'CC6.1 implemented',
        ],
      ],
      '`performedBy`, `expects`': [
        knows('control', 'performedBy: jo\nexpects: a report', 'performedBy; expects'),
      ],
      '`grace`': [
        knows('control', 'grace: 10', 'grace'),
        [
          found('documents/unknown-value'),
          `${manifest}${control('grace: 10')}---\nid: B\nkind: control\ngrace: 2 weeks\n---\nid: C\nkind: control\ngrace: soon\n`,
          'soon',
        ],
      ],
      '`history`': [
        knows(
          'control',
          'history: [{from: 2025-01-01, to: 2025-06-30, frequency: annual, statement: Jo reviews.}]',
          'history; frequency; statement',
        ),
      ],
    },
  },
  {
    table: 'Keys 3',
    rows: {
      '`frequency`, `cron`': [
        [state, `${manifest}${procedure('status: approved')}`, 'CC6.1 documented'],
        [state, `${manifest}${procedure('status: approved\nfrequency: monthly')}`, 'CC6.1 implemented'],
        [
          state,
          `${manifest}${procedure('status: approved\nfrequency: [sometimes, monthly]')}`,
          'CC6.1 implemented',
        ],
        [state, `${manifest}${procedure('status: approved\ncron: "0 0 1 * *"')}`, 'CC6.1 implemented'],
        [
          state,
          `${manifest}${record('procedure', 'text: CC6.1\nstatus: approved\nfrequency: monthly')}`,
          'CC6.1 documented',
        ],
      ],
      '`effective`': [
        [
          state,
          `${manifest}${procedure('status: approved\nfrequency: monthly\neffective: 2026-06-30')}`,
          'CC6.1 implemented',
        ],
        [
          state,
          `${manifest}${procedure('status: approved\nfrequency: monthly\neffective: 2026-07-01')}`,
          'CC6.1 designed',
        ],
        [
          state,
          `${manifest}${procedure('status: review\nfrequency: monthly\neffective: 2026-06-30')}`,
          'CC6.1 designed',
        ],
      ],
    },
  },
  {
    table: 'Keys 4',
    rows: {
      '`describes`': [
        words('narrative', 'describes', 'DC 1, DC 2, DC 3, DC 4, DC 5, DC 6, DC 7, DC 8, DC 9'),
        [found('audit/no-description'), `${manifest}${record('narrative', 'describes: [DC 3]')}`, 'nothing'],
      ],
    },
  },
  {
    table: 'Keys 5',
    rows: {
      '`controls`': mustExist('evidence', 'controls'),
      '`systems`, `expects`, `type`': [
        knows('evidence', 'systems: [app]\nexpects: a list\ntype: screenshot', 'systems; expects; type'),
      ],
      '`window`, `performed`, `covers`': [
        knows(
          'evidence',
          'window: 2026-Q1\nperformed: 2026-01-01\ncovers: {from: 2026-01-01, to: 2026-03-31}',
          'window; performed; covers',
        ),
        [
          found('evidence/dates'),
          `${manifest}${record('evidence', 'performed: 2026-02-30\ncovers: {from: 2026-04-31, to: 2026-03-311}')}`,
          '2026-02-30; 2026-04-31; 2026-03-311',
        ],
      ],
      '`collected`, `collectedBy`, `reviewedBy`': [
        [found('evidence/dates'), `${manifest}${record('evidence', 'collected: 2026-13-01')}`, '2026-13-01'],
        [
          found('evidence/same-person'),
          `${manifest}${record('evidence', 'collectedBy: jo\nreviewedBy: Jo')}`,
          'Jo',
        ],
        [
          found('evidence/same-person'),
          `${manifest}${record('evidence', 'collectedBy: jo\nreviewedBy: ana')}`,
          'nothing',
        ],
      ],
      '`source`, `sha256`': [
        [
          found('evidence/missing-source'),
          `${manifest}${record('evidence', 'source: files/gone.csv')}=== registers/files/b.csv\nx\n`,
          'files/gone.csv',
        ],
        [
          found('evidence/hash-differs'),
          `${manifest}${record('evidence', `source: files/b.csv\nsha256: ${'0'.repeat(64)}`)}=== registers/files/b.csv\nx\n`,
          '0'.repeat(64),
        ],
      ],
      '`custodian`': [knows('evidence', 'custodian: Head of People', 'custodian')],
      '`selected`': [
        knows('evidence', 'selected: [CHG-101, CHG-117]', 'selected'),
        knows('evidence', 'selected: samples/changes.csv', 'selected'),
      ],
      '`query`, `extractedOn`, `count`, `reconciledWith`': [
        knows(
          'evidence',
          'query: all users\nextractedOn: 2026-01-01\ncount: 12\nreconciledWith: payroll',
          'query; extractedOn; count; reconciledWith',
        ),
        [found('evidence/dates'), `${manifest}${record('evidence', 'extractedOn: 2026-1-1')}`, '2026-1-1'],
      ],
    },
  },
  {
    table: 'Keys 6',
    rows: {
      '`commitment`': [
        knows(
          'commitment',
          'text: We answer.\nsource: terms\ncategories: [availability]',
          'text; source; categories',
        ),
      ],
      '`test`': [
        words('test', 'by', 'management, auditor'),
        knows('test', 'method: inquiry\non: 2026-01-01\nresult: passed', 'method; on; result'),
        ...mustExist('test', 'control'),
      ],
      '`deviation`': [
        knows(
          'deviation',
          'system: app\nwindow: 2026-Q1\ncount: 1\nof: 9\ncause: x\ncompensating: y\nremediated: 2026-01-01\nmanagementResponse: z',
          'system; window; count; of; cause; compensating; remediated; managementResponse',
        ),
        ...mustExist('deviation', 'control'),
      ],
      '`waiver`': [
        knows('waiver', 'scope: x\nreason: y\nexpires: 2027-01-01', 'scope; reason; expires'),
        ...mustExist('waiver', 'policy'),
      ],
      '`risk`': [
        knows('risk', 'likelihood: low\nimpact: high\ntreatment: accept', 'likelihood; impact; treatment'),
        ...mustExist('risk', 'controls'),
      ],
      '`vendor`': [
        words('vendor', 'subservice', 'carve-out, inclusive, none'),
        knows('vendor', 'csocs: []\nreport: {}\nuserControls: []', 'csocs; report; userControls'),
        ...mustExist('vendor', 'monitoredBy'),
      ],
      '`userControl`': [
        words('userControl', 'type', 'cuec, responsibility'),
        knows('userControl', 'text: x\nwhy: y', 'text; why'),
      ],
      '`task`': [
        words('task', 'status', 'open, done'),
        knows(
          'task',
          'gap: CC6.1\ndue: 2026-01-01\nclosedBy: jo\nclosedOn: 2026-01-01',
          'gap; due; closedBy; closedOn',
        ),
      ],
      '`request`': [
        words('request', 'status', 'open, submitted, returned, accepted'),
        knows('request', 'text: x\nreceived: 2026-01-01\ndue: 2026-02-01', 'text; received; due'),
        ...mustExist('request', 'controls'),
        ...mustExist('request', 'evidence'),
      ],
      '`answer`': [
        knows('answer', 'question: x\nanswer: y', 'question; answer'),
        ...mustExist('answer', 'controls'),
      ],
    },
  },
];
