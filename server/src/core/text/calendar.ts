// Calendar dates without time zone, written YYYY-MM-DD, so that they sort and compare as strings.

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a date that exists in the Gregorian calendar, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (text.length !== 10) return false;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = (daysInMonth[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
  return day >= 1 && day <= longest;
}
