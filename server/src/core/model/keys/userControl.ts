import type { Key } from '../key.ts';

/** The keys of a user control, beside those that all records share. */
export const userControlKeys = [
  {
    name: 'type',
    type: 'word',
    words: ['cuec', 'responsibility'],
    description:
      'A control without which a criterion would not be met (`cuec`), or other advice to customers.',
  },
  { name: 'text', type: 'text', description: 'What customers are to do.' },
  { name: 'why', type: 'text', description: 'Why only the customer can do it.' },
] as const satisfies readonly Key[];
