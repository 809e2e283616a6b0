import type { Key } from '../key.ts';
import { control } from './forms.ts';

/** The keys of a deviation, beside those that all records share. */
export const deviationKeys = [
  control('The id of the control that did not operate.'),
  {
    name: 'system',
    type: 'text',
    names: 'system',
    description: 'The system on which the control did not operate.',
  },
  {
    name: 'window',
    type: 'window',
    description: 'The window in which the control did not operate, such as 2026-Q1.',
  },
  { name: 'count', type: 'number', description: 'How many items were affected.' },
  { name: 'of', type: 'number', description: 'How many items there were in total.' },
  { name: 'cause', type: 'text', description: 'Why the control did not operate.' },
  { name: 'compensating', type: 'text', description: 'What limited the effect.' },
  { name: 'remediated', type: 'date', description: 'The date from which the cause was removed.' },
  {
    name: 'managementResponse',
    type: 'text',
    description: 'What management says about it, and what it did.',
  },
] as const satisfies readonly Key[];
