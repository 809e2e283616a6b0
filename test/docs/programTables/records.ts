import type { TableCases } from './table.ts';
import { records } from './told.ts';

/** A record with an id alone, in a folder and by its kind. */
const both = (kind: string, folder: string): string =>
  `=== ${folder}/a.yaml\nid: A\ncontrols: [C]\n=== registers/b.yaml\nid: B\nkind: ${kind}\n`;

const row = (kind: string, folder: string) => [
  [records, both(kind, folder), `${kind} A counts; ${kind} B counts`] as const,
];

export const recordTables: readonly TableCases[] = [
  {
    table: 'Records 1',
    rows: {
      '`control`': row('control', 'controls'),
      '`policy`, `procedure`, `narrative`': [
        ...row('policy', 'policies'),
        ...row('procedure', 'procedures'),
        ...row('narrative', 'narratives'),
        [
          records,
          '=== narratives/a.md\nText.\n=== policies/b.md\nText.\n=== procedures/c.md\nText.\n=== controls/d.md\nText.\n',
          'narrative (a) counts; policy (b) counts; procedure (c) counts',
        ],
      ],
      '`evidence`': row('evidence', 'evidence'),
      '`commitment`': row('commitment', 'commitments'),
      '`test`': row('test', 'tests'),
      '`deviation`': row('deviation', 'deviations'),
      '`waiver`': row('waiver', 'waivers'),
      '`risk`': row('risk', 'risks'),
      '`vendor`': row('vendor', 'vendors'),
      '`userControl`': [
        ...row('userControl', 'user-controls'),
        [records, '=== registers/a.yaml\nid: A\nkind: User-Control\n', 'userControl A counts'],
      ],
      '`task`': row('task', 'tasks'),
      '`request`': row('request', 'requests'),
      '`answer`': row('answer', 'answers'),
    },
  },
];
