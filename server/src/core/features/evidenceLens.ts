import type { Program } from '../program/program.ts';
import { canBeReferredTo, isControl, nameOf, type RecordEntry } from '../program/record.ts';
import { type Urgency, urgencyOf } from '../time/due.ts';
import type { Window } from '../time/states.ts';
import { windowsOfControl } from './newEvidence/windowsOffered.ts';
import type { EvidenceFor } from './treeNode.ts';

/** What a lens tells of the evidence that a control lacks. */
export interface LackingEvidence {
  readonly words: string;
  /** What is known of evidence that is added by it. */
  readonly evidenceFor: EvidenceFor & { readonly window: string };
}

/**
 * The window of a control for which evidence presses most: what closes first, then what is due, then what closed without. What
 * has not begun presses nobody. Undefined where nothing does, where evidence cannot refer to the control, and in a program that
 * keeps its evidence elsewhere.
 */
export function lackingEvidence(program: Program, entry: RecordEntry): LackingEvidence | undefined {
  if (!isControl(entry.shape) || !canBeReferredTo(entry) || !program.evidence.isKept) return undefined;
  const { today } = program;
  const pressing = windowsOfControl(program, entry).flatMap(window => {
    const urgency = window.from <= today ? urgencyOf(window, today, today) : undefined;
    return urgency === undefined ? [] : [{ window, rank: order.indexOf(urgency) }];
  });
  pressing.sort((a, b) => a.rank - b.rank || (a.window.to < b.window.to ? -1 : 1));
  const [first, ...others] = pressing.map(({ window }) => window);
  if (!first) return undefined;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const words = `${wordsOf(first, today)} for ${first.name}${more}`;
  return { words, evidenceFor: { control: nameOf(entry), window: first.name } };
}

const order: readonly Urgency[] = ['overdue', 'due', 'later', 'gap'];

function wordsOf({ isClosed, to, closes }: Window, today: string): string {
  if (isClosed) return 'Evidence missing';
  return to < today ? `Evidence overdue since ${to} (closes ${closes})` : `Evidence due ${to}`;
}
