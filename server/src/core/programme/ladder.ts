import type { RecordKind } from '../model/kinds.ts';
import type { CitationShape, RecordShape } from '../model/shape.ts';
import { isCalendarDate } from '../text/calendar.ts';
import type { Report } from './report.ts';

/**
 * How far along a criterion is (docs/programme.md, Coverage). `evidenced` is reached over a period only, once windows are counted.
 */
export type LadderState = 'missing' | 'documented' | 'designed' | 'implemented' | 'evidenced';

export const ladder: readonly LadderState[] = [
  'missing',
  'documented',
  'designed',
  'implemented',
  'evidenced',
];

/** A record of a programme and where it is. */
export interface RecordEntry {
  readonly path: string;
  /** Its number among the records of its document. */
  readonly index: number;
  readonly shape: RecordShape;
  /** The format of its document. */
  readonly format: string;
}

/** A record that bears on a criterion, and how. */
export interface CoveringRecord {
  readonly entry: RecordEntry;
  readonly citation: CitationShape;
  /** `control` maps to the criterion; `document` addresses it; `mention` only names it in a value, its prose or a table. */
  readonly as: 'control' | 'document' | 'mention';
  /** Why it does not count, if it does not. */
  readonly aside: 'planned' | 'retired' | 'draft' | 'template' | 'stub' | undefined;
}

/** What a programme has for one criterion of one report. */
export interface CriterionCoverage {
  readonly criterion: string;
  readonly state: LadderState;
  readonly marks: readonly 'excluded'[];
  /** One sentence that says why it stands there. */
  readonly reason: string;
  readonly records: readonly CoveringRecord[];
}

/** Whether a record counts as a control: a control, or a procedure with a cadence that satisfies something. */
export function isControl({ kind, recurs, satisfies }: RecordShape): boolean {
  return kind === 'control' || (kind === 'procedure' && recurs && satisfies.length > 0);
}

/** What says that something is done about a criterion. A task, a request or a risk that names one says the contrary. */
const documenting: ReadonlySet<RecordKind> = new Set([
  'control',
  'policy',
  'procedure',
  'narrative',
  'document',
]);

/** Whether what a record cites tells of coverage. */
export function isDocumenting({ kind }: RecordShape): boolean {
  return documenting.has(kind);
}

/** How a record is called in a sentence: its id, else its title, else its file. */
export function nameOf({ path, shape }: RecordEntry): string {
  return shape.id?.text ?? shape.title ?? path;
}

/** The day on which a report's controls are asked after: its date, else today, but no later than the end of its period. */
function dayOf(report: Report, today: string): string {
  if (report.type !== 2 && report.asOf !== undefined) return report.asOf;
  return report.period && report.period.end < today ? report.period.end : today;
}

/**
 * Places a criterion on the ladder. It stands on the lowest rung among its active key controls; planned and retired ones
 * neither raise nor lower it. Without a control it is documented when any record that counts addresses or mentions it.
 * @param citing the records that cite the criterion, in any order
 */
export function coverageOf(
  criterion: string,
  citing: Iterable<RecordEntry>,
  report: Report,
  today: string,
): CriterionCoverage {
  const day = dayOf(report, today);
  const records = [...citing]
    .flatMap(entry => covering(criterion, entry, day) ?? [])
    .sort(
      (a, b) => rankOf(a) - rankOf(b) || compare(a.entry.path, b.entry.path) || a.entry.index - b.entry.index,
    );
  const { state, reason } = standingOf(records, day);
  if (!report.excluded.has(criterion)) return { criterion, state, marks: [], reason, records };
  const why = report.excluded.get(criterion);
  return {
    criterion,
    state,
    marks: ['excluded'],
    reason: why ? `Excluded: ${endSentence(why)}` : 'Excluded, without a reason.',
    records,
  };
}

function covering(criterion: string, entry: RecordEntry, day: string): CoveringRecord | undefined {
  const { shape } = entry;
  if (!isDocumenting(shape)) return undefined;
  const cited = shape.satisfies.find(citation => cites(citation, criterion));
  if (cited && isControl(shape))
    return { entry, citation: cited, as: 'control', aside: controlAside(shape, day) };
  const mentioned = cited ?? shape.mentions.find(citation => cites(citation, criterion));
  if (!mentioned) return undefined;
  const aside = shape.standing === 'counts' ? undefined : shape.standing;
  return { entry, citation: mentioned, as: cited ? 'document' : 'mention', aside };
}

function cites({ catalogue, form, id }: CitationShape, criterion: string): boolean {
  return catalogue === 'TSC' && form !== 'group' && id === criterion;
}

function controlAside({ standing, values }: RecordShape, day: string): CoveringRecord['aside'] {
  const retiredOn = dateIn(values, 'retiredOn');
  if (retiredOn !== undefined && retiredOn <= day) return 'retired';
  if (standing !== 'counts') return standing;
  return values['status']?.text.toLowerCase() === 'planned' ? 'planned' : undefined;
}

