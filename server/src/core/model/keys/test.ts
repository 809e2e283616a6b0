import type { Key } from '../key.ts';
import { control } from './forms.ts';

/** The keys of a test, beside those that all records share. */
export const testKeys = [
  control('The id of the control that was tested.'),
  {
    name: 'by',
    type: 'word',
    words: ['management', 'auditor'],
    description: "Whose test it is: management's own (the default), or the auditor's, as received.",
  },
  {
    name: 'method',
    type: 'word',
    words: ['inquiry', 'observation', 'inspection', 'reperformance'],
    list: true,
    description: 'How the control was tested: one method, or several.',
  },
  { name: 'on', type: 'date', description: 'The date of the test.' },
  {
    name: 'result',
    type: 'word',
    words: ['passed', 'exception'],
    description: 'Whether the control operated as its statement says.',
  },
] as const satisfies readonly Key[];
