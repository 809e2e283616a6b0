// Cron expressions, as far as it can be told that one is none, or that it never comes up. Tools differ in what they accept.
// What one of the well-known ones accepts is no fault: cron itself, Jenkins, Quartz, EventBridge, and Airflow.

/** How a tool reads an expression: as the usual ones do, or as Comply does, with the seconds first even in five fields. */
export type CronReader = 'usual' | 'secondsFirst';

/** What is wrong with an expression: a field that cannot be read, or no day that it could come up on. */
export type CronFault = { readonly is: 'unreadable'; readonly field: string } | { readonly is: 'never' };

export interface FieldForm {
  readonly least: number;
  readonly most: number;
  /** The names of its numbers, from the least on; three letters of each are enough. */
  readonly names?: readonly string[];
  /** What the usual tools accept there beside numbers and names. */
  readonly more?: RegExp;
}

/** The forms of the fields, in their order. */
export type Order = readonly FieldForm[];

const sixtieths: FieldForm = { least: 0, most: 59 };
const hours: FieldForm = { least: 0, most: 23 };
/** The form of a day of the month, after which the form of a month follows, and that of a day of the week. */
export const days: FieldForm = { least: 1, most: 31, more: /^(?:\d{0,2}LW?|L-\d{1,2}W?|\d{1,2}W)$/i };
const months: FieldForm = {
  least: 1,
  most: 12,
  names: [
    ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
    ...['november', 'december'],
  ],
};
const weekdays: FieldForm = {
  least: 0,
  most: 7,
  names: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  more: /^(?:L[0-7]?|(?:[0-7]|sun|mon|tue|wed|thu|fri|sat)(?:L|#[1-5L]))$/i,
};
const weekdaysToSix: FieldForm = { ...weekdays, most: 6 };
const years: FieldForm = { least: 1970, most: 2199 };
const five: Order = [sixtieths, hours, days, months, weekdays];

/** The orders in which a reader takes so many fields. */
const orders: Readonly<Record<CronReader, ReadonlyMap<number, readonly Order[]>>> = {
  usual: new Map([
    [5, [five]],
    // The seconds come first for most. EventBridge has the year last, and Airflow's croniter the seconds.
    [
      6,
      [
        [sixtieths, ...five],
        [...five, years],
        [...five, sixtieths],
      ],
    ],
    [
      7,
      [
        [sixtieths, ...five, years],
        [...five, sixtieths, years],
      ],
    ],
  ]),
  secondsFirst: new Map([
    [5, [[sixtieths, sixtieths, hours, days, months]]],
    [6, [[sixtieths, sixtieths, hours, days, months, weekdaysToSix]]],
  ]),
};

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const nicknames: Readonly<Record<CronReader, RegExp>> = {
  usual:
    /^@(?:hourly|daily|midnight|weekly|monthly|quarterly|yearly|annually|every_minute|every_second|reboot|once|continuous)$|^@every \S+$/i,
  secondsFirst: /^@(?:hourly|daily|midnight|weekly|monthly|yearly|annually)$|^@every \S+$/i,
};
/** How EventBridge writes a schedule. */
const call = /^(?:cron|rate)\([^()]+\)$/i;
const timeZone = /^(?:CRON_)?TZ=\S+\s+/;
/** A value that the tool chooses: Jenkins's `H`, `H(0-7)`, and `H/15`, and `0~59` of some crons. */
const chosen = /^(?:H(?:\(\d{1,2}-\d{1,2}\))?|\d{0,2}~\d{0,2})(?:\/\d{1,2})?$/;
/** What a field of an expression is made of. The first two are numbers, so that words in prose are none. */
const likeCron = /^[\dH*?][\dH()*?,/~-]*\s+[\dH*?][\dH()*?,/~-]*(?:\s+[\w()*?,/#~-]+){3,5}$/;

/** Whether a text is written as a cron expression, right or wrong. */
export function looksLikeCron(text: string): boolean {
  const written = text.trim();
  if (written.length >= 200) return false;
  return written.startsWith('@') || call.test(written) || likeCron.test(written.replace(timeZone, ''));
}

/** The fields of an expression, and the order in which they are taken; undefined where they are wrong, or there are none. */
export function fieldsOf(
  text: string,
  reader: CronReader,
): { readonly fields: readonly string[]; readonly order: Order } | undefined {
  const written = text.trim().replace(/^cron\(([^()]+)\)$/i, '$1');
  const fields = written.replace(timeZone, '').split(/\s+/);
  const possible = orders[reader].get(fields.length)?.filter(one => !faultIn(fields, one, reader)) ?? [];
  const order = possible.find(one => hasMarksOnDays(fields, one)) ?? possible[0];
  return order && { fields, order };
}

/** Whether `?` stands only where those who write it mean it: in a day of the month or of the week. */
function hasMarksOnDays(fields: readonly string[], order: Order): boolean {
  return fields.every((field, i) => field !== '?' || order[i] === days || order[i]?.names === weekdays.names);
}

/**
 * What is wrong with a cron expression; undefined where it comes up.
 * @param text one that looks like an expression; anything else is unreadable
 */
export function cronFault(text: string, reader: CronReader): CronFault | undefined {
  const written = text.trim();
  if (nicknames[reader].test(written) || (reader === 'usual' && call.test(written))) return undefined;
  const fields = written.replace(timeZone, '').split(/\s+/);
  const possible = orders[reader].get(fields.length) ?? [];
  const faults = possible.map(order => faultIn(fields, order, reader));
  if (faults.length > 0 && !faults.every(fault => fault)) return undefined;
  // Meant is the order in which all fields can be read, or else the fifth: it is a month in one, and a weekday in the other.
  const meant = possible.findIndex(order => isReadable(fields[4], order[4], reader));
  const fault = faults.find(one => one?.is === 'never') ?? faults[meant] ?? faults[0];
  return fault ?? { is: 'unreadable', field: written };
}

function faultIn(fields: readonly string[], order: Order, reader: CronReader): CronFault | undefined {
  const field = fields.find((one, i) => !isReadable(one, order[i], reader));
  if (field !== undefined) return { is: 'unreadable', field };
  return comesUp(fields, order, reader) ? undefined : { is: 'never' };
}

function isReadable(field: string | undefined, form: FieldForm | undefined, reader: CronReader): boolean {
  if (field === undefined || !form) return false;
  const isExtended = (part: string): boolean =>
    reader === 'usual' && (chosen.test(part) || (form.more?.test(part) ?? false));
  return field.split(',').every(part => isExtended(part) || valuesOf(part, form, reader) !== undefined);
}

/** The values that a number, a range, or a step names; undefined where it cannot be read. */
export function valuesOf(part: string, form: FieldForm, reader: CronReader): readonly number[] | undefined {
  const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
  const [first, last, ...more] = range.split('-');
  const isAll = range === '*' || range === '?';
  const from = isAll ? form.least : numberIn(first, form, reader);
  const to =
    isAll || (last === undefined && part.includes('/')) ? form.most : numberIn(last ?? first, form, reader);
  if (from === undefined || to === undefined || more.length > 0 || Number(step) === 0) return undefined;
  // Quartz and croniter go on from the least: `NOV-FEB`, `22-2`.
  if (to < from && reader !== 'usual') return undefined;
  const all = form.most - form.least + 1;
  const values: number[] = [];
  for (let value = from; value <= (to < from ? to + all : to); value += Number(step))
    values.push(value > form.most ? value - all : value);
  return values;
}

function numberIn(text: string | undefined, form: FieldForm, reader: CronReader): number | undefined {
  if (text === undefined) return undefined;
  const word = text.toLowerCase();
  const { least, most, names = [] } = form;
  const named = names.findIndex(name => word === name.slice(0, 3) || (reader === 'usual' && word === name));
  if (named >= 0) return named + least;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : undefined;
}

/** Whether one of its months has one of its days. A day of the week that is named comes up in every month. */
function comesUp(fields: readonly string[], order: Order, reader: CronReader): boolean {
  const at = order.indexOf(months);
  const ofWeek = fields[at + 1] ?? '*';
  const inMonth = allValuesOf(fields[at - 1], days, reader);
  const inYear = allValuesOf(fields[at], months, reader);
  if (!/^[*?]/.test(ofWeek) || !inMonth || !inYear) return true;
  return [...inYear].some(month => [...inMonth].some(day => day <= (daysInMonth[month - 1] ?? 0)));
}

/** The values of a whole field; undefined where the tool chooses one, or the month decides. */
function allValuesOf(
  field: string | undefined,
  form: FieldForm,
  reader: CronReader,
): ReadonlySet<number> | undefined {
  const parts = field?.split(',').map(part => valuesOf(part, form, reader)) ?? [];
  return parts.every(part => part !== undefined) ? new Set(parts.flat()) : undefined;
}
