// Words that keys of several kinds of records hold.

/** How often something is done. */
export const frequencies = [
  'continuous',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
  'event-driven',
] as const;

/** The five categories of the Trust Services Criteria, as the manifest and commitments name them. */
export const categories = [
  'security',
  'availability',
  'processing-integrity',
  'confidentiality',
  'privacy',
] as const;

/** What evidence commonly is; the vocabulary is open. */
export const evidenceTypes = [
  'system-log',
  'access-review',
  'incident-report',
  'change-record',
  'training-attendance',
  'configuration',
  'vendor-report',
  'board-minutes',
  'acknowledgment',
  'background-check',
  'performance-review',
  'risk-assessment',
  'penetration-test',
  'scan',
  'restore-test',
  'tabletop',
  'policy-approval',
  'population',
  'other',
] as const;

/** The types of evidence that hold private information about people, in whichever program. */
export const personalTypes = ['background-check', 'performance-review'] as const;

/** Whether evidence of a type holds personal data, which stays out of the repository. */
export function isPersonalType(type: string): boolean {
  return personalTypes.some(one => one === type.trim().toLowerCase());
}

/** The form of a frequency that is none of the words: a cron expression, or several words (`every 2 months`). */
export const otherFrequency = '^(?:\\S+(?:[ \\t]+\\S+)+|@\\w+)$';

/** The form of a cron expression: five to seven fields, a time zone before them, `@weekly`, or `rate(1 day)`. */
export const cron = '^(?:\\S+(?:[ \\t]+\\S+){4,7}|@\\w+(?:[ \\t]+\\S+)?|(?:cron|rate)\\([^()]+\\))$';
