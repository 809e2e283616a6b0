import type { TableCases } from './table.ts';
import { cites, found, points, stateBy } from './told.ts';

const inControl = (value: string): string =>
  `=== tickmark.yaml\nrules: {preset: strict}\n=== controls/a.yaml\nid: AC-01\nsatisfies: ${value}\n`;

export const criteriaTables: readonly TableCases[] = [
  {
    table: 'Criteria 1',
    rows: {
      '`{TSC: [CC6.1]}`': [
        [cites, '{TSC: [CC6.1]}', 'CC6.1'],
        ...[
          'TSC-2017',
          'TSP',
          'SOC2',
          'SOC 2',
          'Trust Services',
          'Trust Services Criteria',
          'Trust Services Principles',
          'AICPA',
          'AICPA TSC',
          'AICPA Trust Services Criteria',
        ].map(name => [cites, `{${name}: [CC6.1]}`, 'CC6.1'] as const),
        [cites, '{SOC: [CC6.1]}', 'SOC:CC6.1'],
      ],
      '`{Security: [CC6.1]}`, `{CC6: [CC6.1]}`': [
        [cites, '{Security: [CC6.1]}', 'CC6.1'],
        [cites, '{CC6: [CC6.1]}', 'CC6.1'],
      ],
      '`[CC6.1]`, `CC6.1, CC6.2`': [
        [cites, '[CC6.1]', 'CC6.1'],
        [cites, 'CC6.1, CC6.2', 'CC6.1; CC6.2'],
      ],
      '`{CC6.1: by single sign-on}`, `{TSC: {CC6.1: by single sign-on}}`': [
        [cites, '{CC6.1: by single sign-on}', 'CC6.1'],
        [cites, '{TSC: {CC6.1: by single sign-on}}', 'CC6.1'],
      ],
      '`{TSC: [{id: CC6.1, how: by single sign-on}]}`': [
        [cites, '{TSC: [{id: CC6.1, how: by single sign-on}]}', 'CC6.1'],
      ],
      '`[{TSC: [CC6.1]}, {ISO27001: [A.8.24]}]`': [
        [cites, '[{TSC: [CC6.1]}, {ISO27001: [A.8.24]}]', 'CC6.1; ISO27001:A.8.24'],
      ],
      '`[{standard: TSC, id: CC6.1}]`': [
        'standard',
        'framework',
        'catalog',
        'standard_key',
        'framework_key',
        'catalog_key',
      ].map(key => [cites, `[{${key}: TSC, id: CC6.1}]`, 'CC6.1'] as const),
      '`{ISO27001: [A.8.24]}`': [
        [cites, '{ISO27001: [A.8.24]}', 'ISO27001:A.8.24'],
        [found('criteria/unknown'), inControl('{ISO27001: [A.8.24]}'), 'nothing'],
        [found('criteria/not-in-catalog'), inControl('{ISO27001: [A.8.24]}'), 'nothing'],
        [found('criteria/not-in-catalog'), inControl('{ISO27001: [CC6.1]}'), 'CC6.1'],
      ],
    },
  },
  {
    table: 'Criteria 2',
    rows: {
      '`CC6.1`': [
        [cites, 'CC6.1', 'CC6.1'],
        [stateBy, 'CC6.1', 'CC6.1 implemented'],
      ],
      '`TSC:CC6.1`, `CC6.1 - Access`, `CC6.1_access`, `CC6.1-01`': [
        'TSC:CC6.1',
        'CC6.1 - Access',
        'CC6.1_access',
        'CC6.1-01',
      ].map(written => [cites, `["${written}"]`, 'CC6.1'] as const),
      '`CC6.1.b`, `CC6.1a` (to `h`), `CC6.1.2`': [
        ...['CC6.1.b', 'CC6.1a', 'CC6.1h', 'CC6.1.2'].map(
          written => [cites, `[${written}]`, 'CC6.1'] as const,
        ),
        [cites, '[CC6.1i]', 'CC6.1i'],
        [
          points,
          `=== tickmark.yaml\nsuffixesArePoints: true\n=== controls/a.yaml\nid: A\nsatisfies: [CC6.1.2]\n`,
          'point 2 of CC6.1',
        ],
      ],
      '`CC6.1-POF2`': [
        [points, '=== controls/a.yaml\nid: A\nsatisfies: [CC6.1-POF2]\n', 'point 2 of CC6.1'],
        [stateBy, '[CC6.1-POF2]', 'CC6.1 implemented'],
      ],
      '`CC6.1–CC6.4`, `CC6.1-CC6.4`, `CC6.1 to CC6.4`, `CC6.1 through CC6.4`, `CC6.1--CC6.4`, `CC6.1..CC6.4`, `CC6.1-6.4`, `CC6.1–4`, `CC6.1-4`':
        [
          'CC6.1–CC6.4',
          'CC6.1-CC6.4',
          'CC6.1 to CC6.4',
          'CC6.1 through CC6.4',
          'CC6.1--CC6.4',
          'CC6.1..CC6.4',
          'CC6.1-6.4',
          'CC6.1–4',
          'CC6.1-4',
        ].map(written => [cites, `[${written}]`, 'CC6.1; CC6.2; CC6.3; CC6.4'] as const),
      '`CC6.1, 6.2 and 6.4`': [[cites, '"CC6.1, 6.2 and 6.4"', 'CC6.1; CC6.2; CC6.4']],
      '`cc6.1`, `CC 6.1`, `CC-6.1`, `cc_6_1`': ['cc6.1', 'CC 6.1', 'CC-6.1', 'cc_6_1'].flatMap(written => [
        [cites, `[${written}]`, 'CC6.1'] as const,
        [found('criteria/spelling'), inControl(`[${written}]`), written] as const,
      ]),
      '`CC6`, `CC6.x`, `CC6 series`': ['CC6', 'CC6.x', 'CC6 series'].flatMap(written => [
        [cites, `[${written}]`, 'CC6 (group)'] as const,
        [stateBy, `[${written}]`, 'CC6.1 missing'] as const,
        [found('criteria/group'), inControl(`[${written}]`), written] as const,
      ]),
    },
  },
];
