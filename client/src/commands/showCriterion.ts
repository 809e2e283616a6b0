import * as vscode from 'vscode';
import type { ClaimsCommand } from '../../../protocol/lenses.ts';
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
 * Shows the page of a criterion, group or category: the one that a link or a node of the tree names, one of those that a lens
 * names, else one chosen from a list, in which that at the cursor comes first.
 */
export async function showCriterion(session: Session, argument: unknown): Promise<void> {
  const claims = claimsIn(argument);
  const params = claims ? await chooseAmong(claims) : (pageNamed(argument) ?? (await choose(session)));
  if (params !== undefined) await session.pageView.show(params);
}

/** Shows why a node of the tree is in it. */
export async function whyHere(session: Session, node: unknown): Promise<void> {
  const why = typeof node === 'object' && node !== null && 'why' in node ? pageNamed(node.why) : undefined;
  if (why !== undefined) await session.pageView.show(why);
}

/** A link gives the page, a node of the tree has it. */
function pageNamed(argument: unknown): PageParams | undefined {
  if (typeof argument !== 'object' || argument === null || !('page' in argument)) return undefined;
  if (typeof argument.page !== 'string') return pageNamed(argument.page);
  const root = 'root' in argument ? argument.root : undefined;
  return typeof root === 'string' ? { root, page: argument.page } : undefined;
}

/** A lens gives several criteria, with where each stands. */
function claimsIn(argument: unknown): ClaimsCommand | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (!('root' in argument && 'among' in argument)) return undefined;
  const { root, among } = argument;
  if (typeof root !== 'string' || !Array.isArray(among)) return undefined;
  const claims: readonly unknown[] = among;
  return { root, among: claims.filter(isClaim) };
}

function isClaim(claim: unknown): claim is ClaimsCommand['among'][number] {
  if (typeof claim !== 'object' || claim === null) return false;
  if (!('page' in claim && 'title' in claim && 'state' in claim)) return false;
  return [claim.page, claim.title, claim.state].every(text => typeof text === 'string');
}

async function chooseAmong({ root, among }: ClaimsCommand): Promise<PageParams | undefined> {
  const items = among.map(({ page, title, state }) => ({ label: title, description: state, page }));
  const item = await pickOne(items, { title: 'Show Criterion', matchOnDescription: true });
  return item && { root, page: item.page };
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
