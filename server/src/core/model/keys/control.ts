import type { Key } from '../key.ts';
import { evidenceTypes, frequencies, otherFrequency } from '../vocabulary.ts';
import { status } from './forms.ts';

/** The keys of a control, beside those that all records share. */
export const controlKeys = [
  status(
    ['planned', 'designed', 'implemented', 'retired'],
    'How far along the control is: planned, designed, implemented, or retired.',
  ),
  { name: 'statement', type: 'text', description: 'Who does what, when, and what evidence it leaves.' },
  {
    name: 'nature',
    type: 'word',
    words: ['preventive', 'detective', 'corrective'],
    description: 'Whether the control prevents, detects, or corrects.',
  },
  {
    name: 'execution',
    type: 'word',
    words: ['manual', 'automated', 'hybrid'],
    description: 'Whether a person or a system performs the control.',
  },
  {
    name: 'frequency',
    type: 'word',
    words: frequencies,
    pattern: otherFrequency,
    list: true,
    description:
      'How often the control is performed, or a cron expression. A control with two cadences has a list, such as `[event-driven, annual]`.',
  },
  {
    name: 'key',
    type: 'boolean',
    description: 'Whether its criteria rely on the control (`true` by default).',
  },
  { name: 'implementedOn', type: 'date', description: 'The date from which the control has been in place.' },
  { name: 'retiredOn', type: 'date', description: 'The date from which the control is no longer in place.' },
  {
    name: 'history',
    type: 'mapping',
    list: true,
    description: 'Earlier versions of the control: `from`, `to`, `frequency`, and `statement`.',
    keys: [
      { name: 'from', type: 'date', description: 'The date from which this version applied.' },
      { name: 'to', type: 'date', description: 'The last date on which this version applied.' },
      {
        name: 'frequency',
        type: 'word',
        words: frequencies,
        pattern: otherFrequency,
        list: true,
        description: 'How often the control was performed then.',
      },
      { name: 'statement', type: 'text', description: 'What the control said then.' },
    ],
  },
  {
    name: 'grace',
    type: 'number',
    description:
      'How many days after the end of a window the control can still be performed in time. It overrides `grace` in the manifest.',
  },
  { name: 'performedBy', type: 'person', list: true, description: 'Who performs the control.' },
  {
    name: 'policies',
    type: 'reference',
    refersTo: 'policy',
    list: true,
    description: 'The ids of the policies that the control carries out.',
  },
  {
    name: 'systems',
    type: 'text',
    names: 'system',
    list: true,
    description: 'The systems that the control operates on.',
  },
  {
    name: 'expects',
    type: 'text',
    list: true,
    suggestions: evidenceTypes,
    description: 'The evidence that each performance of the control leaves.',
  },
] as const satisfies readonly Key[];
