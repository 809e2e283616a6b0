import { monthNamed } from '../../text/months.ts';
import { daysNamed, isOfFiscalYear } from '../../time/labels.ts';

/** Whether a text names a window, of the calendar or of a fiscal year, or a week or a day of one. */
export function isWindow(text: string): boolean {
  return daysNamed(text, undefined) !== undefined || isOfFiscalYear(text);
}

/** The name of the window that is meant by `Q1 2026`, `2026/Q1`, `March 2026`, `FY26 Q1`; undefined where none surely is. */
export function windowMeant(text: string): string | undefined {
  const [first, second, ...more] = text
    .trim()
    .toUpperCase()
    .replace(/^([1-4])Q/, 'Q$1')
    .replace(/^((?:FY ?)?\d{2,4})([QH]\d)$/, '$1 $2')
    .replace(/^FY (?=\d)/, 'FY')
    .split(/[\s/_.,-]+/);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const [year, part] = /^(?:FY)?\d{4}$|^FY\d\d$/.test(first) ? [first, second] : [second, first];
  const named = `${year.replace(/^FY(?=\d\d$)/, 'FY20')}-${partOf(part)}`;
  return isWindow(named) && named !== text ? named : undefined;
}

function partOf(part: string): string {
  const month = monthNamed(part);
  if (month !== undefined) return String(month).padStart(2, '0');
  return /^\d$/.test(part) ? `0${part}` : part;
}
