import type { Key } from '../key.ts';
import { status } from './forms.ts';

/** The keys of a task, beside those that all records share. */
export const taskKeys = [
  status(['open', 'done'], 'Whether the task is open or done.'),
  { name: 'gap', type: 'text', names: 'gap', description: 'The criterion or control that has a gap.' },
  { name: 'due', type: 'date', description: 'The day by which the task is due.' },
  { name: 'closedBy', type: 'person', description: 'Who confirmed that the task is done.' },
  {
    name: 'closedOn',
    type: 'date',
    description: 'The date on which somebody confirmed that the task is done.',
  },
] as const satisfies readonly Key[];
