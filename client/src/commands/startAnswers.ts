import type { NewManifestParams } from '../../../protocol/newManifest.ts';
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
}

/** What is suggested on a day, for a folder of this name. */
export function suggestedAnswers(folder: string, today: string): Answers {
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
  const { organization, kind, asOf, start, end } = answers;
  const common = { folder, organization, kind };
  const scope = {
    categories: kind === 'soc1' ? [] : answers.categories,
    ...(lacksSecurity(answers) ? { withoutSecurity: answers.withoutSecurity } : {}),
  };
  return overPeriod(answers)
    ? { ...common, ...scope, type: 2, period: { start, end } }
    : { ...common, ...scope, type: 1, asOf };
}
