import type { Key } from '../key.ts';
import { controls, period } from './forms.ts';

/** The keys of a vendor, beside those that all records share. */
export const vendorKeys = [
  {
    name: 'subservice',
    type: 'word',
    words: ['carve-out', 'inclusive', 'none'],
    description:
      'Whether the vendor is a subservice organization, and whether the report leaves out or includes its controls.',
  },
  {
    name: 'csocs',
    type: 'mapping',
    list: true,
    description:
      'The complementary subservice organization controls (CSOCs): what you assume that the vendor does, under carve-out only.',
    keys: [
      { name: 'text', type: 'text', description: 'What the vendor is assumed to do.' },
      {
        name: 'satisfies',
        type: 'citations',
        list: true,
        description: 'The criteria that depend on this control.',
      },
    ],
  },
  {
    name: 'monitoredBy',
    type: 'reference',
    refersTo: 'control',
    list: true,
    description: 'The ids of the controls that monitor the vendor.',
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
        description: 'The kind of report.',
      },
      { name: 'type', type: 'word', words: ['1', '2'], description: 'Type I or Type II.' },
      period('period', 'The period of the report.'),
      { name: 'asOf', type: 'date', description: 'The date of a Type I report.' },
      {
        name: 'opinion',
        type: 'word',
        words: ['unqualified', 'qualified', 'adverse', 'disclaimer'],
        description: "The auditor's opinion.",
      },
      { name: 'exceptions', type: 'number', description: 'How many exceptions the report names.' },
      {
        name: 'reviewed',
        type: 'date',
        description: 'The date on which somebody read and assessed the report.',
      },
      {
        name: 'conclusion',
        type: 'text',
        description:
          'What you concluded from the report: what a qualified opinion or an exception means for you, and what you did about it.',
      },
      period('bridge', "The time after the period that the vendor's bridge letter covers."),
    ],
  },
  {
    name: 'userControls',
    type: 'mapping',
    list: true,
    description: "The controls that the vendor's report expects of its customers, each with yours.",
    keys: [
      { name: 'text', type: 'text', description: 'What the vendor expects you to do.' },
      controls('The ids of your controls that do it.'),
    ],
  },
] as const satisfies readonly Key[];
