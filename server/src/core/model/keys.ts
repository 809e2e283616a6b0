import type { RecordKind } from './kinds.ts';

/** What a key's value is. */
export type ValueType =
  | 'text'
  | 'id'
  | 'date'
  | 'boolean'
  | 'number'
  | 'word'
  | 'person'
  | 'interval'
  | 'citations'
  | 'reference'
  | 'window'
  | 'mapping';

/** One key of a record: what it holds and what it is for. The one definition that reads, completes and documents it. */
export interface Key {
  readonly name: string;
  /** Other names under which other formats write it. */
  readonly aliases?: readonly string[];
  readonly type: ValueType;
  /** The words allowed, for a value of type `word`. */
  readonly words?: readonly string[];
  /** The kind of record that a reference names. */
  readonly refersTo?: RecordKind;
  /** Whether a list may stand there; a lone value is then a list of one. */
  readonly list?: boolean;
  readonly description: string;
}

export const frequencies = [
  'continuous',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
  'event-driven',
] as const;

const documentStatus = ['draft', 'review', 'approved', 'retired'] as const;

const shared: readonly Key[] = [
  { name: 'id', type: 'id', description: 'The id by which other records refer to this one.' },
  { name: 'title', aliases: ['name'], type: 'text', description: 'What it is called.' },
  { name: 'kind', type: 'word', description: 'What the record is, where its folder does not say so.' },
  { name: 'owner', type: 'person', description: 'The person or role that answers for it.' },
  {
    name: 'satisfies',
    aliases: ['tsc_criteria'],
    type: 'citations',
    list: true,
    description: 'The criteria that it serves: `TSC: [CC6.1, CC6.2]`, or a bare list, which means the TSC.',
  },
  { name: 'status', type: 'word', words: documentStatus, description: 'How far along it is.' },
  { name: 'version', type: 'text', description: 'Its version; `1.10` is text, not a number.' },
  { name: 'effective', type: 'date', description: 'The date from which it is in force.' },
  { name: 'approvedBy', type: 'person', description: 'Who approved it.' },
  { name: 'approvedOn', type: 'date', description: 'The date of the approval.' },
  { name: 'reviewed', type: 'date', description: 'The date of the last review.' },
  { name: 'reviewEvery', type: 'interval', description: 'How often it is reviewed, such as `annual`.' },
  { name: 'tags', type: 'text', list: true, description: 'Words of your own to sort by.' },
  { name: 'confidential', type: 'boolean', description: 'Whether it must not leave the organisation.' },
  {
    name: 'supersedes',
    type: 'reference',
    list: true,
    description: 'The id of the record that this one replaces.',
  },
];

const own: Partial<Record<RecordKind, readonly Key[]>> = {
  control: [
    {
      name: 'status',
      type: 'word',
      words: ['planned', 'designed', 'implemented', 'retired'],
      description: 'How far along the control is: planned, designed, implemented or retired.',
    },
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
    { name: 'expects', type: 'text', list: true, description: 'The evidence that each performance leaves.' },
  ],
  procedure: [
    { name: 'cron', type: 'text', description: 'When it is due, as a cron expression.' },
    {
      name: 'frequency',
      type: 'word',
      words: frequencies,
      description: 'How often it is performed; with `satisfies` the procedure counts as a control.',
    },
  ],
  narrative: [
    {
      name: 'describes',
      type: 'text',
      list: true,
      description: 'The description criteria it answers, such as DC 3.',
    },
  ],
  evidence: [
    {
      name: 'controls',
      type: 'reference',
      refersTo: 'control',
      list: true,
      description: 'The ids of the controls whose operation it shows.',
    },
    { name: 'systems', type: 'text', list: true, description: 'The systems that it covers.' },
    {
      name: 'expects',
      type: 'text',
      list: true,
      description: "Which of the control's expectations it meets.",
    },
    { name: 'type', type: 'text', description: 'What it is, such as access-review or system-log.' },
    { name: 'window', type: 'window', description: 'The window it belongs to, such as 2026-Q1.' },
    { name: 'performed', type: 'date', description: 'The date on which the control was performed.' },
    { name: 'covers', type: 'mapping', description: 'The days it covers: from and to.' },
    { name: 'collected', type: 'date', description: 'The date on which it was put on file.' },
    { name: 'collectedBy', type: 'person', description: 'Who put it on file.' },
    { name: 'reviewedBy', type: 'person', description: 'Who looked it over.' },
    {
      name: 'source',
      type: 'text',
      description: 'The file in the repository, or the address, where it lies.',
    },
    { name: 'sha256', type: 'text', description: 'The hash of the source file.' },
    { name: 'query', type: 'text', description: 'The query that drew a population.' },
    { name: 'extractedOn', type: 'date', description: 'The date on which a population was drawn.' },
    {
      name: 'count',
      type: 'number',
      description: 'How many items a population has; zero is worth recording.',
    },
    { name: 'reconciledWith', type: 'text', description: 'What a population was compared with.' },
  ],
};

const tables = new Map<RecordKind, ReadonlyMap<string, Key>>();

/** The keys that a kind of record may have, by name and alias; a kind's own definition goes before the shared one. */
export function keysOf(kind: RecordKind): ReadonlyMap<string, Key> {
  let table = tables.get(kind);
  if (!table) {
    const byName = new Map<string, Key>();
    for (const key of [...shared, ...(own[kind] ?? [])]) {
      for (const name of [key.name, ...(key.aliases ?? [])]) byName.set(name, key);
    }
    table = byName;
    tables.set(kind, table);
  }
  return table;
}
