import { HoverRequest, type MarkupContent } from 'vscode-languageserver';
import { type Hover, hoverAt, tellStatement } from '../../core/features/hover.ts';
import { paragraph } from '../../core/pages/page.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { factsAt } from '../factsAt.ts';
import { markup } from '../markup.ts';
import { hrefs, locate } from '../pages.ts';
import { rangeAt } from '../positions.ts';
import { type Feature, positionRequest } from './feature.ts';

export const hover: Feature = {
  announces: () => ({ hoverProvider: true }),
  answers: [
    positionRequest(HoverRequest.type, null, async ({ editing, offset, buffer, host }, context) => {
      const hovered = hoverAt(editing, offset);
      if (!hovered) return null;
      const { record } = hovered;
      const facts = record && (await factsAt(context.editsContext, host, record.path));
      const found = facts ? tellStatement(hovered, facts) : hovered;
      const range = rangeAt(buffer, found.range, context.abilities.encoding);
      return { contents: await contentsOf(found, host, context), range };
    }),
  ],
};

/** A hover as the client takes it, with the links that it can follow. */
async function contentsOf(
  { blocks, page }: Hover,
  host: ProgramHost,
  context: ServerContext,
): Promise<MarkupContent | string> {
  const { abilities, folders } = context;
  const root = folders.uriOf(host.folder.root);
  const showsPage = page !== undefined && abilities.own.pages === true;
  const whole = showsPage ? [paragraph({ text: 'Show Criterion', target: { page } })] : [];
  const all = [...blocks, ...whole];
  const located = await locate(all, target => context.locationOf(host, target));
  return markup(all, abilities.hover, hrefs(root, located, abilities));
}
