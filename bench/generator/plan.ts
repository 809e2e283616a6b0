import { drawFlaws, type Flaw } from './flaws.ts';
import { teamName } from './organization.ts';
import { at, type Random } from './random.ts';
import { sizeAtRank } from './sizes.ts';
import { type Topic, topics } from './topics.ts';

export type Frequency = 'annual' | 'semiannual' | 'quarterly' | 'monthly';

/** What is decided of each file before any text is written, so that files can name each other. */
interface Planned {
  readonly id: string;
  readonly title: string;
  readonly topic: Topic;
  readonly team: string;
  /** Relative to the program's root, with `/`. */
  readonly path: string;
  /** About how many UTF-16 code units its text has. */
  readonly size: number;
  readonly flaws: readonly Flaw[];
}

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly topic: Topic;
  readonly team: string;
  readonly frequency: Frequency;
  readonly planned: boolean;
}

export type ControlFile = Planned & Control & { readonly kind: 'control' };
/** A YAML list of several controls. */
export type RegisterFile = Planned & { readonly kind: 'register'; readonly controls: readonly Control[] };
export type DocumentFile = Planned & { readonly kind: 'policy' | 'procedure' | 'narrative' };
export type EvidenceFile = Planned & {
  readonly kind: 'evidence';
  readonly control: Control;
  readonly window: string;
};
export type PlannedFile = ControlFile | RegisterFile | DocumentFile | EvidenceFile;

export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly policyIds: readonly string[];
  /** What a Markdown link can lead to. */
  readonly pages: readonly PlannedFile[];
}

type Kind = PlannedFile['kind'];

/** Which kinds are short, middling and long: each band of ranks takes its kinds in turn. */
const kindsByRank: readonly (readonly [highest: number, kinds: readonly Kind[]])[] = [
  [0.5, ['evidence', 'evidence', 'control', 'evidence', 'evidence']],
  [0.7, ['control', 'procedure', 'evidence', 'procedure', 'register', 'control']],
  [0.8, ['procedure', 'control', 'policy', 'procedure', 'evidence']],
  [1, ['policy', 'procedure', 'policy', 'narrative', 'procedure', 'policy', 'narrative']],
];

const documentNames = {
  policy: { prefix: 'POL', folder: 'policies' },
  procedure: { prefix: 'PROC', folder: 'procedures' },
  narrative: { prefix: 'NAR', folder: 'narratives' },
};

const windows: Readonly<Record<Frequency, readonly string[]>> = {
  annual: ['2025'],
  semiannual: ['2025-H1', '2025-H2'],
  quarterly: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
  monthly: Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`),
};

const frequencies: readonly (readonly [Frequency, number])[] = [
  ['annual', 55],
  ['semiannual', 25],
  ['quarterly', 15],
  ['monthly', 5],
];

const documentsPerTeam = 150;
const charactersPerListedControl = 590;

/** What is known of a file before it has a name. */
interface Draft {
  readonly kind: Kind;
  readonly size: number;
  readonly team: string;
  readonly flaws: readonly Flaw[];
}

/**
 * Decides which files a program has.
 * @param documents how many, the manifest not counted; from 100 on
 */
export function planProgram(documents: number, random: Random): Plan {
  const drafts = draftFiles(documents, random);
  const nextId = numbering();
  const files: PlannedFile[] = [];
  const controls: Control[] = [];
  for (const draft of drafts) {
    switch (draft.kind) {
      case 'evidence':
        break;
      case 'register': {
        const register = planRegister(draft, nextId, random);
        files.push(register);
        controls.push(...register.controls);
        break;
      }
      case 'control': {
        const control = planControl(nextId('CTL'), draft.team, random);
        files.push({ ...draft, ...control, kind: 'control', path: pagePath('controls', control) });
        controls.push(control);
        break;
      }
      default:
        files.push(planDocument(draft, draft.kind, nextId, random));
    }
  }

  // Evidence last, for it names controls. What is due is taken in a random order, and again where evidence is left over.
  const due = random.shuffled(controls.flatMap(windowsDue));
  for (const [index, draft] of drafts.filter(({ kind }) => kind === 'evidence').entries()) {
    files.push(planEvidence(draft, nextId('EV'), at(due, index)));
  }

  return {
    files,
    policyIds: files.filter(({ kind }) => kind === 'policy').map(({ id }) => id),
    pages: files.filter(({ kind }) => kind !== 'register'),
  };
}

function draftFiles(documents: number, random: Random): Draft[] {
  const teams = Math.ceil(documents / documentsPerTeam);
  const byRank = Array.from({ length: documents }, (_, index): Draft => {
    const rank = (index + 0.5) / documents;
    const [, kinds] = kindsByRank.find(([highest]) => rank <= highest) ?? at(kindsByRank, 0);
    const kind = at(kinds, index);
    return {
      kind,
      size: sizeAtRank(rank),
      team: teamName(random.whole(0, teams - 1)),
      flaws: drawFlaws(kind, random),
    };
  });
  return random.shuffled(byRank);
}

/** Gives ids: CTL-0001, CTL-0002, POL-0001, ... */
function numbering(): (prefix: string) => string {
  const counts = new Map<string, number>();
  return prefix => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}-${String(count).padStart(4, '0')}`;
  };
}

function planControl(id: string, team: string, random: Random): Control {
  const topic = random.pick(topics);
  const frequency = random.weighted(frequencies);
  return { id, title: `${topic.title} in ${team}`, topic, team, frequency, planned: false };
}

/** A register lists yearly controls of a team; every second one is still planned. */
function planRegister(draft: Draft, nextId: (prefix: string) => string, random: Random): RegisterFile {
  const { team, size } = draft;
  const controls = Array.from(
    { length: Math.round(size / charactersPerListedControl) },
    (_, index): Control => {
      return { ...planControl(nextId('CTL'), team, random), frequency: 'annual', planned: index % 2 === 1 };
    },
  );
  const id = nextId('REG');
  const path = `controls/${team}/${id.toLowerCase()}.yaml`;
  return {
    ...draft,
    kind: 'register',
    id,
    title: `Controls of ${team}`,
    topic: random.pick(topics),
    controls,
    path,
  };
}

function planDocument(
  draft: Draft,
  kind: DocumentFile['kind'],
  nextId: (prefix: string) => string,
  random: Random,
): DocumentFile {
  const { prefix, folder } = documentNames[kind];
  const topic = random.pick(topics);
  const named = { ...draft, kind, id: nextId(prefix), title: `${topic.title} ${kind}`, topic };
  return { ...named, path: pagePath(folder, named) };
}

function planEvidence(draft: Draft, id: string, due: { control: Control; window: string }): EvidenceFile {
  const { topic, team } = due.control;
  const named = {
    ...draft,
    ...due,
    kind: 'evidence' as const,
    id,
    title: `${topic.title}, ${due.window}`,
    topic,
    team,
  };
  return { ...named, path: `evidence/${team}/${due.window}/${id.toLowerCase()}-${topic.slug}.md` };
}

function windowsDue(control: Control): { control: Control; window: string }[] {
  return control.planned ? [] : windows[control.frequency].map(window => ({ control, window }));
}

function pagePath(folder: string, { id, topic, team }: { id: string; topic: Topic; team: string }): string {
  return `${folder}/${team}/${id.toLowerCase()}-${topic.slug}.md`;
}
