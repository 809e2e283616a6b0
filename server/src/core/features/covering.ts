import type { CitationShape } from '../model/shape.ts';
import { asideWords } from '../pages/coverageWords.ts';
import { documentsThatCite } from '../pages/inProgram.ts';
import { type Block, firstItems, type Inlines, type List, paragraph } from '../pages/page.ts';
import { counted, kindWords, titled } from '../pages/words.ts';
import type { CoveringRecord } from '../program/covering.ts';
import { listed } from '../program/listed.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import { inOrder } from '../rules/rule.ts';

/** How many records are listed; the page has them all. */
const mostRecords = 5;

/**
 * What a program has for a criterion in the scope of its report: what controls lack evidence, and the records that cite it, those
 * on which its state rests first. For any other criterion, the documents that cite it.
 * @param key that of the criterion
 */
export function coveringBlocks(key: string, program: Program): Block[] {
  const { report } = program;
  if (!report.criteria.has(key)) return documentsThatCite(key, program, mostRecords);
  const covering = program.coverage.covering(report, key);
  const all = new Map<RecordEntry, Inlines>();
  for (const one of covering) if (!all.has(one.entry)) all.set(one.entry, itemOf(one));
  for (const entry of inOrder(program.citing(key))) if (!all.has(entry)) all.set(entry, nameIn(entry));
  return [...lacking(covering, program), ...citing([...all.values()])];
}

/** The controls in place that no evidence names, and no folder of it; nobody knows them until everything has been read. */
function lacking(covering: readonly CoveringRecord[], program: Program): Block[] {
  if (!program.complete) return [];
  const inPlace = covering.filter(({ bearing }) => bearing === 'control inPlace').map(({ entry }) => entry);
  const without = inPlace.filter(entry => !program.evidence.has(entry)).map(nameOf);
  if (without.length === 0) return [];
  return [paragraph(`No evidence names ${listed(without)}.`)];
}

function citing(items: readonly Inlines[]): Block[] {
  if (items.length === 0) return [];
  const list: List = { kind: 'list', items };
  const more = items.length - mostRecords;
  const short = more > 0 ? firstItems(list, mostRecords, [`and ${counted(more, 'other')}`]) : list;
  return [{ kind: 'heading', text: 'Documents that cite it' }, short];
}

function itemOf({ entry, citation, aside }: CoveringRecord): Inlines {
  return aside ? [...nameIn(entry, citation), `, ${asideWords(aside)}`] : nameIn(entry, citation);
}

function nameIn({ path, index, shape }: RecordEntry, citation?: CitationShape): Inlines {
  const name = nameOf({ path, shape });
  return [
    { text: titled(name, shape.title ?? ''), target: { path, record: index, at: citation?.at ?? shape.at } },
    ` · ${kindWords(shape.kind)}`,
  ];
}
