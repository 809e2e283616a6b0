import { type Aside, asideOf, bearingOf, notInPlace } from '../program/bearing.ts';
import { outlookOf } from '../program/outlook.ts';
import type { Program } from '../program/program.ts';
import { citedKeys, isControl, isDocumenting, nameOf, namesOf, type RecordEntry } from '../program/record.ts';
import { inOrder } from '../rules/rule.ts';
import { shownWords } from './coverageWords.ts';
import { type Inlines, type Page, paragraph, section } from './page.ts';
import { windowsOfControl } from './windowsOfControl.ts';
import { kindWords, titled } from './words.ts';

/**
 * A record's page: what it is, where it stands, what it states, which criteria it serves, what it names, and what names it.
 * @param fileOf gives a path of the program as it is shown
 */
export function recordPage(entry: RecordEntry, program: Program, fileOf: (path: string) => string): Page {
  const { path, index, shape } = entry;
  const kind = kindWords(shape.kind);
  const state = stateOf(entry, program);
  return {
    title: titled(nameOf(entry), shape.title ?? ''),
    blocks: [
      paragraph(`${kind.charAt(0).toUpperCase()}${kind.slice(1)} in `, {
        text: fileOf(path),
        target: { path, record: index, at: shape.at },
      }),
      ...(state === undefined ? [] : [paragraph({ text: state, style: 'strong' })]),
      ...section('What it states', statedIn(entry)),
      ...(isControl(shape) ? windowsOfControl(entry, program) : []),
      ...section('Criteria that it serves', servedBy(entry, program)),
      ...section('Records that it names', namedBy(entry, program)),
      ...section('Records that name it', naming(entry, program)),
    ],
  };
}

/** Where a record stands in the report that the program answers for; undefined for kinds that have no part in coverage. */
export function stateOf(entry: RecordEntry, program: Program): string | undefined {
  const aside = asideIn(entry, program);
  if (aside === 'elsewhere')
    return 'It does not count: the report does not cover the systems that it operates on.';
  if (aside) return `It does not count: its state is ${aside}.`;
  if (!isControl(entry.shape)) return isDocumenting(entry.shape) ? 'It counts.' : undefined;
  const open = notInPlace(entry, outlookOf(program.report, program.today).day);
  const serves =
    servedKey(entry, program) === undefined ? ', but it serves no criterion of the current report' : '';
  return `It ${open?.why ?? 'is in place'}${serves}.`;
}

/** Why a record does not count in the report that the program answers for, if it does not. */
export function asideIn(entry: RecordEntry, program: Program): Aside | undefined {
  const { shape } = entry;
  if (shape.standing !== 'counts') return shape.standing;
  const key = isControl(shape) ? servedKey(entry, program) : undefined;
  const bearing = key && bearingOf(key, entry, outlookOf(program.report, program.today));
  return bearing ? asideOf(bearing) : undefined;
}

/** The first criterion of the report that a record cites under `satisfies`. */
function servedKey(entry: RecordEntry, { report }: Program): string | undefined {
  return entry.shape.satisfies.flatMap(one => citedKeys(entry, one)).find(one => report.criteria.has(one));
}

function statedIn({ shape: { values } }: RecordEntry): Inlines[] {
  return Object.entries(values).flatMap(([name, stated]) => (stated ? [[`${name}: ${stated.text}`]] : []));
}

/** The criteria that a record cites under `satisfies`, each once, with how far along it is. */
function servedBy(entry: RecordEntry, program: Program): Inlines[] {
  const { report, catalogs } = program;
  const keys = new Set(entry.shape.satisfies.flatMap(one => citedKeys(entry, one)));
  return [...keys].map(key => {
    const found = catalogs.criterion(key) ?? catalogs.group(key);
    if (!found) return [key, ' (no catalog has this id)'];
    const isAsked = report.criteria.has(key) || catalogs.group(key) !== undefined;
    const state = report.criteria.has(key) ? `: ${shownWords(program.coverage.of(report, key))}` : '';
    const link = { text: titled(key, found.thing.title), target: { page: key } };
    return [link, isAsked ? state : ': not in the scope of the current report'];
  });
}

function namedBy({ shape: { references } }: RecordEntry, program: Program): Inlines[] {
  return references.map(({ key, id }) => {
    const [other] = inOrder(program.defining(id));
    return [`${key}: `, ...(other ? linkTo(other) : [id, ' (no record has this id)'])];
  });
}

function naming(entry: RecordEntry, program: Program): Inlines[] {
  const found = new Map<RecordEntry, readonly string[]>();
  for (const name of namesOf(entry.shape))
    for (const [other, references] of program.references(name))
      if (other !== entry) found.set(other, [...new Set(references.map(({ key }) => key))]);
  return inOrder(found.keys()).map(other => [
    ...linkTo(other),
    ` · ${kindWords(other.shape.kind)}, under ${(found.get(other) ?? []).join(', ')}`,
  ]);
}

function linkTo(entry: RecordEntry): readonly [Inlines[number]] {
  const { path, index, shape } = entry;
  return [{ text: titled(nameOf(entry), shape.title ?? ''), target: { path, record: index, at: shape.at } }];
}
