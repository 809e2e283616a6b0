import { calledInSentence } from '../../time/reasons.ts';
import { isShown } from '../../time/standing.ts';
import type { Window } from '../../time/states.ts';
import { bearingOf } from '../bearing.ts';
import { listed } from '../listed.ts';
import type { Outlook } from '../outlook.ts';
import { byPlace, cites, isControl, nameOf, type RecordEntry } from '../record.ts';
import type { ControlWindows } from './controlWindows.ts';

/** What the windows of its key controls say of a criterion. */
export interface CriterionInTime {
  /** Whether something was shown for it, and each of its key controls was shown or has nothing to show. */
  readonly isEvidenced: boolean;
  /** `gap`: a window closed with nothing on file. `late`: something was performed after the grace time. */
  readonly marks: readonly ('gap' | 'late' | 'not-exercised')[];
  /** What windows add to the sentence that says why it stands where it does; undefined where that is nothing. */
  readonly reason: string | undefined;
}

/** Where nothing is concluded from windows. */
export const notInTime: CriterionInTime = { isEvidenced: false, marks: [], reason: undefined };

/** A key control that was active on some day of the period. */
interface Counted extends ControlWindows {
  readonly entry: RecordEntry;
}

/**
 * What windows say of a criterion. Retired controls count for their own days.
 * @param citing the records that cite it
 * @param windowsOf the windows of a control in the report
 */
export function criterionInTime(
  criterion: string,
  citing: Iterable<RecordEntry>,
  outlook: Outlook,
  windowsOf: (control: RecordEntry) => ControlWindows | undefined,
): CriterionInTime {
  const counted = [...citing].flatMap((entry): Counted[] => {
    if (!isKeyControl(criterion, entry, outlook)) return [];
    const own = windowsOf(entry);
    return own && (own.windows.length > 0 || own.standing === 'unknown') ? [{ ...own, entry }] : [];
  });
  const isFine = ({ standing }: Counted) => standing === 'evidenced' || standing === 'nothing to show';
  const isEvidenced = counted.every(isFine) && counted.some(({ standing }) => standing === 'evidenced');
  const has = (wanted: (window: Window) => boolean) => counted.some(({ windows }) => windows.some(wanted));
  return {
    isEvidenced,
    marks: [
      ...(has(({ state }) => state === 'gap') ? (['gap'] as const) : []),
      ...(has(({ marks }) => marks.includes('late')) ? (['late'] as const) : []),
      ...(counted.some(isNotExercised) ? (['not-exercised'] as const) : []),
    ],
    reason: reasonWithMarks(
      counted.sort((a, b) => byPlace(a.entry, b.entry)),
      isEvidenced,
    ),
  };
}

/** Whether a control serves the criterion and is key to it, in force or no more. */
function isKeyControl(criterion: string, entry: RecordEntry, outlook: Outlook): boolean {
  if (!isControl(entry.shape) || !entry.shape.satisfies.some(one => cites(entry, one, criterion)))
    return false;
  const bearing = bearingOf(criterion, entry, outlook);
  if (bearing === 'control retired')
    return !/^(?:false|no|off)$/i.test(entry.shape.values['key']?.text ?? '');
  return bearing === 'control inPlace' || bearing === 'control waiting';
}

function isNotExercised({ standing, windows }: Counted): boolean {
  return standing === 'nothing to show' && windows.some(({ state }) => state === 'not exercised');
}

/** Why it stands where it does, and what `late` and `not-exercised` mark where that does not say it. */
function reasonWithMarks(counted: readonly Counted[], isEvidenced: boolean): string | undefined {
  const reason = reasonOf(counted, isEvidenced);
  const idle =
    reason === notExercised ? [] : counted.filter(isNotExercised).map(({ entry }) => nameOf(entry));
  const late = lateWords(counted);
  const said = [
    ...(reason === undefined ? [] : [reason]),
    ...(late === undefined ? [] : [late]),
    ...(idle.length > 0 ? [`${listed(idle)} ${idle.length === 1 ? 'was' : 'were'} not exercised`] : []),
  ];
  return said.length === 0 ? undefined : said.join('; ');
}

function lateWords(counted: readonly Counted[]): string | undefined {
  const late = counted.flatMap(({ entry, windows }) =>
    windows.filter(({ marks }) => marks.includes('late')).map(window => ({ entry, window })),
  );
  const [first] = late.sort((a, b) => (a.window.to < b.window.to ? -1 : 1));
  if (!first) return undefined;
  const name = `${calledInSentence(first.window)} of ${nameOf(first.entry)}`;
  return late.length === 1
    ? `${name} was performed late`
    : `${late.length} windows were performed late, the first of them ${name}`;
}

/** What is lacking, the window that closed first at the beginning, else how much was shown. */
function reasonOf(counted: readonly Counted[], isEvidenced: boolean): string | undefined {
  const lacking = counted.flatMap(({ entry, windows }) =>
    windows.filter(({ state }) => state === 'gap' || state === 'partial').map(window => ({ entry, window })),
  );
  const gaps = lacking.filter(({ window }) => window.state === 'gap');
  const [first] = [...(gaps.length > 0 ? gaps : lacking)].sort((a, b) =>
    a.window.to < b.window.to ? -1 : 1,
  );
  if (first) return lackingWords(first.entry, first.window, lacking.length - 1);
  const unknown = counted.filter(({ standing }) => standing === 'unknown').map(({ entry }) => nameOf(entry));
  if (unknown.length > 0)
    return `no windows can be made from the ${unknown.length === 1 ? 'frequency' : 'frequencies'} of ${listed(unknown.slice(0, 3), unknown.length)}`;
  const due = counted.flatMap(({ windows }) => windows.filter(isShown));
  if (isEvidenced) {
    const isClosed = due.every(one => one.isClosed);
    return `${due.length} of ${due.length} ${isClosed ? 'closed ' : ''}${due.length === 1 ? 'window has' : 'windows have'} evidence`;
  }
  const open = counted.filter(({ standing }) => standing === 'open');
  if (open.length > 0) return openWords(open);
  if (counted.length === 0) return undefined;
  return counted.some(isNotExercised) ? notExercised : 'nothing was due in the period';
}

const notExercised = 'it was not exercised in the period';

/** What nothing has closed of yet, the window that is due first at the beginning. */
function openWords(open: readonly Counted[]): string | undefined {
  const [first] = open
    .flatMap(({ entry, windows }) =>
      windows
        .filter(({ isExpected, isClosed, state }) => isExpected && !isClosed && state !== 'complete')
        .map(window => ({ entry, window })),
    )
    .sort((a, b) => (a.window.to < b.window.to ? -1 : 1));
  if (!first) return undefined;
  const due = `${calledInSentence(first.window)} of ${nameOf(first.entry)} is due on ${first.window.to}`;
  const others = open.length - 1;
  return others === 0
    ? due
    : `${due}, and ${others} other ${others === 1 ? 'control has' : 'controls have'} nothing to show yet`;
}

/** The day is that on which the window ended, not that of its grace time. */
function lackingWords(entry: RecordEntry, window: Window, others: number): string {
  const { to, state, isClosed } = window;
  const name = calledInSentence(window);
  const what =
    state === 'gap'
      ? `${name} closed on ${to} without evidence for ${nameOf(entry)}`
      : isClosed
        ? `${name} closed on ${to} with only a part of the evidence for ${nameOf(entry)}`
        : `${name} of ${nameOf(entry)} lacks days that are past`;
  return others === 0
    ? what
    : `${what}, and ${others} other ${others === 1 ? 'window lacks' : 'windows lack'} evidence`;
}
