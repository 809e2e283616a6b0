import type { RecordKind } from '../model/kinds.ts';
import type { CitationShape, RecordShape } from '../model/shape.ts';
import { isCalendarDate } from '../text/calendar.ts';
import type { Report } from './report.ts';

/**
 * How far along a criterion is (docs/program.md, Coverage). `evidenced` is reached over a period only, once windows are counted.
 */
export type LadderState = 'missing' | 'documented' | 'designed' | 'implemented' | 'evidenced';

export const ladder: readonly LadderState[] = [
  'missing',
  'documented',
  'designed',
  'implemented',
  'evidenced',
];

/** A record of a program and where it is. */
export interface RecordEntry {
  readonly path: string;
  /** Its number among the records of its document. */
  readonly index: number;
  readonly shape: RecordShape;
  /** The format of its document. */
  readonly format: string;
  /** The keys that its citations of other catalogs than the TSC mean; undefined where it has none. */
  readonly elsewhere: ReadonlyMap<CitationShape, readonly string[]> | undefined;
}

/** Why a record does not count. */
export type Aside = 'planned' | 'retired' | 'draft' | 'template' | 'stub' | 'elsewhere';

/**
 * What a record is to a criterion that it cites. A control maps to it: as a key control that is in place or is not yet
 * (`waiting`), as one that is not key, or set aside. A document addresses it; a mention only names it in a value, its prose
 * or a table.
 */
export type Bearing =
  | `control ${'inPlace' | 'waiting' | 'notKey' | Aside}`
  | `${'document' | 'mention'} ${'counts' | Aside}`;

/** How many records bear on a criterion, and as what. */
export type Tally = ReadonlyMap<Bearing, number>;

/** A record that bears on a criterion, and how. */
export interface CoveringRecord {
  readonly entry: RecordEntry;
  readonly citation: CitationShape;
  readonly as: 'control' | 'document' | 'mention';
  /** Why it does not count, if it does not. */
  readonly aside: Aside | undefined;
}

