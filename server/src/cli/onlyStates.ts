import { type Standing, shownOf } from '../core/program/ladder.ts';
import type { Arguments } from './arguments.ts';
import { printable, type TerminalText, terminal } from './terminalText.ts';
import { counted } from './words.ts';

/** Whether criteria that stand there are listed. */
export function isAskedFor(only: Arguments['only'], standing: Standing): boolean {
  const shown = shownOf(standing);
  return only?.includes(shown === 'relies on a vendor' ? 'relies' : shown) ?? true;
}

/** What is said of the criteria that `--only` leaves out; nothing where it is not given. */
export function leftOutText(only: Arguments['only'], listed: number, all: number): TerminalText[] {
  if (!only) return [];
  const states = printable(only.join(','));
  const none = listed === 0 ? terminal`No criterion is ${printable(only.join(' or '))}. ` : terminal``;
  return [
    terminal`${none}${counted(all - listed, 'criterion', 'criteria')} in other states not listed (--only ${states})`,
  ];
}
