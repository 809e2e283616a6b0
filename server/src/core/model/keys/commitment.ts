import type { Key } from '../key.ts';
import { categories } from '../vocabulary.ts';

/** The keys of a commitment, beside those that all records share. */
export const commitmentKeys = [
  { name: 'text', type: 'text', description: 'What is promised or required.' },
  {
    name: 'source',
    type: 'text',
    description: 'Where it stands: contract, service level agreement, site.',
  },
  {
    name: 'categories',
    type: 'word',
    words: categories,
    list: true,
    description: 'The categories that it belongs to.',
  },
] as const satisfies readonly Key[];
