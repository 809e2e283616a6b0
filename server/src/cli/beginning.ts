import { append } from '../core/text/lists.ts';
import { outsideText } from './notAllRead.ts';
import type { AskedPrograms } from './programs.ts';
import { revisionWords } from './revisionWords.ts';
import { printable, type TerminalText, terminal } from './terminalText.ts';

/** What is said before any program: the revision, what was not read, or that nothing was found. */
export function beginning(asked: AskedPrograms): TerminalText[] {
  const { notices, programs, revision } = asked;
  const parts = revisionWords(revision).map(words => terminal`${printable(words)}\n`);
  for (const { root, text } of notices) parts.push(terminal`${printable(`${root}: ${text}`)}\n`);
  append(parts, outsideText(asked));
  if (programs.length === 0 && notices.length === 0) parts.push(terminal`No control documentation found.\n`);
  return parts;
}
