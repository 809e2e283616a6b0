import type { Key } from '../key.ts';
import { controls, status } from './forms.ts';

/** The keys of a request, beside those that all records share. */
export const requestKeys = [
  status(['open', 'submitted', 'returned', 'accepted'], 'How far along the answer is.'),
  { name: 'text', type: 'text', description: 'What the auditor asks for.' },
  { name: 'received', type: 'date', description: 'The date on which the auditor asked.' },
  { name: 'due', type: 'date', description: 'The day by which an answer is due.' },
  controls('The ids of the controls that the request is about.'),
  {
    name: 'evidence',
    type: 'reference',
    refersTo: 'evidence',
    list: true,
    description: 'The ids of the evidence that answers the request.',
  },
] as const satisfies readonly Key[];
