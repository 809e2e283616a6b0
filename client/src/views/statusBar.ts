import * as vscode from 'vscode';
import type { ProgramStatus, ReportStatus } from '../../../protocol/status.ts';
import type { CurrentStatus } from '../status.ts';
import { withoutIcons } from './labels.ts';
import { tooltipWith } from './tooltips.ts';
import { unreadWords } from './unreadWords.ts';

/** Shows the report and how far it is in the status bar, for the program that a person is at. */
export function showStatusBar(status: CurrentStatus): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('tickmark.report', vscode.StatusBarAlignment.Left);
  item.name = 'Tickmark: Report and Scope';
  const draw = (): void => {
    const { program } = status;
    if (program === undefined) {
      item.hide();
      return;
    }
    const icon = status.indexing ? 'sync~spin' : program.unreadable.length > 0 ? 'warning' : 'checklist';
    item.text = `$(${icon}) ${withoutIcons(shortWords(program))}`;
    item.accessibilityInformation = {
      label: `Tickmark: ${[longWords(program), ...countsOf(program)].join('. ')}`,
    };
    item.tooltip = tooltipOf(program);
    item.command = commandsFor(program)[0].id;
    item.show();
  };
  draw();
  return vscode.Disposable.from(
    item,
    status.onDidChange(draw),
    vscode.window.onDidChangeActiveTextEditor(draw),
  );
}

/** The report, and how many of its criteria are implemented; where that is not known, its categories, or how many they are. */
function shortWords(program: ProgramStatus): string {
  const report = reportOf(program)?.name ?? program.name;
  if (program.share !== undefined) return `${report} · ${program.share}`;
  const titles = program.categories.filter(({ chosen }) => chosen).map(({ title }) => title);
  if (titles.length === 0) return report;
  return `${report}: ${titles.length > 2 ? `${titles.length} categories` : titles.join(', ')}`;
}

function longWords(program: ProgramStatus): string {
  return reportOf(program)?.words ?? program.name;
}

function reportOf({ report, reports }: ProgramStatus): ReportStatus | undefined {
  return reports.find(({ id }) => id === report);
}

function tooltipOf(program: ProgramStatus): vscode.MarkdownString {
  const unread = unreadWords(program.unreadable);
  const words = [
    program.name,
    longWords(program),
    ...countsOf(program),
    ...(unread === undefined ? [] : [unread]),
  ];
  return tooltipWith(words, [...commandsFor(program), ...views]);
}

/** How far along the criteria are, and what evidence is due. */
function countsOf({ summary, pressing }: ProgramStatus): string[] {
  return [...(summary === '' ? [] : [summary]), ...(pressing === undefined ? [] : [`Evidence: ${pressing}`])];
}

interface Offer {
  readonly id: string;
  readonly title: string;
}

/** What shows more of it; the commands that show a view are VS Code's own. */
const views: readonly Offer[] = [
  { id: 'tickmark.showDashboard', title: 'Dashboard' },
  { id: 'tickmark.coverage.focus', title: 'Coverage' },
  { id: 'tickmark.evidence.focus', title: 'Evidence' },
];

/** What can be done about the report of a program; the first is what a click does. */
function commandsFor({ manifest, reports }: ProgramStatus): readonly [Offer, ...Offer[]] {
  const chooseScope = { id: 'tickmark.chooseScope', title: 'Choose Scope' };
  if (manifest === undefined) return [{ id: 'tickmark.start', title: 'Start a SOC 2 Program' }];
  return reports.length > 1
    ? [{ id: 'tickmark.switchReport', title: 'Switch Report' }, chooseScope]
    : [chooseScope];
}

/** Offers the next preset of rules in the status bar, for the program that a person is at, once it is time. */
export function showNextPreset(status: CurrentStatus): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('tickmark.nextPreset', vscode.StatusBarAlignment.Left);
  item.name = 'Tickmark: Next Preset';
  item.command = 'tickmark.nextPreset';
  const draw = (): void => {
    const next = status.program?.nextPreset;
    if (next === undefined || status.indexing) {
      item.hide();
      return;
    }
    item.text = `$(arrow-up) Next preset: ${withoutIcons(next)}`;
    item.tooltip = `No error and no warning is left, and at least half of the criteria have a control. Click to see what the preset ${next} reports.`;
    item.show();
  };
  draw();
  return vscode.Disposable.from(
    item,
    status.onDidChange(draw),
    vscode.window.onDidChangeActiveTextEditor(draw),
  );
}
