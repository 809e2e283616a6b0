import type { Case, TableCases } from './table.ts';
import { description, records, state } from './told.ts';

const day = '2026-06-30';
const manifest = `=== tickmark.yaml\nreport: {kind: soc2, type: 1, asOf: ${day}, categories: [security]}\n`;
const control = (keys: string, id = 'AC-01'): string =>
  `=== controls/${id}.yaml\n{id: ${id}, satisfies: [CC6.1]${keys === '' ? '' : `, ${keys}`}}\n`;
const inPlace = (keys = ''): string =>
  control(`status: implemented${keys === '' ? '' : `, ${keys}`}`, 'AC-02');
const page = (path: string, front: string, body = 'Text.'): string =>
  `=== ${path}\n---\n${front}\n---\n${body}\n`;

/** A body that goes through all common criteria. */
const everyCriterion = 'For CC1.1-CC9.2, auditors ask for papers.';

/** A policy that says this of itself stands so; a control too counts for nothing. */
const standing = (front: string, out: string): Case[] => [
  [records, page('policies/a.md', front), `policy (a) ${out}`],
  [
    state,
    `${manifest}=== controls/a.yaml\nid: AC-01\nsatisfies: [CC6.1]\nimplementedOn: 2026-01-01\n${front}\n`,
    out === 'counts' ? 'CC6.1 designed' : 'CC6.1 missing',
  ],
];

/** A policy of this path stands so. */
const placed = (path: string, out: string, text = 'Text.'): Case => [
  records,
  `=== tickmark.yaml\n=== ${path}\n${text}\n`,
  `policy (${path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '')}) ${out}`,
];

