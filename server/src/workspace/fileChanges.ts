// How files were changed after they were collected, by the history of their repository.
import type { DatedFile, FileChange } from '../core/program/sources.ts';
import { daysLater, readDate } from '../core/text/calendar.ts';

/** What a commit made of a file. */
export interface FileCommit {
  /** How the commit is called. */
  readonly id: string;
  /** When it was made, in seconds since 1970: the earlier of the times of its author and its committer. */
  readonly at: number;
  /** The day on which its author made it, where they were. */
  readonly on: string;
  /** The contents before and after it, by their ids. */
  readonly before: string;
  readonly after: string;
}

/**
 * How the content of a file was changed after it was collected; undefined where it was not, or was changed back.
 * The day of collection has no time zone, so what was committed on it or on the day after, anywhere on earth, belongs to it.
 * @param commits those that changed a file that was there before, the newest first
 * @param isSame whether two contents are the same but for what git changes in them
 */
export function changeAfter(
  collected: string,
  commits: readonly FileCommit[],
  isSame: (one: string, other: string) => boolean,
): FileChange | undefined {
  const after = commitsAfter(collected, commits);
  const [newest, oldest] = [after[0], after.at(-1)];
  if (!newest || !oldest || isSame(oldest.before, newest.after)) return undefined;
  const { id, on } = after.find(({ before, after }) => !isSame(before, after)) ?? newest;
  return { collected, on, commit: id.slice(0, shownOfId) };
}

/** How much of the id of a commit is shown: git takes it for the whole. */
const shownOfId = 10;

/** The contents that `changeAfter` compares. */
export function comparedFor({ collected }: DatedFile, commits: readonly FileCommit[]): readonly string[] {
  const after = commitsAfter(collected, commits);
  const [newest, oldest] = [after[0], after.at(-1)];
  if (!newest || !oldest || oldest.before === newest.after) return [];
  return after.flatMap(commit => [commit.before, commit.after]);
}

/** Those that were surely made after the day of collection and the day behind it; the newest of them, where they are many. */
function commitsAfter(collected: string, commits: readonly FileCommit[]): readonly FileCommit[] {
  const last = daysLater(collected, 1);
  const isBefore = commits.findIndex(({ at }) => earliestDay(at) <= last);
  return (isBefore < 0 ? commits : commits.slice(0, isBefore)).slice(0, mostCompared);
}

/** A file that is changed more often is a living one: only its newest versions are compared. */
const mostCompared = 20;

/** The earliest calendar date that it is anywhere on earth, at a time in seconds since 1970. */
function earliestDay(seconds: number): string {
  const date = new Date((seconds - twelveHours) * 1000);
  // A commit can state any time.
  return (Number.isNaN(date.getTime()) ? undefined : readDate(date.toISOString())) ?? '0001-01-01';
}

const twelveHours = 12 * 60 * 60;
