import type { Key } from '../key.ts';
import { evidenceTypes } from '../vocabulary.ts';
import { controls } from './forms.ts';

/** The keys of evidence, beside those that all records share. */
export const evidenceKeys = [
  controls('The ids of the controls whose operation the evidence shows.'),
  {
    name: 'systems',
    type: 'text',
    names: 'system',
    list: true,
    description: 'The systems that the evidence covers.',
  },
  {
    name: 'expects',
    type: 'text',
    list: true,
    suggestions: evidenceTypes,
    description: 'Which of the evidence that the control expects this is.',
  },
  {
    name: 'type',
    type: 'text',
    suggestions: evidenceTypes,
    description: 'The type of evidence, such as access-review or system-log.',
  },
  {
    name: 'window',
    type: 'window',
    description: 'The window that the evidence belongs to, such as 2026-Q1.',
  },
  { name: 'performed', type: 'date', description: 'The date on which the control was performed.' },
  {
    name: 'covers',
    type: 'mapping',
    description: 'The days that the evidence covers: `from` and `to`.',
    keys: [
      { name: 'from', type: 'date', description: 'The first day covered.' },
      { name: 'to', type: 'date', description: 'The last day covered.' },
    ],
  },
  { name: 'collected', type: 'date', description: 'The date on which the evidence was put on file.' },
  { name: 'collectedBy', type: 'person', description: 'Who put the evidence on file.' },
  { name: 'reviewedBy', type: 'person', description: 'Who reviewed the evidence.' },
  {
    name: 'source',
    type: 'file',
    description: 'The file or folder in the repository, or the address, where the evidence is.',
  },
  {
    name: 'sha256',
    type: 'hash',
    pattern: '^[0-9A-Fa-f]{64}$',
    description: 'The SHA-256 hash of the source file, in hexadecimal digits.',
  },
  {
    name: 'custodian',
    type: 'person',
    description: 'Who keeps the file, if it must stay out of the repository, as personal data must.',
  },
  { name: 'query', type: 'text', description: 'The query that extracted a population.' },
  { name: 'extractedOn', type: 'date', description: 'The date on which a population was extracted.' },
  {
    name: 'count',
    type: 'number',
    description: 'How many items a population has. Record zero too.',
  },
  { name: 'reconciledWith', type: 'text', description: 'What a population was compared with.' },
  {
    name: 'selected',
    type: 'file',
    list: true,
    description: 'The items of a population that the auditor selected, or the file that lists them.',
  },
] as const satisfies readonly Key[];
