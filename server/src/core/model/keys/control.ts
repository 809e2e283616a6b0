import type { Key } from '../key.ts';
import { cron, evidenceTypes, frequencies } from '../vocabulary.ts';
import { status } from './forms.ts';

/** The keys of a control, beside those that all records share. */
export const controlKeys = [
  status(
    ['planned', 'designed', 'implemented', 'retired'],
    'How far along the control is: planned, designed, implemented or retired.',
  ),
  { name: 'statement', type: 'text', description: 'Who does what, when, and what it leaves behind.' },
  {
    name: 'nature',
    type: 'word',
    words: ['preventive', 'detective', 'corrective'],
    description: 'Whether it prevents, detects or corrects.',
  },
  {
    name: 'execution',
    type: 'word',
    words: ['manual', 'automated', 'hybrid'],
    description: 'Whether a person or a system performs it.',
  },
  {
    name: 'frequency',
    type: 'word',
    words: frequencies,
    pattern: cron,
    description: 'How often it is performed, or a cron expression.',
  },
  { name: 'key', type: 'boolean', description: 'Whether the criterion stands on it (default true).' },
  { name: 'implementedOn', type: 'date', description: 'The date from which it has been in place.' },
  { name: 'retiredOn', type: 'date', description: 'The date from which it is in place no more.' },
  {
    name: 'history',
    type: 'mapping',
    list: true,
    description: 'Earlier versions: from, frequency, statement.',
    keys: [
      { name: 'from', type: 'date', description: 'The date from which that version was in force.' },
      {
        name: 'frequency',
        type: 'word',
        words: frequencies,
        pattern: cron,
        description: 'How often it was performed then.',
      },
      { name: 'statement', type: 'text', description: 'What the control said then.' },
    ],
  },
  { name: 'performedBy', type: 'person', list: true, description: 'Who performs it.' },
  {
    name: 'policies',
    type: 'reference',
    refersTo: 'policy',
    list: true,
    description: 'The ids of the policies that it carries out.',
  },
  { name: 'systems', type: 'text', list: true, description: 'The systems that it operates on.' },
  {
    name: 'expects',
    type: 'text',
    list: true,
    suggestions: evidenceTypes,
    description: 'The evidence that each performance leaves.',
  },
] as const satisfies readonly Key[];
