import type { Key } from '../key.ts';
import { controls } from './forms.ts';

/** The keys of a risk, beside those that all records share. */
export const riskKeys = [
  { name: 'likelihood', type: 'text', description: 'How likely the risk is, on your own scale.' },
  { name: 'impact', type: 'text', description: 'How much harm the risk would do, on your own scale.' },
  {
    name: 'treatment',
    type: 'word',
    words: ['mitigate', 'transfer', 'accept', 'avoid'],
    description: 'What you do about the risk.',
  },
  controls('The ids of the controls that treat the risk.'),
] as const satisfies readonly Key[];
