import * as vscode from 'vscode';
import type { ProgrammeStatus, ReportStatus } from '../protocol.ts';
import type { CurrentStatus } from '../status.ts';
import { withoutIcons } from './labels.ts';
import { tooltipWith } from './tooltips.ts';

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
    const icon = status.indexing ? 'sync~spin' : programme.unreadable.length > 0 ? 'warning' : 'checklist';
    item.text = `$(${icon}) ${withoutIcons(shortWords(programme))}`;
    item.accessibilityInformation = { label: `Tickmark: ${longWords(programme)}` };
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

/** The report, the first category in scope, and how many more there are. */
function shortWords(programme: ProgrammeStatus): string {
  const report = reportOf(programme)?.name ?? programme.name;
  const [first, ...others] = programme.categories.filter(({ chosen }) => chosen);
  if (first === undefined) return report;
  return `${report}: ${first.title}${others.length > 0 ? ` +${others.length}` : ''}`;
}

function longWords(programme: ProgrammeStatus): string {
  return reportOf(programme)?.words ?? programme.name;
}

function reportOf({ report, reports }: ProgrammeStatus): ReportStatus | undefined {
  return reports.find(({ id }) => id === report);
}

function tooltipOf(programme: ProgrammeStatus): vscode.MarkdownString {
  const counts = Object.entries(programme.summary).map(([state, count]) => `${count} ${state}`);
  const words = [programme.name, longWords(programme), counts.join(', '), ...unreadWords(programme)];
  return tooltipWith(words, commandsFor(programme));
}

/** What could not be read, a few by name. */
function unreadWords({ unreadable }: ProgrammeStatus): string[] {
  if (unreadable.length === 0) return [];
  const [named, others] = [unreadable.slice(0, 3).join(', '), unreadable.length - 3];
  const more = others > 0 ? ` and ${others} more` : '';
  return [`Not read: ${named}${more}. Findings about what is missing are not shown.`];
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
