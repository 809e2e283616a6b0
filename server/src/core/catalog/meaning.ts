// What somebody meant by an id that is no criterion: the inventions, headings and old numbers met in real repositories.
import { editDistance } from '../text/distance.ts';
import { tsc } from './tsc.ts';

/** What an id was probably meant to be. */
export interface Meaning {
  /** Ids that exist, the likeliest first; none where nothing comes near. */
  readonly suggestions: readonly string[];
  /** Invented: copied from somewhere, never an id. Heading: a whole series. Old: of 2014 or 2016, or the privacy principles before. Unknown: anything else. */
  readonly kind: 'invented' | 'heading' | 'old' | 'unknown';
  /** Follows "`id` is not a criterion.", which it does not repeat; for a reader who knows SOC 2 but not this tool. */
  readonly explanation: string;
}

/**
 * Says what an id that is no criterion of the TSC was probably meant to be. The id may be spelled anyhow (case, spaces,
 * hyphens); any text is accepted, and what resembles nothing has no suggestions.
 */
export function whatWasMeant(id: string): Meaning {
  const spelled = plain(id);
  return (
    foreign(id.trim()) ??
    principle(id) ??
    numberAlone(id.trim()) ??
    dashed(id.trim()) ??
    spelling(spelled) ??
    inventions.get(spelled) ??
    mistaken(spelled) ??
    heading(spelled) ??
    old(spelled) ??
    suffixed(spelled) ??
    beyondSeries(spelled) ??
    nearMiss(spelled)
  );
}

/**
 * Whether only the numbering of 2014 and 2016 has this id. One such id makes the valid-looking ids beside it doubtful:
 * CC5 was access then, CC6 operations and CC7 change.
 */
export function isOldNumbering(id: string): boolean {
  return successors.has(plain(id));
}

/** Whether an id names the Generally Accepted Privacy Principles, however it is spelled: `GAPP 4.2.1`. */
export function isPrivacyPrinciple(id: string): boolean {
  return privacyPrinciple.test(id);
}

// Ids that templates and articles spread, though no edition of the criteria has them.
const template = invented(
  ['CC9.1', 'CC9.2'],
  'CC9 has only CC9.1 and CC9.2. Some published templates cite CC9.9 by mistake.',
);
const change = invented(['CC8.1'], 'CC8 has only CC8.1, which covers all of change management.');
const availability = invented(
  ['A1.2', 'A1.3', 'A1.1'],
  'A1 has A1.1 to A1.3, with backup in A1.2 and recovery tests in A1.3.',
);
const inventions: ReadonlyMap<string, Meaning> = new Map([
  ['CC9.9', template],
  ['CC8.2', change],
  ['CC8.3', change],
  ['A1.4', availability],
  ['A1.5', availability],
]);

// The numbers that the 2017 criteria dropped, with where their subjects went.
const successors: ReadonlyMap<string, readonly string[]> = new Map([
  ['CC2.4', ['CC2.2']],
  ['CC2.5', ['CC2.2', 'CC2.3']],
  ['CC2.6', ['CC2.2', 'CC2.3']],
  ['CC5.4', ['CC6.3']],
  ['CC5.5', ['CC6.4']],
  ['CC5.6', ['CC6.6']],
  ['CC5.7', ['CC6.7']],
  ['CC5.8', ['CC6.8']],
  ['PI1.6', ['PI1.3', 'PI1.5']],
  ['C1.3', ['CC6.1', 'CC6.7']],
  ['C1.4', ['CC9.2']],
  ['C1.5', ['CC9.2']],
  ['C1.6', ['CC2.3']],
  ['C1.7', ['C1.1']],
  ['C1.8', ['C1.2']],
]);

const privacyPrinciple = /^\s*GAPP[\s:_-]*(10|[1-9])(?:\.\d{1,2}){0,2}(?![\w.])/i;
/** Where the subject of each of the ten principles is since 2016, a series or a criterion. */
const sincePrinciples = ['CC5.3', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'CC6.1', 'P7', 'P8'];

