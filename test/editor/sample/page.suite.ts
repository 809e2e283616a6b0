import * as vscode from 'vscode';
import { equal, match, ok } from '../assert.ts';
import { closeAll, rangeOf, replace, show } from '../documents.ts';
import { press } from '../press.ts';
import { node, session } from '../tickmark.ts';
import { until } from '../until.ts';

/** The titles of the tabs that show a page. */
function shown(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('tickmark.page'),
    )
    .map(({ label }) => label);
}

/** The pages that are shown as editors of their URIs. */
function edited(): vscode.Uri[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputCustom && input.viewType === 'tickmark.pageEditor' ? [input.uri] : [],
    );
}

const showCriterion = (...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand('tickmark.showCriterion', ...args);

suite('the page of a criterion', () => {
  teardown(closeAll);

  test('is shown for a node of the tree, and links lead on and back', async () => {
    const { pageView } = await session();
    const criterion = await node('SOC 2', 'Security', 'CC6', 'CC6.1');
    ok(criterion?.page);
    await showCriterion(criterion);
    await until(() => shown().includes('CC6.1 Logical access protection'));
    // As a link has it.
    await showCriterion({ ...criterion.page, page: 'CC6.2' });
    await until(() => shown().includes('CC6.2 User registration and removal'));
    await vscode.commands.executeCommand('tickmark.previousPage');
    await until(() => pageView.page?.page === 'CC6.1');
    await vscode.commands.executeCommand('tickmark.nextPage');
    await until(() => pageView.page?.page === 'CC6.2');
    equal(shown().length, 1);
  });

  test('of the whole report is the dashboard, whose links lead to the pages of criteria', async () => {
    const { pageView } = await session();
    await vscode.commands.executeCommand('tickmark.showDashboard');
    await until(() => pageView.page?.page === 'report');
    const { title, blocks = [] } = pageView.page ?? {};
    equal(title, 'Brightdesk, Inc.: SOC 2 Type II');
    const map = blocks.find(({ kind }) => kind === 'map');
    ok(map?.kind === 'map');
    equal(
      map.groups.reduce((sum, { cells }) => sum + cells.length, 0),
      61,
    );
    const [first] = map.groups[0]?.cells[0]?.label ?? [];
    ok(typeof first === 'object' && first.target && 'page' in first.target);
    equal(first.target.page, 'CC1.1');
  });

  test('is chosen from a list, in which that at the cursor comes first', async () => {
    const { pageView, pages, status } = await session();
    const editor = await show('policies/access-control.md');
    const { start } = rangeOf(editor.document, 'CC6.3]');
    editor.selection = new vscode.Selection(start, start);
    await until(() => vscode.window.activeTextEditor === editor);
    const [program] = status.programs;
    ok(program);
    equal((await pages(program.root, editor)).here?.page, 'CC6.3');
    const shownOnce = showCriterion();
    await press('accept');
    await shownOnce;
    equal(pageView.page?.page, 'CC6.3');
  });

  test('follows what is typed', async () => {
    const { pageView } = await session();
    const criterion = await node('SOC 2', 'Security', 'CC3', 'CC3.3');
    await showCriterion(criterion);
    ok(!JSON.stringify(pageView.page).includes('risk-management'));
    const { document } = await show('policies/risk-management.md');
    await replace(document, 'TSC: [', 'TSC: [CC3.3, ');
    await until(() => JSON.stringify(pageView.page).includes('risk-management'));
  });

  test('is linked to from hovers, and is the definition of what is cited', async () => {
    await session();
    const { document } = await show('policies/access-control.md');
    const { start } = rangeOf(document, 'CC6.3]');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      start,
    );
    const contents = hovers.flatMap(({ contents }) => contents);
    const text = contents.map(content => (typeof content === 'string' ? content : content.value)).join('\n');
    match(text, /\[Show Criterion\]\(command:tickmark\.showCriterion\?/);

    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      start,
    );
    const uris = places.map(place => ('uri' in place ? place.uri : place.targetUri));
    const page = uris.find(({ scheme }) => scheme === 'tickmark');
    ok(page);
    const definition = await vscode.workspace.openTextDocument(page);
    match(definition.getText(), /^# CC6\.3 Access by role\n/);
    equal(definition.languageId, 'markdown');
  });

  test('is opened from the definition of an id, and from the link of a finding', async () => {
    await session();
    const editor = await show('policies/access-control.md');
    const { start } = rangeOf(editor.document, 'CC6.3]');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await until(() => edited().some(({ path }) => path === '/CC6.3.md'));

    const links = vscode.languages
      .getDiagnostics()
      .flatMap(([, found]) => found)
      .flatMap(({ code }) => (typeof code === 'object' ? [code.target] : []));
    ok(links.length > 0);
    ok(links.every(({ scheme }) => scheme === 'tickmark'));
    const [link] = links;
    ok(link);
    await vscode.commands.executeCommand('vscode.open', link);
    await until(() => edited().some(({ path }) => path === link.path));
  });

  test('opens a document where it cites the criterion', async () => {
    const { pageView } = await session();
    const criterion = await node('SOC 2', 'Security', 'CC6', 'CC6.1');
    await showCriterion(criterion);
    const target = pageView.page?.blocks
      .flatMap(block => (block.kind === 'list' ? block.items.flat() : []))
      .flatMap(inline => (typeof inline === 'string' ? [] : [inline.target]))
      .find(target => target !== undefined && 'uri' in target && target.uri.includes('AC-01'));
    ok(target);
    await vscode.commands.executeCommand('tickmark.openPlace', target);
    const editor = await until(() => vscode.window.activeTextEditor);
    equal(editor.document.getText(editor.selection), 'CC6.1');
  });
});
