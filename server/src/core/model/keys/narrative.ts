import type { Key } from '../key.ts';

/** The keys of a narrative, beside those that all records share. */
export const narrativeKeys: readonly Key[] = [
  {
    name: 'describes',
    type: 'text',
    list: true,
    description: 'The description criteria it answers, such as DC 3.',
  },
];
