import type { Catalog } from '../../catalog/catalog.ts';
import type { KnownFacts } from '../../formats/begun.ts';
import { addExclusion } from '../../formats/manifestEdits.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { nameOf, type RecordEntry } from '../../program/record.ts';
import { isDraft, isSpokenOf, type Speaking, speakingOf } from '../../program/speaking.ts';
import { lineEndOf } from '../../text/source.ts';
import { criteriaIn } from '../questions/gapsTogether.ts';
import { isCommon } from '../questions/isCommon.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { proposedId } from './newId.ts';
import { newRecord } from './newRecord.ts';
import { planForCriteria } from './planFix.ts';
import { policiesCarriedOut } from './policiesCarriedOut.ts';

/** For so many criteria of a finding each has fixes of its own. */
const mostEach = 3;
/** So many documents are offered. */
const mostDocuments = 3;

/**
 * The fixes of criteria that no control maps to which write a control: what is nearly always wanted. Of many criteria a person
 * first chooses one.
 */
export function controlFixes(target: FixTarget): readonly Fix[] {
  const keys = criteriaOf(target);
  return [...choiceOf(keys), ...keys.slice(0, mostEach).flatMap(key => controlFor(key, target))];
}

function criteriaOf({ all, program }: FixTarget): readonly string[] {
  return [...new Set(all.flatMap(args => criteriaIn(args, program)))];
}

/** Only a client that asks for the answers can offer it: it writes nothing by itself. */
function choiceOf(keys: readonly string[]): readonly Fix[] {
  if (keys.length <= mostEach) return [];
  const title = `Write a control for one of ${keys.length} criteria…`;
  return [{ title, edits: [], begins: { kind: 'control', among: keys.join('\n') }, preferred: false }];
}

/** A planned control for a criterion: what is done, and that it is, is for its owner to say. */
function controlFor(key: string, { program, manifest }: FixTarget): readonly Fix[] {
  const { catalog, thing } = program.catalogs.criterion(key) ?? {};
  if (!manifest || !catalog || !thing) return [];
  const { members = [] } = program.catalogs.groupOf(key) ?? {};
  const near = members.flatMap(member => [...program.citing(member)]);
  const controls = near.filter(({ shape }) => shape.kind === 'control');
  const id = proposedId(program, 'control', thing.title, controls);
  const known = { ...citing(catalog, thing.id), policies: policiesCarriedOut(program, key) };
  const record = { kind: 'control', id, title: thing.title, ...known } as const;
  const made = newRecord(program, record, lineEndOf(manifest.facts.text));
  if (!made) return [];
  const begins = { kind: 'control', criterion: key } as const;
  return [
    {
      title: `Write a control for ${thing.id}…`,
      edits: [],
      creates: [made],
      begins,
      preferred: false,
    },
  ];
}

/** Whether the texts of documents could tell of more that speak of these criteria than their titles and headings do. */
export function asksTexts(target: FixTarget): boolean {
  const { program } = target;
  const keys = criteriaOf(target);
  const ids = keys.filter(key => program.catalog.criterion(key));
  if (ids.length === 0) return false;
  if (keys.length > mostEach) return !isSpokenOf(ids, program);
  return speakingOf(ids, program, mostDocuments).length < mostDocuments;
}

/**
 * The fixes of criteria that nothing cites by which documents that speak of them do: the best ones. Of many criteria a person
 * chooses which document addresses which.
 */
export function documentFixes(target: FixTarget): readonly Fix[] {
  const { program } = target;
  const keys = criteriaOf(target);
  const ids = keys.filter(key => program.catalog.criterion(key));
  if (keys.length > mostEach) {
    if (!isSpokenOf(ids, program, target.texts)) return [];
    const title = `Add some of ${keys.length} criteria to documents that speak of them…`;
    return [{ title, edits: [], proposes: ids, preferred: false }];
  }
  const best = speakingOf(ids, program, mostDocuments, target.texts);
  return best.map(({ entry, id }) => ({
    title: `Add ${id} to ${calledAmong(entry, best)}`,
    edits: [],
    cites: { path: entry.path, record: entry.index, ids: [id] },
    preferred: false,
    // A draft counts once somebody has approved it.
    ...(isDraft(entry) ? { asks: true } : {}),
  }));
}

/** What a document is called, with its path where another one is called so too. */
function calledAmong(entry: RecordEntry, others: readonly Speaking[]): string {
  const called = (one: RecordEntry) => one.shape.title ?? nameOf(one);
  const same = others.filter(other => called(other.entry) === called(entry));
  return same.every(other => other.entry === entry) ? called(entry) : `${called(entry)} (${entry.path})`;
}

/** The fix that plans a control for a criterion, or for one of several. */
export function planFixes(target: FixTarget): readonly Fix[] {
  return planForCriteria(criteriaOf(target), target);
}

/** What a new record says that serves a criterion. */
export function citing(catalog: Catalog, id: string): Pick<KnownFacts, 'catalog' | 'criteria'> {
  return { catalog: catalog.name, criteria: [id] };
}

/**
 * The fixes that exclude criteria, each with a reason that is left to be typed. Auditors rarely accept the exclusion of a
 * common criterion, and where many are missing nobody has looked at each yet.
 */
export function exclusionFixes(target: FixTarget): readonly Fix[] {
  const { program, manifest } = target;
  const keys = criteriaOf(target);
  if (!manifest || keys.length > mostEach) return [];
  return keys.flatMap(key => {
    const id = program.catalogs.criterion(key)?.thing.id;
    if (id === undefined || isCommon(program, key)) return [];
    const exclusion = addExclusion(manifest.facts, writtenLike('', id));
    if (!exclusion) return [];
    const edits = [{ path: manifest.path, ...exclusion }];
    return [{ title: `Exclude ${id}, with a reason`, edits, preferred: false }];
  });
}
