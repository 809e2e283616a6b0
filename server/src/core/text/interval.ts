import { daysLater, monthsLater } from './calendar.ts';

/** A length of time: so many days, or so many months. */
export type Span = { readonly days: number } | { readonly months: number };

/** Adverbs and adjectives that are a cadence by themselves, without hyphens and spaces. */
const words: ReadonlyMap<string, Span> = new Map([
  ['daily', { days: 1 }],
  ['nightly', { days: 1 }],
  ['weekdays', { days: 1 }],
  ['weekly', { days: 7 }],
  ['fortnightly', { days: 14 }],
  ['monthly', { months: 1 }],
  ['bimonthly', { months: 2 }],
  ['quarterly', { months: 3 }],
  ['semiannual', { months: 6 }],
  ['semiannually', { months: 6 }],
  ['semiyearly', { months: 6 }],
  ['halfyearly', { months: 6 }],
  ['annual', { months: 12 }],
  ['annually', { months: 12 }],
  ['yearly', { months: 12 }],
  ['biennial', { months: 24 }],
  ['biennially', { months: 24 }],
  ['triennial', { months: 36 }],
  ['triennially', { months: 36 }],
]);

const units: ReadonlyMap<string, Span> = new Map([
  ['d', { days: 1 }],
  ['day', { days: 1 }],
  ['night', { days: 1 }],
  ['weekday', { days: 1 }],
  ['workday', { days: 1 }],
  ['w', { days: 7 }],
  ['wk', { days: 7 }],
  ['week', { days: 7 }],
  ['fortnight', { days: 14 }],
  ['m', { months: 1 }],
  ['mo', { months: 1 }],
  ['mth', { months: 1 }],
  ['month', { months: 1 }],
  ['q', { months: 3 }],
  ['quarter', { months: 3 }],
  ['halfyear', { months: 6 }],
  ['y', { months: 12 }],
  ['yr', { months: 12 }],
  ['year', { months: 12 }],
]);

/** The words for numbers, each at its number. */
const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** What may stand before a cadence and makes it no longer. */
const before =
  /^(?:(?:at (?:least|a minimum|minimum)|no less(?: often)? than|not less(?: often)? than|a minimum of|minimum(?: of)?|reviewed|on(?: an?)?|once|one time|1x)[ ,]+)+/;
/** Where in the interval it is due, which makes it no longer: `at the end of each quarter`, `the first Monday of the month`. */
const placeInside =
  /^(?:(?:at|by|on|in|during|before|within|each|every|the|very|beginning|start|end|close|middle|first|second|third|fourth|last|\d{1,2}(?:st|nd|rd|th)?|business|working|calendar|days?|week|weekday|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day) )+of (?:the )?/;
