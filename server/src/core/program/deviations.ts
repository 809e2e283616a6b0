import { inCommon } from '../time/days.ts';
import { daysNamed } from '../time/labels.ts';
import { bearingOf } from './bearing.ts';
import type { Definitions } from './indexes/definitions.ts';
import type { Outlook } from './outlook.ts';
import { byPlace, isControl, type RecordEntry } from './record.ts';
import type { Report } from './report.ts';

/** A deviation and the control that did not operate. */
export interface Deviating {
  readonly deviation: RecordEntry;
  readonly control: RecordEntry;
}

/**
 * The deviations that belong to a report, by place, each with every control that it names. A Type I says nothing about
 * operation, so none belongs to it. What names no window, or one of a fiscal year that is not known, is taken to belong to the
 * report.
 * @param all the deviations of the program
 */
export function deviationsOf(
  report: Report,
  all: Iterable<RecordEntry>,
  definitions: Definitions,
  fiscalYearBegins: number | undefined,
): readonly Deviating[] {
  if (report.type === 1) return [];
  return [...all]
    .filter(
      ({ shape }) =>
        shape.standing === 'counts' && isWithin(shape.values['window']?.text, report, fiscalYearBegins),
    )
    .sort(byPlace)
    .flatMap(deviation => controlsOf(deviation, definitions).map(control => ({ deviation, control })));
}

/** Those whose controls serve a criterion, as a report looks at them. */
export function deviationsFrom(
  criterion: string,
  outlook: Outlook,
  deviations: readonly Deviating[],
): readonly Deviating[] {
  return deviations.filter(({ control }) => {
    const bearing = bearingOf(criterion, control, outlook);
    return bearing?.startsWith('control') === true && bearing !== 'control elsewhere';
  });
}

function controlsOf({ shape }: RecordEntry, definitions: Definitions): RecordEntry[] {
  return shape.references.flatMap(({ key, id }) =>
    key === 'control' ? [...definitions.of(id)].filter(entry => isControl(entry.shape)) : [],
  );
}

/** Whether a window has a day in the period of a report. */
function isWithin(
  label: string | undefined,
  { period }: Report,
  fiscalYearBegins: number | undefined,
): boolean {
  const window = label === undefined ? undefined : daysNamed(label, fiscalYearBegins);
  if (!window || !period) return true;
  return inCommon(window, { from: period.start, to: period.end }) !== undefined;
}
