// Cron expressions, as far as it can be told that one is none, or that it never comes up.

/** How a tool reads an expression: as most do, or with the seconds first also where there are only five fields. */
export type CronReader = 'usual' | 'secondsFirst';

/** What is wrong with an expression: a field that cannot be read, or no day that it could come up on. */
export type CronFault = { readonly is: 'unreadable'; readonly field: string } | { readonly is: 'never' };

interface FieldForm {
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const seconds: FieldForm = { least: 0, most: 59 };
const hours: FieldForm = { least: 0, most: 23 };
const days: FieldForm = { least: 1, most: 31 };
const months: FieldForm = {
  least: 1,
  most: 12,
  names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
const weekdays: FieldForm = { least: 0, most: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] };
const weekdaysToSix: FieldForm = { ...weekdays, most: 6 };

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const nickname = /^@(?:hourly|daily|midnight|weekly|monthly|yearly|annually)$|^@every \S+$/;
/** What a field of an expression is made of. The first two are numbers, so that words in prose are none. */
const likeCron = /^[\d*?][\d*?,/-]*(?:\s+[\d*?][\d*?,/-]*)(?:\s+[\w*?,/#-]+){3,4}$/;

/** Whether a text is written as a cron expression, right or wrong. */
export function looksLikeCron(text: string): boolean {
  return text.length < 200 && (text.startsWith('@') || likeCron.test(text.trim()));
}

/**
 * What is wrong with a cron expression; undefined where it comes up.
 * @param text one that looks like an expression; anything else is unreadable
 */
export function cronFault(text: string, reader: CronReader): CronFault | undefined {
  const written = text.trim().toLowerCase();
  if (nickname.test(written)) return undefined;
  const fields = text.trim().split(/\s+/);
  if (fields.length < 5 || fields.length > 6) return { is: 'unreadable', field: text.trim() };
  const forms = formsOf(fields.length, reader);
  for (const [i, form] of forms.entries()) {
    const field = fields[i];
    if (field !== undefined && !isExtended(field, fields.length, reader) && !valuesOf(field, form))
      return { is: 'unreadable', field };
  }
  return comesUp(fields, forms) ? undefined : { is: 'never' };
}

/** The forms of the fields, in their order. */
function formsOf(count: number, reader: CronReader): readonly FieldForm[] {
  if (reader === 'secondsFirst') return [seconds, seconds, hours, days, months, weekdaysToSix];
  const five = [seconds, hours, days, months, weekdays];
  return count === 5 ? five : [seconds, ...five];
}

/** `L`, `15W`, `MON#2`: tools that read six fields usually know them. */
function isExtended(field: string, count: number, reader: CronReader): boolean {
  return (
    reader === 'usual' && count === 6 && /^(?:\d{0,2}LW?|L-\d{1,2}|\d{1,2}W|\w{1,3}[#L]\d?)$/i.test(field)
  );
}

/** The values that a field names; undefined where it cannot be read. */
function valuesOf(field: string, form: FieldForm): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    const [first, last, ...more] = range.split('-');
    const isAll = range === '*' || range === '?';
    const from = isAll ? form.least : numberIn(first, form);
    const to =
      isAll || (last === undefined && part.includes('/')) ? form.most : numberIn(last ?? first, form);
    if (from === undefined || to === undefined || more.length > 0 || to < from || Number(step) === 0)
      return undefined;
    for (let value = from; value <= to; value += Number(step)) values.add(value);
  }
  return values;
}

function numberIn(text: string | undefined, { least, most, names = [] }: FieldForm): number | undefined {
  if (text === undefined) return undefined;
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + (names.length === 12 ? 1 : 0);
  const value = /^\d{1,2}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : undefined;
}

/** Whether one of its months has one of its days. A day of the week that is named comes up in every month. */
function comesUp(fields: readonly string[], forms: readonly FieldForm[]): boolean {
  const at = forms.indexOf(months);
  const ofWeek = fields[at + 1] ?? '*';
  const inMonth = valuesOf(fields[at - 1] ?? '', days);
  const inYear = valuesOf(fields[at] ?? '', months);
  if (!/^[*?]/.test(ofWeek) || !inMonth || !inYear) return true;
  return [...inYear].some(month => [...inMonth].some(day => day <= (daysInMonth[month - 1] ?? 0)));
}
