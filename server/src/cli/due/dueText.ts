import { dueRow } from '../../core/pages/dueWords.ts';
import type { Block } from '../../core/pages/page.ts';
import { noEvidenceWords } from '../../core/pages/windowWords.ts';
import type { Due, DueWindow } from '../../core/program/evidence/due.ts';
import type { Report } from '../../core/program/report.ts';
import { append } from '../../core/text/lists.ts';
import type { Arguments } from '../arguments.ts';
import { beginning } from '../beginning.ts';
import { headOf, withoutPeriod } from '../evidence/evidenceText.ts';
import type { AskedProgram, AskedPrograms } from '../programs.ts';
import { readableBlocks } from '../readable.ts';
import { columns } from '../terminalAbilities.ts';
import { joined, printable, type TerminalText, terminal } from '../terminalText.ts';
import { counted, notRead } from '../words.ts';
import type { DueProgram } from './dueProgram.ts';

/** What `tickmark due` prints for people. */
export function dueText(asked: AskedPrograms, shown: readonly DueProgram[], args: Arguments): TerminalText {
  const parts = beginning(asked);
  for (const { program, reports } of shown) {
    append(parts, program.unreadable.map(notRead));
    for (const { report, due } of reports) parts.push(reportText(program, report, due, args));
  }
  return joined(parts, terminal`\n`);
}

function reportText(
  program: AskedProgram,
  report: Report,
  { overdue, due, later, gaps }: Due,
  { until }: Pick<Arguments, 'until'>,
): TerminalText {
  const parts = [headOf(program, report)];
  const none = withoutPeriod(report);
  if (none !== undefined) return terminal`${joined([...parts, printable(none)], terminal`\n\n`)}\n`;
  const { today, evidence } = program.engine.program;
  const tables = [
    tableOf('Overdue, and still in the grace time', overdue, today),
    tableOf(`Due by ${until}`, due, today),
    tableOf('Closed with evidence missing', gaps, today),
  ];
  const text = readableBlocks(tables.flat(), columns());
  if (!evidence.isKept && text.length > 0) parts.push(printable(noEvidenceWords));
  const nothing = overdue.length + due.length === 0 ? [terminal`Nothing is due by ${printable(until)}.`] : [];
  return terminal`${joined([...parts, ...nothing, ...text, ...laterWords(later)], terminal`\n\n`)}\n`;
}

function tableOf(caption: string, windows: readonly DueWindow[], today: string): Block[] {
  if (windows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: [{ text: caption, style: 'strong' }, `: ${windows.length}`],
      rows: windows.map(one => dueRow(one, today)),
    },
  ];
}

function laterWords(later: readonly DueWindow[]): TerminalText[] {
  const [next] = later;
  if (!next) return [];
  return [
    terminal`Later: ${counted(later.length, 'window')}, the next due on ${printable(next.window.to)}. \`--within 1y\` lists more.`,
  ];
}
