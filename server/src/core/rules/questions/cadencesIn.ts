import { type Frequency, readFrequency } from '../../model/frequency.ts';

/** Words of a statement that say how often something is done, and the frequency that they mean. */
export interface CadenceSaid {
  readonly words: string;
  /** Its offset in the statement. */
  readonly at: number;
  readonly length: number;
  /** `other` where there is no word for it (`every 2 years`). */
  readonly meant: Frequency | 'other';
  /** Whether what follows is done so often: `Each quarter the owner ...`, not `the quarterly report`. */
  readonly isAdverb: boolean;
  /** Whether the statement or a sentence of it begins with it. */
  readonly isFirst: boolean;
  /** Whether it may be done more often: `at least annually`. */
  readonly isLeast: boolean;
}

const month = 'January|February|March|April|May|June|July|August|September|October|November|December';
const unit = `half[- ]year|day|night|week|fortnight|month|quarter|year|(?:working|business) day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|${month}`;
const number = 'two|three|four|six|twelve|other|second|\\d{1,3}';
const cadence = new RegExp(
  `\\b(?:(?:each|every)\\s+(?:(?:calendar|fiscal)\\s+)?(?:(?:${unit})|(?:${number})\\s+(?:day|week|month|quarter|year)s)\\b(?!['’-])|` +
    `(?:once|twice|\\w{3,5} times)\\s+(?:a|per|each|every)\\s+(?:day|week|month|quarter|year)\\b|` +
    '(?:daily|nightly|weekly|fortnightly|monthly|quarterly|semi-?annual(?:ly)?|annual(?:ly)?|yearly|biennial(?:ly)?)\\b)',
  'gi',
);
/** What follows an adverb and begins nothing that it could describe. */
const after =
  /^\s*(?:[.,;:)]|$)|^\s+(?:and|by|to|in|for|with|against|on|from|using|at|after|before|or|the|all|as|during|between|thereafter|when|whenever|unless|until|if|upon|via|through|under|within|while)\b/i;
/** `on a quarterly basis` */
const basis = /^[\s-]+(?:basis|cadence|schedule|intervals?)\b/i;
/** What makes it a part of a thing, and not what is done: `keys that rotate every year`. */
const inside =
  /\b(?:that|which|who|whoever|whose|whom|where|when|if|unless|until|because|while|than|instead of)\b[^.;]*$/i;

/** What makes it a span that something is about: `the logs of each day`, but not `the last day of each month`. */
const about =
  /\b(?:for|from|covering|over|with|(?<!(?:day|week|month|quarter|half|start|beginning|end|close|middle|first|last|\d(?:st|nd|rd|th)) )of) $/i;

/** The words of a statement that say how often, in their order. */
export function cadencesIn(statement: string): readonly CadenceSaid[] {
  return [...statement.matchAll(cadence)].flatMap(({ index, 0: said }) => {
    const words = said.replace(/\s+/g, ' ');
    const { meant } = readFrequency(words);
    if (meant === undefined) return [];
    const before = statement.slice(Math.max(0, index - 200), index);
    const isFirst = /(?:^|[.;]\s+|^[>|][-+\d]*\s+|^["'])(?:(?:at least|in|on)\s+)?$/i.test(before);
    const mayDescribe = /ly$|annual$/i.test(words) && !/^(?:once|twice)/i.test(words);
    const rest = statement.slice(index + said.length);
    const isAdverb =
      (!mayDescribe || basis.test(rest) || (!/annual$/i.test(words) && after.test(rest))) &&
      !inside.test(before) &&
      !about.test(before.replace(/\s+/g, ' '));
    const isLeast = /\b(?:at least|at a minimum|no less(?: often)? than|not less than|minimum)[,\s]+$/i.test(
      before,
    );
    return [{ words, at: index, length: said.length, meant, isAdverb, isFirst, isLeast }];
  });
}
