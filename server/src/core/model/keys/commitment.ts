import type { Key } from '../key.ts';
import { categories } from '../vocabulary.ts';

/** The keys of a commitment, beside those that all records share. */
export const commitmentKeys = [
  { name: 'text', type: 'text', description: 'What is promised or required.' },
  {
    name: 'source',
    type: 'text',
    description: 'Where the commitment is written: a contract, a service level agreement, or a website.',
  },
  {
    name: 'categories',
    type: 'word',
    words: categories,
    list: true,
    description: 'The categories that the commitment belongs to.',
  },
] as const satisfies readonly Key[];
