/** What of a new record may be known beforehand. */
export type Fact =
  | 'id'
  | 'title'
  | 'catalog'
  | 'criteria'
  | 'policies'
  | 'controls'
  | 'describes'
  | 'gap'
  | 'owner'
  | 'due';

/** A place in a skeleton where something is to be typed, if it is not known. */
export interface Hole {
  /** The fact that is put there where it is known. */
  readonly fact?: Fact;
  /**
   * What stands there until a person has typed something; often nothing. Never one of the words between which a person is to
   * choose: that would state what nobody has said. Completion offers those words.
   */
  readonly text: string;
  /** The variable of an editor's own snippets that gives the usual text. */
  readonly variable?: string;
}

/** A line of a skeleton: words that stand, and holes between them. */
export type Line = readonly (string | Hole)[];

/** What a record looks like before anybody has filled it in. It states nothing that a person must stand behind. */
export interface Skeleton {
  /** What it is for, in a few words: how it is offered. */
  readonly description: string;
  /** The lines of its metadata, without the kind. */
  readonly metadata: readonly Line[];
  /** The lines of its text, which only Markdown has. */
  readonly body: readonly Line[];
}

/** A line, written as it will look: a text is a hole that holds it. */
export function line(words: TemplateStringsArray, ...holes: readonly (Hole | string)[]): Line {
  return words.flatMap((word, i) => {
    const hole = holes[i];
    return [...(word === '' ? [] : [word]), ...(hole === undefined ? [] : [asHole(hole)])];
  });
}

function asHole(hole: Hole | string): Hole {
  return typeof hole === 'string' ? { text: hole } : hole;
}

/** What most skeletons ask for first. */
export const id: Hole = { fact: 'id', text: '', variable: '$TM_FILENAME_BASE' };
export const title: Hole = { fact: 'title', text: '"[Title]"' };

/** The ids of criteria, under the name of their catalog. */
export const satisfies: readonly Line[] = [
  line`satisfies:`,
  line`  ${{ fact: 'catalog', text: 'TSC' }}: [${{ fact: 'criteria', text: '' }}]`,
];
