import type { Key } from '../key.ts';
import { controls } from './forms.ts';

/** The keys of an answer, beside those that all records share. */
export const answerKeys = [
  { name: 'question', type: 'text', description: 'The question, as it was asked.' },
  { name: 'answer', type: 'text', description: 'The answer.' },
  controls('The ids of the controls that support the answer.'),
] as const satisfies readonly Key[];
