import { recordAt } from '../formats/recordAt.ts';
import { readFrequency } from '../model/frequency.ts';
import type { Key } from '../model/key.ts';
import { kindNamed, type RecordKind } from '../model/kinds.ts';
import { type ManifestKey, manifestKeyAt } from '../model/manifestKeys.ts';
import { meaningOf, meaningOfSeverity } from '../model/meanings.ts';
import { isFolderPath } from '../model/sourceFile.ts';
import { type Block, type Inlines, paragraph, prose } from '../pages/page.ts';
import { pageOf, subjectOf } from '../pages/subject.ts';
import { peopleNamed } from '../program/people.ts';
import type { Program } from '../program/program.ts';
import type { Report } from '../program/report.ts';
import { setsRule } from '../rules/running/keysOfRules.ts';
import { keysWithRules } from '../rules/running/ruleKeys.ts';
import { readDate, weekdayOf } from '../text/calendar.ts';
import { intervalLater } from '../text/interval.ts';
import type { TextRange } from '../text/range.ts';
import { daysNamed, isOfFiscalYear } from '../time/labels.ts';
import { daysInWords } from '../time/states.ts';
import { recordKeyAt } from './at/keyAt.ts';
import { scalarAt } from './at/scalarAt.ts';
import { distance } from './distance.ts';
import type { Editing } from './editing.ts';

/** A value under the cursor, and the key that it is the value of. */
interface Value {
  /** As it is written, without blanks around it. */
  readonly text: string;
  readonly key: Key | ManifestKey;
  readonly path: readonly string[];
  /** Undefined in the manifest. */
  readonly kind: RecordKind | undefined;
}

/** What there is to tell about a value: what a word means, that a person is not known, which days a window has, how far a date is. */
export function valueHover(
  editing: Editing,
  offset: number,
): { readonly blocks: readonly Block[]; readonly range: TextRange } | undefined {
  const { facts } = editing;
  const record = facts.records[recordAt(facts, offset)];
  const isManifest = facts.role.manifest;
  const found = scalarAt(isManifest ? facts.yaml[0]?.root : record?.mapping, offset);
  if (!found || found.isKey) return undefined;
  const { path, scalar } = found;
  const kind = isManifest ? undefined : record?.kind;
  const key = isManifest ? manifestKeyAt(path, keysWithRules) : kind && recordKeyAt(kind, path);
  const text = scalar.value.trim();
  if (!key || text === '') return undefined;
  const said = toldOf(editing, { text, key, path, kind }, offset);
  if (!said) return undefined;
  const title = paragraph({ text, style: 'strong' }, ' · ', ...said);
  return { blocks: [title], range: { start: scalar.start, end: scalar.end } };
}

function toldOf(editing: Editing, value: Value, offset: number): Inlines | undefined {
  const { program } = editing;
  const { text, key, path, kind } = value;
  if (key.type === 'date') return ofDate(program, text, path);
  if (key.type === 'window') return ofWindow(program, text);
  if (key.type === 'person' || key.refersTo === 'person') return ofPerson(program, text);
  if (key.refersTo === 'category') return ofCategory(program, text) ?? ofWord(value);
  if (key.type === 'interval') return ofInterval(editing, text, offset) ?? ofWord(value);
  if (key.type === 'file') return ofFile(editing, text, offset);
  if (key.type === 'boolean') return prose(key.description);
  if (key.name === 'frequency') {
    const { meant } = readFrequency(text);
    return ofWord(meant === undefined || meant === 'other' ? value : { ...value, text: meant });
  }
  const word = key.name === 'kind' && kind ? (kindNamed(text) ?? text) : text;
  return ofWord({ ...value, text: word });
}

function ofWord({ text, key, path, kind }: Value): Inlines | undefined {
  const isOfRule = kind === undefined && setsRule(path, key);
  const meaning = isOfRule ? meaningOfSeverity(text) : meaningOf(key.name, text, kind);
  if (meaning !== undefined) return prose(meaning);
  return 'pattern' in key &&
    key.pattern !== undefined &&
    text.length < 200 &&
    new RegExp(key.pattern).test(text)
    ? prose(key.description)
    : undefined;
}

/** Those whom the manifest names are told of like everywhere (`blocksOfNamed`). */
function ofPerson({ manifest }: Program, text: string): Inlines | undefined {
  const people = manifest?.shape.people ?? [];
  return people.length === 0 || peopleNamed(people, text).length > 0
    ? undefined
    : ['The manifest does not name this person or role under ', code('people'), '.'];
}

function ofCategory({ catalogs }: Program, text: string): Inlines | undefined {
  const subject = subjectOf(text, catalogs);
  const [first] = subject?.kind === 'category' ? pageOf(subject).blocks : [];
  return first?.kind === 'paragraph' ? first.text : undefined;
}

function ofWindow({ evidence }: Program, text: string): Inlines | undefined {
  const window = daysNamed(text, evidence.fiscalYearBegins);
  if (window) return [`${daysInWords(window)}.`];
  return isOfFiscalYear(text) ? ['A part of a fiscal year.'] : undefined;
}

function ofDate({ today, report }: Program, text: string, path: readonly string[]): Inlines | undefined {
  const date = readDate(text);
  if (date === undefined) return undefined;
  const isOfReport = path[0] === 'report' || path[0] === 'reports';
  const where = isOfReport ? '' : inPeriod(date, report);
  return [`${weekdayOf(date)}, ${distance(today, date)}.${where}`];
}

function inPeriod(date: string, { period, assumed, id }: Report): string {
  if (!period || assumed) return '';
  const { start, end } = period;
  const where = date < start ? 'Before' : date > end ? 'After' : 'In';
  return ` ${where} the period of ${id} (${start} to ${end}).`;
}

/** When the next review is due, where the last one is stated. */
function ofInterval({ facts, program }: Editing, text: string, offset: number): Inlines | undefined {
  const { values } = facts.summary.shape.records[recordAt(facts, offset)] ?? {};
  const last = readDate(values?.reviewed?.text ?? '');
  const next = last === undefined ? undefined : intervalLater(last, text);
  return next === undefined
    ? undefined
    : [`The next review is due on ${next}, ${distance(program.today, next)}.`];
}

/** Whether the file or folder is there that evidence names. */
function ofFile({ path, facts, program }: Editing, text: string, offset: number): Inlines | undefined {
  const entry = program.records(path)[recordAt(facts, offset)];
  const state = entry && program.sources.stateOf(entry);
  const thing = isFolderPath(text) ? 'folder' : 'file';
  switch (state) {
    case 'there':
      return [`The ${thing} is there.`];
    case 'differs':
      return ['The file is there, and its content has another hash than ', code('sha256'), ' says.'];
    case 'missing':
      return [`There is no such ${thing}.`];
    default:
      return undefined;
  }
}

function code(text: string): Inlines[number] {
  return { text, style: 'code' };
}
