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
  /** Whether the statement begins with it. */
  readonly isFirst: boolean;
  /** Whether it may be done more often: `at least annually`, `annually or more often`. */
  readonly isLeast: boolean;
}

const month = 'January|February|March|April|May|June|July|August|September|October|November|December';
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
/** Names in a list or a range: `January and July`, `Monday to Friday`. */
const names = (name: string) =>
  `(?:${name})(?:(?:\\s*[,/&–-]\\s*(?:and\\s+)?|\\s+(?:and|or|to|through)\\s+)(?:${name})\\b)*`;
const unit = `half[- ]year|day|night|week|fortnight|quarter|year|(?:working|business) day|${names(weekday)}|${names(month)}|month`;
const number = 'two|three|four|six|twelve|other|second|\\d{1,3}';
const adverb =
  'daily|nightly|weekly|fortnightly|monthly|quarterly|(?:(?:semi|half)[- ]?)?(?:annual(?:ly)?|yearly)|biennial(?:ly)?';
/** What stands before a part of another word: `bi-annually`, `twice yearly`. */
const part = '(?<![\\w-])(?<!\\b(?:bi|tri|semi|half|mid|multi|twice|thrice|times)\\s)';
const cadence = new RegExp(
  `\\b(?:(?:each|every)\\s+(?:(?:calendar|fiscal)\\s+)?(?:(?:${unit})|(?:${number})\\s+(?:day|week|month|quarter|year)s)\\b(?!['’-])|` +
    `(?:once|twice|\\w{3,5} times)\\s+(?:(?:a|per|each|every)\\s+(?:day|week|month|quarter|year)|daily|weekly|monthly|yearly|annually)\\b|` +
    `${part}(?:${adverb})\\b)`,
  'gi',
);
/** What follows an adverb and begins nothing that it could describe. */
const after =
  /^\s*(?:[.,;:)]|$)|^\s+(?:and|by|to|in|for|with|against|on|from|using|at|after|before|or|the|all|as|during|between|thereafter|when|whenever|unless|until|if|upon|via|through|under|within|while)\b/i;
/** `on a quarterly basis` */
const basis = /^[\s-]+(?:basis|cadence|schedule|intervals?)\b/i;
/** What makes it a part of a thing, and not what is done: `keys that rotate every year`, `(quarterly for production)`. */
const inside =
  /\b(?:that|which|who|whoever|whose|whom|where|when|if|unless|until|because|while|than|instead of)\b[^.;]*$|\([^()]*$/i;

const participles = '\\w+ed|taken|held|made|sent|done|given|drawn|kept|built|written|shown';
/** A participle that it stands directly after. */
const participle = new RegExp(
  `\\b(?:${participles}|run)(?:[\\s,]+(?:at least|once|on|an?|\\w+ly))*[\\s,]+$`,
  'i',
);
/** Before the participle: what makes it a verb of the sentence. `scans performed weekly` are no more than a thing. */
const auxiliary = '\\b(?:is|are|was|were|be|been|being|gets?|has|have|had)\\b';
const verbal = new RegExp(
  `${auxiliary}(?:[\\s,]+(?:\\w+ly|also|then|not|both|and|or|${participles}))*\\s+$|` +
    `${auxiliary}[^.;]*\\b(?:and|or|then)\\s+(?:\\w+ly\\s+)?$`,
  'i',
);
/** Before `run`: a subject of a few words, which names no other thing. */
const shortSubject =
  /(?:^(?:[>|][-+\d]*\s+|["'])?|[.;]\s+)(?:(?!\w+s\s|of\s|from\s|we\s|they\s)[\w-]+\s+){0,2}[\w-]+\s+$/i;

/** What makes it a span that something is about: `the logs of each day`, but not `the last day of each month`. */
const about =
  /\b(?:for|from|covering|over|with|(?<!(?:day|week|month|quarter|half|start|beginning|end|close|middle|first|last|\d(?:st|nd|rd|th)) )of) $/i;

const leastBefore =
  /\b(?:at least|at a minimum|no less(?: often)? than|not less(?: often)? than|minimum(?: of)?)[,\s]+(?:on\s+)?(?:an?\s+)?$/i;
const leastAfter =
  /^(?:[ -](?:basis|cadence|schedule|intervals?))?,? ?\(?(?:at (?:an? |the )?(?:minimum|least)|as a minimum|minimum|(?:or|and|if not) more (?:often|frequently)|or sooner)\b/i;

/** The words of a statement that say how often, in their order. */
export function cadencesIn(statement: string): readonly CadenceSaid[] {
  return [...statement.matchAll(cadence)].flatMap(({ index, 0: said }) => {
    const words = said.replace(/\s+/g, ' ');
    const { meant } = readFrequency(words);
    if (meant === undefined) return [];
    const before = statement.slice(Math.max(0, index - 200), index);
    const isFirst = index < 20 && /^(?:[>|][-+\d]*\s+|["'])?(?:(?:at least|in|on)\s+)?$/i.test(before);
    const mayDescribe = /ly$|annual$/i.test(words) && !/^(?:once|twice)/i.test(words);
    const rest = statement.slice(index + said.length);
    const isAdverb =
      (!mayDescribe || basis.test(rest) || (!/annual$/i.test(words) && after.test(rest))) &&
      !inside.test(before) &&
      !isOfThing(before) &&
      !about.test(before.replace(/\s+/g, ' '));
    const isLeast = leastBefore.test(before) || leastAfter.test(rest.slice(0, 80).replace(/\s+/g, ' '));
    return [{ words, at: index, length: said.length, meant, isAdverb, isFirst, isLeast }];
  });
}

/** Whether it tells only of a thing that is looked at or used: `the results of scans performed`, before `weekly`. */
function isOfThing(before: string): boolean {
  const found = participle.exec(before);
  if (!found) return false;
  const lead = before.slice(0, found.index);
  return !verbal.test(lead) && !(/^run\b/i.test(found[0]) && shortSubject.test(lead));
}
