import { kinds, type RecordKind } from '../model/kinds.ts';

/** A folder of a new program, with the page that says what belongs there: git keeps no empty folder. */
export interface NewFolder {
  readonly name: string;
  /** What belongs there, in a few words. */
  readonly description: string;
  readonly readme: { readonly path: string; readonly text: string };
}

/** What is said of a kind of record to somebody who has written none. */
interface Told {
  readonly kind: RecordKind;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

const told: readonly Told[] = [
  {
    kind: 'control',
    title: 'Controls',
    description: 'who does what, how often, and for which criteria',
    text: 'Each control has a file here. It says who does what, how often, and which criteria that addresses.',
  },
  {
    kind: 'policy',
    title: 'Policies',
    description: 'what must be done, and why',
    text: 'Each policy has a file here. It says what must be done, and why. A policy counts once it is approved.',
  },
  {
    kind: 'procedure',
    title: 'Procedures',
    description: 'how it is done, step by step',
    text: 'Each procedure has a file here. It says step by step how something is done.',
  },
  {
    kind: 'evidence',
    title: 'Evidence',
    description: 'what shows that controls operate',
    text: 'Each record here says what was collected, when, from which system, and for which control. Keep passwords and personal data out of it.',
  },
];

/**
 * The usual folders that a new program lacks.
 * @param paths the documents below its root, relative to it, with `/`
 * @param held kinds of records that it has elsewhere, and so needs no folder for
 */
export function lackingFolders(
  paths: readonly string[],
  held: ReadonlySet<RecordKind>,
): readonly NewFolder[] {
  return told.flatMap(({ kind, title, description, text }) => {
    const name = kinds[kind].folder ?? kind;
    if (held.has(kind) || paths.some(path => path.startsWith(`${name}/`))) return [];
    const command = `In VS Code, *Tickmark: New ${kind.charAt(0).toUpperCase()}${kind.slice(1)}* begins one.`;
    return [
      {
        name,
        description,
        readme: { path: `${name}/README.md`, text: `# ${title}\n\n${text}\n\n${command}\n` },
      },
    ];
  });
}
