import type { Key } from '../key.ts';
import { status } from './forms.ts';

/** The keys of a task, beside those that all records share. */
export const taskKeys = [
  status(['open', 'done'], 'Whether it is still to be done.'),
  { name: 'gap', type: 'text', description: 'The criterion or the control that lacks something.' },
  { name: 'due', type: 'date', description: 'The day by which it is to be done.' },
  { name: 'closedBy', type: 'person', description: 'Who found it done.' },
  { name: 'closedOn', type: 'date', description: 'The date on which it was found done.' },
] as const satisfies readonly Key[];
