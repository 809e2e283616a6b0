// What is due, as events of a calendar.
import type { DueWindow } from '../program/evidence/due.ts';
import { nameOf } from '../program/record.ts';
import type { Report } from '../program/report.ts';
import { closingWords } from '../time/reasons.ts';
import { shortfallOf } from '../time/states.ts';
import type { DayEvent } from './icalendar.ts';

/**
 * An event on the day on which each window is due. What names it stays the same when the day moves, so a calendar moves the event
 * too: the organization, the report, the control, the window, and how often the control is performed.
 */
export function dueEvents(
  due: readonly DueWindow[],
  report: Report,
  organization: string | undefined,
): readonly DayEvent[] {
  const seen = new Map<string, number>();
  return due.map(({ control, window }) => {
    const { title, values } = control.shape;
    const name = nameOf(control);
    const isOf = organization === undefined ? [] : [organization];
    // A monthly and a weekly window have the same name.
    const names = [...isOf, report.id, name, window.name, window.cadence];
    // So have two of one cadence, where a control changed twice in one month.
    const key = JSON.stringify(names);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const shortfall = shortfallOf(window);
    return {
      names: count === 1 ? names : [...names, String(count)],
      day: window.to,
      summary: `Evidence due: ${name} ${window.name}`,
      description: [
        ...(title !== undefined && title !== name ? [title] : []),
        ...(values['owner'] ? [`Owner: ${values['owner'].text}`] : []),
        ...(shortfall === undefined ? [] : [`On file: ${shortfall}`]),
        `Report: ${report.id}`,
        `If nothing is added, it is ${closingWords(window)}.`,
      ],
    };
  });
}
