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
  /** A path of a file, or an address, or words. */
  | 'file'
  /** A SHA-256. */
  | 'hash'
  | 'mapping';

/** One key of a record: what it holds and what it is for. The one definition that reads, completes and documents it. */
export interface Key {
  readonly name: string;
  /** Other names under which other formats write it. */
  readonly aliases?: readonly string[];
  readonly type: ValueType;
  /** The words allowed, for a value of type `word`. */
  readonly words?: readonly string[];
  /** Words that are common there, where others are allowed too. */
  readonly suggestions?: readonly string[];
  /** The form of the value, as a regular expression; of a `word` the form allowed beside its words. */
  readonly pattern?: string;
  /** The kind of record that a reference names. */
  readonly refersTo?: RecordKind;
  /** Whether a list may stand there; a lone value is then a list of one. */
  readonly list?: boolean;
  /** The keys of a mapping, or of each in a list of mappings. */
  readonly keys?: readonly Key[];
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

/** The five categories of the Trust Services Criteria, as the manifest and commitments name them. */
export const categories = [
  'security',
  'availability',
  'processing-integrity',
  'confidentiality',
  'privacy',
] as const;

/** What evidence commonly is; the vocabulary is open. */
export const evidenceTypes = [
  'system-log',
  'access-review',
  'incident-report',
  'change-record',
  'training-attendance',
  'configuration',
  'vendor-report',
  'board-minutes',
  'acknowledgment',
  'background-check',
  'performance-review',
  'risk-assessment',
  'penetration-test',
  'scan',
  'restore-test',
  'tabletop',
  'policy-approval',
  'population',
  'other',
] as const;

/** Five fields, or six with the seconds first. */
const cron = '^\\S+(?:[ \\t]+\\S+){4,5}$';

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
  {
    name: 'reviewEvery',
    type: 'interval',
    suggestions: ['monthly', 'quarterly', 'semiannual', 'annual'],
    description: 'How often it is reviewed, such as `annual`.',
  },
  { name: 'tags', type: 'text', list: true, description: 'Words of your own to sort by.' },
  {
    name: 'confidential',
    type: 'boolean',
    description: 'Whether it must not leave the organization; `false` says that it may.',
  },
  {
    name: 'supersedes',
    type: 'reference',
    list: true,
    description: 'The id of the record that this one replaces.',
  },
];

