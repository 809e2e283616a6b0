import type { Program } from '../../program/program.ts';
import { type Days, inCommon } from '../../time/days.ts';
import { daysNamed } from '../../time/labels.ts';

/**
 * Whether a deviation on file may be one of a window of a control: it names no window, one of a fiscal year that is not known, or
 * one that has a day in common with it.
 * @param key that of the control
 */
export function hasDeviation(program: Program, key: string, window: Days): boolean {
  const fiscalYearBegins = program.evidence.fiscalYearBegins;
  return [...program.referring(key)].some(({ shape: { kind, values } }) => {
    if (kind !== 'deviation') return false;
    const stated = daysNamed(values['window']?.text ?? '', fiscalYearBegins);
    return !stated || inCommon(stated, window) !== undefined;
  });
}
