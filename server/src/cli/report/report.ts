import { markdownOf } from '../../core/pages/markdown.ts';
import { joined as joinedMarkdown, markdown } from '../../core/pages/markdownText.ts';
import { type Block, type Page, paragraph } from '../../core/pages/page.ts';
import { reportPage } from '../../core/pages/report/reportPage.ts';
import { counted } from '../../core/pages/words.ts';
import { shownBlocks } from '../../lsp/pages.ts';
import { visible, visibleBlocks } from '../../lsp/visible.ts';
import type { Arguments } from '../arguments.ts';
import { beginning } from '../beginning.ts';
import { cacheFor } from '../cacheFor.ts';
import { codeOf, sayUnread } from '../notAllRead.ts';
import { type AskedProgram, type AskedPrograms, findPrograms, readPrograms } from '../programs.ts';
import { readable } from '../readable.ts';
import { revisionJson, revisionWords } from '../revisionWords.ts';
import { write } from '../terminal.ts';
import { columns } from '../terminalAbilities.ts';
import { handedOut, joined, json, type TerminalText, terminal } from '../terminalText.ts';
import { noticeJson } from '../unreadNotices.ts';
import { reportHtml } from './reportHtml.ts';

/** `tickmark report`: prints where each program stands for its report, as one document. */
export async function report(args: Arguments): Promise<number> {
  const found = await findPrograms(args);
  const asked = await readPrograms(args, found, cacheFor(args, found));
  write(printed(asked, args));
  sayUnread(asked);
  return codeOf(0, asked);
}

function printed(asked: AskedPrograms, { format, today }: Arguments): TerminalText {
  switch (format) {
    case 'json':
      return json({
        version: 1,
        ...revisionJson(asked.revision),
        programs: asked.programs.map(program => programJson(program, asked)),
        notices: asked.notices.map(noticeJson),
        unreadable: asked.unreadable,
      });
    case 'markdown':
      return handedOut(
        joinedMarkdown(
          documentsOf(asked).map(page => markdownOf(page)),
          markdown`\n`,
        ),
      );
    case 'html':
      return handedOut(reportHtml(documentsOf(asked), { day: today }));
    default: {
      const pages = asked.programs.flatMap(program => pagesOf(program)).map(visiblePage);
      return joined([...beginning(asked), ...pages.map(page => readable(page, columns()))], terminal`\n`);
    }
  }
}

/** What a document of its own consists of: without a report, it says why there is none. */
function documentsOf(asked: AskedPrograms): readonly Page[] {
  const pages = asked.programs.flatMap(program => pagesOf(program, revisionWords(asked.revision)));
  return (pages.length > 0 ? pages : [withoutReport(asked)]).map(visiblePage);
}

function withoutReport({ notices, revision }: AskedPrograms): Page {
  const why = notices.map(({ root, text }) => `${root}: ${text}`);
  const words = [...revisionWords(revision), ...(why.length > 0 ? why : ['No control documentation found.'])];
  return { title: 'No report', blocks: words.map(one => paragraph(one)) };
}

/**
 * A page for each report that is asked for. It begins with what could not be read, because then it is not whole.
 * @param revision what else each begins with: the revision whose documents it tells of
 */
function pagesOf(
  { engine: { program }, unreadable }: AskedProgram,
  revision: readonly string[] = [],
): readonly Page[] {
  const before = [
    ...(unreadable.length > 0 ? [incompleteness(unreadable)] : []),
    ...revision.map(words => paragraph(words)),
  ];
  return program.currentReports.map(one => {
    const { title, blocks } = reportPage(program, one);
    return { title, blocks: [...before, ...blocks] };
  });
}

function incompleteness(unreadable: readonly string[]): Block {
  const files = counted(unreadable.length, 'file or folder', 'files or folders');
  const warning = `This report is incomplete: ${files} could not be read.`;
  return paragraph({ text: warning, style: 'strong' }, ` ${unreadable.join(', ')}`);
}

function visiblePage({ title, blocks }: Page): Page {
  return { title: visible(title), blocks: visibleBlocks(blocks) };
}

function programJson(program: AskedProgram, asked: AskedPrograms) {
  const pages = pagesOf(program, revisionWords(asked.revision));
  return {
    root: program.shown,
    unreadable: program.unreadable,
    reports: program.engine.program.currentReports.map((one, i) => {
      const page = pages[i];
      return {
        id: one.id,
        countedOn: program.engine.program.dayOf(one),
        title: page?.title,
        blocks: page && shownBlocks(page.blocks, new Map()),
      };
    }),
  };
}
