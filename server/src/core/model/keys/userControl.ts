import type { Key } from '../key.ts';

/** The keys of a user control, beside those that all records share. */
export const userControlKeys = [
  {
    name: 'type',
    type: 'word',
    words: ['cuec', 'responsibility'],
    description:
      'A control that a criterion depends on (`cuec`), or other advice to customers (`responsibility`).',
  },
  { name: 'text', type: 'text', description: 'What customers are expected to do.' },
  { name: 'why', type: 'text', description: 'Why only the customer can do it.' },
] as const satisfies readonly Key[];
