import type { DocumentFacts } from '../formats/facts.ts';
import type { ValueKey } from '../model/keyNames.ts';
import type { RecordKind } from '../model/kinds.ts';
import type { RecordShape } from '../model/shape.ts';
import { type Block, type Inlines, paragraph } from '../pages/page.ts';
import { stateOf } from '../pages/recordPage.ts';
import { windowsInShort } from '../pages/windowsOfControl.ts';
import { counted, kindWords } from '../pages/words.ts';
import { type LastEvidence, lastEvidenceOf } from '../program/lastEvidence.ts';
import { peopleNamed } from '../program/people.ts';
import type { Program } from '../program/program.ts';
import { citedKeys, isControl, nameOf, namesOf, type RecordEntry } from '../program/record.ts';
import { inOrder } from '../rules/rule.ts';
import { brief } from '../text/brief.ts';
import { resolved } from '../yaml/lookup.ts';
import { recordKeyAt } from './at/keyAt.ts';
import { distance } from './distance.ts';

/** The values that are told of a record of a kind, in this order. */
const toldOf: Readonly<Partial<Record<RecordKind, readonly ValueKey[]>>> = {
  control: ['status', 'owner', 'frequency', 'nature', 'execution'],
  policy: ['status', 'owner', 'approvedOn', 'reviewed', 'reviewEvery'],
  procedure: ['status', 'owner', 'frequency', 'approvedOn', 'reviewed', 'reviewEvery'],
  evidence: ['status', 'owner', 'window', 'performed', 'collected'],
  test: ['status', 'by', 'method', 'on', 'result'],
  deviation: ['status', 'owner', 'window', 'remediated'],
  waiver: ['status', 'owner', 'approvedBy', 'expires'],
  risk: ['status', 'owner', 'treatment', 'reviewed'],
  vendor: ['status', 'owner', 'subservice', 'report.period.end', 'reviewed'],
  task: ['status', 'owner', 'due', 'closedOn'],
  request: ['status', 'owner', 'received', 'due'],
};
const toldOfOthers: readonly ValueKey[] = ['status', 'owner', 'reviewed'];

/** The keys under which a record says in words what it is about. */
const saying: ReadonlySet<string> = new Set(['statement', 'text', 'question', 'gap', 'cause', 'reason']);

/** How much of these words is told, in UTF-16 units. */
const longestStatement = 300;
/** How many ids are listed under one key. */
const mostIds = 5;

/** What is told of a record where its id stands; what it states in words is added by `withStatement`. */
export function recordBlocks(entry: RecordEntry, program: Program): Block[] {
  const { path, index, shape } = entry;
  const values = valuesOf(shape, program);
  const state = isControl(shape) ? stateOf(entry, program) : undefined;
  const title = shape.title && shape.title !== nameOf(entry) ? ` ${shape.title}` : '';
  return [
    paragraph({ text: nameOf(entry), style: 'strong' }, `${title} · ${kindWords(shape.kind)}`),
    ...(values.length > 0 ? [paragraph(values.join(' · '))] : []),
    ...(state === undefined ? [] : [paragraph({ text: state, style: 'emphasis' })]),
    ...citedBlocks(entry),
    ...referenceBlocks(shape, program),
    ...carriedOutBlocks(entry, program),
    ...(isControl(shape) ? [...windowsInShort(entry, program), ...evidenceBlocks(entry, program)] : []),
    paragraph({ text: path, style: 'code', target: { path, record: index, at: shape.at } }),
  ];
}

/** The blocks of a record with what its document says of it in words, behind the title. */
export function withStatement(blocks: readonly Block[], statement: string | undefined): Block[] {
  const [title, ...others] = blocks;
  return title && statement !== undefined ? [title, paragraph(statement), ...others] : [...blocks];
}

