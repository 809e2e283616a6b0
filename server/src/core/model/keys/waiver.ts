import type { Key } from '../key.ts';

/** The keys of a waiver, beside those that all records share. */
export const waiverKeys = [
  {
    name: 'policy',
    type: 'reference',
    refersTo: 'policy',
    description: 'The id of the policy that the waiver is about.',
  },
  { name: 'scope', type: 'text', description: 'Who and what is exempt.' },
  { name: 'reason', type: 'text', description: 'Why the policy is waived.' },
  { name: 'expires', type: 'date', description: 'The last day on which the waiver applies.' },
] as const satisfies readonly Key[];
