import type { Fix } from '../../../rules/rule.ts';
import type { TextRange } from '../../../text/range.ts';
import type { Editing } from '../../editing.ts';

/** A change that moves what is written, and states nothing new: a fix of no finding. */
export interface Refactoring extends Fix {
  readonly kind: 'extract' | 'move' | 'rewrite';
}

/** Says how what is selected can be refactored; an empty selection is the cursor. */
export type Refactor = (editing: Editing, selected: TextRange) => readonly Refactoring[];
