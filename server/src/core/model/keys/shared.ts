import type { Key } from '../key.ts';

const documentStatus = ['draft', 'review', 'approved', 'retired'] as const;

/** The keys that all records share. */
export const sharedKeys = [
  { name: 'id', type: 'id', description: 'The id by which other records refer to this one.' },
  { name: 'title', aliases: ['name'], type: 'text', description: 'What it is called.' },
  { name: 'kind', type: 'word', description: 'What the record is, where its folder does not say so.' },
  { name: 'owner', type: 'person', description: 'The person or role that answers for it.' },
  {
    name: 'satisfies',
    aliases: ['tsc_criteria'],
    type: 'citations',
    list: true,
    description: 'The criteria that it serves: `TSC: [CC6.1, CC6.2]`, or a bare list, which means the TSC.',
  },
  { name: 'status', type: 'word', words: documentStatus, description: 'How far along it is.' },
  { name: 'version', type: 'text', description: 'Its version; `1.10` is text, not a number.' },
  { name: 'effective', type: 'date', description: 'The date from which it is in force.' },
  { name: 'approvedBy', type: 'person', description: 'Who approved it.' },
  { name: 'approvedOn', type: 'date', description: 'The date of the approval.' },
  { name: 'reviewed', type: 'date', description: 'The date of the last review.' },
  {
    name: 'reviewEvery',
    type: 'interval',
    suggestions: ['monthly', 'quarterly', 'semiannual', 'annual'],
    description: 'How often it is reviewed, such as `annual`.',
  },
  { name: 'tags', type: 'text', list: true, description: 'Words of your own to sort by.' },
  {
    name: 'confidential',
    type: 'boolean',
    description: 'Whether it must not leave the organization; `false` says that it may.',
  },
  {
    name: 'supersedes',
    type: 'reference',
    list: true,
    description: 'The id of the record that this one replaces.',
  },
] as const satisfies readonly Key[];
