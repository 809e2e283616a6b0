import { markdownOf } from '../core/pages/markdown.ts';
import { type Page, paragraph } from '../core/pages/page.ts';
import type { Arguments } from './arguments.ts';
import { readable } from './readable.ts';
import { revisionWords } from './revisionWords.ts';
import { shortPage } from './shortPage.ts';
import { columns } from './terminalAbilities.ts';
import { handedOut, type TerminalText } from './terminalText.ts';

/**
 * A page in the form asked for: as Markdown it is whole, and as text it fits on a screen, if not all of it was asked for.
 * @param what by what the page was asked for
 */
export function shownPage(
  asked: Page,
  what: string,
  { format, all, place }: Pick<Arguments, 'format' | 'all' | 'place'>,
): TerminalText {
  const revision = revisionWords(place.revision).map(words => paragraph({ text: words, style: 'emphasis' }));
  const page = { ...asked, blocks: [...revision, ...asked.blocks] };
  if (format === 'markdown') return handedOut(markdownOf(page));
  return readable(all ? page : shortPage(page, what), columns());
}
