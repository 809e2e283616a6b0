import type { TableCases } from './table.ts';
import { layout, records, state } from './told.ts';

const cited = '---\nsatisfies: [CC6.1]\n---\n';
const bare = 'name: A\nsatisfies: {TSC: [CC6.1]}\n---\nText.\n';

/** Two folders side by side, the first with a document that cites. */
const beside = (folder: string, other: string, text = cited): string =>
  `=== ${folder}/a.md\n${text}=== ${other}/b.md\nText.\n`;

export const layoutTables: readonly TableCases[] = [
  {
    table: 'Layouts 1',
    rows: {
      '`native`': [
        [layout, '=== tickmark.yaml\n', 'native'],
        [layout, beside('controls', 'narratives'), 'native'],
        [layout, beside('policies', 'procedures'), 'native'],
        [layout, beside('standards', 'policies'), 'native'],
        [layout, beside('controls', 'policies', '---\ntsc_criteria: [CC6.1]\n---\n'), 'native'],
        [layout, beside('controls', 'risks'), 'nothing'],
        [layout, beside('controls', 'policies', 'Text.\n'), 'nothing'],
      ],
      '`comply`': [
        [layout, '=== comply.yml\n', 'comply'],
        [layout, '=== comply.yaml\n', 'comply'],
        [layout, beside('narratives', 'policies', bare), 'comply'],
        [layout, beside('procedures', 'standards', bare), 'comply'],
        [layout, beside('controls', 'policies', bare), 'native'],
        [layout, beside('narratives', 'policies', cited), 'native'],
        [layout, beside('narratives', 'policies', '---\nname: A\n---\n'), 'nothing'],
        [
          records,
          `=== comply.yml\n=== policies/a.md\n${bare}=== policies/in/b.md\n${bare}`,
          'policy (a) counts',
        ],
        [
          state,
          `=== comply.yml\n=== procedures/a.md\ncron: 0 0 1 * *\n${bare.replace('6.2', '6.1')}`,
          'CC6.1 implemented',
        ],
      ],
      '`plain`': [
        [layout, '=== a.md\n---\npolicy: true\n---\n=== b.md\n---\npolicy: true\n---\n', 'plain if named'],
        [layout, `=== a.md\n${cited}=== b.md\n---\ntsc_criteria: [CC6.2]\n---\n`, 'plain if named'],
        [
          layout,
          '=== a.md\n---\ntitle: Access policy\n---\n=== b.md\n# Restore procedure\n',
          'plain if named',
        ],
        [layout, '=== access-policy.md\n=== procedure/restore.md\n', 'plain if named'],
        [layout, '=== access-policy.md\n', 'nothing'],
        [layout, '=== a-policy.md\n=== b-policy.md\n=== c.md\n=== d.md\n', 'nothing'],
        [layout, '=== a-policy.md\n=== b-policy.md\n=== c.md\n', 'plain if named'],
        [layout, '=== policyholders.md\n=== policymakers.md\n', 'nothing'],
      ],
    },
  },
];
