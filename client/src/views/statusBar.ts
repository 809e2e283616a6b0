import * as vscode from 'vscode';
import type { ProgrammeStatus } from '../protocol.ts';
import type { CurrentStatus } from '../status.ts';

/** Shows the report and its scope in the status bar, for the programme that a person is at. */
export function showStatusBar(status: CurrentStatus): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('tickmark.report', vscode.StatusBarAlignment.Left);
  item.name = 'Tickmark: Report and Scope';
  const draw = (): void => {
    const { programme } = status;
    if (programme === undefined) {
      item.hide();
      return;
    }
    const words = wordsOf(programme);
    item.text = `$(${status.indexing ? 'sync~spin' : 'checklist'}) ${words}`;
    item.accessibilityInformation = { label: `Tickmark: ${words}` };
    item.tooltip = tooltipOf(programme);
    item.command = commandsFor(programme)[0].id;
    item.show();
  };
  draw();
  return vscode.Disposable.from(
    item,
    status.onDidChange(draw),
    vscode.window.onDidChangeActiveTextEditor(draw),
  );
}

function wordsOf({ name, report, reports }: ProgrammeStatus): string {
  return reports.find(({ id }) => id === report)?.words ?? name;
}

function tooltipOf(programme: ProgrammeStatus): vscode.MarkdownString {
  const commands = commandsFor(programme);
  const counts = Object.entries(programme.summary).map(([state, count]) => `${count} ${state}`);
  const links = commands.map(({ id, title }) => `[${title}](command:${id})`);
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(`${programme.name}\n\n${wordsOf(programme)}\n\n${counts.join(', ')}`);
  tooltip.appendMarkdown(`\n\n${links.join(' | ')}`);
  tooltip.isTrusted = { enabledCommands: commands.map(({ id }) => id) };
  return tooltip;
}

interface Offer {
  readonly id: string;
  readonly title: string;
}

/** What can be done about the report of a programme; the first is what a click does. */
function commandsFor({ manifest, reports }: ProgrammeStatus): readonly [Offer, ...Offer[]] {
  const chooseScope = { id: 'tickmark.chooseScope', title: 'Choose Scope' };
  if (manifest === undefined) return [{ id: 'tickmark.start', title: 'Start a SOC 2 Programme' }];
  return reports.length > 1
    ? [{ id: 'tickmark.switchReport', title: 'Switch Report' }, chooseScope]
    : [chooseScope];
}
