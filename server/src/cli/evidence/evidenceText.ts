import { viewSentence } from '../../core/pages/coverageWords.ts';
import { type Block, type Inlines, paragraph, prose } from '../../core/pages/page.ts';
import { noEvidenceWords, recordingOf, windowsTable } from '../../core/pages/windowWords.ts';
import type { ControlInTime } from '../../core/program/evidence/controlsInTime.ts';
import { isTooLong } from '../../core/program/evidence/evidence.ts';
import { nameOf } from '../../core/program/record.ts';
import type { Report } from '../../core/program/report.ts';
import { reportWords } from '../../core/program/reportWords.ts';
import { folderFor } from '../../core/rules/fixes/newRecord.ts';
import { append } from '../../core/text/lists.ts';
import type { Window, WindowState } from '../../core/time/states.ts';
import type { Arguments } from '../arguments.ts';
import { beginning } from '../beginning.ts';
import type { AskedProgram, AskedPrograms } from '../programs.ts';
import { readableBlocks } from '../readable.ts';
import { columns } from '../terminalAbilities.ts';
import { joined, paint, printable, type TerminalText, terminal } from '../terminalText.ts';
import { counted, notRead } from '../words.ts';
import type { ShownProgram } from './shownProgram.ts';

/** What `tickmark evidence` prints for people. */
export function evidenceText(
  asked: AskedPrograms,
  shown: readonly ShownProgram[],
  args: Arguments,
): TerminalText {
  const parts = beginning(asked);
  for (const { program, reports } of shown) {
    append(parts, program.unreadable.map(notRead));
    for (const { report, controls } of reports) parts.push(reportText(program, report, controls, args));
  }
  return joined(parts, terminal`\n`);
}

/** The lines above what is said of a report. */
export function headOf({ engine: { program }, shown }: AskedProgram, report: Report): TerminalText {
  const words = reportWords(report, program.catalogs, 'long');
  // Windows go on after the period: evidence comes in until they close.
  const view = viewSentence(program, report, program.today);
  return terminal`${paint('bold', printable(shown))}: ${printable(words)}\n${printable(view)}`;
}

/** Why a report has no windows, where it has none: `periodOf` gives none. */
export function withoutPeriod({ type, period }: Report): string | undefined {
  if (type === 1) return 'A Type I report is as of a day, so no evidence is due over a period.';
  if (!period) return 'The report has no period, so Tickmark cannot say when evidence is due.';
  return isTooLong(period)
    ? `The period of the report (${period.start} to ${period.end}) is longer than ten years, so Tickmark expects no evidence over it. Correct its dates in the manifest.`
    : undefined;
}

function reportText(
  program: AskedProgram,
  report: Report,
  controls: readonly ControlInTime[],
  { control }: Pick<Arguments, 'control'>,
): TerminalText {
  const { today, evidence } = program.engine.program;
  const parts = [headOf(program, report)];
  const none = withoutPeriod(report);
  if (none !== undefined) return terminal`${joined([...parts, printable(none)], terminal`\n\n`)}\n`;
  if (!evidence.isKept) parts.push(printable(noEvidenceWords));
  const withWindows = controls.filter(({ windows }) => windows.length > 0);
  const open = withWindows.filter(({ windows }) => openOf(windows).length > 0);
  const isOfOne = control !== undefined;
  const folder = folderFor(program.engine.program, 'evidence');
  const recording = isOfOne ? open.flatMap(one => recordingWords(one, folder)) : [];
  const blocks = [...withWindows.map(one => tableOf(one, today)), ...recording];
  const unknown = controls.filter(one => one.windows.length === 0 && one.standing === 'unknown');
  const text = readableBlocks([...blocks, ...unknownWords(unknown)], columns());
  const more = open.length > 0 && !isOfOne ? [recordingHint] : [];
  return terminal`${joined([...parts, ...text, totals(controls), ...more], terminal`\n\n`)}\n`;
}

/** In a list of many controls, what each needs would hide the list. */
const recordingHint = terminal`\`tickmark evidence --control ID\` says how to record evidence for a control.`;

function tableOf(control: ControlInTime, today: string): Block {
  const { entry } = control;
  const { title, values } = entry.shape;
  const name = nameOf(entry);
  const owner = values['owner'];
  const caption: Inlines = [
    { text: name, style: 'strong' },
    ...(title !== undefined && title !== name ? [` ${title}`] : []),
    ...(owner ? [` · ${owner.text}`] : []),
  ];
  const table = windowsTable(control, today);
  return table.kind === 'table' ? { ...table, caption } : table;
}

function recordingWords({ entry, windows }: ControlInTime, folder: string): Block[] {
  return openOf(windows).map(window => recordingOf(window, nameOf(entry), folder));
}

/** The first window of each kind for which evidence is to be recorded. */
function openOf(windows: readonly Window[]): readonly Window[] {
  const open = windows.filter(({ state, isClosed }) => !isClosed && (state === 'due' || state === 'partial'));
  const kindOf = ({ kind, isLastInterval }: Window) => `${kind} ${isLastInterval}`;
  return open.filter((window, i) => open.findIndex(one => kindOf(one) === kindOf(window)) === i);
}

function unknownWords(controls: readonly ControlInTime[]): Block[] {
  if (controls.length === 0) return [];
  const names = controls.map(({ entry }) => nameOf(entry)).join(', ');
  return [
    paragraph(
      ...prose(
        `No window: ${names}. For each, set \`frequency\` to a word or a cron expression that Tickmark can make windows from.`,
      ),
    ),
  ];
}

const order: readonly WindowState[] = [
  ...(['gap', 'partial', 'due', 'complete', 'not exercised', 'upcoming', 'not expected'] as const),
];

/** How many windows are in each state: `Total: 12 windows of 3 controls: 1 gap, 4 complete`. */
function totals(controls: readonly ControlInTime[]): TerminalText {
  const windows = controls.flatMap(one => one.windows);
  const withWindows = controls.filter(one => one.windows.length > 0).length;
  const states = order.flatMap(state => {
    const count = windows.filter(one => one.state === state).length;
    return count > 0 ? [`${count} ${state}`] : [];
  });
  const words = states.length > 0 ? terminal`: ${printable(states.join(', '))}` : terminal``;
  return terminal`Total: ${counted(windows.length, 'window')} of ${counted(withWindows, 'control')}${words}`;
}
