// Calendar dates without time zone, written YYYY-MM-DD, so that they sort and compare as strings.

const likeDate = /^\d{4}-\d{2}-\d{2}(?:$|[T ])/;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The date that a text states: one that exists in the Gregorian calendar, written YYYY-MM-DD. A time behind it, after `T` or
 * a blank, does no harm. Undefined where the text states none: nothing else decides what a date is.
 */
export function readDate(text: string): string | undefined {
  if (!likeDate.test(text)) return undefined;
  const [year, month, day] = partsOf(text);
  return day >= 1 && day <= lengthOf(year, month) ? text.slice(0, 10) : undefined;
}

/** The date so many months later (earlier, where negative): the same day, or the last of a month that is too short for it. */
export function monthsLater(date: string, months: number): string {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return written(inYear, inMonth, Math.min(day, lengthOf(inYear, inMonth)));
}

/** The date so many days later (earlier, where negative). */
export function daysLater(date: string, days: number): string {
  let [year, month, day] = partsOf(date);
  day += days;
  for (; day < 1; day += lengthOf(year, month))
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  for (let length = lengthOf(year, month); day > length; length = lengthOf(year, month)) {
    day -= length;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return written(year, month, day);
}

function partsOf(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return (daysInMonth[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
}

/** How many days lie between two dates: 1 from a day to the next, negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The name of a date's day of the week. */
export function weekdayOf(date: string): string {
  return weekdays[dayNumber(date) % 7] ?? '';
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The number of a day since Monday, January 1 of the year 1 of the Gregorian calendar. */
function dayNumber(date: string): number {
  const [year, month, day] = partsOf(date);
  const years = year - 1;
  let days = years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  for (let before = 1; before < month; before++) days += lengthOf(year, before);
  return days + day - 1;
}
