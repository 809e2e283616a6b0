import { noId } from '../../formats/satisfies.ts';

/**
 * Whether a value says something: not that there is nothing or that it is still to come, and not what a template has where
 * something is to be filled in (`<date>`, `[date]`, `{{date}}`, `YYYY-MM-DD`).
 */
export function isFilledIn(value: string): boolean {
  const text = value.trim();
  if (text === '' || noId.test(text) || /^(?:~|null|pending|unknown|never|\?+|\.{3}|…)$/i.test(text))
    return false;
  return !/[<[{}\]>]|YY|DD|XX|__/.test(text);
}
