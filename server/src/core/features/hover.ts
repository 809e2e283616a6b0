import { keyOf } from '../catalog/catalogs.ts';
import { recordAt } from '../formats/recordAt.ts';
import { isProse } from '../markdown/scan.ts';
import type { Key } from '../model/key.ts';
import { manifestKeyAt } from '../model/manifestKeys.ts';
import { rangeOf } from '../model/shape.ts';
import { relatedTo, whatAuditorsLookAt, whatItAsksFor } from '../pages/criterionPage.ts';
import { coverageOf, coverageOfWhole, documentsThatCite } from '../pages/inProgram.ts';
import { type Block, type Inlines, paragraph, prose, section } from '../pages/page.ts';
import { whatThePointSays } from '../pages/pointPage.ts';
import { idOf, pageOf, type Subject } from '../pages/subject.ts';
import { kindWords } from '../pages/words.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import { keysWithRules } from '../rules/running/ruleKeys.ts';
import type { TextRange } from '../text/range.ts';
import { recordKeyAt } from './at/keyAt.ts';
import { scalarAt } from './at/scalarAt.ts';
import { type SubjectsAt, subjectsAt, subjectsWrittenAt } from './at/subjectsAt.ts';
import { wordAt } from './at/wordAt.ts';
import type { Editing } from './editing.ts';
import { ruleHover } from './ruleHover.ts';
import { shortened } from './shortened.ts';
import { valueHover } from './valueHover.ts';

/** What is told of the words under the cursor. */
export interface Hover {
  readonly blocks: readonly Block[];
  readonly range: TextRange;
  /** By what the whole page can be asked for of which this is an extract. */
  readonly page?: string;
}

/** How many citing documents are listed; the page has them all. */
const mostDocuments = 5;

/** What there is to tell about the words at an offset: what they cite, a rule, a record's id, a key, or a value. It is short. */
export function hoverAt(editing: Editing, offset: number): Hover | undefined {
  const found =
    ruleHover(editing, offset) ??
    subjectHover(editing, subjectsAt(editing, offset)) ??
    recordHover(editing, offset) ??
    keyHover(editing, offset) ??
    subjectHover(editing, subjectsWrittenAt(editing, offset)) ??
    valueHover(editing, offset);
  return found && { ...found, blocks: shortened(found.blocks).map(compact) };
}

function subjectHover(editing: Editing, found: SubjectsAt | undefined): Hover | undefined {
  if (!found) return undefined;
  const { subjects, range } = found;
  const [subject] = subjects;
  if (!subject) return undefined;
  if (subjects.length > 1) return { blocks: [{ kind: 'list', items: subjects.map(nameWithLink) }], range };
  const title: Block = paragraph({ text: pageOf(subject).title, style: 'strong' });
  const blocks = [title, ...extractOf(subject, editing.program)];
  return { blocks, range, page: idOf(subject) };
}

function nameWithLink(subject: Subject): Inlines {
  return [{ text: pageOf(subject).title, target: { page: idOf(subject) } }];
}

/** Of a page what helps while writing. */
function extractOf(subject: Subject, program: Program): readonly Block[] {
  switch (subject.kind) {
    case 'criterion': {
      const { criterion, catalog } = subject;
      return [
        ...whatItAsksFor(criterion, catalog),
        ...coverageOf(idOf(subject), program),
        ...whatAuditorsLookAt(criterion),
        ...section('Related', relatedTo(criterion, catalog)),
        ...documentsThatCite(idOf(subject), program, mostDocuments),
      ];
    }
    case 'point': {
      const { point, catalog } = subject;
      const criterion = keyOf(catalog.name, point.criterion);
      return [...whatThePointSays(point, catalog), ...coverageOfWhole(point, criterion, program)];
    }
    case 'group':
      return [...pageOf(subject).blocks, ...documentsThatCite(idOf(subject), program, mostDocuments)];
    default:
      return pageOf(subject).blocks;
  }
}

/** A heading is too loud for a few lines beside the text. */
function compact(block: Block): Block {
  return block.kind === 'heading' ? paragraph({ text: block.text, style: 'strong' }) : block;
}

/** A record by its id: where the record states it, where another refers to it, and in running text. */
function recordHover(editing: Editing, offset: number): Hover | undefined {
  const { facts, program } = editing;
  const record = recordAt(facts, offset);
  const shape = facts.summary.shape.records[record];
  if (!shape) return undefined;
  const named = [...shape.references, ...(shape.id ? [{ id: shape.id.text, at: shape.id.at }] : [])];
  for (const { id, at } of named) {
    const range = rangeOf(facts.summary, record, at);
    if (offset < range.start || offset > range.end) continue;
    const [entry] = program.defining(id);
    if (entry) return { blocks: recordBlocks(entry), range };
  }
  const word = wordAt(facts.text, offset);
  if (!word || (facts.markdown && !isProse(facts.markdown, word.start, word.end))) return undefined;
  const id = facts.text.slice(word.start, word.end);
  // A word is an id only in the very case of the id: `access` names no record that is called so by its file.
  const entry = [...program.defining(id)].find(({ shape: other }) => other.id?.text === id);
  return entry && /[\d-]/.test(id) ? { blocks: recordBlocks(entry), range: word } : undefined;
}

function recordBlocks(entry: RecordEntry): Block[] {
  const { path, index, shape, elsewhere } = entry;
  const values = (['status', 'owner', 'frequency'] as const).flatMap(name => {
    const value = shape.values[name]?.text;
    if (name === 'frequency' && shape.lists?.frequency)
      return [`${name}: ${shape.lists.frequency.map(({ text }) => text).join(', ')}`];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const cites = new Map(
    shape.satisfies.map(one => [one.id, one.catalog === 'TSC' ? one.id : elsewhere?.get(one)?.[0]]),
  );
  const title = shape.title && shape.title !== nameOf(entry) ? ` ${shape.title}` : '';
  return [
    paragraph({ text: nameOf(entry), style: 'strong' }, `${title} · ${kindWords(shape.kind)}`),
    ...(values.length > 0 ? [paragraph(values.join(' · '))] : []),
    ...(cites.size > 0 ? [paragraph('Satisfies ', ...[...cites].flatMap(linkInList))] : []),
    paragraph({ text: path, style: 'code', target: { path, record: index, at: shape.at } }),
  ];
}

/** An id, which leads to its page where it belongs to a catalog that is known. */
function linkInList([id, page]: readonly [string, string | undefined], i: number): Inlines {
  return [...(i === 0 ? [] : [', ']), page === undefined ? id : { text: id, target: { page } }];
}

function keyHover(editing: Editing, offset: number): Hover | undefined {
  const { facts } = editing;
  const record = recordAt(facts, offset);
  const kind = facts.records[record]?.kind;
  const root = facts.role.manifest ? facts.yaml[0]?.root : facts.records[record]?.mapping;
  const found = scalarAt(root, offset);
  if (!found?.isKey) return undefined;
  const { path, scalar } = found;
  const key = facts.role.manifest ? manifestKeyAt(path, keysWithRules) : kind && recordKeyAt(kind, path);
  return key && { blocks: keyBlocks(key), range: { start: scalar.start, end: scalar.end } };
}

function keyBlocks({ name, description, words }: Pick<Key, 'name' | 'description' | 'words'>): Block[] {
  return [
    paragraph({ text: name, style: 'strong' }, ' · ', ...prose(description)),
    ...(words ? [paragraph(`One of: ${words.join(', ')}`)] : []),
  ];
}