function plain(id: string): string {
  return id.toUpperCase().replace(/[\s_-]+/g, '');
}

/** Ids in the form of other frameworks: A.8.24, AC-2, 164.308. */
function foreign(id: string): Meaning | undefined {
  const [name] =
    [
      ['ISO 27001', /^A\.\d{1,2}(?:\.\d{1,2}){1,2}$/] as const,
      ['NIST', /^(?:[A-Z]{2}-\d{1,2}(?:\(\d+\))?|[A-Z]{2}\.[A-Z]{2}-\d+)$/] as const,
      ['HIPAA', /^164\.\d{3}/] as const,
    ].find(([, form]) => form.test(id)) ?? [];
  if (name === undefined || /^(?:CC|PI|DC)/.test(id)) return undefined;
  const explanation = `It looks like an id of ${name}. Cite it under that name (\`satisfies: {${name.replace(' ', '')}: [${id}]}\`).`;
  return { suggestions: [], kind: 'unknown', explanation };
}

/** A number without a series: nearly always one of the common criteria. */
function numberAlone(id: string): Meaning | undefined {
  const meant = `CC${id}`;
  if (!/^\d\.\d$/.test(id) || !tsc.criterion(meant)) return undefined;
  const explanation = `A number needs the letters of its series. Did you mean ${meant}?`;
  return { suggestions: [meant], kind: 'unknown', explanation };
}

/** An id of the Generally Accepted Privacy Principles: GAPP 4.2.1. */
function principle(id: string): Meaning | undefined {
  const [, number] = privacyPrinciple.exec(id) ?? [];
  const series = sincePrinciples[Number(number) - 1];
  if (series === undefined) return undefined;
  const suggestions = tsc.criterion(series) ? [series] : idsOf(series);
  const explanation = `The privacy criteria replaced the Generally Accepted Privacy Principles in 2016. The subject of principle ${number} is now in ${listed(suggestions)}.`;
  return { suggestions, kind: 'old', explanation };
}

/** A criterion with a hyphen for its full stop: CC6-1. */
function dashed(id: string): Meaning | undefined {
  const written = id.toUpperCase().replace(/^([A-Z]+\d)-(\d)$/, '$1.$2');
  const isMeant = written.includes('.') && id.includes('-') && tsc.criterion(written) !== undefined;
  return isMeant ? writtenSo(written) : undefined;
}

function spelling(id: string): Meaning | undefined {
  const [, description] = /^DC([1-9])$/.exec(id) ?? [];
  if (description !== undefined) {
    const written = `DC ${description}`;
    const explanation = `${written} is a description criterion. Documents that address it name it under \`describes\`.`;
    return { suggestions: [written], kind: 'unknown', explanation };
  }
  return tsc.criterion(id) ? writtenSo(id) : undefined;
}

function writtenSo(id: string): Meaning {
  return { suggestions: [id], kind: 'unknown', explanation: `The id is written ${id}.` };
}

function invented(suggestions: readonly string[], explanation: string): Meaning {
  return { suggestions, kind: 'invented', explanation };
}

/** Series and numbers that people make up by a slip or by analogy: CCC1.4, PP1.1, P1.2, DC-1.1. */
function mistaken(id: string): Meaning | undefined {
  const meant = id.slice(1);
  if (/^CCC/.test(id) && tsc.criterion(meant)) {
    return invented([meant], `${id} has one C too many. Did you mean ${meant}?`);
  }
  const integrity = id.replace(/^PP1/, 'PI1');
  if (integrity !== id && tsc.criterion(integrity)) {
    return invented([integrity], `Processing integrity is PI1. Did you mean ${integrity}?`);
  }
  const privacy = /^P1\.[2-8]$/.test(id) ? tsc.group(`P${id.slice(3)}`) : undefined;
  if (privacy) {
    return invented(
      idsOf(privacy.id),
      `P1 has only P1.1. The parts of privacy are the series P1 to P8. Did you mean ${privacy.id} (${privacy.title})?`,
    );
  }
  const [, description] = /^DC([1-9])\.\d+$/.exec(id) ?? [];
  if (description !== undefined) {
    return invented(
      [`DC ${description}`],
      `The description criteria are DC 1 to DC 9, without a second number. Name DC ${description} under \`describes\`.`,
    );
  }
  return undefined;
}