/** Where occasions beside it begin, or a remark. */
const occasions =
  /[ ,;](?:(?:or|and|plus) )?(?:as|at|upon|on|after|when|whenever|if|following|more|sooner|earlier|thereafter|by|for|during|before|via|in (?:q[1-4]|the|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))\b|[(:]| [-–—] /;
/** A number that is said twice, as policies do: `twelve (12) months`. */
const saidTwice = /(?<![a-z\d])([a-z]{3,6}|\d{1,4}) ?\(([a-z]{3,6}|\d{1,4})\)/;
const marksAtEnd = /(?<![ .,;])[ .,;]+$/;
const perSpan =
  /^(?:every|each|per|within|in|an?)? ?(?:(other|second) )?(?:(\d{1,4}|[a-z]+(?=[ -]))[ -]?)?([a-z]+?)s?$/;

/**
 * The date that is one interval later, for an interval as people write it: `annual`, `12 months`, `every 2 years`, `12m`,
 * `at least annually`, `twice a year`, `P1Y`; undefined where it cannot be understood, or has two meanings (`biannual`).
 */
export function intervalLater(date: string, interval: string): string | undefined {
  const span = spanOf(interval);
  if (!span) return undefined;
  return 'days' in span ? daysLater(date, span.days) : monthsLater(date, span.months);
}

/**
 * How many days a text states: `10`, `10 days`, `2 weeks`, and none as `0`; undefined where it states no number of days, or
 * more than a year has.
 */
export function daysIn(text: string): number | undefined {
  const said = text.trim();
  const span = spanOf(said);
  const days =
    /^\d{1,3}$/.test(said) || /^0 days?$/i.test(said)
      ? Number.parseInt(said, 10)
      : span && 'days' in span
        ? span.days
        : undefined;
  return days !== undefined && days <= 366 ? days : undefined;
}

/** Whether an interval is understood. */
export function isInterval(interval: string): boolean {
  return spanOf(interval) !== undefined;
}

/** The length of time that an interval states; undefined where it cannot be understood, or has two meanings. */
export function spanOf(interval: string): Span | undefined {
  const text = interval
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .slice(0, 200);
  // Most are one of these, and nothing below changes such a word.
  const word = words.get(text);
  if (word) return word;
  const duration = /^p(\d{1,4})([dwmy])$/.exec(text);
  if (duration) return times(units.get(duration[2] ?? ''), Number(duration[1]));
  const once = text.replace(saidTwice, (both: string, first: string, second: string) => {
    const number = numberOf(first);
    return number !== undefined && number === numberOf(second) ? first : both;
  });
  const inside = once
    .replace(before, '')
    .replace(placeInside, '')
    .replace(/^(?:at|by|on) (?=[a-z]+[ -]end$)/, '');
  const plain = withoutOccasions(inside).replace(/[ -]ends?$/, '');
  return words.get(plain.replace(/[ -]/g, '')) ?? partOf(plain) ?? spanOfNames(inside) ?? spanWithUnit(plain);
}

/** A cadence alone: `annually, or after a change` is yearly, and so is `yearly basis`. */
function withoutOccasions(text: string): string {
  const [cadence = ''] = text.split(occasions, 1);
  return cadence.replace(marksAtEnd, '').replace(/ (?:basis|cadence|schedule|reviews?)$/, '');
}

/** `twice a year`: half of one. */
function partOf(text: string): Span | undefined {
  const [, often = '', unit = ''] =
    /^(twice|thrice|\d{1,2}x|(?:\d{1,2}|[a-z]{3,6}) times) (?:(?:a|per|each|every|in a) )?([a-z]+)$/.exec(
      text,
    ) ?? [];
  const count = often === 'twice' ? 2 : often === 'thrice' ? 3 : numberOf(often.replace(/x$| times$/, ''));
  const whole = words.get(unit) ?? units.get(unit);
  if (!whole || !count) return undefined;
  if ('months' in whole && whole.months % count === 0) return { months: whole.months / count };
  const days = 'days' in whole ? whole.days : Math.floor((whole.months * 365) / 12);
  return { days: Math.max(1, Math.floor(days / count)) };
}

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const inNamedMonths = new RegExp(
  `^(?:each |every |in )?${monthName}(?:(?:, ?| ?[/&] ?|,? and )${monthName})*$`,
);
const onNamedDay = /^(?:(?:each|every) )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;

/** `every March` is once a year, `January and July` twice, and `Mondays` once a week. */
function spanOfNames(text: string): Span | undefined {
  const months = inNamedMonths.test(text) ? (text.match(new RegExp(monthName, 'g'))?.length ?? 0) : 0;
  if (months > 0) return 12 % months === 0 ? { months: 12 / months } : { days: Math.floor(365 / months) };
  if (onNamedDay.test(text)) return { days: 7 };
  return /^(?:each|every|per) (?:business|working) day$/.test(text) ? { days: 1 } : undefined;
}

/** `every 2 years`, `12m`, `each quarter`, `every other year`, `half year`, `six-monthly`. */
function spanWithUnit(text: string): Span | undefined {
  const joined = text
    .replace(/half[ -]year/, 'halfyear')
    .replace(/calendar |fiscal |business /, '')
    .replace(/^([a-z]+|\d{1,2})([ -](?:week|month|year))ly$/, '$1$2');
  const [, other, count, unit = ''] = perSpan.exec(joined) ?? [];
  const one = units.get(unit);
  // A letter alone is a unit only behind a number.
  if (!one || (unit.length === 1 && !/^\d+$/.test(count ?? ''))) return undefined;
  const number = count === undefined ? 1 : numberOf(count);
  return number === undefined ? undefined : times(one, other === undefined ? number : 2);
}

/** The number that digits or a word stand for; undefined where it is none. */
function numberOf(written: string): number | undefined {
  if (/^\d{1,4}$/.test(written)) return Number(written);
  const number = numbers.indexOf(written);
  return number < 0 ? undefined : number;
}

function times(span: Span | undefined, count: number): Span | undefined {
  if (!span || count === 0) return undefined;
  return 'days' in span ? { days: span.days * count } : { months: span.months * count };
}
