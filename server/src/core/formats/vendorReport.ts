import type { PlaceBuilder, Stated, VendorReport } from '../model/shape.ts';
import { readDate } from '../text/calendar.ts';
import { entriesOf, entry, isMerge, resolved } from '../yaml/lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode } from '../yaml/node.ts';
import { noId } from './satisfies.ts';
import { statedIn, textIn } from './stated.ts';

const letter = /bridge|gap[-_ ]?letter/i;
const starts = /^(?:start|starts|from|since|begin|start[-_ ]?date)$/i;
const ends = /^(?:end|ends|to|until|till|through|end[-_ ]?date)$/i;
/** `reviewed`, and other tools' names for it. */
const assessed = /review|assess|evaluat|\bread/i;
/** What says that a report is still to come. */
const expectedKey = /^(?:due|expected|requested|ordered)/i;
const expectedWord =
  /request|expect|pending|order|await|outstanding|planned|not (?:yet )?(?:received|issued)/i;
/** Words that say that there is none. */
const none = /^(?:false|no)$/i;

/**
 * What a vendor's record says of the vendor's report and its bridge letter beside the values of the keys that we know: under
 * other names, or in another form.
 */
export function vendorReportIn(vendor: YamlMapping, places: PlaceBuilder): VendorReport {
  const present = entry(vendor, 'report');
  const report = resolved(present?.value);
  const own = report?.type === 'mapping' ? entriesOf(report) : [];
  const letters = [...entriesOf(vendor), ...own].filter(isLetter);
  const days = letters.flatMap(({ value }) => lettersDays(value, places) ?? []);
  const isWhole = present?.value?.type === 'mapping' && ![vendor, present.value].some(hasMerge);
  return {
    ...(isWhole && !own.some(isExpected) ? { onFile: places.add(present.key.start, present.key.end) } : {}),
    isAssessed: own.some(isAssessment),
    bridge: days[0] ?? (letters.length > 0 ? 'unread' : 'none'),
  };
}

/** Whether an entry says something of a bridge letter: a mapping without more than a first day waits for the last one. */
function isLetter({ key, value }: YamlEntry): boolean {
  const said = resolved(value);
  if (!letter.test(key.value) || !said) return false;
  if (said.type === 'sequence') return said.items.length > 0;
  if (said.type !== 'mapping') return saysSomething(said);
  return entriesOf(said).some(one => !starts.test(one.key.value) && saysSomething(one.value));
}

function saysSomething(node: YamlNode | undefined): boolean {
  const said = resolved(node);
  if (said?.type !== 'scalar') return said !== undefined;
  const text = textIn(said);
  return text !== undefined && !noId.test(text) && !none.test(text);
}

/** The days of a bridge letter; undefined where its last one cannot be read. */
function lettersDays(node: YamlNode | undefined, places: PlaceBuilder) {
  const said = resolved(node);
  const end = dayUnder(said, ends, places);
  return end && { end, start: dayUnder(said, starts, places) };
}

function dayUnder(node: YamlNode | undefined, names: RegExp, places: PlaceBuilder): Stated | undefined {
  if (node?.type !== 'mapping') return undefined;
  const day = entriesOf(node).find(
    ({ key, value }) => names.test(key.value) && readDate(textIn(value) ?? '') !== undefined,
  );
  return statedIn(day?.value, places);
}

/** What stands under `reviewed` itself is known, unless it is of another form. */
function isAssessment({ key, value }: YamlEntry): boolean {
  if (value === undefined || !assessed.test(key.value)) return false;
  return key.value !== 'reviewed' || resolved(value)?.type !== 'scalar';
}

function isExpected({ key, value }: YamlEntry): boolean {
  const text = textIn(value);
  if (text === undefined) return false;
  return expectedKey.test(key.value) || (/^(?:status|state)$/i.test(key.value) && expectedWord.test(text));
}

function hasMerge({ entries }: YamlMapping): boolean {
  return entries.some(isMerge);
}
