import { type CronReader, cronFault, looksLikeCron } from '../text/cron.ts';
import { firingsInYear } from '../text/cronFirings.ts';
import { type Span, spanOf } from '../text/interval.ts';
import type { TextRange } from '../text/range.ts';
import { type Cadence, cadenceOfFirings } from '../time/cadence.ts';
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

const joints = /[,;/&+()]|\s(?:and|or|plus)\s/gi;
/** What calls for a time again, and is more than a remark. */
const callsForTime = /^(?:each|every|per|once|twice|\w{3,6} times)\b|^\w+ly$/i;

/** Whether a frequency or a cron expression says how often something is done, as far as it is understood. */
export function isCadence(text: string, reader: CronReader): boolean {
  return looksLikeCron(text) ? !cronFault(text, reader) : readFrequency(text).meant !== undefined;
}

/** Reads a frequency: one of the words, another length of time, occasions, or several of these. */
export function readFrequency(text: string): FrequencyRead {
  const whole = frequencyOf(text);
  if (whole !== undefined)
    return { meant: whole === 'event-driven' ? (besideOccasions(text) ?? whole) : whole, unclear: [] };
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

/** Every frequency that a text states, each once: `monthly and annually` states two. */
export function frequenciesIn(text: string): readonly (Frequency | 'other')[] {
  const { meant } = readFrequency(text);
  if (meant === undefined) return [];
  // What is understood as a whole is one: `annually, or after a change`.
  if (looksLikeCron(text) || frequencyOf(text) !== undefined) return [meant];
  const parts = partsOf(text).map(({ start, end }) => frequencyOf(text.slice(start, end)));
  return [...new Set(parts.flatMap(part => part ?? []))];
}

/**
 * The cadences that a frequency or a cron expression states, each once.
 * @returns `other` for what no window can be made of, such as `every 2 months`; nothing where nothing is understood
 */
export function cadencesIn(text: string, reader: CronReader): readonly (Cadence | 'other')[] {
  if (!looksLikeCron(text)) return frequenciesIn(text);
  if (/^@continuous$/i.test(text.trim()) && reader === 'usual') return ['continuous'];
  if (cronFault(text, reader)) return [];
  return [cadenceOfFirings(firingsInYear(text, reader) ?? 0) ?? 'other'];
}

/** The cadence beside occasions, for which evidence is due too: `upon hire and annually thereafter`. */
function besideOccasions(text: string): Frequency | 'other' | undefined {
  const parts = partsOf(text).map(({ start, end }) => text.slice(start, end));
  const cadences = parts.filter(part => statesCadence.test(part)).map(frequencyOf);
  const due = cadences.filter(one => one !== 'event-driven' && one !== 'continuous');
  return frequencies.find(word => due.some(one => one === word)) ?? due.find(one => one);
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

/** The frequencies by their words without hyphens. */
const byWord: ReadonlyMap<string, Frequency> = new Map(frequencies.map(one => [one.replace('-', ''), one]));

function frequencyOf(text: string): Frequency | 'other' | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
  const word = plain.replace(/[ -]/g, '');
  const exact = byWord.get(word);
  if (exact) return exact;
  // Its evidence is that of each month either way.
  if (/^bi-?weekly$/.test(plain)) return 'weekly';
  if (twofold(plain)) return undefined;
  if (always.test(plain)) return 'continuous';
  if (withinDay.test(plain)) return 'daily';
  const span = spanOf(plain);
  if (span) return wordFor(span);
  const ofThing = cadenceOfThing(plain);
  if (ofThing) return ofThing;
  return eventDriven.test(plain.replace(/-/g, ' ')) ? 'event-driven' : undefined;
}

/** The cadence of a thing: `quarterly access review`, `during the annual audit`. */
function cadenceOfThing(plain: string): Frequency | 'other' | undefined {
  const thing = plain.replace(occasionOfThing, '');
  const said = thing.split(' ');
  if (said.length < 2 || said.length > 5 || !/^[a-z -]+$/.test(thing) || conditional.test(thing))
    return undefined;
  const [first, ...more] = said.filter(word => cadenceWord.test(word));
  if (first === undefined || more.length > 0) return undefined;
  if (first === 'hourly') return 'daily';
  const span = first.replace('-', '') === 'biweekly' ? { days: 7 } : spanOf(first);
  return span && wordFor(span);
}

function wordFor(span: Span): Frequency | 'other' {
  if ('days' in span) return span.days === 1 ? 'daily' : span.days === 7 ? 'weekly' : 'other';
  return wordByMonths.get(span.months) ?? 'other';
}

/** The words for cadences of so many months. */
const wordByMonths: ReadonlyMap<number, Frequency> = new Map([
  [1, 'monthly'],
  [3, 'quarterly'],
  [6, 'semiannual'],
  [12, 'annual'],
]);
const always =
  /^(?:continu(?:ous|ously|al|ally)|ongoing|always|constant(?:ly)?|permanent(?:ly)?|automat(?:ed|ic|ically)|(?:near )?real[ -]?time|in real time|24[/x]7(?:[/x]365)?|system[ -](?:enforced|automated)|at all times)\b/;
/** More often than daily. */
const withinDay =
  /^(?:hourly|(?:(?:multiple|several|many|\d{1,3}|[a-z]{3,6}) times|twice|once or more) (?:(?:a|per|each) day|daily)|(?:every|each|per) (?:shift|(?:(?:\d{1,4}|[a-z]{3,7}) )?(?:hours?|hrs?|minutes?|mins?|seconds?))|\d{1,4} ?(?:h|hours?|min|minutes?))$/;
/** Words that are a cadence by themselves. */
const cadenceWord =
  /^(?:hourly|daily|nightly|(?:bi-?)?weekly|fortnightly|(?:semi-?)?(?:annual(?:ly)?|yearly)|monthly|quarterly|(?:bi|tri)ennial(?:ly)?)$/;
/** What says that a part of a frequency is a cadence, and no term such as `within 30 days`. */
const statesCadence = /^(?!within\b|in\b).*(?:ly\b|\bannual\b|\b(?:each|every|per|once|twice|times)\b)/i;
/** The occasion that something with a cadence is: `at each monthly meeting`. */
const occasionOfThing =
  /^(?:(?:(?:with|for|at|on|during|before|after) )?(?:each|every|per)|(?:at|on|during|with|as part of)(?: (?:the|our))?) /;
/** What makes a cadence no more than a part of what is said. */
const conditional =
  /(?:^| )(?:and|or|plus|each|every|per|than|not|no|never|less|more|if|when|where|whenever|as|upon|after|before|unless|until|in)(?: |$)/;
/** What happens and is no length of time. */
const happening =
  '(?!(?:\\w+ )*\\w*(?:hourly|daily|nightly|weekly|monthly|quarterly|annual(?:ly)?|yearly) )(?:\\w+ ){0,3}(?:events?|occurrences?|occasions?|incidents?|changes?|releases?|deploy(?:ment)?s?|commits?|merges?|pull requests?|prs?|builds?|hires?|joiners?|leavers?|starters?|terminations?|onboardings?|offboardings?|employees?|users?|accounts?|contractors?|vendors?|suppliers?|customers?|clients?|contracts?|projects?|engagements?|requests?|tickets?|transactions?|transfers?|payments?|log[ -]?ins?|sign[ -]?ins?|access(?:es)?|alerts?|meetings?|audits?|assessments?|tests?|runs?|systems?|devices?|laptops?|servers?|sprints?|iterations?|versions?|updates?|upgrades?|acquisitions?|disposals?|exercises?|failures?|findings?|orders?|uploads?|backups?|jobs?|use|usage)';
const eventDriven = new RegExp(
  '^(?:' +
    [
      '(?:event|incident|change|trigger|demand|request|transaction|occurrence|release|deployment|alert|ticket)(?: (?:driven|based|triggered))?',
      'transactional',
      'ad ?hoc',
      'once|one (?:time|off)',
      '(?:per|according to)\\b.* (?:schedule|plan|policy|calendar)',
      '(?:as|when|where|if)(?: and when)? (?!often|soon|possible|frequent).*',
      '(?:on|upon|whenever|after|following|prior|before|during|at|by|with|triggered|in case|in response)\\b.*',
      `(?:(?:each|every|per|any|for each|for every|with each|with every) )?${happening}`,
      '(?:each|every) time\\b.*',
    ].join('|') +
    ')$',
);
