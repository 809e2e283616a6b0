import { type Aside, asideOf, asides, type Bearing, bearingOf, notInPlace, type Tally } from './bearing.ts';
import { listed } from './listed.ts';
import type { Outlook } from './outlook.ts';
import { byPlace, nameOf, type RecordEntry } from './record.ts';

/** How many records a sentence names before it counts the others. */
const mostNamed = 3;

/**
 * One sentence that says why a criterion stands where it does, as a report looks at it. It names the first records by path, whatever the
 * order in which they were read.
 * @param citing the records that cite the criterion
 * @param tally how they count
 */
export function reasonOf(
  criterion: string,
  citing: Iterable<RecordEntry>,
  tally: Tally,
  outlook: Outlook,
): string {
  const count = (bearing: Bearing) => tally.get(bearing) ?? 0;
  const first = (...bearings: readonly Bearing[]) => firstOf(criterion, citing, bearings, outlook);
  const [inPlace, waiting, notKey] = [
    count('control inPlace'),
    count('control waiting'),
    count('control notKey'),
  ];
  const aside = asideWords(tally);

  if (waiting > 0) {
    const entries = first('control waiting');
    const share = inPlace + waiting === 1 ? '' : `${inPlace} of ${inPlace + waiting} controls in place; `;
    const [one] = entries;
    const stand = waiting === 1 && one ? notInPlace(one, outlook.day)?.why : 'are not in place yet';
    return `${share}${listed(entries.map(nameOf), waiting)} ${stand}${aside}.`;
  }
  if (inPlace > 0) {
    const names = first('control inPlace').map(nameOf);
    return `${listed(names, inPlace)} ${inPlace === 1 ? 'is' : 'are'} in place${aside}.`;
  }
  if (notKey > 0) {
    const names = first('control notKey').map(nameOf);
    return `No key control maps to it, only ${listed(names, notKey)}${aside}.`;
  }
  const control = aside === '' ? 'no control maps to it' : `no active control maps to it${aside}`;
  const documents = count('document counts');
  if (documents > 0) {
    return `Addressed by ${listed(first('document counts').map(titleOf), documents)}; ${control}.`;
  }
  const mentions = count('mention counts');
  if (mentions > 0) {
    return `Mentioned in ${listed(first('mention counts').map(titleOf), mentions)}; ${control}.`;
  }
  const overviews = count('mention overview');
  if (overviews > 0) {
    const names = listed(first('mention overview').map(titleOf), overviews);
    return `Only listed in ${overviews === 1 ? 'one overview' : `${overviews} overviews`}, ${names}; ${control}.`;
  }
  if (aside !== '') return `No active control maps to it${aside}, and no document addresses it.`;
  return missingReason(criterion, citing, tally, outlook);
}

const whatItIs: Readonly<Record<Aside, string>> = {
  planned: 'planned',
  retired: 'no longer in force',
  draft: 'a draft',
  template: 'a template',
  stub: 'a stub',
  elsewhere: 'for other systems',
  denied: 'says that it is not addressed',
  overview: 'an overview',
};

/** What documents and mentions set aside are to a criterion. */
const documentsAside = (['document', 'mention'] as const).flatMap(as =>
  asides.map((aside): Bearing => `${as} ${aside}`),
);

/** Of a criterion with documents or mentions at most, none of which counts. */
function missingReason(
  criterion: string,
  citing: Iterable<RecordEntry>,
  tally: Tally,
  outlook: Outlook,
): string {
  const all = documentsAside.reduce((sum, bearing) => sum + (tally.get(bearing) ?? 0), 0);
  if (all === 0) return 'No control maps to it, and no document addresses it.';
  const named = firstOf(criterion, citing, documentsAside, outlook).map(entry => {
    const bearing = bearingOf(criterion, entry, outlook);
    const aside = bearing && asideOf(bearing);
    return { title: titleOf(entry), aside, what: aside ? whatItIs[aside] : '' };
  });
  const [one] = named;
  if (all === 1 && one?.aside === 'denied')
    return `The only document that mentions it, ${one.title}, ${one.what}.`;
  if (all === 1 && one) return `The only document that cites it, ${one.title}, is ${one.what}.`;
  const names = named.map(({ title, what }) => `${title} (${what})`);
  return `Only ${listed(names, all)} cite it, and none of them counts.`;
}

/** The first records of some bearings, by path and place in their document. */
function firstOf(
  criterion: string,
  citing: Iterable<RecordEntry>,
  bearings: readonly Bearing[],
  outlook: Outlook,
): RecordEntry[] {
  const first: RecordEntry[] = [];
  for (const entry of citing) {
    const last = first.length < mostNamed ? undefined : first.at(-1);
    if (last && byPlace(entry, last) >= 0) continue;
    const bearing = bearingOf(criterion, entry, outlook);
    if (bearing === undefined || !bearings.includes(bearing)) continue;
    const at = first.findIndex(other => byPlace(entry, other) < 0);
    first.splice(at < 0 ? first.length : at, 0, entry);
    first.length = Math.min(first.length, mostNamed);
  }
  return first;
}

/** What the controls set aside add to a sentence: " (1 planned, 2 retired)". */
function asideWords(tally: Tally): string {
  // Of most criteria nothing is set aside.
  if (tally.size === 0) return '';
  const counts = asides.flatMap(aside => {
    const count = tally.get(`control ${aside}`);
    return count === undefined ? [] : [`${count} ${aside === 'elsewhere' ? whatItIs.elsewhere : aside}`];
  });
  return counts.length === 0 ? '' : ` (${counts.join(', ')})`;
}

/** One sentence that says that a criterion is excluded, with the reason given. */
export function exclusionReason(why: string | undefined): string {
  if (!why) return 'Excluded, without a reason.';
  return `Excluded: ${/[.!?]$/.test(why) ? why : `${why}.`}`;
}

function titleOf(entry: RecordEntry): string {
  return entry.shape.title ?? nameOf(entry);
}
