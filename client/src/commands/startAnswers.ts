import type { NewManifestParams } from '../../../protocol/newManifest.ts';
import type { StartFolderResult } from '../../../protocol/startFolder.ts';
import { endOfMonth, endOfTwelveMonths, startOfMonth } from './dates.ts';

export type Kind = NewManifestParams['kind'];

/** Everything that can be answered; what does not apply is left out of the manifest. */
export interface Answers {
  readonly organization: string;
  readonly kind: Kind;
  readonly type: 1 | 2;
  readonly asOf: string;
  readonly start: string;
  readonly end: string;
  readonly categories: readonly string[];
  /** Why Security is not among them. */
  readonly withoutSecurity: string;
  /** Globs of documents that are read. */
  readonly include: readonly string[];
  /** Names of folders that are made. */
  readonly folders: readonly string[];
}

/**
 * What is suggested.
 * @param folder its name
 * @param there what lies in it
 * @param today a calendar date
 */
export function suggestedAnswers(
  folder: string,
  there: Pick<StartFolderResult, 'include' | 'folders'>,
  today: string,
): Answers {
  const start = startOfMonth(today, 0);
  return {
    organization: folder,
    kind: 'soc2',
    type: 1,
    asOf: endOfMonth(today, 3),
    start,
    end: endOfTwelveMonths(start),
    categories: ['security'],
    withoutSecurity: '',
    include: there.include,
    folders: there.folders.map(({ name }) => name),
  };
}

/** The period begins on another day: it is then twelve months long. */
export function beginning(first: string, { start, end }: Answers): Pick<Answers, 'start' | 'end'> {
  return { start: first, end: first === start ? end : endOfTwelveMonths(first) };
}

/** Whether the report covers other categories than the one that is expected in each. */
export function lacksSecurity({ kind, categories }: Answers): boolean {
  return kind !== 'soc1' && !categories.includes('security');
}

/** SOC 3 reports are over a period always. */
export const overPeriod = ({ kind, type }: Answers): boolean => kind === 'soc3' || type === 2;

/** The answers as the server is asked for a manifest: without what does not apply. */
export function paramsOf(folder: string, answers: Answers): NewManifestParams {
  const { organization, kind, asOf, start, end, include, folders } = answers;
  const common = { folder, organization, kind, include, folders };
  const scope = {
    categories: kind === 'soc1' ? [] : answers.categories,
    ...(lacksSecurity(answers) ? { withoutSecurity: answers.withoutSecurity } : {}),
  };
  return overPeriod(answers)
    ? { ...common, ...scope, type: 2, period: { start, end } }
    : { ...common, ...scope, type: 1, asOf };
}
