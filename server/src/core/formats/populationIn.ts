// What the record of a population says of how it was drawn, under our keys and under the names that other tools have for them.
import type { PlaceBuilder, PopulationShape, Stated } from '../model/shape.ts';
import { readDate } from '../text/calendar.ts';
import { entriesOf, entry, items, scalarText } from '../yaml/lookup.ts';
import type { YamlMapping } from '../yaml/node.ts';
import { isFilledIn } from './isFilledIn.ts';
import { statedIn, textIn } from './stated.ts';

/** Other tools' names for the keys of a population. */
export const populationKeys = {
  query: /^(?!query$).*(?:quer|search|filter|report|jql|sql|command|^script)/i,
  count: /^(?!count$).*(?:count|total|size|items|number|^(?:rows|records|entries|lines|results)$)/i,
  extractedOn:
    /^collected$|^(?!extractedOn$|collectedBy$).*(?:extract|drawn|pulled|export|generated|date|run[-_ ]?on)/i,
} as const;

/** Whether evidence says that it is a population. */
export function isPopulation(mapping: YamlMapping): boolean {
  return textIn(entry(mapping, 'type')?.value)?.toLowerCase() === 'population';
}

/** What a population says of how it was drawn. */
export function populationIn(mapping: YamlMapping, places: PlaceBuilder): PopulationShape {
  const isDate = (text: string) => readDate(text) !== undefined;
  const count = firstStated(mapping, ['count'], populationKeys.count, isNumberOfItems, places);
  return {
    hasQuery:
      firstStated(mapping, ['query'], populationKeys.query, isFilledIn, places) !== undefined ||
      sourceAsks(mapping),
    count,
    isEmpty: count !== undefined && isNone(count.text),
    drawn: firstStated(mapping, ['extractedOn', 'collected'], populationKeys.extractedOn, isDate, places),
  };
}

/** The first value under some keys, or else under one whose name is like theirs, that says what is asked for. */
function firstStated(
  mapping: YamlMapping,
  keys: readonly string[],
  alike: RegExp,
  says: (text: string) => boolean,
  places: PlaceBuilder,
): Stated | undefined {
  const others = entriesOf(mapping).filter(one => alike.test(one.key.value));
  for (const one of [...keys.map(key => entry(mapping, key)), ...others]) {
    const value = one?.value;
    const text = textIn(value);
    if (text !== undefined && says(text)) return statedIn(value, places);
  }
  return undefined;
}

/** Whether the address or the name of the source has the query in it: `.../issues/?jql=project%3DCHG`, `Jira filter 1043`. */
export function sourceAsks(mapping: YamlMapping): boolean {
  return items(entry(mapping, 'source')?.value).some(item => inSource.test(scalarText(item) ?? ''));
}

const inSource = /[?&#][\w.~-]+=|\b(?:jql|sql|quer(?:y|ies)|filters?|search(?:es)?|reports?) \S/i;

/** Whether a count says how many items there are; `about 20`, `20+`, and `many` say it only in part. */
export function isNumberOfItems(count: string): boolean {
  const said = withoutRemarks(count);
  return (/\d/.test(said) || numberWord.test(said)) && !isEstimate.test(said) && isFilledIn(count);
}

/** Whether a count says that there are no items: `0`, `zero`, `no terminations`. */
function isNone(count: string): boolean {
  return /^(?:0+|zero|no|none)\b(?![.,]?\d)/i.test(withoutRemarks(count));
}

function withoutRemarks(count: string): string {
  return count.replace(/\([^()]*\)/g, '').trim();
}

const numberWord = /\b(?:zero|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;

/** Words and signs of an estimate, and a range: `20-30`. */
const isEstimate =
  /^(?:over|under|above|below|almost|nearly|around|some|up to|at (?:least|most)|(?:more|fewer|less) than|between)\b|\b(?:about|around|ca\.?) ?\d|\b(?:approx|roughly|circa|estimat)|^[~≈<>]|\d *\+|^\d[\d,.]* *(?:-|–|to|or) *\d[\d,.]*(?: [a-z]+)*$/i;
