import { holdsPlaceholder } from './placeholders.ts';
import { noId } from './satisfies.ts';

/** A value of nothing but what stands in brackets, which is no date and no length of time: `<when approved>`. */
const inBrackets = /^(?:<[^<>]*>|\[[^\][]*\]|\{[^{}]*\})$/;
/** The mask of a date or a number as a word of its own: `YYYY-MM-DD`, `20XX`, `XX months`, `____`; not `DDQ`. */
const mask = /(?<![A-Za-z])(?:YYYYMMDD|YYYY|YY|MMMM|MMM|MM|DD|X{2,4})(?![A-Za-z])|__/;

/** Whether a value says that there is nothing, or that it is still to come: `none`, `n/a`, `TBD`, `pending`. */
export function saysNothing(value: string): boolean {
  const text = value.trim();
  return text === '' || noId.test(text) || /^(?:~|null|pending|unknown|never|\?+|\.{3}|…)$/i.test(text);
}

/**
 * Whether a value says something: not that there is nothing or that it is still to come, and not what a template has where
 * something is to be filled in (`<date>`, `[date]`, `{{date}}`, `YYYY-MM-DD`).
 */
export function isFilledIn(value: string): boolean {
  const text = value.trim();
  return !saysNothing(text) && !inBrackets.test(text) && !mask.test(text) && !holdsPlaceholder(text);
}