const own: Partial<Record<RecordKind, readonly Key[]>> = {
  control: [
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
  ],
  procedure: [
    { name: 'cron', type: 'text', pattern: cron, description: 'When it is due, as a cron expression.' },
    {
      name: 'frequency',
      type: 'word',
      words: frequencies,
      pattern: cron,
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
    controls('The ids of the controls whose operation it shows.'),
    { name: 'systems', type: 'text', list: true, description: 'The systems that it covers.' },
    {
      name: 'expects',
      type: 'text',
      list: true,
      suggestions: evidenceTypes,
      description: "Which of the control's expectations it meets.",
    },
    {
      name: 'type',
      type: 'text',
      suggestions: evidenceTypes,
      description: 'What it is, such as access-review or system-log.',
    },
    { name: 'window', type: 'window', description: 'The window it belongs to, such as 2026-Q1.' },
    { name: 'performed', type: 'date', description: 'The date on which the control was performed.' },
    {
      name: 'covers',
      type: 'mapping',
      description: 'The days it covers: from and to.',
      keys: [
        { name: 'from', type: 'date', description: 'The first day covered.' },
        { name: 'to', type: 'date', description: 'The last day covered.' },
      ],
    },
    { name: 'collected', type: 'date', description: 'The date on which it was put on file.' },
    { name: 'collectedBy', type: 'person', description: 'Who put it on file.' },
    { name: 'reviewedBy', type: 'person', description: 'Who looked it over.' },
    {
      name: 'source',
      type: 'file',
      description: 'The file in the repository, or the address, where it lies.',
    },
    {
      name: 'sha256',
      type: 'hash',
      pattern: '^[0-9A-Fa-f]{64}$',
      description: 'The hash of the source file, in hexadecimal digits.',
    },
    { name: 'query', type: 'text', description: 'The query that drew a population.' },
    { name: 'extractedOn', type: 'date', description: 'The date on which a population was drawn.' },
    {
      name: 'count',
      type: 'number',
      description: 'How many items a population has; zero is worth recording.',
    },
    { name: 'reconciledWith', type: 'text', description: 'What a population was compared with.' },
  ],
  commitment: [
    { name: 'text', type: 'text', description: 'What is promised or required.' },
    {
      name: 'source',
      type: 'text',
      description: 'Where it stands: contract, service level agreement, site.',
    },
    {
      name: 'categories',
      type: 'word',
      words: categories,
      list: true,
      description: 'The categories that it belongs to.',
    },
  ],
  test: [
    control('The id of the control that was tested.'),
    {
      name: 'by',
      type: 'word',
      words: ['management', 'auditor'],
      description: "Whose test it is: management's own (the default), or the auditor's, as received.",
    },
    {
      name: 'method',
      type: 'word',
      words: ['inquiry', 'observation', 'inspection', 'reperformance'],
      description: 'How it was tested.',
    },
    { name: 'on', type: 'date', description: 'The date of the test.' },
    {
      name: 'result',
      type: 'word',
      words: ['passed', 'exception'],
      description: 'Whether the control operated as it says.',
    },
  ],
  deviation: [
    control('The id of the control that did not operate.'),
    { name: 'system', type: 'text', description: 'The system on which it did not operate.' },
    {
      name: 'window',
      type: 'window',
      description: 'The window in which it did not operate, such as 2026-Q1.',
    },
    { name: 'count', type: 'number', description: 'How many items were affected.' },
    { name: 'of', type: 'number', description: 'Out of how many.' },
    { name: 'cause', type: 'text', description: 'Why it did not operate.' },
    { name: 'compensating', type: 'text', description: 'What limited the effect.' },
    { name: 'remediated', type: 'date', description: 'The date from which the cause is removed.' },
    { name: 'managementResponse', type: 'text', description: 'What management says and did.' },
  ],
  waiver: [
    {
      name: 'policy',
      type: 'reference',
      refersTo: 'policy',
      description: 'The id of the policy that is waived.',
    },
    { name: 'scope', type: 'text', description: 'Who and what is exempt.' },
    { name: 'reason', type: 'text', description: 'Why it is waived.' },
    { name: 'expires', type: 'date', description: 'The last day on which the waiver holds.' },
  ],
  risk: [
    { name: 'likelihood', type: 'text', description: 'How likely it is, on your own scale.' },
    { name: 'impact', type: 'text', description: 'How much harm it would do, on your own scale.' },
    {
      name: 'treatment',
      type: 'word',
      words: ['mitigate', 'transfer', 'accept', 'avoid'],
      description: 'What is done about it.',
    },
    controls('The ids of the controls that treat it.'),
  ],
  vendor: [
    {
      name: 'subservice',
      type: 'word',
      words: ['carve-out', 'inclusive', 'none'],
      description:
        "Whether it is a subservice organization, and whether the report leaves out or includes the vendor's controls.",
    },
    {
      name: 'csocs',
      type: 'mapping',
      list: true,
      description: 'The controls that are assumed at a subservice organization; under carve-out only.',
      keys: [
        { name: 'text', type: 'text', description: 'What the vendor is assumed to do.' },
        {
          name: 'satisfies',
          type: 'citations',
          list: true,
          description: 'The criteria that could not be met without it.',
        },
      ],
    },
    {
      name: 'monitoredBy',
      type: 'reference',
      refersTo: 'control',
      list: true,
      description: 'The ids of the controls by which the vendor is monitored.',
    },
    {
      name: 'report',
      type: 'mapping',
      description: "The vendor's own report.",
      keys: [
        {
          name: 'kind',
          type: 'text',
          suggestions: ['soc1', 'soc2', 'soc3', 'iso27001'],
          description: 'What report it is.',
        },
        { name: 'type', type: 'word', words: ['1', '2'], description: 'Type I or Type II.' },
        period('period', 'The period of the report.'),
        {
          name: 'opinion',
          type: 'word',
          words: ['unqualified', 'qualified', 'adverse', 'disclaimer'],
          description: "The auditor's opinion.",
        },
        { name: 'exceptions', type: 'number', description: 'How many exceptions it reports.' },
        { name: 'reviewed', type: 'date', description: 'The date on which it was read and judged.' },
        period('bridge', 'The time after the period for which the vendor gave a bridge letter.'),
      ],
    },
    {
      name: 'userControls',
      type: 'mapping',
      list: true,
      description: "The controls that the vendor's report assumes at its customers, each with ours.",
      keys: [
        { name: 'text', type: 'text', description: 'What the vendor assumes that we do.' },
        controls('The ids of our controls that do it.'),
      ],
    },
  ],
  userControl: [
    {
      name: 'type',
      type: 'word',
      words: ['cuec', 'responsibility'],
      description:
        'A control without which a criterion would not be met (`cuec`), or other advice to customers.',
    },
    { name: 'text', type: 'text', description: 'What customers are to do.' },
    { name: 'why', type: 'text', description: 'Why only the customer can do it.' },
  ],
  task: [
    status(['open', 'done'], 'Whether it is still to be done.'),
    { name: 'gap', type: 'text', description: 'The criterion or the control that lacks something.' },
    { name: 'due', type: 'date', description: 'The day by which it is to be done.' },
    { name: 'closedBy', type: 'person', description: 'Who found it done.' },
    { name: 'closedOn', type: 'date', description: 'The date on which it was found done.' },
  ],
  request: [
    status(['open', 'submitted', 'returned', 'accepted'], 'How far along the answer is.'),
    { name: 'text', type: 'text', description: 'What the auditor asks for.' },
    { name: 'received', type: 'date', description: 'The date on which it was asked for.' },
    { name: 'due', type: 'date', description: 'The day by which it is to be answered.' },
    controls('The ids of the controls that it is about.'),
    {
      name: 'evidence',
      type: 'reference',
      refersTo: 'evidence',
      list: true,
      description: 'The ids of the evidence that answers it.',
    },
  ],
  answer: [
    { name: 'question', type: 'text', description: 'The question, as it was asked.' },
    { name: 'answer', type: 'text', description: 'The answer.' },
    controls('The ids of the controls that the answer rests on.'),
  ],
};

function status(words: readonly string[], description: string): Key {
  return { name: 'status', type: 'word', words, description };
}

function control(description: string): Key {
  return { name: 'control', type: 'reference', refersTo: 'control', description };
}

function controls(description: string): Key {
  return { name: 'controls', type: 'reference', refersTo: 'control', list: true, description };
}

function period(name: string, description: string): Key {
  return {
    name,
    type: 'mapping',
    description,
    keys: [
      { name: 'start', type: 'date', description: 'Its first day.' },
      { name: 'end', type: 'date', description: 'Its last day.' },
    ],
  };
}

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

/** The names of the keys of a kind in the order in which they are best written; what is cited may stand anywhere. */
export function keyOrder(kind: RecordKind): readonly string[] {
  return [...keysOf(kind)].filter(([, { type }]) => type !== 'citations').map(([name]) => name);
}
