import type { Problem } from '../../time/problems.ts';
import { standingOf, type TimeStanding } from '../../time/standing.ts';
import type { Window } from '../../time/states.ts';
import { isEndKnown } from '../../time/versions.ts';
import { windowsOf } from '../../time/windows.ts';
import type { EvidenceFolder } from '../indexes/evidenceFolders.ts';
import type { RecordEntry } from '../record.ts';
import type { Period, Report } from '../report.ts';
import { controlInTime } from './controlInTime.ts';
import { evidenceInTime, folderInTime, timedId } from './evidenceInTime.ts';
import type { TimeSettings } from './settings.ts';
import type { SystemNames } from './systemNames.ts';

/** What a control has on file for a report over a period. */
export interface ControlWindows {
  readonly windows: readonly Window[];
  /** What is wrong with its evidence. */
  readonly problems: readonly Problem[];
  /** `unknown`: no window can be made of what it says of how often it is performed, on a day on which something is expected. */
  readonly standing: TimeStanding | 'unknown';
  /** Whether its earlier versions leave open when the present one began. */
  readonly isHistoryOpen: boolean;
  /** The records of its evidence, by what windows and problems call them. */
  readonly evidence: ReadonlyMap<string, RecordEntry>;
  /** The folders of its evidence without records, by what windows and problems call them. */
  readonly folders: ReadonlyMap<string, EvidenceFolder>;
}

/** What windows are counted from beside the control. */
export interface Surroundings {
  readonly report: Pick<Report, 'otherSystems'>;
  readonly period: Period;
  readonly settings: TimeSettings;
  readonly names: SystemNames;
  readonly today: string;
}

/** The windows of a control and what fills them; undefined where the record is none of the controls of the report. */
export function controlWindows(
  entry: RecordEntry,
  evidence: readonly RecordEntry[],
  folders: readonly EvidenceFolder[],
  { report, period, settings, names, today }: Surroundings,
): ControlWindows | undefined {
  const read = controlInTime(entry, report.otherSystems, names);
  if (!read) return undefined;
  const { control, isCadenceUnknown } = read;
  const { windows, problems } = windowsOf({
    period: { from: period.start, to: period.end },
    fiscalYearBegins: settings.fiscalYearBegins,
    grace: settings.grace,
    control,
    evidence: [...evidence.map(one => evidenceInTime(one, names)), ...folders.map(folderInTime)],
    today,
  });
  const standing = standingOf(windows);
  const isUnknown = isCadenceUnknown && control.inForce === 'yes' && standing !== 'lacking';
  return {
    windows,
    problems,
    standing: isUnknown ? 'unknown' : standing,
    isHistoryOpen: !isEndKnown(control.history),
    evidence: new Map(evidence.map(one => [timedId(one), one])),
    folders: new Map(folders.map(one => [folderInTime(one).id, one])),
  };
}
