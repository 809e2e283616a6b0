import { tsc } from '../catalog/tsc.ts';
import { criteriaLookedFor } from '../catalog/words.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import { inOrder, type Rule } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import { type Inlines, type Page, paragraph, prose, section } from './page.ts';
import { kindWords, linked, titled } from './words.ts';

/** What some words lead to. */
export interface FoundFor {
  readonly words: string;
  /** Criteria of the TSC that the words are about, best first, with the word of the table that led to each. */
  readonly criteria: readonly { readonly id: string; readonly word: string }[];
  /** Rules whose names have all of the words. */
  readonly rules: readonly Rule[];
  /** Records whose titles have all of the words. */
  readonly records: readonly RecordEntry[];
}

/** What words lead to: criteria, rules, and the records of a program where there is one. */
export function foundFor(words: string, program: Program | undefined): FoundFor {
  const asked = partsOf(words);
  const has = (text: string) => {
    const parts = partsOf(text);
    return asked.length > 0 && asked.every(one => parts.includes(one));
  };
  const records = [...(program?.paths() ?? [])].flatMap(path => program?.records(path) ?? []);
  return {
    words,
    criteria: criteriaLookedFor(words),
    rules: rules.filter(({ name }) => has(name)),
    records: inOrder(records.filter(({ shape }) => has(shape.title ?? ''))),
  };
}

/** The words of a text or a name, as they are compared: `controls/missing-owner` has three. */
function partsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The page of what words lead to; in a program with how far along each criterion is. */
export function wordsPage(
  { words, criteria, rules: named, records }: FoundFor,
  program: Program | undefined,
): Page {
  return {
    title: words,
    blocks: [
      ...section(
        'Criteria',
        criteria.map(found => criterionItem(found, words, program)),
      ),
      ...section(
        'Rules',
        named.map(({ name, summary }) => [{ text: name, target: { page: name } }, ': ', ...prose(summary)]),
      ),
      ...section('Records', records.map(recordItem)),
      paragraph(...prose('`tickmark explain ID` says more about each of them.')),
    ],
  };
}

function criterionItem(
  { id, word }: FoundFor['criteria'][number],
  words: string,
  program: Program | undefined,
): Inlines {
  const catalog = program?.catalog ?? tsc;
  const criterion = catalog.criterion(id);
  if (!criterion) return [id];
  const report = program?.report;
  const state = program && report?.criteria.has(id) ? `: ${program.coverage.stateOf(report, id).state}` : '';
  const why = word.toLowerCase() === words.toLowerCase() ? '' : ` (${word})`;
  return [linked(criterion, catalog), `${why}${state}`];
}

function recordItem(entry: RecordEntry): Inlines {
  const { path, index, shape } = entry;
  const text = titled(nameOf(entry), shape.title ?? '');
  return [{ text, target: { path, record: index, at: shape.at } }, ` · ${kindWords(shape.kind)}`];
}
