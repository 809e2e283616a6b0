// Calendar dates as `2026-03-31`, without a time zone.

/** Writes the day that a clock shows where the clock is. */
export function dateOf(clock: Date): string {
  return write(clock.getFullYear(), clock.getMonth(), clock.getDate());
}

/** The first day of the month that lies some months after a date's. */
export function startOfMonth(date: string, months: number): string {
  const { year, month } = read(date);
  return write(year, month + months, 1);
}

/** The last day of the month that lies some months after a date's. */
export function endOfMonth(date: string, months: number): string {
  const { year, month } = read(date);
  return write(year, month + months + 1, 0);
}

/** The last day of the twelve months that begin on a date. */
export function endOfTwelveMonths(start: string): string {
  const { year, month, day } = read(start);
  return write(year + 1, month, day - 1);
}

/** Whether a text is a date that exists, written as `2026-03-31`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const { year, month, day } = read(text);
  return write(year, month, day) === text;
}

function read(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month: month - 1, day };
}

/** Months and days that there are not are counted on from those that there are. */
function write(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
