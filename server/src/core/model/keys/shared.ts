import type { Key } from '../key.ts';

const documentStatus = ['draft', 'review', 'approved', 'retired'] as const;

/** The keys that all records share. */
export const sharedKeys = [
  { name: 'id', type: 'id', description: 'The id that other records use to refer to this one.' },
  { name: 'title', aliases: ['name'], type: 'text', description: 'The title of the record.' },
  { name: 'kind', type: 'word', description: 'What the record is, if its folder does not say so.' },
  { name: 'owner', type: 'person', description: 'The person or role that is responsible for the record.' },
  {
    name: 'satisfies',
    aliases: ['tsc_criteria'],
    type: 'citations',
    list: true,
    description:
      'The criteria that the record serves: `TSC: [CC6.1, CC6.2]`, or a bare list, which means the TSC.',
  },
  { name: 'status', type: 'word', words: documentStatus, description: 'How far along the record is.' },
  { name: 'version', type: 'text', description: 'The version of the record. `1.10` is text, not a number.' },
  { name: 'effective', type: 'date', description: 'The date from which the record is in force.' },
  { name: 'approvedBy', type: 'person', list: true, description: 'Who approved the record.' },
  { name: 'approvedOn', type: 'date', description: 'The date of the approval.' },
  { name: 'reviewed', type: 'date', description: 'The date of the last review.' },
  {
    name: 'reviewEvery',
    type: 'interval',
    suggestions: ['monthly', 'quarterly', 'semiannual', 'annual'],
    description: 'How often the record is reviewed, such as `annual`.',
  },
  { name: 'tags', type: 'text', list: true, description: 'Your own words to sort by.' },
  {
    name: 'confidential',
    type: 'boolean',
    description: 'Whether the record must not leave the organization. `false` means that it may.',
  },
  {
    name: 'supersedes',
    type: 'reference',
    list: true,
    description: 'The id of the record that this one replaces, or `none`.',
  },
] as const satisfies readonly Key[];
