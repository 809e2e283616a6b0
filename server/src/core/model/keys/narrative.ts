import type { Key } from '../key.ts';

/** The keys of a narrative, beside those that all records share. */
export const narrativeKeys = [
  {
    name: 'describes',
    type: 'text',
    names: 'description criterion',
    list: true,
    description: 'The description criteria that the narrative answers, such as DC 3.',
  },
] as const satisfies readonly Key[];
