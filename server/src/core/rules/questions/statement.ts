import { entry, resolved } from '../../yaml/lookup.ts';
import type { YamlScalar } from '../../yaml/node.ts';
import { oncePerDocument } from './oncePerDocument.ts';
import { controlsOf, type KeyedRecord } from './recordsOf.ts';

/** What a control says that is done, as it is written: the offsets of its words are `scalar.start` and more. */
export interface Statement extends KeyedRecord {
  readonly scalar: YamlScalar;
  readonly words: string;
}

/** The controls of a document that have a statement and count. */
export const statementsOf = oncePerDocument((facts): readonly Statement[] =>
  controlsOf(facts).flatMap(record => {
    const value = entry(record.mapping, 'statement')?.value;
    const scalar = resolved(value);
    if (scalar?.type !== 'scalar' || value?.type !== 'scalar' || scalar.value.trim() === '') return [];
    return [{ ...record, scalar, words: facts.text.slice(scalar.start, scalar.end) }];
  }),
);

const unit = 'minutes?|hours?|days?|weeks?|months?|quarters?|years?';

/** A number with a unit of time, or a word for a cadence: what makes `timely` and `periodically` more than that. */
const measured = new RegExp(
  `\\b(?:\\d+|one|two|three|four|five|six|seven|ten|fifteen|thirty|sixty|ninety|half|twice|each|every|next|same)[- ](?:\\w+ ){0,2}(?:${unit})\\b|` +
    '\\b(?:hourly|daily|weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|semi-?annual(?:ly)?|bi-?annual(?:ly)?|annual(?:ly)?|yearly)\\b|' +
    `\\b(?:once|twice|times) (?:a|per|each|every) (?:\\w+ )?(?:${unit})\\b|\\b\\d+ ?(?:min|h|hrs?|d)\\b|` +
    `\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\bof (?:the|each|every) (?:month|quarter|year)\\b`,
  'i',
);

/** Whether words tell a time by number or cadence. */
export function isMeasured(words: string): boolean {
  return measured.test(words);
}

/** A part of a text that ends with a full stop or a semicolon, or with the text. */
export class Sentence {
  readonly words: string;
  #answers = new Map<RegExp, boolean>();

  constructor(words: string) {
    this.words = words;
  }

  /** Whether an expression (without state) fits somewhere in it: looked for once, however many words in it ask. */
  says(expression: RegExp): boolean {
    let answer = this.#answers.get(expression);
    if (answer === undefined) this.#answers.set(expression, (answer = expression.test(this.words)));
    return answer;
  }

  /** Whether it tells a time by number or cadence. */
  get isMeasured(): boolean {
    return this.says(measured);
  }
}

/** Gives the sentence around one offset of a text after another, in order; all of them take the time of one reading. */
export function sentencesInOrder(text: string): (at: number) => Sentence {
  const ends = text.matchAll(/[.;](?=\s|$)/g);
  /** Where the last sentence ended, with its full stop. */
  let end = -1;
  let sentence = new Sentence('');
  return at => {
    while (end < at && end < text.length) {
      const start = end + 1;
      end = ends.next().value?.index ?? text.length;
      sentence = new Sentence(text.slice(start, end));
    }
    return sentence;
  };
}

/**
 * Edits of a statement's words need to know whether a bracket may stand among them: inside of `{...}` and `[...]` it may
 * not, unless the words are quoted.
 */
export function mayHoldBrackets({ mapping, scalar }: Statement): boolean {
  return !mapping.flow || scalar.style !== 'plain';
}

/** Words that tell on what occasion something is done, or that it is so always. */
const occasion =
  /\b(?:before|after|when(?:ever)?|while|until|unless|once|upon|within|during|prior to|at (?:least|the (?:time|end|start|beginning))|on (?:hire|joining|termination|an?|each|every|request)|as soon as|each|every|any|all|no(?:body| one|ne)?|only|always|never|continuous(?:ly)?|automatic(?:ally)?|constantly|real[- ]time|24\/7|(?:twice|times) (?:a|per)|per|new|changes?)\b/i;

/** Whether a statement tells how often, or on what occasion, something is done. */
export function tellsWhen(words: string): boolean {
  return isMeasured(words) || occasion.test(words);
}