/** A date as the record states it; what is no calendar date is as good as not stated. */
function dateIn(values: RecordShape['values'], key: string): string | undefined {
  const date = values[key]?.text.slice(0, 10);
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

/**
 * What keeps an active control from being in place on a day, as the end of a sentence about it; undefined where it is. A
 * control is `implemented`, a procedure that counts as one `approved`.
 */
function whyNotInPlace({ shape: { kind, values }, format }: RecordEntry, day: string): string | undefined {
  const [wanted, from] = kind === 'procedure' ? ['approved', 'effective'] : ['implemented', 'implementedOn'];
  const since = dateIn(values, from);
  const status = values['status']?.text;
  const word = status?.toLowerCase();
  if (word === 'designed') return 'is designed, not yet in place';
  if (word !== undefined && word !== wanted) return `has the status "${status}", not "${wanted}"`;
  // Comply has no status: what it holds is in force. Natively a date without a status says as much.
  if (word === undefined && since === undefined && format !== 'comply')
    return `does not say that it is ${wanted}`;
  return since !== undefined && since > day ? `is in place only from ${since} on` : undefined;
}

function standingOf(records: readonly CoveringRecord[], day: string): { state: LadderState; reason: string } {
  const controls = records.filter(({ as }) => as === 'control');
  const active = controls.filter(({ aside }) => aside === undefined).map(({ entry }) => entry);
  const key = active.filter(({ shape }) => !/^(?:false|no|off)$/i.test(shape.values['key']?.text ?? ''));
  const aside = asideWords(controls);

  if (key.length > 0) {
    const waiting = key.filter(entry => whyNotInPlace(entry, day) !== undefined);
    const [first] = waiting;
    if (first === undefined) {
      const are = key.length === 1 ? 'is' : 'are';
      return { state: 'implemented', reason: `${list(key.map(nameOf))} ${are} in place${aside}.` };
    }
    const share =
      key.length === 1 ? '' : `${key.length - waiting.length} of ${key.length} controls in place; `;
    const stand = waiting.length === 1 ? whyNotInPlace(first, day) : 'are not in place yet';
    return { state: 'designed', reason: `${share}${list(waiting.map(nameOf))} ${stand}${aside}.` };
  }
  if (active.length > 0) {
    const verb = active.length === 1 ? 'maps' : 'map';
    return {
      state: 'designed',
      reason: `No key control: only ${list(active.map(nameOf))} ${verb} to it${aside}.`,
    };
  }
  const documents = records.filter(record => record.as === 'document' && record.aside === undefined);
  const mentions = records.filter(record => record.as === 'mention' && record.aside === undefined);
  const control = aside === '' ? 'no control maps to it' : `no active control maps to it${aside}`;
  if (documents.length > 0) {
    return { state: 'documented', reason: `Addressed by ${list(documents.map(titled))}; ${control}.` };
  }
  if (mentions.length > 0) {
    return { state: 'documented', reason: `Only mentioned, in ${list(mentions.map(titled))}; ${control}.` };
  }
  return { state: 'missing', reason: missingReason(records, aside) };
}

function missingReason(records: readonly CoveringRecord[], aside: string): string {
  if (aside !== '') return `No active control maps to it${aside}, and no document addresses it.`;
  const [first] = records;
  if (first?.aside === undefined) return 'No control maps to it and no document addresses it.';
  const what = {
    planned: 'planned',
    retired: 'in force no more',
    draft: 'a draft',
    template: 'a template',
    stub: 'a stub',
  };
  if (records.length === 1) return `Only ${titled(first)} cites it, which is ${what[first.aside]}.`;
  const names = records.map(record =>
    record.aside ? `${titled(record)} (${what[record.aside]})` : titled(record),
  );
  return `Only ${list(names)} cite it, and none of them counts.`;
}

/** What the controls set aside add to a sentence: "(1 planned, 2 retired)". */
function asideWords(controls: readonly CoveringRecord[]): string {
  const counts = new Map<string, number>();
  for (const { aside } of controls) if (aside) counts.set(aside, (counts.get(aside) ?? 0) + 1);
  return counts.size === 0 ? '' : ` (${[...counts].map(([word, count]) => `${count} ${word}`).join(', ')})`;
}

function titled({ entry }: CoveringRecord): string {
  return entry.shape.title ?? nameOf(entry);
}

function list(names: readonly string[]): string {
  const [first = '', second = '', third = ''] = names;
  if (names.length <= 1) return first;
  if (names.length === 2) return `${first} and ${second}`;
  return names.length === 3
    ? `${first}, ${second} and ${third}`
    : `${first}, ${second} and ${names.length - 2} others`;
}

function rankOf({ as, aside }: CoveringRecord): number {
  return ['control', 'document', 'mention'].indexOf(as) + (aside ? 3 : 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
