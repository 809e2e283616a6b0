import * as vscode from 'vscode';
import type { ListedPage, PageParams } from '../../../protocol/page.ts';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { pickOne } from './inputs.ts';

/** What the kinds of pages are called in the list; a criterion needs no word. */
const kinds: Readonly<Record<string, string>> = {
  point: 'point of focus',
  descriptionCriterion: 'description criterion',
};

/**
 * Shows the page of a criterion, group or category: the one that a link or a node of the tree names, else one chosen from a
 * list, in which that at the cursor comes first.
 */
export async function showCriterion(session: Session, argument: unknown): Promise<void> {
  const params = pageNamed(argument) ?? (await choose(session));
  if (params !== undefined) await session.pageView.show(params);
}

/** A link gives the page, a node of the tree has it. */
function pageNamed(argument: unknown): PageParams | undefined {
  if (typeof argument !== 'object' || argument === null || !('page' in argument)) return undefined;
  if (typeof argument.page !== 'string') return pageNamed(argument.page);
  const root = 'root' in argument ? argument.root : undefined;
  return typeof root === 'string' ? { root, page: argument.page } : undefined;
}

async function choose({ status, pages }: Session): Promise<PageParams | undefined> {
  const program = await chooseProgram(status, () => true, 'No SOC 2 program found.');
  if (program === undefined) return undefined;
  const { root } = program;
  const { pages: all, here } = await pages(root, vscode.window.activeTextEditor);
  const others = all.filter(({ page }) => page !== here?.page);
  const items = [...(here ? [itemOf(here, 'at the cursor')] : []), ...others.map(page => itemOf(page))];
  const item = await pickOne(items, {
    title: 'Show Criterion',
    matchOnDescription: true,
  });
  return item && { root, page: item.page };
}

function itemOf({ page, title, kind }: ListedPage, where?: string) {
  const words = [kind === 'criterion' ? undefined : (kinds[kind] ?? kind), where];
  return { label: title, description: words.filter(word => word !== undefined).join(', '), page };
}
