import type { Markdown } from '../server/src/core/pages/markdownText.ts';
import type { AddEvidenceCommand } from './addEvidence.ts';
import type { Notification, Request } from './message.ts';
import type { NewRecordCommand } from './newRecord.ts';
import type { PageParams } from './page.ts';
import type { Location } from './place.ts';

/** A node of a tree, ready to be drawn. */
export interface TreeNode {
  /** Stable: the same thing has the same id in every revision. */
  readonly id: string;
  readonly label: string;
  /** Shown dimmed after the label. */
  readonly description?: string;
  /** Markdown, in which the server has escaped what is text. */
  readonly tooltip?: Markdown;
  /** What a screen reader says instead of label and description. */
  readonly accessibilityLabel?: string;
  /** What it is, for the client to choose an icon: a report, category, group, a state of the ladder, a kind of record. */
  readonly icon: string;
  /** How far along what is below it is; a client may draw it instead of the icon. */
  readonly progress?: Progress;
  readonly children: 'none' | 'collapsed' | 'expanded';
  readonly location?: Location;
  /** What a menu may offer for it. */
  readonly context: string;
  /** The page of what it is, where there is one. */
  readonly page?: PageParams;
  /** The page that says why it is in the tree, where there is one. */
  readonly why?: PageParams;
  /** Of a gap: what `tickmark.planRemediation` is given for it, which plans a task. */
  readonly remedy?: NewRecordCommand;
  /** What `tickmark.addEvidence` is given for it, where evidence can be added. */
  readonly evidenceFor?: AddEvidenceCommand;
}

/** How many things are done, how many others are begun, and how many there are. */
export interface Progress {
  readonly done: number;
  readonly begun: number;
  readonly of: number;
}

export interface TreeParams {
  /** Which tree: `coverage`, `evidence`, or `audit`. */
  readonly view: string;
  /** By what the roots of `evidence` are put together: `due` (the default), `control`, or `owner`. */
  readonly by?: string;
  /** The node whose children are asked for; absent for the roots. */
  readonly node?: string;
}

export interface TreeResult {
  /** Grows with each change: an answer of an older revision than one already shown is thrown away. */
  readonly revision: number;
  readonly nodes: readonly TreeNode[];
  /** With the roots: what matters most of all that is below them, in a few words; absent where there is nothing to say. */
  readonly summary?: string;
  /** With the roots of `evidence`: why there are none, for the client to say what to do next. */
  readonly lacks?: 'no program' | 'no period' | 'no evidence' | 'no frequency';
}

/** Asked by the client: the children of a node of a tree. A node that is there no more has none. */
export const treeRequest: Request<TreeParams, TreeResult> = { method: 'tickmark/tree' };

/** Told by the server: a tree has changed. What is shown of it is to be asked for again. */
export const treeChangedNotification: Notification<{
  readonly view: string;
  readonly revision: number;
}> = { method: 'tickmark/treeChanged' };
