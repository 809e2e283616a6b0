import { TextDocumentContentRequest } from 'vscode-languageserver';
import {
  type ListedPage,
  type PageParams,
  type PagesParams,
  type PagesResult,
  pageRequest,
  pagesRequest,
  type ShownPage,
} from '../../../../protocol/page.ts';
import { subjectsAt } from '../../core/features/at/subjectsAt.ts';
import { descriptionPage, descriptionPageId } from '../../core/pages/descriptionWords.ts';
import { pageInProgram } from '../../core/pages/inProgram.ts';
import { type Markdown, markdown } from '../../core/pages/markdownText.ts';
import type { Page } from '../../core/pages/page.ts';
import { reportPage, reportPageId } from '../../core/pages/report/reportPage.ts';
import { idOf, pageOf, type Subject, subjectOf, subjectsOf } from '../../core/pages/subject.ts';
import { whatNext, whatNextPage } from '../../core/pages/whatNextPage.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { hrefs, locate, pageOfUri, pageScheme, pageText, shownBlocks } from '../pages.ts';
import { object, optional, string } from '../shapes.ts';
import { visible, visibleBlocks } from '../visible.ts';
import { whyPage, whyText } from '../whyHere.ts';
import { type Feature, placeInDocument, request, spotAt } from './feature.ts';

/** What there is to say of a criterion and the like: as blocks for a client that draws them, as a document for any other. */
export const pages: Feature = {
  announces: ({ virtualDocuments }) =>
    virtualDocuments ? { workspace: { textDocumentContent: { schemes: [pageScheme] } } } : {},
  answers: [
    request(TextDocumentContentRequest.type, object({ uri: string }), async ({ uri }, context) => ({
      text: await textAt(uri, context),
    })),
    request(requestOf(pageRequest), object({ root: string, page: string }), shownPage),
    request(requestOf(pagesRequest), object({ root: string, at: optional(placeInDocument) }), listedPages),
  ],
};

/**
 * The text of a document that is the server's to give: what a page says, whatever a program has for it; or why something is in
 * that.
 */
async function textAt(uri: string, context: ServerContext): Promise<Markdown> {
  const asked = pageOfUri(uri);
  const why = asked && (await whyText(asked, context));
  if (why !== undefined) return why;
  const program = asked && context.hostAt(asked.root)?.engine.program;
  const subject = program && subjectOf(asked.page, program.catalogs);
  if (!subject) return markdown`This page does not exist.\n`;
  // A client that shows pages shows this where a definition is peeked at: there a link is only long.
  const links = context.abilities.own.pages
    ? () => undefined
    : hrefs(asked.root, new Map(), context.abilities);
  return pageText(subject, links);
}

async function shownPage({ root, page }: PageParams, context: ServerContext): Promise<ShownPage | null> {
  const host = context.hostAt(root);
  const asked = host && pageNamed(page, host);
  if (!asked) return null;
  const { id, title, blocks } = asked;
  const located = await locate(blocks, target => context.locationOf(host, target));
  return { page: id, title: visible(title), blocks: shownBlocks(visibleBlocks(blocks), located) };
}

/** How many rows of a table are drawn: more are not read in a view. */
const mostRows = 100;

function pageNamed(page: string, host: ProgramHost): (Page & { readonly id: string }) | undefined {
  const { program } = host.engine;
  const why = whyPage(page, host);
  if (why) return { id: page, ...why };
  if (page === whatNext) return { id: whatNext, ...whatNextPage(program) };
  if (page === reportPageId) return { id: page, ...reportPage(program, program.report, mostRows) };
  if (page === descriptionPageId) return { id: page, ...descriptionPage(program) };
  const subject = subjectOf(page, program.catalogs);
  return subject && { id: idOf(subject), ...pageInProgram(subject, program) };
}

function listedPages({ root, at }: PagesParams, context: ServerContext): PagesResult {
  const catalogs = context.hostAt(root)?.engine.program.catalogs;
  if (!catalogs) return { pages: [] };
  const all = subjectsOf(catalogs).map(listed);
  const document = at && context.openDocument(at.textDocument.uri);
  const spot = document && spotAt(document, at.position, context);
  const [subject] = (spot && subjectsAt(spot.editing, spot.offset)?.subjects) ?? [];
  return subject ? { pages: all, here: listed(subject) } : { pages: all };
}

function listed(subject: Subject): ListedPage {
  return { page: idOf(subject), title: visible(pageOf(subject).title), kind: subject.kind };
}
