// What is said of a window, in every face.
import type { ControlInTime } from '../program/evidence/controlsInTime.ts';
import { calledInSentence, reasonOf } from '../time/reasons.ts';
import { daysInWords, nameOfCell, type Window, type WindowState } from '../time/states.ts';
import { typesMissing } from '../time/typesMissing.ts';
import { type Block, type Inlines, paragraph, prose, type Tone } from './page.ts';

/** Said before windows where a program has no record of evidence: the reader may know that it is kept elsewhere. */
export const noEvidenceWords =
  'No evidence is recorded in this program. If it is kept elsewhere, the windows below say nothing about it.';

/** How far along a window in a state is. Complete says that something is on file, and praises nothing. */
export const toneOf: Readonly<Record<WindowState, Tone>> = {
  gap: 'bad',
  partial: 'bad',
  due: 'begun',
  upcoming: 'aside',
  complete: 'furthest',
  'not exercised': 'advanced',
  'not expected': 'aside',
};

/** The state with its marks: `complete, late`. */
export function stateWords({ state, marks }: Pick<Window, 'state' | 'marks'>): string {
  return [state, ...marks.map(mark => mark.replaceAll('-', ' '))].join(', ');
}

/** What a window lacks: each cell that is not filled, of a log or population with the days that are not covered. */
export function missingFrom({ cells }: Pick<Window, 'cells'>): readonly string[] {
  return cells.flatMap(cell => {
    if (cell.isFilled) return [];
    const days = cell.evidence.length === 0 ? [] : cell.missing.map(daysInWords);
    const words = [nameOfCell(cell), days.join(', ')].filter(word => word !== '').join(' ');
    return words === '' ? [] : [words];
  });
}

/**
 * The windows of a control as a table: its name, days, state, and why. Neighbors that stand alike are one row.
 * @param moreOf what else is said of a window that has a row of its own
 */
export function windowsTable(
  { windows }: Pick<ControlInTime, 'windows'>,
  today: string,
  moreOf: (window: Window) => Inlines = () => [],
): Block {
  const rows = alike(windows).map(([first, ...others]): Inlines[] => {
    const last = others.at(-1) ?? first;
    const isOne = last === first;
    return [
      [isOne ? first.name : `${first.name} to ${last.name}`],
      [daysInWords({ from: first.from, to: last.to })],
      [{ text: stateWords(first), tone: toneOf[first.state] }],
      isOne ? [reasonOf(first, today), ...moreOf(first)] : [allWords(first, others.length + 1)],
    ];
  });
  return { kind: 'table', rows };
}

function allWords({ state, from }: Window, count: number): string {
  return state === 'upcoming' ? `The first of ${count} begins on ${from}.` : `Each of ${count} has evidence.`;
}

type Neighbors = readonly [Window, ...Window[]];

/** Windows, those of three or more neighbors together if the same can be said about each. */
function alike(windows: readonly Window[]): readonly Neighbors[] {
  const groups: [Window, ...Window[]][] = [];
  for (const window of windows) {
    const group = groups.at(-1);
    if (group && isLike(window, group[0])) group.push(window);
    else groups.push([window]);
  }
  return groups.flatMap((group): readonly Neighbors[] =>
    group.length > 2 ? [group] : group.map(one => [one]),
  );
}

function isLike(window: Window, other: Window): boolean {
  const isSame = window.state === other.state && window.cadence === other.cadence;
  return isSame && isPlain(window) && isPlain(other);
}

function isPlain({ state, marks, isLastInterval, kind }: Window): boolean {
  const isOfCalendar = !isLastInterval && (kind === 'performance' || kind === 'log');
  return isOfCalendar && marks.length === 0 && (state === 'upcoming' || state === 'complete');
}

/**
 * How evidence for a window is recorded: the keys that file it there.
 * @param folder in which records of evidence go; empty for the root
 */
export function recordingOf(window: Window, control: string, folder: string): Block {
  const place = folder === '' ? 'To record evidence' : `To record evidence in \`${folder}/\``;
  return paragraph(...prose(`${place} for ${calledInSentence(window)}: ${keysOf(window, control)}.`));
}

function keysOf(window: Window, control: string): string {
  const { name, kind, isLastInterval } = window;
  const controls = `\`controls: [${control}]\``;
  const days = daysToRecord(window);
  switch (kind) {
    case 'performance':
      return isLastInterval
        ? `${controls}${typeWords(window)}, and \`performed\` with a day of ${days}`
        : `${controls}${typeWords(window)}, \`window: ${name}\`, and \`performed\``;
    case 'log':
    case 'changes':
      return `${controls}, \`type: system-log\`, and \`covers\` with days of ${days}`;
    case 'configuration':
      return `${controls}, \`type: configuration\`, and \`performed\` with a day of ${days}`;
    case 'population':
      return `${controls}, \`type: population\`, \`query\`, \`count\`, \`extractedOn\`, and \`covers\` with days of ${days}`;
  }
}

/** The type of what is missing, where it is one. */
function typeWords(window: Window): string {
  const [type, ...others] = typesMissing(window);
  return type !== undefined && others.length === 0 ? `, \`type: ${type}\`` : '';
}

/** The days of a window, of a log or population from the first to the last that is missing. */
function daysToRecord({ from, to, cells }: Window): string {
  const missing = cells.flatMap(cell => cell.missing);
  const first = missing.map(days => days.from).sort()[0];
  const last = missing
    .map(days => days.to)
    .sort()
    .at(-1);
  return daysInWords({ from: first ?? from, to: last ?? to });
}
