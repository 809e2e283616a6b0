/** What a record can be (docs/program.md, Records). `document` is a file that the manifest includes and that is no record. */
export type RecordKind =
  | 'manifest'
  | 'commitment'
  | 'control'
  | 'policy'
  | 'procedure'
  | 'narrative'
  | 'evidence'
  | 'test'
  | 'deviation'
  | 'waiver'
  | 'risk'
  | 'vendor'
  | 'userControl'
  | 'task'
  | 'request'
  | 'answer'
  | 'document';

interface KindFacts {
  /** The folder that says the kind where the key is absent. */
  readonly folder?: string;
  /** Whether Markdown without front matter in that folder is such a record too. */
  readonly prose?: boolean;
  /** Keys of which one tells such a record from what else lies in a folder of that name; absent: what any record has. */
  readonly signs?: readonly string[];
  /** Keys of which one tells such a record as surely as those that any record has. */
  readonly alsoSigns?: readonly string[];
  readonly plural: string;
}

/** Every kind, with the conventional folder that says it. Folders of code are called `tests` or `tasks` too. */
export const kinds: Readonly<Record<RecordKind, KindFacts>> = {
  manifest: { plural: 'manifests' },
  commitment: { folder: 'commitments', alsoSigns: ['categories'], plural: 'commitments' },
  control: {
    folder: 'controls',
    // A list of `controls` is an index of them.
    signs: ['id', 'satisfies', 'statement'],
    alsoSigns: ['implementedOn', 'retiredOn', 'execution', 'performedBy', 'policies'],
    plural: 'controls',
  },
  policy: { folder: 'policies', prose: true, plural: 'policies' },
  procedure: { folder: 'procedures', prose: true, plural: 'procedures' },
  narrative: { folder: 'narratives', prose: true, plural: 'narratives' },
  evidence: {
    folder: 'evidence',
    alsoSigns: [
      'control',
      'performed',
      'covers',
      'collected',
      'collectedBy',
      'reviewedBy',
      'sha256',
      'extractedOn',
    ],
    plural: 'evidence records',
  },
  test: { folder: 'tests', signs: ['control', 'controls', 'satisfies'], plural: 'tests' },
  deviation: {
    folder: 'deviations',
    alsoSigns: ['control', 'cause', 'compensating', 'remediated', 'managementResponse'],
    plural: 'deviations',
  },
  waiver: {
    folder: 'waivers',
    alsoSigns: ['policy', 'expires', 'approvedBy', 'approvedOn'],
    plural: 'waivers',
  },
  risk: { folder: 'risks', alsoSigns: ['likelihood', 'impact', 'treatment'], plural: 'risks' },
  vendor: {
    folder: 'vendors',
    alsoSigns: ['subservice', 'csocs', 'monitoredBy', 'userControls'],
    plural: 'vendors',
  },
  userControl: { folder: 'user-controls', alsoSigns: ['text', 'why'], plural: 'user controls' },
  task: { folder: 'tasks', signs: ['gap', 'due', 'closedOn', 'controls', 'satisfies'], plural: 'tasks' },
  request: {
    folder: 'requests',
    signs: ['due', 'received', 'evidence', 'controls', 'satisfies'],
    plural: 'requests',
  },
  answer: { folder: 'answers', signs: ['question', 'answer', 'controls', 'satisfies'], plural: 'answers' },
  document: { plural: 'documents' },
};

/** The names of all kinds, in the same order. */
export const recordKinds: readonly RecordKind[] = Object.keys(kinds).filter(isRecordKind);

const byFolder = new Map<string, RecordKind>();
for (const kind of recordKinds) {
  const { folder } = kinds[kind];
  if (folder !== undefined) byFolder.set(folder, kind);
}

const byName = new Map(recordKinds.map(kind => [kind.toLowerCase(), kind]));

/** The kind that a word names, in any case and with or without hyphens: `user-control`, `Policy`. */
export function kindNamed(word: string): RecordKind | undefined {
  return byName.get(word.toLowerCase().replace(/[-_ ]/g, ''));
}

/** Whether a word is the name of a kind. */
export function isRecordKind(word: string): word is RecordKind {
  return Object.hasOwn(kinds, word);
}

/** The kind that the nearest conventional folder of a path (relative, with `/`) says, if any. */
export function kindOfPath(path: string): RecordKind | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; ) {
    const start = path.lastIndexOf('/', end - 1);
    const kind = byFolder.get(path.slice(start + 1, end).toLowerCase());
    if (kind) return kind;
    end = start;
  }
  return undefined;
}
