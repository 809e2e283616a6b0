import { keyOf } from '../catalog/catalogs.ts';
import type { DocumentFacts } from '../formats/facts.ts';
import { recordAt } from '../formats/recordAt.ts';
import type { Key } from '../model/key.ts';
import { manifestKeyAt } from '../model/manifestKeys.ts';
import { relatedTo, whatAuditorsLookAt, whatItAsksFor } from '../pages/criterionPage.ts';
import { coverageOf, coverageOfWhole, documentsThatCite, pageInProgram } from '../pages/inProgram.ts';
import { type Block, type Inlines, paragraph, prose, section } from '../pages/page.ts';
import { whatThePointSays } from '../pages/pointPage.ts';
import { idOf, pageOf, type Subject } from '../pages/subject.ts';
import { counted } from '../pages/words.ts';
import type { Program } from '../program/program.ts';
import type { RecordEntry } from '../program/record.ts';
import { keysWithRules } from '../rules/running/ruleKeys.ts';
import type { TextRange } from '../text/range.ts';
import { recordKeyAt } from './at/keyAt.ts';
import { nameAt } from './at/nameAt.ts';
import { phraseAt } from './at/phrasesSaid.ts';
import { scalarAt } from './at/scalarAt.ts';
import { type SubjectsAt, subjectsAt, subjectsWrittenAt } from './at/subjectsAt.ts';
import { coveringBlocks } from './covering.ts';
import type { Editing } from './editing.ts';
import { blocksOfNamed } from './namedHover.ts';
import { recordBlocks, statementIn, withStatement } from './recordHover.ts';
import { ruleHover } from './ruleHover.ts';
import { shortened } from './shortened.ts';
import { valueHover } from './valueHover.ts';

/** What is told of the words under the cursor. */
export interface Hover {
  readonly blocks: readonly Block[];
  readonly range: TextRange;
  /** The record that it tells of, where what that says in words is still to be told: in another document (`tellStatement`). */
  readonly record?: RecordEntry;
  /** The key of the whole page; this is an extract of it. */
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
    nameHover(editing, offset) ??
    valueHover(editing, offset);
  return found && { ...found, blocks: shortened(found.blocks).map(compact) };
}

/** A hover with what its record says in words, in its own document. */
export function tellStatement(hover: Hover, facts: DocumentFacts): Hover {
  const { blocks, record } = hover;
  if (!record) return hover;
  return { ...hover, blocks: shortened(withStatement(blocks, statementIn(facts, record.index))) };
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
        ...coveringBlocks(idOf(subject), program),
        ...whatAuditorsLookAt(criterion),
        ...section('Related', relatedTo(criterion, catalog)),
      ];
    }
    case 'point': {
      const { point, catalog } = subject;
      const criterion = keyOf(catalog.name, point.criterion);
      return [...whatThePointSays(point, catalog), ...coverageOfWhole(point, criterion, program)];
    }
    case 'group':
      return [...pageOf(subject).blocks, ...documentsThatCite(idOf(subject), program, mostDocuments)];
    case 'descriptionCriterion':
      return pageInProgram(subject, program).blocks;
    default:
      return pageOf(subject).blocks;
  }
}

/** A heading is too loud for a few lines beside the text. */
function compact(block: Block): Block {
  return block.kind === 'heading' ? paragraph({ text: block.text, style: 'strong' }) : block;
}

/** A record by its id: where the record states it, where another refers to it, and in running text, there by its title too. */
function recordHover(editing: Editing, offset: number): Hover | undefined {
  const found = nameAt(editing, offset) ?? phraseAt(editing, offset);
  const [entry, ...others] = found?.named.entries ?? [];
  if (!found || !entry) return undefined;
  const { facts, path, program } = editing;
  const more =
    others.length > 0 ? [paragraph(`${counted(others.length, 'other record')} with the same id.`)] : [];
  const blocks = [...recordBlocks(entry, program), ...more];
  if (entry.path !== path) return { blocks, range: found.range, record: entry };
  return { blocks: withStatement(blocks, statementIn(facts, entry.index)), range: found.range };
}

/** A person or system of the manifest by its id or another name: where that is stated, under a key, and in running text. */
function nameHover(editing: Editing, offset: number): Hover | undefined {
  const found = nameAt(editing, offset) ?? phraseAt(editing, offset);
  const blocks = found && blocksOfNamed(found.named, editing.program);
  return blocks && { blocks, range: found.range };
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
