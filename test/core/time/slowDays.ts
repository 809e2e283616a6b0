// A calendar that only counts: every day is the one after the day before. Slow, and easy to check by reading.

const firstYear = 2022;
const lastYear = 2032;

function daysOf(year: number, month: number): number {
  if ([4, 6, 9, 11].includes(month)) return 30;
  if (month !== 2) return 31;
  if (year % 400 === 0) return 29;
  if (year % 100 === 0) return 28;
  return year % 4 === 0 ? 29 : 28;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function months(): string[] {
  const all: string[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (let month = 1; month <= 12; month++) all.push(`${year}-${pad(month)}`);
  }
  return all;
}

/** Every month from 2022-01 to 2032-12, in order. */
export const everyMonth: readonly string[] = months();

/** The days of a month, in order. None for a month that does not exist. */
export function daysIn(month: string): string[] {
  if (!everyMonth.includes(month)) return [];
  const days: string[] = [];
  const count = daysOf(Number(month.slice(0, 4)), Number(month.slice(5)));
  for (let day = 1; day <= count; day++) days.push(`${month}-${pad(day)}`);
  return days;
}

/** Every day of these months, in order. */
export const everyDay: readonly string[] = everyMonth.flatMap(daysIn);
const places = new Map(everyDay.map((day, place) => [day, place]));

function placeOf(day: string): number {
  const place = places.get(day);
  if (place === undefined) throw new Error(`${day} is no day of this calendar`);
  return place;
}

function at(place: number): string {
  const day = everyDay[place];
  if (day === undefined) throw new Error('Outside of this calendar');
  return day;
}

export function dayAfter(day: string): string {
  return at(placeOf(day) + 1);
}

export function dayBefore(day: string): string {
  return at(placeOf(day) - 1);
}

/** The day that comes so many days later, one by one. */
export function daysOn(day: string, count: number): string {
  let on = day;
  for (let step = 0; step < count; step++) on = dayAfter(on);
  return on;
}

/** All days from the first to the last, both included. None where the last comes before the first. */
export function daysFrom(first: string, last: string): string[] {
  if (last < first) return [];
  return everyDay.slice(placeOf(first), placeOf(last) + 1);
}

/** The same day so many months on (or back): the last of a month that is too short for it. */
export function monthsOn(day: string, count: number): string {
  const month = everyMonth[everyMonth.indexOf(day.slice(0, 7)) + count];
  const days = daysIn(month ?? '');
  const same = days.find(one => one.slice(8) === day.slice(8)) ?? days.at(-1);
  if (same === undefined) throw new Error('Outside of this calendar');
  return same;
}
