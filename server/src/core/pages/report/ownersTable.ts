import { controlsInTime } from '../../program/evidence/controlsInTime.ts';
import type { Due } from '../../program/evidence/due.ts';
import { peopleNamed } from '../../program/people.ts';
import type { Program } from '../../program/program.ts';
import { isControl, type RecordEntry } from '../../program/record.ts';
import type { Report } from '../../program/report.ts';
import type { Inlines, Table } from '../page.ts';

/** What a person has to do with a report, counted. */
interface Tally {
  controls: number;
  overdue: number;
  due: number;
  gaps: number;
}

/** Who has no name comes last. */
const nobody = '';

/**
 * Who owns the controls of a program, with what of it is due. Those with most to do come first; controls without an owner have the
 * last row. Undefined where no control is active.
 */
export function ownersTable(program: Program, report: Report, due: Due): Table | undefined {
  const tallies = new Map<string, Tally>();
  const of = (entry: RecordEntry) => {
    const owner = ownerOf(entry, program);
    const tally = tallies.get(owner) ?? { controls: 0, overdue: 0, due: 0, gaps: 0 };
    tallies.set(owner, tally);
    return tally;
  };
  for (const entry of activeControls(program, report)) of(entry).controls++;
  for (const { control } of due.overdue) of(control).overdue++;
  for (const { control } of due.due) of(control).due++;
  for (const { control } of due.gaps) of(control).gaps++;
  if (tallies.size === 0) return undefined;
  const rows = [...tallies].sort(
    ([a, one], [b, other]) =>
      Number(a === nobody) - Number(b === nobody) ||
      openOf(other) - openOf(one) ||
      other.controls - one.controls ||
      (a < b ? -1 : 1),
  );
  return {
    kind: 'table',
    head: ['Owner', 'Controls', 'Overdue', 'Due', 'Gaps'],
    rows: rows.map(([owner, { controls, overdue, due, gaps }]): Inlines[] => [
      owner === nobody ? [{ text: 'Nobody', style: 'emphasis' }] : [owner],
      ...[controls, overdue, due, gaps].map(count => [`${count}`]),
    ]),
  };
}

function openOf({ overdue, due, gaps }: Tally): number {
  return overdue + due + gaps;
}

/** The controls that count, whether they have windows or not. */
function activeControls(program: Program, report: Report): ReadonlySet<RecordEntry> {
  const timed = controlsInTime(program, report).map(({ entry }) => entry);
  const others = [...program.ofKind('control'), ...program.ofKind('procedure')].filter(
    ({ shape }) => isControl(shape) && shape.standing === 'counts',
  );
  return new Set([...timed, ...others]);
}

/** The name of a control's owner: of who is called so in the manifest, else as it is written. */
function ownerOf({ shape }: RecordEntry, program: Program): string {
  const stated = shape.values['owner']?.text.trim() ?? nobody;
  const [only, ...others] = peopleNamed(program.manifest?.shape.people ?? [], stated);
  return only && others.length === 0 ? (only.name ?? only.role ?? only.id) : stated;
}