export const coverageTables: readonly TableCases[] = [
  {
    table: 'Coverage 1',
    rows: {
      '`missing`': [
        [state, manifest, 'CC6.1 missing'],
        [state, `${manifest}${control('status: planned')}`, 'CC6.1 missing'],
        [
          state,
          `${manifest}=== registers/a.yaml\n{kind: task, id: T-1, satisfies: [CC6.1]}\n`,
          'CC6.1 missing',
        ],
      ],
      '`listed`': [
        [state, `${manifest}${page('policies/a.md', 'title: A', everyCriterion)}`, 'CC6.1 listed'],
        [
          state,
          `${manifest}${page('policies/a.md', 'title: A', everyCriterion)}${control('status: planned')}`,
          'CC6.1 listed',
        ],
        [
          state,
          `${manifest}${page('policies/a.md', 'title: A', everyCriterion)}${page('policies/b.md', 'title: B', 'CC6.1')}`,
          'CC6.1 documented',
        ],
        [state, `${manifest}${page('policies/a.md', 'satisfies: [CC1.1-CC9.2]')}`, 'CC6.1 documented'],
        [state, `${manifest}${page('policies/a.md', 'title: A', 'CC3.1-CC9.2')}`, 'CC6.1 documented'],
      ],
      '`documented`': [
        [state, `${manifest}${page('policies/a.md', 'satisfies: [CC6.1]')}`, 'CC6.1 documented'],
        [state, `${manifest}${page('procedures/a.md', 'title: A', 'As CC6.1 asks.')}`, 'CC6.1 documented'],
        [state, `${manifest}${page('narratives/a.md', 'satisfies: [CC6.1]')}`, 'CC6.1 documented'],
        [
          state,
          `${manifest}=== controls/a.yaml\n{id: A, satisfies: [CC6.2], statement: As CC6.1 asks.}\n`,
          'CC6.1 documented',
        ],
        [
          state,
          `${manifest}${control('status: planned')}${page('policies/a.md', 'satisfies: [CC6.1]')}`,
          'CC6.1 documented',
        ],
      ],
      '`designed`': [
        [state, `${manifest}${control('status: designed')}`, 'CC6.1 designed'],
        [state, `${manifest}${inPlace()}${control('status: designed')}`, 'CC6.1 designed'],
        [state, `${manifest}${inPlace('key: false')}`, 'CC6.1 designed'],
      ],
      '`implemented`': [
        [state, `${manifest}${inPlace()}`, 'CC6.1 implemented'],
        [state, `${manifest}${inPlace()}${control('status: designed, key: false')}`, 'CC6.1 implemented'],
        [state, `${manifest}${inPlace()}${control('status: planned')}`, 'CC6.1 implemented'],
      ],
      '`evidenced`': [
        [
          state,
          `${manifest}${inPlace()}=== evidence/a.yaml\n{id: EV-1, controls: [AC-02], performed: 2026-06-01}\n`,
          'CC6.1 implemented',
        ],
      ],
    },
  },
  {
    table: 'What does not count 1',
    rows: {
      draft: [
        ...['draft', 'in draft', 'WIP', 'work in progress', 'proposed'].flatMap(word =>
          standing(`status: ${word}`, 'draft'),
        ),
        ...['draft: true', 'published: false', 'adopted: false', 'applicable: false'].flatMap(front =>
          standing(front, 'draft'),
        ),
        ...['draft: false', 'published: true', 'status: review'].map(
          front => [records, page('policies/a.md', front), 'policy (a) counts'] as const,
        ),
        [records, page('policies/a.md', 'status: drafted by Jo'), 'policy (a) counts'],
        [records, page('policies/a.md', 'status: counterproposed'), 'policy (a) counts'],
      ],
      retired: [
        ...[
          'retired',
          'archived',
          'deprecated',
          'obsolete',
          'superseded',
          'withdrawn',
          'decommissioned',
          'inactive',
          'terminated',
          'offboarded',
          'off-boarded',
          'discontinued',
          'rescinded',
          'revoked',
          'ended',
          'former',
          'no longer used',
          'no longer in use',
          'not in use',
        ].flatMap(word => standing(`status: ${word}`, 'retired')),
        ...[
          'retired',
          'superseded',
          'deprecated',
          'obsolete',
          'archive',
          'archived',
          'archive-2024',
          '_archive',
          '_retired',
        ].map(folder => placed(`policies/${folder}/a.md`, 'retired')),
        ...['semiretired', 'unarchived', 'retired-staff'].map(folder =>
          placed(`policies/${folder}/a.md`, 'counts'),
        ),
        [records, page('policies/a.md', 'status: semiretired'), 'policy (a) counts'],
        [state, `${manifest}${inPlace('retiredOn: 2026-06-29')}`, 'CC6.1 missing'],
        [state, `${manifest}${inPlace(`retiredOn: ${day}`)}`, 'CC6.1 missing'],
        [state, `${manifest}${inPlace('retiredOn: 2026-07-01')}`, 'CC6.1 implemented'],
      ],
      template: [
        placed('policies/template/a.md', 'template'),
        placed('policies/templates/a.md', 'template'),
        placed('policies/template-access.md', 'template'),
        placed('policies/access-template.md', 'template'),
        placed('policies/letter-templates.md', 'template'),
        placed('policies/notice-letter.md', 'template', 'Dear [Name],'),
        placed('policies/notice-letter.md', 'counts', 'Letters are kept.'),
        placed('policies/a.md', 'template', '# Letters for a broken lock\r\n\r\nDear [Name],'),
        placed('policies/a.md', 'template', 'Letters for a broken lock\n---\n\nDear [Name],'),
        placed('policies/a.md', 'template', '> Copy this template, and replace [Company].'),
        placed('policies/a.md', 'counts', 'Nobody may copy this document. Ask [Company].'),
        [
          records,
          page('procedures/a.md', 'cron: "0 0 1 */3 *"', 'Count for {{this_quarter}}.'),
          'procedure (a) counts',
        ],
        [
          records,
          page('procedures/a.md', 'frequency: quarterly', 'Count for {{ year }}.'),
          'procedure (a) counts',
        ],
        [
          records,
          page('procedures/a.md', 'frequency: quarterly', 'For {{company}}.'),
          'procedure (a) template',
        ],
        placed('policies/contemplate/a.md', 'counts'),
        placed('policies/contemplate.md', 'counts'),
        placed('policies/a.md', 'template', 'For {{company}}.'),
        placed('policies/a.md', 'counts', 'Write `{{company}}`.'),
        placed('policies/a.md.tmpl', 'counts', 'For {{company}}.'),
        [
          records,
          '=== tickmark.yaml\n=== policies/a.md\nname: A\nacronym: AP\ncron: x\n---\nFor {{company}}.\n',
          'policy AP counts',
        ],
        ...['statement: TBD', 'title: "[Title]"'].map(
          keys => [state, `${manifest}${control(`status: implemented, ${keys}`)}`, 'CC6.1 missing'] as const,
        ),
        [
          state,
          `${manifest}${control('status: implemented, statement: Keys are kept.')}`,
          'CC6.1 implemented',
        ],
      ],
      elsewhere: [
        [
          state,
          `=== tickmark.yaml\nreport: {systems: [app]}\nsystems: [{id: app}, {id: shop}]\n${inPlace('systems: [shop]')}`,
          'CC6.1 missing',
        ],
        [
          state,
          `=== tickmark.yaml\nreport: {systems: [app]}\nsystems: [{id: app}, {id: shop}]\n${inPlace('systems: [shop, app]')}`,
          'CC6.1 implemented',
        ],
        [
          state,
          `=== tickmark.yaml\nreport: {systems: [app]}\nsystems: [{id: app}, {id: shop}]\n${inPlace('systems: [shop, other]')}`,
          'CC6.1 implemented',
        ],
      ],
      stub: [
        ...['policies', 'procedures', 'narratives'].flatMap(folder =>
          ['# Access\n\nComing soon', 'TBD'].map(
            text =>
              [
                records,
                `=== tickmark.yaml\n=== ${folder}/a.md\n${text}\n`,
                `${folder === 'policies' ? 'policy' : folder.slice(0, -1)} (a) stub`,
              ] as const,
          ),
        ),
        placed('policies/a.md', 'counts', 'The new form is coming soon.'),
        [records, '=== tickmark.yaml\n=== controls/a.md\n---\nid: AC-01\n---\nTBD\n', 'control AC-01 counts'],
      ],
    },
  },
  {
    table: 'The description of the system 1',
    rows: {
      '`described`': [
        [description('DC 1'), `${manifest}${page('narratives/a.md', 'describes: [DC 1]')}`, 'described'],
        [
          description('DC 3'),
          `${manifest}${page('narratives/a.md', 'describes: [DC 3]', 'The servers, the application, the staff, the runbooks, and the data.')}`,
          'described',
        ],
      ],
      '`described in part`': [
        [
          description('DC 3'),
          `${manifest}${page('narratives/a.md', 'describes: [DC 3]', 'The servers.')}`,
          'described in part',
        ],
      ],
      '`not described`': [
        [description('DC 1'), `${manifest}${page('narratives/a.md', 'describes: [DC 2]')}`, 'not described'],
        [
          description('DC 1'),
          `${manifest}${page('narratives/a.md', 'describes: [DC 1]\nstatus: draft')}`,
          'not described',
        ],
      ],
      '`not known`': [
        [
          description('DC 1'),
          `${manifest}${page('narratives/a.md', 'title: System description')}`,
          'not known',
        ],
      ],
      '`not expected`': [
        [description('DC 6'), `${manifest}`, 'not expected'],
        [
          description('DC 6'),
          `${manifest}=== user-controls/a.yaml\n{id: UC-1, type: cuec}\n`,
          'not described',
        ],
        [description('DC 7'), `${manifest}`, 'not expected'],
        [
          description('DC 7'),
          `${manifest}=== vendors/a.yaml\n{id: aws, subservice: inclusive}\n`,
          'not described',
        ],
        [description('DC 8'), `${manifest}`, 'not expected'],
        [
          description('DC 8'),
          `${manifest}scope: {exclude: [{criterion: CC6.4, reason: Hosted.}]}\n`,
          'not described',
        ],
      ],
    },
  },
];
