import { daysLater, monthsLater } from './calendar.ts';

/** A length of time: so many days, or so many months. */
type Span = { readonly days: number } | { readonly months: number };

/** Adverbs and adjectives that are a cadence by themselves, without hyphens and spaces. */
const words: ReadonlyMap<string, Span> = new Map([
  ['daily', { days: 1 }],
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
  /^(?:(?:at (?:least|a minimum|minimum)|no less(?: often)? than|not less(?: often)? than|a minimum of|minimum(?: of)?|reviewed|on an?|once|one time|1x)[ ,]+)+/;
/** Where occasions beside it begin, or a remark. */
const occasions =
  /[ ,;](?:(?:or|and|plus) )?(?:as|at|upon|on|after|when|whenever|if|following|more|sooner|earlier)\b|\(/;
/** A number that is said twice, as policies do: `twelve (12) months`. */
const saidTwice = /(?<![a-z\d])([a-z]{3,6}|\d{1,4}) ?\(([a-z]{3,6}|\d{1,4})\)/;
const marksAtEnd = /(?<![ .,;])[ .,;]+$/;
const perSpan =
  /^(?:every|each|per|an?)? ?(?:(other|second) )?(?:(\d{1,4}|[a-z]+(?=[ -]))[ -]?)?([a-z]+?)s?$/;

/**
 * The date that is one interval later, for an interval as people write it: `annual`, `12 months`, `every 2 years`, `12m`,
 * `at least annually`, `twice a year`, `P1Y`; undefined where it cannot be understood, or has two meanings (`biannual`).
 */
export function intervalLater(date: string, interval: string): string | undefined {
  const span = spanOf(interval);
  if (!span) return undefined;
  return 'days' in span ? daysLater(date, span.days) : monthsLater(date, span.months);
}

/** Whether an interval is understood. */
export function isInterval(interval: string): boolean {
  return spanOf(interval) !== undefined;
}

function spanOf(interval: string): Span | undefined {
  const text = interval
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .slice(0, 200);
  const duration = /^p(\d{1,4})([dwmy])$/.exec(text);
  if (duration) return times(units.get(duration[2] ?? ''), Number(duration[1]));
  const once = text.replace(saidTwice, (both: string, first: string, second: string) => {
    const number = numberOf(first);
    return number !== undefined && number === numberOf(second) ? first : both;
  });
  const plain = withoutOccasions(once.replace(before, ''));
  return words.get(plain.replace(/[ -]/g, '')) ?? partOfYear(plain) ?? spanWithUnit(plain);
}

/** A cadence alone: `annually, or after a change` is yearly, and so is `yearly basis`. */
function withoutOccasions(text: string): string {
  const [cadence = ''] = text.split(occasions, 1);
  return cadence.replace(marksAtEnd, '').replace(/ (?:basis|reviews?)$/, '');
}

/** `twice a year`: half of one. */
function partOfYear(text: string): Span | undefined {
  const [, often] =
    /^(twice|2x|two times|2 times|4x|four times|4 times) (?:a|per|each|every|in a) year$/.exec(text) ?? [];
  if (often === undefined) return /^(?:twice yearly|twice annually)$/.test(text) ? { months: 6 } : undefined;
  return { months: /^(?:4|four)/.test(often) ? 3 : 6 };
}

/** `every 2 years`, `12m`, `each quarter`, `every other year`, `half year`. */
function spanWithUnit(text: string): Span | undefined {
  const joined = text.replace(/half[ -]year/, 'halfyear').replace(/calendar |fiscal |business /, '');
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
