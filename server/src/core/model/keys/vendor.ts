import type { Key } from '../key.ts';
import { controls, period } from './forms.ts';

/** The keys of a vendor, beside those that all records share. */
export const vendorKeys = [
  {
    name: 'subservice',
    type: 'word',
    words: ['carve-out', 'inclusive', 'none'],
    description:
      "Whether it is a subservice organization, and whether the report leaves out or includes the vendor's controls.",
  },
  {
    name: 'csocs',
    type: 'mapping',
    list: true,
    description: 'The controls that are assumed at a subservice organization; under carve-out only.',
    keys: [
      { name: 'text', type: 'text', description: 'What the vendor is assumed to do.' },
      {
        name: 'satisfies',
        type: 'citations',
        list: true,
        description: 'The criteria that could not be met without it.',
      },
    ],
  },
  {
    name: 'monitoredBy',
    type: 'reference',
    refersTo: 'control',
    list: true,
    description: 'The ids of the controls by which the vendor is monitored.',
  },
  {
    name: 'report',
    type: 'mapping',
    description: "The vendor's own report.",
    keys: [
      {
        name: 'kind',
        type: 'text',
        suggestions: ['soc1', 'soc2', 'soc3', 'iso27001'],
        description: 'What report it is.',
      },
      { name: 'type', type: 'word', words: ['1', '2'], description: 'Type I or Type II.' },
      period('period', 'The period of the report.'),
      {
        name: 'opinion',
        type: 'word',
        words: ['unqualified', 'qualified', 'adverse', 'disclaimer'],
        description: "The auditor's opinion.",
      },
      { name: 'exceptions', type: 'number', description: 'How many exceptions it reports.' },
      { name: 'reviewed', type: 'date', description: 'The date on which it was read and judged.' },
      period('bridge', 'The time after the period for which the vendor gave a bridge letter.'),
    ],
  },
  {
    name: 'userControls',
    type: 'mapping',
    list: true,
    description: "The controls that the vendor's report assumes at its customers, each with ours.",
    keys: [
      { name: 'text', type: 'text', description: 'What the vendor assumes that we do.' },
      controls('The ids of our controls that do it.'),
    ],
  },
] as const satisfies readonly Key[];