function heading(id: string): Meaning | undefined {
  const series = id.replace(/\.0$/, '');
  const suggestions = idsOf(series);
  if (suggestions.length === 0) return undefined;
  const explanation = `${id} is the heading of a series. ${whatSeriesHas(series)}.`;
  return { suggestions, kind: 'heading', explanation };
}

function old(id: string): Meaning | undefined {
  const suggestions = successors.get(id);
  if (!suggestions) return undefined;
  const explanation = `${id} is a number from 2014 or 2016. Since 2017, its subject is in ${suggestions.join(' and ')}.`;
  return { suggestions, kind: 'old', explanation };
}

/** A criterion with something added: a suffix of the repository's own, or a point of focus that does not exist. */
function suffixed(id: string): Meaning | undefined {
  const [, base = '', suffix = ''] = /^([A-Z]+\d+\.\d+)(\D.*)$/.exec(id) ?? [];
  const criterion = tsc.criterion(base);
  if (!criterion) return undefined;
  const explanation = suffix.startsWith('POF')
    ? `${base} has ${criterion.points.length} points of focus, numbered from ${base}-POF1.`
    : `This is ${base} with a suffix of your own. The AICPA does not number points of focus.`;
  return { suggestions: [base], kind: 'unknown', explanation };
}

/** A number that an existing series does not have, such as CC1.6. */
function beyondSeries(id: string): Meaning | undefined {
  const [, series = '', number = ''] = /^([A-Z]+\d+)\.(\d{1,3})$/.exec(id) ?? [];
  const members = idsOf(series);
  if (members.length === 0) return undefined;
  const suggestions = nearest(members, member =>
    Math.abs(Number(member.slice(series.length + 1)) - Number(number)),
  );
  return { suggestions, kind: 'unknown', explanation: `${whatSeriesHas(series)}.` };
}

/** An id of no series: what differs from it by one character, if anything does. */
function nearMiss(id: string): Meaning {
  const close = tsc.criteria
    .map(criterion => criterion.id)
    .filter(known => Math.abs(known.length - id.length) <= 1 && editDistance(id, known) === 1);
  // A mistyped character (PL1.1 for PI1.1) is likelier than a missing one (P1.1).
  const suggestions = nearest(close, known => Math.abs(known.length - id.length));
  const [first] = suggestions;
  const explanation =
    first === undefined ? 'No criterion of the TSC resembles this id.' : `The nearest id is ${first}.`;
  return { suggestions, kind: 'unknown', explanation };
}

/** The three ids of the smallest distance, the nearest first; equals keep their order. */
function nearest(ids: readonly string[], distance: (id: string) => number): readonly string[] {
  return ids.toSorted((one, other) => distance(one) - distance(other)).slice(0, 3);
}

function whatSeriesHas(series: string): string {
  const ids = idsOf(series);
  return `${series} has ${ids.length === 1 ? 'only ' : ''}${listed(ids)}`;
}

/** Ids that follow each other: `P6.1 to P6.7`. */
function listed(ids: readonly string[]): string {
  const [first = ''] = ids;
  const joint = ids.length === 2 ? ' and ' : ' to ';
  return ids.length === 1 ? first : `${first}${joint}${ids.at(-1) ?? first}`;
}

function idsOf(series: string): readonly string[] {
  return tsc.members(series).map(({ id }) => id);
}
