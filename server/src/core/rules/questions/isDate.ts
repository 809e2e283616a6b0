import { isCalendarDate } from '../../text/calendar.ts';

/** Whether a value is a calendar date, YYYY-MM-DD; a time behind it does no harm. */
export function isDate(text: string): boolean {
  return isCalendarDate(text.slice(0, 10)) && /^.{10}(?:$|[T ])/.test(text);
}
