import type { ViewBadge } from 'vscode';
import type { Status } from '../../../protocol/status.ts';

/** How many criteria of all programs have no control that counts; undefined where none is known, and until all is read. */
export function gapsBadge({ indexing, programs }: Status): ViewBadge | undefined {
  const value = programs.reduce((sum, { withoutControl = 0 }) => sum + withoutControl, 0);
  if (indexing || value === 0) return undefined;
  return {
    value,
    tooltip: `${value} ${value === 1 ? 'criterion' : 'criteria'} without a control that counts`,
  };
}
