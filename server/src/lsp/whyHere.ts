import {
  type Command,
  MessageType,
  ShowDocumentRequest,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { PageParams } from '../../../protocol/page.ts';
import type { ShownFinding } from '../core/engine/shownFinding.ts';
import { markdownOf } from '../core/pages/markdown.ts';
import type { Markdown } from '../core/pages/markdownText.ts';
import type { Page } from '../core/pages/page.ts';
import { plainOfBlocks } from '../core/pages/plain.ts';
import { whyCriterionPage, whyRecordPage } from '../core/pages/whyCoveredPage.ts';
import { whyFindingPage } from '../core/pages/whyFindingPage.ts';
import { hereOf, whyId } from '../core/pages/whyHere.ts';
import { ruleNamed } from '../core/rules/rules.ts';
import { brief } from '../core/text/brief.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Abilities } from './abilities.ts';
import type { ServerContext } from './context.ts';
import { hrefs, locate, pageUri } from './pages.ts';
import { object, string } from './shapes.ts';
import { visible, visibleBlocks } from './visible.ts';

/** The command by which a client that draws no pages has one opened that says why something is here. */
export const whyCommand = 'tickmark.whyHere';

/** How much of a page is told in a message, in UTF-16 code units. */
const longestMessage = 600;

const pageParams = object({ root: string, page: string });

/** The page that says why something is here; undefined where it is here no more, or the id is another page's. */
export function whyPage(id: string, { engine }: ProgramHost): Page | undefined {
  const here = hereOf(id);
  if (!here) return undefined;
  const { program, settings } = engine;
  if ('criterion' in here)
    return here.record
      ? whyRecordPage(here.criterion, here.record, program)
      : whyCriterionPage(here.criterion, program);
  const finding = engine.seen(here.path).find(({ fingerprint }) => fingerprint === here.fingerprint);
  const rule = finding && ruleNamed(finding.rule);
  return rule && whyFindingPage(finding, rule, settings, program);
}

/** The command that shows why a finding is here, as the client runs it. */
export function whyCommandFor(
  { rule, path, fingerprint }: ShownFinding,
  root: string,
  { own }: Abilities,
): Command {
  const argument: PageParams = { root, page: whyId({ path, fingerprint }) };
  const command = own.pages ? 'tickmark.showCriterion' : whyCommand;
  return { title: `Why is this here? (${rule})`, command, arguments: [argument] };
}

/** The text of such a page as a document; undefined where there is none. */
export async function whyText(
  { root, page }: PageParams,
  context: ServerContext,
): Promise<Markdown | undefined> {
  const host = context.hostAt(root);
  const found = host && whyPage(page, host);
  if (!found) return undefined;
  const blocks = visibleBlocks(found.blocks);
  const located = await locate(blocks, target => context.locationOf(host, target));
  return markdownOf({ title: visible(found.title), blocks }, hrefs(root, located, context.abilities));
}

/** Has the client open the page, as a document where it can, else as a message. */
export async function showWhy(context: ServerContext, argument: unknown): Promise<void> {
  if (pageParams(argument, 'the argument') !== undefined) return;
  const { root, page } = paramsIn(argument);
  const { abilities, connection, runtime } = context;
  const host = context.hostAt(root);
  const found = host && whyPage(page, host);
  const text = found && (await whyText({ root, page }, context));
  if (!found || text === undefined) {
    await tell(context, 'This is no longer here: the document has changed.');
    return;
  }
  const file = () => runtime.pageFile?.(host.folder.root, 'why', text);
  const key = abilities.showsDocuments && !abilities.virtualDocuments ? file() : undefined;
  const uri = key === undefined ? undefined : runtime.uriOf(key);
  if (abilities.showsDocuments && (abilities.virtualDocuments || uri !== undefined))
    await connection.sendRequest(ShowDocumentRequest.method, {
      uri: uri ?? pageUri({ root, page }),
      takeFocus: true,
    });
  else await tell(context, visible(brief(plainOfBlocks(found.blocks), longestMessage)));
}

function paramsIn(argument: unknown): PageParams {
  const said = new Map<string, unknown>(Object.entries(argument ?? {}));
  return { root: String(said.get('root')), page: String(said.get('page')) };
}

function tell({ connection }: ServerContext, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
