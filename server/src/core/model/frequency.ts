import { type CronReader, cronFault, looksLikeCron } from '../text/cron.ts';
import { type Span, spanOf } from '../text/interval.ts';
import type { TextRange } from '../text/range.ts';
import { frequencies } from './vocabulary.ts';

/** One of the words for how often something is done. */
export type Frequency = (typeof frequencies)[number];

/** What a frequency says, in whatever words. */
export interface FrequencyRead {
  /** The word for it; `other` where it is understood and there is no word (`every 2 months`); undefined where nothing is. */
  readonly meant: Frequency | 'other' | undefined;
  /** The words that are not understood, as offsets in the text. */
  readonly unclear: readonly TextRange[];
}

/** The two meanings of a word such as `biannual`, in words that have one; undefined for any other. */
export function twofold(text: string): { readonly often: string; readonly seldom: string } | undefined {
  const [, unit] = /^bi-?(annual|year|month)(?:ly)?$/i.exec(text.trim()) ?? [];
  if (unit === undefined) return undefined;
  return unit.toLowerCase() === 'month'
    ? { often: 'twice a month', seldom: 'every 2 months' }
    : { often: 'semiannual', seldom: 'every 2 years' };
}

const joints = /[,;/&+]|\s(?:and|or|plus)\s/gi;
/** What calls for a time again, and is more than a remark. */
const callsForTime = /^(?:each|every|per|once|twice|\w{3,6} times)\b|^\w+ly$/i;

/** Whether a frequency or a cron expression says how often something is done, as far as it is understood. */
export function isCadence(text: string, reader: CronReader): boolean {
  return looksLikeCron(text) ? !cronFault(text, reader) : readFrequency(text).meant !== undefined;
}

/** Reads a frequency: one of the words, another length of time, occasions, or several of these. */
export function readFrequency(text: string): FrequencyRead {
  const whole = frequencyOf(text);
  if (whole !== undefined) return { meant: whole, unclear: [] };
  const all = { start: 0, end: text.length };
  if (looksLikeCron(text)) {
    const meant = cronFault(text, 'usual') ? undefined : 'other';
    return { meant, unclear: meant ? [] : [all] };
  }
  const parts = partsOf(text).map(range => ({
    range,
    meant: frequencyOf(text.slice(range.start, range.end)),
  }));
  const meant = frequencies.find(word => parts.some(part => part.meant === word));
  const understood = meant ?? (parts.some(part => part.meant) ? 'other' : undefined);
  if (!understood) return { meant: undefined, unclear: [all] };
  const unclear = parts.filter(
    part => !part.meant && callsForTime.test(text.slice(part.range.start, part.range.end)),
  );
  return { meant: understood, unclear: unclear.map(({ range }) => range) };
}

/** What stands between commas and other joints, without the blanks around it. */
function partsOf(text: string): readonly TextRange[] {
  const ends = [...text.matchAll(joints), { index: text.length, 0: '' }];
  let from = 0;
  return ends.flatMap(({ index, 0: joint }) => {
    const part = text.slice(from, index);
    const start = from + part.length - part.trimStart().length;
    from = index + joint.length;
    const end = start + part.trim().length;
    return end > start ? [{ start, end }] : [];
  });
}

function frequencyOf(text: string): Frequency | 'other' | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
  const word = plain.replace(/[ -]/g, '');
  const exact = frequencies.find(one => one.replace('-', '') === word);
  if (exact) return exact;
  // Its evidence is that of each month either way.
  if (/^bi-?weekly$/.test(plain)) return 'weekly';
  if (twofold(plain)) return undefined;
  if (always.test(plain)) return 'continuous';
  if (withinDay.test(plain)) return 'daily';
  const span = spanOf(plain);
  if (span) return wordFor(span);
  if (eventDriven.test(plain)) return 'event-driven';
  // `quarterly access review`: the cadence of a thing.
  const [first = '', ...more] = plain.split(' ');
  const ofThing =
    more.length > 0 && more.length < 5 && /^(?!.* (?:and|or|plus|each|every|per) )[a-z ]+$/.test(plain)
      ? spanOf(first)
      : undefined;
  return ofThing && /(?:ly|al)$/.test(first) ? wordFor(ofThing) : undefined;
}

function wordFor(span: Span): Frequency | 'other' {
  if ('days' in span) return span.days === 1 ? 'daily' : span.days === 7 ? 'weekly' : 'other';
  const words = new Map<number, Frequency>([
    [1, 'monthly'],
    [3, 'quarterly'],
    [6, 'semiannual'],
    [12, 'annual'],
  ]);
  return words.get(span.months) ?? 'other';
}

const always =
  /^(?:continu(?:ous|ously|al|ally)|ongoing|always|constant(?:ly)?|permanent(?:ly)?|automat(?:ed|ic|ically)|(?:near )?real[ -]?time|in real time|24[/x]7(?:[/x]365)?|at all times)\b/;
/** More often than daily. */
const withinDay =
  /^(?:hourly|(?:(?:multiple|several|many|\d{1,3}|[a-z]{3,6}) times|twice|once or more) (?:a|per|each) day|(?:every|each|per) (?:(?:\d{1,4}|[a-z]{3,7}) )?(?:hours?|hrs?|minutes?|mins?|seconds?)|\d{1,4} ?(?:h|hours?|min|minutes?))$/;
/** What happens and is no length of time. */
const happening =
  '(?:\\w+ ){0,3}(?:events?|occurrences?|occasions?|incidents?|changes?|releases?|deploy(?:ment)?s?|commits?|merges?|pull requests?|prs?|builds?|hires?|joiners?|leavers?|starters?|terminations?|onboardings?|offboardings?|employees?|users?|accounts?|contractors?|vendors?|suppliers?|customers?|clients?|contracts?|projects?|engagements?|requests?|tickets?|transactions?|transfers?|payments?|log-?ins?|sign-?ins?|access(?:es)?|alerts?|meetings?|audits?|assessments?|tests?|runs?|systems?|devices?|laptops?|servers?|sprints?|iterations?|versions?|updates?|upgrades?|acquisitions?|disposals?|exercises?|failures?|findings?|orders?|uploads?|backups?|jobs?|use|usage)';
const eventDriven = new RegExp(
  '^(?:' +
    [
      '(?:event|incident|change|trigger|demand|request|transaction|occurrence)(?:[ -](?:driven|based|triggered))?',
      'transactional',
      'ad[ -]?hoc',
      '(?:as|when|where|if)(?: and when)? (?!often|soon|possible|frequent).*',
      '(?:on|upon|whenever|after|following|prior|before|during|at|by|with|triggered|in case|in response)\\b.*',
      `(?:(?:each|every|per|any|for each|for every|with each|with every) )?${happening}`,
      '(?:each|every) time\\b.*',
    ].join('|') +
    ')$',
);
