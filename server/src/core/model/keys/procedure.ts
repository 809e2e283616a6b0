import type { Key } from '../key.ts';
import { cron, frequencies, otherFrequency } from '../vocabulary.ts';

/** The keys of a procedure, beside those that all records share. */
export const procedureKeys = [
  {
    name: 'cron',
    type: 'text',
    pattern: cron,
    description: 'When the procedure is due, as a cron expression.',
  },
  {
    name: 'frequency',
    type: 'word',
    words: frequencies,
    pattern: otherFrequency,
    list: true,
    description: 'How often the procedure is performed. With `satisfies`, the procedure counts as a control.',
  },
] as const satisfies readonly Key[];