/** What a program has for one criterion of one report. */
export interface CriterionCoverage {
  readonly criterion: string;
  readonly state: LadderState;
  readonly marks: readonly 'excluded'[];
  /** One sentence that says why it stands there. */
  readonly reason: string;
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

/** How a report looks at records. */
export interface Outlook {
  /** The day on which its controls are asked after. */
  readonly day: string;
  /** Systems that it does not cover, in lower case: controls that operate on nothing else are none of its own. */
  readonly otherSystems: readonly string[];
  /** Equal for reports that look at records in the same way. */
  readonly key: string;
}

/** The day is the report's date, else today, but no later than the end of its period. */
export function outlookOf({ type, asOf, period, otherSystems }: Report, today: string): Outlook {
  const day = type !== 2 && asOf !== undefined ? asOf : period && period.end < today ? period.end : today;
  return { day, otherSystems, key: otherSystems.length === 0 ? day : [day, ...otherSystems].join('\n') };
}

/**
 * Where a criterion stands: on the lowest rung among its active key controls; planned and retired ones neither raise nor
 * lower it. Without a control it is documented when any record that counts addresses or mentions it.
 */
export function stateOf(tally: Tally): LadderState {
  if (tally.has('control waiting')) return 'designed';
  if (tally.has('control inPlace')) return 'implemented';
  if (tally.has('control notKey')) return 'designed';
  return tally.has('document counts') || tally.has('mention counts') ? 'documented' : 'missing';
}

/** Whether controls map to a criterion, and none of them is active: all are planned, retired, drafts or templates. */
export function isOnlyPlanned(tally: Tally): boolean {
  const isActive = ['control inPlace', 'control waiting', 'control notKey'] as const;
  return (
    [...tally.keys()].some(bearing => bearing.startsWith('control')) && !isActive.some(one => tally.has(one))
  );
}

/** What a record is to a criterion, as a report looks at it; undefined where it does not bear on it. */
export function bearingOf(criterion: string, entry: RecordEntry, outlook: Outlook): Bearing | undefined {
  const { shape } = entry;
  if (!isDocumenting(shape)) return undefined;
  const cited = shape.satisfies.some(citation => cites(entry, citation, criterion));
  if (cited && isControl(shape)) return controlBearing(entry, outlook);
  if (!cited && !shape.mentions.some(citation => cites(entry, citation, criterion))) return undefined;
  return `${cited ? 'document' : 'mention'} ${shape.standing}`;
}

/** The records that bear on a criterion, as a report looks at them: controls before documents before mentions, what does not count last. */
export function coveringRecords(
  criterion: string,
  citing: Iterable<RecordEntry>,
  outlook: Outlook,
): CoveringRecord[] {
  return [...citing].flatMap(entry => covering(criterion, entry, outlook)).sort(byBearing);
}

/** The first of them; undefined where none bears on it. */
export function firstCovering(
  criterion: string,
  citing: Iterable<RecordEntry>,
  outlook: Outlook,
): CoveringRecord | undefined {
  const ranks = new Map<Bearing, number>();
  const rankOfBearing = (bearing: Bearing) => {
    const rank = ranks.get(bearing) ?? rankOf({ as: kindOfBearing(bearing), aside: asideOf(bearing) });
    ranks.set(bearing, rank);
    return rank;
  };
  let first: { readonly entry: RecordEntry; readonly rank: number } | undefined;
  for (const entry of citing) {
    const bearing = bearingOf(criterion, entry, outlook);
    const rank = bearing === undefined ? Number.POSITIVE_INFINITY : rankOfBearing(bearing);
    if (rank < (first?.rank ?? Number.POSITIVE_INFINITY)) first = { entry, rank };
    else if (first && rank === first.rank && byPlace(entry, first.entry) < 0) first = { entry, rank };
  }
  return first && covering(criterion, first.entry, outlook)[0];
}

function byBearing(a: CoveringRecord, b: CoveringRecord): number {
  return rankOf(a) - rankOf(b) || byPlace(a.entry, b.entry);
}

function byPlace(a: RecordEntry, b: RecordEntry): number {
  return compare(a.path, b.path) || a.index - b.index;
}

function covering(criterion: string, entry: RecordEntry, outlook: Outlook): CoveringRecord[] {
  const bearing = bearingOf(criterion, entry, outlook);
  const citation = [...entry.shape.satisfies, ...entry.shape.mentions].find(one =>
    cites(entry, one, criterion),
  );
  if (bearing === undefined || !citation) return [];
  return [{ entry, citation, as: kindOfBearing(bearing), aside: asideOf(bearing) }];
}

function kindOfBearing(bearing: Bearing): CoveringRecord['as'] {
  if (bearing.startsWith('control')) return 'control';
  return bearing.startsWith('document') ? 'document' : 'mention';
}

export const asides: readonly Aside[] = ['planned', 'retired', 'draft', 'template', 'stub', 'elsewhere'];

/** Why a record of this bearing does not count, if it does not. */
export function asideOf(bearing: Bearing): Aside | undefined {
  return asides.find(aside => bearing.endsWith(aside));
}

/** Whether a citation of a record means the criterion of this key. */
export function cites({ elsewhere }: RecordEntry, citation: CitationShape, criterion: string): boolean {
  const { catalog, form, id } = citation;
  if (catalog === 'TSC') return id === criterion && form !== 'group';
  return elsewhere?.get(citation)?.includes(criterion) === true;
}

function controlBearing(entry: RecordEntry, { day, otherSystems }: Outlook): Bearing {
  const { standing, values, systems } = entry.shape;
  const isOther = (system: string) => otherSystems.includes(system.toLowerCase());
  if (systems.length > 0 && systems.every(isOther)) return 'control elsewhere';
  const retiredOn = dateIn(values, 'retiredOn');
  if (retiredOn !== undefined && retiredOn <= day) return 'control retired';
  if (standing !== 'counts') return `control ${standing}`;
  if (values['status']?.text.toLowerCase() === 'planned') return 'control planned';
  if (/^(?:false|no|off)$/i.test(values['key']?.text ?? '')) return 'control notKey';
  return whyNotInPlace(entry, day) === undefined ? 'control inPlace' : 'control waiting';
}

/** A date as the record states it; what is no calendar date is as good as not stated. */
export function dateIn(values: RecordShape['values'], key: string): string | undefined {
  const date = values[key]?.text.slice(0, 10);
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

/**
 * What keeps an active control from being in place on a day, as the end of a sentence about it; undefined where it is. A
 * control is `implemented`, a procedure that counts as one `approved`.
 */
export function whyNotInPlace(
  { shape: { kind, values }, format }: RecordEntry,
  day: string,
): string | undefined {
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

function rankOf({ as, aside }: Pick<CoveringRecord, 'as' | 'aside'>): number {
  return ['control', 'document', 'mention'].indexOf(as) + (aside ? 3 : 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
