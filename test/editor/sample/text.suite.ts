import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, rangeOf, replace, show } from '../documents.ts';
import { node, session } from '../tickmark.ts';
import { until } from '../until.ts';

/** Mark-up that would fetch an image; the script that started the editor fails where any of `.example` is asked for. */
const images = (name: string): string =>
  `![i](https://tickmark.example/${name}.png) <img src="https://tickmark.example/${name}.png">`;

/** Lets the editor draw: an answer to it comes after what was there to be drawn. */
async function drawn(): Promise<void> {
  for (let i = 0; i < 3; i++) await vscode.commands.getCommands();
}

suite('text of documents', () => {
  teardown(closeAll);

  test('is text in the tooltips of the tree and of the status bar', async () => {
    const { coverage, status } = await session();
    const { document } = await show('tickmark.yaml');
    await replace(document, 'id: soc2-2026', `id: '${images('report')}'`);
    await until(() => status.program?.report.includes('report.png'));
    const report = await until(async () => {
      const found = await node('SOC 2');
      return found?.description?.includes('report.png') ? found : undefined;
    });
    const { tooltip } = coverage.tree.getTreeItem(report);
    ok(tooltip instanceof vscode.MarkdownString);
    ok(!/!\[|<img/.test(tooltip.value), tooltip.value);
    equal([tooltip.isTrusted, tooltip.supportHtml], [undefined, false]);

    await vscode.commands.executeCommand('tickmark.coverage.focus');
    await until(() => coverage.view.visible);
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('list.showHover');
    await drawn();
  });

  test('is text on hovering', async () => {
    await session();
    const { document: control } = await show('controls/AC-01-single-sign-on.md');
    await replace(control, 'title: Single sign-on', `title: '${images('title')}' # Single sign-on`);
    const editor = await show('policies/access-control.md');
    const hoverOf = async (): Promise<string> => {
      const { start } = rangeOf(editor.document, 'CC6.1');
      editor.selection = new vscode.Selection(start, start);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        start,
      );
      const contents = hovers.flatMap(hover => hover.contents);
      return contents.map(content => (typeof content === 'string' ? content : content.value)).join('\n');
    };
    const text = await until(async () => {
      const shown = await hoverOf();
      return shown.includes('title.png') ? shown : undefined;
    });
    ok(!/!\[|<img/.test(text), text);
    await vscode.commands.executeCommand('editor.action.showHover');
    await drawn();
  });
});
