import { layoutNamed } from '../formats/layouts/layouts.ts';
import type { Stated } from '../model/shape.ts';
import type { Outlook } from './outlook.ts';
import { cites, dateIn, isControl, isDocumenting, type RecordEntry } from './record.ts';
import { subserviceMethod } from './subserviceMethod.ts';

/** Why a record does not count. `denied`: it only says that it does not address the criterion; `overview`: it lists them all. */
export type Aside =
  | 'planned'
  | 'retired'
  | 'draft'
  | 'template'
  | 'stub'
  | 'elsewhere'
  | 'denied'
  | 'overview';

/** Every reason, in the order in which sentences tell them. */
export const asides: readonly Aside[] = [
  ...(['planned', 'retired', 'draft', 'template', 'stub', 'elsewhere'] as const),
  ...(['denied', 'overview'] as const),
];

/**
 * What a record is to a criterion that it cites. A control maps to it: as a key control that is in place or is not yet
 * (`waiting`), as one that is not key, or set aside. A document addresses it; a mention only names it in a value, its prose
 * or a table. At a vendor that is carved out, a control is assumed (CSOC).
 */
export type Bearing =
  | `control ${'inPlace' | 'waiting' | 'notKey' | Aside}`
  | `${'document' | 'mention'} ${'counts' | Aside}`
  | 'vendor carvedOut';

/** What a control is to a criterion unless it is set aside. */
export const activeControl: readonly Bearing[] = ['control inPlace', 'control waiting', 'control notKey'];

/** How many records bear on a criterion, and as what. */
export type Tally = ReadonlyMap<Bearing, number>;

/** What a record is to a criterion, as a report looks at it; undefined where it does not bear on it. */
export function bearingOf(criterion: string, entry: RecordEntry, outlook: Outlook): Bearing | undefined {
  const { shape } = entry;
  if (shape.kind === 'vendor') return vendorBearing(criterion, entry);
  if (!isDocumenting(shape)) return undefined;
  const cited = shape.satisfies.some(citation => cites(entry, citation, criterion));
  if (cited && isControl(shape)) return controlBearing(entry, outlook);
  return cited ? `document ${shape.standing}` : mentionBearing(criterion, entry);
}

function vendorBearing(criterion: string, entry: RecordEntry): Bearing | undefined {
  const { csocs = [], standing } = entry.shape;
  if (standing !== 'counts' || subserviceMethod(entry.shape) !== 'carve-out') return undefined;
  const isAssumed = csocs.some(one => one.isDenied !== true && cites(entry, one, criterion));
  return isAssumed ? 'vendor carvedOut' : undefined;
}

function mentionBearing(criterion: string, entry: RecordEntry): Bearing | undefined {
  const { mentions, standing } = entry.shape;
  let isDenied = false;
  let isListed = false;
  for (const mention of mentions) {
    if (!cites(entry, mention, criterion)) continue;
    if (standing !== 'counts') return `mention ${standing}`;
    if (mention.isDenied) isDenied = true;
    // An overview that links a document beside the criterion says which one addresses it, if it is there.
    else if (entry.isOverview && !mention.linkedTo?.some(path => entry.reached?.has(path))) isListed = true;
    else return 'mention counts';
  }
  if (isListed) return 'mention overview';
  return isDenied ? 'mention denied' : undefined;
}

function controlBearing(entry: RecordEntry, { day, otherSystems }: Outlook): Bearing {
  const { standing, values, systems } = entry.shape;
  const isOther = ({ text }: Stated) => otherSystems.includes(text.toLowerCase());
  if (systems.length > 0 && systems.every(isOther)) return 'control elsewhere';
  const retiredOn = dateIn(values, 'retiredOn');
  if (retiredOn !== undefined && retiredOn <= day) return 'control retired';
  // One whose last day is known is in force until then.
  if (standing !== 'counts' && !isRetiring(entry, day)) return `control ${standing}`;
  if (values['status']?.text.toLowerCase() === 'planned') return 'control planned';
  if (/^(?:false|no|off)$/i.test(values['key']?.text ?? '')) return 'control notKey';
  return notInPlace(entry, day) === undefined ? 'control inPlace' : 'control waiting';
}

/** Whether a control is retired from a day on that is still to come. */
function isRetiring({ shape: { standing, values } }: RecordEntry, day: string): boolean {
  const retiredOn = dateIn(values, 'retiredOn');
  return standing === 'retired' && retiredOn !== undefined && retiredOn > day;
}

/** What keeps an active control from being in place. */
export interface NotInPlace {
  /** The end of a sentence about the control. */
  readonly why: string;
  /** The key that says so, or that would say that it is in place. */
  readonly key: 'status' | 'implementedOn' | 'effective';
}

/**
 * What keeps an active control from being in place on a day; undefined where it is. A control is `implemented`, a procedure that
 * counts as one `approved`. One that is to be retired later has been one of them.
 */
export function notInPlace(entry: RecordEntry, day: string): NotInPlace | undefined {
  const { kind, values, row } = entry.shape;
  const [wanted, from] =
    kind === 'procedure' ? (['approved', 'effective'] as const) : (['implemented', 'implementedOn'] as const);
  const since = dateIn(values, from);
  const status = values['status']?.text;
  const word = status?.toLowerCase();
  if (word === 'designed') return { why: 'is designed, not yet in place', key: 'status' };
  if (word !== undefined && word !== wanted && !isRetiring(entry, day))
    return { why: `has the status "${status}", not "${wanted}"`, key: 'status' };
  // Where there is no status, what is held is in force. Elsewhere a date without a status says as much. A table can have a status.
  if (word === undefined && since === undefined && (row !== undefined || layoutNamed(entry.format).hasStatus))
    return { why: `does not say that it is ${wanted}`, key: 'status' };
  return since !== undefined && since > day
    ? { why: `is in place only from ${since} on`, key: from }
    : undefined;
}

/** Why a record of this bearing does not count, if it does not. */
export function asideOf(bearing: Bearing): Aside | undefined {
  return asides.find(aside => bearing.endsWith(aside));
}
