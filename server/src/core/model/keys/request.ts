import type { Key } from '../key.ts';
import { controls, status } from './forms.ts';

/** The keys of a request, beside those that all records share. */
export const requestKeys = [
  status(['open', 'submitted', 'returned', 'accepted'], 'How far along the answer is.'),
  { name: 'text', type: 'text', description: 'What the auditor asks for.' },
  { name: 'received', type: 'date', description: 'The date on which it was asked for.' },
  { name: 'due', type: 'date', description: 'The day by which it is to be answered.' },
  controls('The ids of the controls that it is about.'),
  {
    name: 'evidence',
    type: 'reference',
    refersTo: 'evidence',
    list: true,
    description: 'The ids of the evidence that answers it.',
  },
] as const satisfies readonly Key[];
