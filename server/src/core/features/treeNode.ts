import type { Place } from '../model/shape.ts';
import type { Block } from '../pages/page.ts';
import type { Progress } from '../program/progress.ts';

/** A node of a tree of a program. */
export interface ProgramNode {
  /** Below its program, of steps with slashes between them: the same thing has the same id after each change. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: readonly Block[];
  /** All that a row says, its icon too, for those who do not see it. */
  readonly spoken: string;
  readonly icon: string;
  /** Of a heading: how far along the criteria below it are. */
  readonly progress?: Progress;
  readonly children: 'none' | 'collapsed' | 'expanded';
  /** A place of a record; record 0 of the manifest for a report. */
  readonly place: { readonly path: string; readonly record: number; readonly at: Place } | undefined;
  readonly context: string;
  /** What has a page to be shown, by what it is asked for; absent for reports and documents. */
  readonly page?: string;
  /** The page that says why it is here, by what that is asked for; absent for headings and reports. */
  readonly why?: string;
  /** Of a gap: the key of the criterion, or the id of the control, for which a task can be planned. */
  readonly remedy?: { readonly criterion: string } | { readonly control: string };
  /** What is known of evidence that can be added for it; absent where nothing is lacking. */
  readonly evidenceFor?: EvidenceFor;
}

/** What a node of the tree of evidence is about, by what evidence is asked for. */
export interface EvidenceFor {
  readonly control: string;
  readonly window?: string;
  readonly system?: string;
  readonly type?: string;
}

/** A node, and what stands below it. */
export interface Branch {
  readonly node: ProgramNode;
  readonly below: () => readonly Branch[];
}

/** A step of an id: what parts ids is written otherwise, whatever else stands in it. */
export function step(name: string): string {
  return name.replace(/[%/|]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
