import type { Program } from '../../program/program.ts';
import { byPlace, cites, isControl, nameOf, type RecordEntry } from '../../program/record.ts';
import type { Report } from '../../program/report.ts';
import type { Inlines, Table } from '../page.ts';

/**
 * The risks of a program, with what is done about each, its controls, and the criteria in scope that these serve. Risks without a
 * control come first. Undefined where no risk is recorded.
 */
export function risksTable(program: Program, report: Report): Table | undefined {
  const rows = [...program.ofKind('risk')]
    .filter(({ shape }) => shape.standing === 'counts')
    .sort(byPlace)
    .map(risk => ({ risk, controls: controlsOf(risk, program) }))
    .sort((a, b) => Number(a.controls.length > 0) - Number(b.controls.length > 0));
  if (rows.length === 0) return undefined;
  return {
    kind: 'table',
    head: ['Risk', 'Treatment', 'Controls', 'Criteria'],
    rows: rows.map(({ risk, controls }): Inlines[] => [
      [linkTo(risk), titleBehind(risk)],
      [risk.shape.values['treatment']?.text ?? 'none stated'],
      controls.length > 0 ? between(controls.map(linkTo)) : [{ text: 'none', tone: 'bad' }],
      [criteriaOf(controls, program, report).join(', ')],
    ]),
  };
}

/**
 * The deviations that belong to a report. None is left out because it was remediated: it stays in its period. Undefined where there is
 * none.
 */
export function deviationsTable(program: Program, report: Report): Table | undefined {
  const byDeviation = new Map<RecordEntry, RecordEntry[]>();
  for (const { deviation, control } of program.coverage.deviations(report))
    byDeviation.set(deviation, [...(byDeviation.get(deviation) ?? []), control]);
  if (byDeviation.size === 0) return undefined;
  return {
    kind: 'table',
    head: ['Deviation', 'Controls', 'Window', 'Items', 'Remediated'],
    rows: [...byDeviation].map(([deviation, controls]): Inlines[] => {
      const { values } = deviation.shape;
      return [
        [linkTo(deviation), titleBehind(deviation)],
        between(controls.map(linkTo)),
        [values['window']?.text ?? ''],
        [itemsOf(values)],
        [values['remediated']?.text ?? 'not yet'],
      ];
    }),
  };
}

function itemsOf(values: RecordEntry['shape']['values']): string {
  const [count, of] = [values['count']?.text, values['of']?.text];
  if (count === undefined) return '';
  return of === undefined ? count : `${count} of ${of}`;
}

function controlsOf({ shape }: RecordEntry, program: Program): readonly RecordEntry[] {
  const named = shape.references.filter(({ key }) => key === 'controls');
  const found = named.flatMap(({ id }) => [...program.defining(id)].filter(one => isControl(one.shape)));
  return [...new Set(found)];
}

function criteriaOf(controls: readonly RecordEntry[], program: Program, report: Report): string[] {
  const served = [...report.criteria].filter(key =>
    controls.some(entry => entry.shape.satisfies.some(citation => cites(entry, citation, key))),
  );
  return served.map(key => program.catalogs.criterion(key)?.thing.id ?? key);
}

function linkTo(entry: RecordEntry): Inlines[number] {
  const { path, index, shape } = entry;
  return { text: nameOf(entry), target: { path, record: index, at: shape.at } };
}

function titleBehind(entry: RecordEntry): string {
  const { title } = entry.shape;
  return title === undefined || title === nameOf(entry) ? '' : ` ${title}`;
}

function between(parts: readonly Inlines[number][]): Inlines {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [', ', part]));
}
