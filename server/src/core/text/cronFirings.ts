import { daysBetween, daysLater, monthsLater } from './calendar.ts';
import { type CronReader, cronFault, days, type FieldForm, fieldsOf, type Order, valuesOf } from './cron.ts';

/** A year without a leap day that is like any other. */
const [firstDay, year] = ['2026-01-01', 365];
const aMonday = '0001-01-01';

/**
 * How often a cron expression comes up in a year of 365 days; undefined where it is wrong, or does not say it, such as `@reboot`.
 * Where both a day of the month and one of the week are named, either will do, as cron itself and robfig/cron 1.2.0 have it.
 */
export function firingsInYear(text: string, reader: CronReader): number | undefined {
  const written = text.trim();
  if (cronFault(written, reader)) return undefined;
  if (written.startsWith('@')) return firingsOfNickname(written.toLowerCase());
  const [, count, unit] = /^rate\(\s*(\d{1,6})\s+(minute|hour|day)s?\s*\)$/i.exec(written) ?? [];
  if (unit !== undefined)
    return firingsEvery(Number(count) * (secondsOf.get(unit.charAt(0).toLowerCase()) ?? 0));
  const read = fieldsOf(written, reader);
  if (!read) return undefined;
  const { fields, order } = read;
  const perDay = order.reduce((product, form, i) => product * timesIn(fields[i], form, reader), 1);
  return perDay * daysIn(fields, order, reader);
}

const nicknames: ReadonlyMap<string, number> = new Map([
  ['@yearly', 1],
  ['@annually', 1],
  ['@quarterly', 4],
  ['@monthly', 12],
  ['@weekly', 52],
  ['@daily', year],
  ['@midnight', year],
  ['@hourly', year * 24],
  ['@every_minute', year * 24 * 60],
  ['@every_second', year * 24 * 60 * 60],
]);
const secondsOf: ReadonlyMap<string, number> = new Map([
  ['d', 24 * 60 * 60],
  ['h', 60 * 60],
  ['m', 60],
  ['s', 1],
]);

function firingsOfNickname(written: string): number | undefined {
  const known = nicknames.get(written);
  if (known !== undefined) return known;
  const [, duration = ''] = /^@every ((?:\d{1,6}[hms])+)$/.exec(written) ?? [];
  const parts = [...duration.matchAll(/(?<!\d)(\d{1,6})([hms])/g)];
  return firingsEvery(
    parts.reduce((sum, [, count, unit]) => sum + Number(count) * (secondsOf.get(unit ?? '') ?? 0), 0),
  );
}

function firingsEvery(seconds: number): number | undefined {
  return seconds > 0 ? Math.floor((year * 24 * 60 * 60) / seconds) : undefined;
}

/** How many hours, minutes, or seconds a field names; 1 for one that names days, months, or years. */
function timesIn(field: string | undefined, form: FieldForm, reader: CronReader): number {
  const isOfDay = form.least === 0 && form.names === undefined;
  if (!isOfDay) return 1;
  const parts = field?.split(',') ?? [];
  const named = parts.flatMap(part => valuesOf(part, form, reader) ?? []);
  const chosen = parts.filter(part => !valuesOf(part, form, reader)).map(part => timesChosen(part, form));
  return new Set(named).size + chosen.reduce((sum, times) => sum + times, 0);
}

/** What the tool chooses is one of them, or one in each step: `H`, `H/15`. */
function timesChosen(part: string, { least, most }: FieldForm): number {
  const step = Number(/\/(\d{1,2})$/.exec(part)?.[1] ?? 0);
  return step === 0 ? 1 : Math.max(1, Math.floor((most - least + 1) / step));
}

/** On how many days of the year it comes up. */
function daysIn(fields: readonly string[], order: Order, reader: CronReader): number {
  const at = order.indexOf(days);
  // Comply's five fields end with the months.
  const [ofMonth = '*', ofYear = '*', ofWeek = '*'] = fields.slice(at, at + 3);
  const [dayForm, monthForm, weekForm] = order.slice(at, at + 3);
  if (!dayForm || !monthForm) return 0;
  const areBothNamed = !/^[*?]/.test(ofMonth) && !/^[*?]/.test(ofWeek);
  let count = 0;
  for (let i = 0, day = firstDay; i < year; i++, day = daysLater(day, 1)) {
    if (!isMonthOf(day, ofYear, monthForm, reader)) continue;
    const inMonth = isDayOfMonth(day, ofMonth, dayForm, reader);
    const inWeek = !weekForm || isDayOfWeek(day, ofWeek, weekForm, reader);
    if (areBothNamed ? inMonth || inWeek : inMonth && inWeek) count++;
  }
  return count;
}

function isMonthOf(day: string, field: string, form: FieldForm, reader: CronReader): boolean {
  const month = Number(day.slice(5, 7));
  return field.split(',').some(part => valuesOf(part, form, reader)?.includes(month) ?? month === form.least);
}

function isDayOfMonth(day: string, field: string, form: FieldForm, reader: CronReader): boolean {
  const number = Number(day.slice(8));
  const last = Number(daysLater(monthsLater(`${day.slice(0, 7)}-01`, 1), -1).slice(8));
  return field.split(',').some(part => {
    const values = valuesOf(part, form, reader);
    if (values) return values.includes(number);
    const [, before, near] = /^L-(\d{1,2})W?$|^(\d{1,2})W$/i.exec(part) ?? [];
    if (before !== undefined) return number === last - Number(before);
    if (near !== undefined) return number === Math.min(Number(near), last);
    return /^\d{0,2}LW?$/i.test(part) ? number === last : number === 1;
  });
}

function isDayOfWeek(day: string, field: string, form: FieldForm, reader: CronReader): boolean {
  const number = (daysBetween(aMonday, day) + 1) % 7;
  const place = Math.floor((Number(day.slice(8)) - 1) / 7) + 1;
  const isLast = daysLater(day, 7).slice(5, 7) !== day.slice(5, 7);
  return field.split(',').some(part => {
    const [, name = part, sign = ''] = /^(\w+?)(L|#[1-5L])$/i.exec(part.replace(/^L(\d)$/i, '$1L')) ?? [];
    if (/^L$/i.test(part)) return number === 6;
    const values = valuesOf(name, form, reader);
    if (!values) return number === 1;
    if (!values.some(value => value % 7 === number)) return false;
    return sign === '' || (/L$/i.test(sign) ? isLast : place === Number(sign.slice(1)));
  });
}
