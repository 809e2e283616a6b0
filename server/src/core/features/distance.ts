import { counted } from '../pages/words.ts';
import { daysBetween } from '../text/calendar.ts';

/** How far a calendar date is from today, in words: `today`, `10 days ago`, `in 1 day`. */
export function distance(today: string, date: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  return days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`;
}