/** What a record of a document says in words that it is about, a long text by its beginning; undefined where it says nothing. */
export function statementIn({ records }: DocumentFacts, record: number): string | undefined {
  const { kind, mapping } = records[record] ?? {};
  for (const { key, value } of mapping?.entries ?? []) {
    const said = resolved(value);
    const name = kind && recordKeyAt(kind, [key.value.trim()])?.name;
    if (name === undefined || !saying.has(name) || said?.type !== 'scalar') continue;
    const words = said.value.trim().replace(/\s+/g, ' ');
    if (words !== '') return brief(words, longestStatement);
  }
  return undefined;
}

function valuesOf(shape: RecordShape, program: Program): readonly string[] {
  const lists: Readonly<Partial<Record<string, RecordShape['systems']>>> = shape.lists ?? {};
  return (toldOf[shape.kind] ?? toldOfOthers).flatMap(key => {
    const one = shape.values[key];
    const all = lists[key] ?? (one ? [one] : []);
    const texts = all.map(({ text }) => (key === 'owner' ? personWords(text, program) : text));
    return texts.length > 0 ? [`${key}: ${texts.join(', ')}`] : [];
  });
}

/** Somebody as a record names them, and by their name where the manifest knows that. */
function personWords(text: string, { manifest }: Program): string {
  const [person, ...others] = peopleNamed(manifest?.shape.people ?? [], text);
  const isKnown = person?.name !== undefined && others.length === 0 && person.name !== text;
  return isKnown ? `${text} (${person.name})` : text;
}

function citedBlocks(entry: RecordEntry): Block[] {
  const cites = new Map(entry.shape.satisfies.map(one => [one.id, citedKeys(entry, one)[0]]));
  return cites.size > 0 ? [paragraph('Satisfies ', ...[...cites].flatMap(linkInList))] : [];
}

/** An id, which leads to its page where it belongs to a catalog that is known. */
function linkInList([id, page]: readonly [string, string | undefined], i: number): Inlines {
  return [...(i === 0 ? [] : [', ']), page === undefined ? id : { text: id, target: { page } }];
}

/** What a record names, a line for each key. */
function referenceBlocks({ references }: RecordShape, program: Program): Block[] {
  const byKey = new Map<string, Set<string>>();
  for (const { key, id } of references) {
    const ids = byKey.get(key);
    if (ids) ids.add(id);
    else byKey.set(key, new Set([id]));
  }
  return [...byKey].map(([key, ids]) => {
    const named = [...ids].map(id => {
      const [entry, ...others] = program.defining(id);
      return entry && others.length === 0 ? linkTo(entry, id) : id;
    });
    return paragraph(`${key}: `, ...someOf(named));
  });
}

function someOf(names: readonly Inlines[number][]): Inlines {
  const more = names.length - mostIds;
  const listed = [...names.slice(0, mostIds), ...(more > 0 ? [`and ${counted(more, 'other')}`] : [])];
  return listed.flatMap((name, i) => (i === 0 ? [name] : [', ', name]));
}

/** Words that lead to a record. */
function linkTo({ path, index, shape }: RecordEntry, text: string): Inlines[number] {
  return { text, target: { path, record: index, at: shape.at } };
}

/** The controls that name a policy. */
function carriedOutBlocks({ shape }: RecordEntry, program: Program): Block[] {
  if (shape.kind !== 'policy') return [];
  const naming = namesOf(shape).flatMap(name => [...program.referring(name)]);
  const controls = inOrder(new Set(naming.filter(other => isControl(other.shape))));
  const links = controls.map(control => linkTo(control, nameOf(control)));
  return links.length > 0 ? [paragraph('Carried out by ', ...someOf(links))] : [];
}

/** The last evidence of a control. That there is none is told only once everything has been read. */
function evidenceBlocks(entry: RecordEntry, program: Program): Block[] {
  const last = lastEvidenceOf(entry, program);
  if (last) return [paragraph('Last evidence: ', ...evidenceWords(last, program))];
  return program.complete && !program.evidence.has(entry) ? [paragraph('No evidence names it.')] : [];
}

function evidenceWords({ entry, date }: LastEvidence, { today }: Program): Inlines {
  const when = date === undefined ? 'without a date' : `${date}, ${distance(today, date)}`;
  return [linkTo(entry, nameOf(entry)), ` (${when})`];
}
