import type { Key } from '../key.ts';
import { controls } from './forms.ts';

/** The keys of a risk, beside those that all records share. */
export const riskKeys = [
  { name: 'likelihood', type: 'text', description: 'How likely it is, on your own scale.' },
  { name: 'impact', type: 'text', description: 'How much harm it would do, on your own scale.' },
  {
    name: 'treatment',
    type: 'word',
    words: ['mitigate', 'transfer', 'accept', 'avoid'],
    description: 'What is done about it.',
  },
  controls('The ids of the controls that treat it.'),
] as const satisfies readonly Key[];
