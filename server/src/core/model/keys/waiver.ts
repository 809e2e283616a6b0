import type { Key } from '../key.ts';

/** The keys of a waiver, beside those that all records share. */
export const waiverKeys = [
  {
    name: 'policy',
    type: 'reference',
    refersTo: 'policy',
    description: 'The id of the policy that is waived.',
  },
  { name: 'scope', type: 'text', description: 'Who and what is exempt.' },
  { name: 'reason', type: 'text', description: 'Why it is waived.' },
  { name: 'expires', type: 'date', description: 'The last day on which the waiver holds.' },
] as const satisfies readonly Key[];
