import { descriptionCriteria } from '../catalogue/tsc.ts';
import { isProse } from '../markdown/scan.ts';
import type { Key } from '../model/keys.ts';
import { manifestKeyAt } from '../model/manifestKeys.ts';
import { rangeOf } from '../model/shape.ts';
import { nameOf, type RecordEntry } from '../programme/ladder.ts';
import type { Programme } from '../programme/programme.ts';
import { keysWithRules } from '../rules/ruleKeys.ts';
import type { TextRange } from '../text/range.ts';
import { type Editing, recordAt } from './editing.ts';
import { recordKeyAt } from './keyAt.ts';
import { scalarAt } from './scalarAt.ts';

/** What is told of the words under the cursor, in Markdown. */
export interface Hover {
  readonly text: string;
  readonly range: TextRange;
}

/** What there is to tell about the words at an offset: a criterion, a group, a record's id, or a key. */
export function hoverAt(editing: Editing, offset: number): Hover | undefined {
  return criterionHover(editing, offset) ?? recordHover(editing, offset) ?? keyHover(editing, offset);
}

function criterionHover({ facts, programme }: Editing, offset: number): Hover | undefined {
  const found = facts.citations.filter(({ start, end }) => start <= offset && offset <= end);
  // The ends of a range have words of their own, inside those of the whole.
  const citation = found.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!citation) return undefined;
  const { id, form, point, start, end } = citation;
  const text =
    form === 'group'
      ? groupText(id, programme)
      : criterionText(id, programme, form === 'point' ? point : undefined);
  return text === undefined ? undefined : { text, range: { start, end } };
}

function groupText(id: string, programme: Programme): string | undefined {
  const group = programme.catalogue.group(id);
  if (!group) return undefined;
  const members = programme.catalogue.members(id).map(criterion => `- ${criterion.id} ${criterion.title}`);
  return `**${group.id} ${group.title}**\n\n${members.join('\n')}`;
}

/** A criterion in short, and how far along it is. */
function criterionText(
  id: string,
  programme: Programme,
  pointNumber: number | undefined,
): string | undefined {
  const { catalogue, report } = programme;
  const criterion = catalogue.criterion(id);
  if (!criterion) return undefined;
  const group = criterion.group === undefined ? undefined : catalogue.group(criterion.group);
  const category = group?.category === undefined ? undefined : catalogue.category(group.category);
  const point = criterion.points.find(({ number }) => number === pointNumber);
  const parts = [
    `**${id} ${criterion.title}**${category ? ` · ${category.title}` : ''}`,
    criterion.description,
  ];
  if (point)
    parts.push(
      `**${point.id} ${point.title}** (point of focus: guidance, not a requirement)\n\n${point.text}`,
    );
  if (report.criteria.has(id)) {
    const { state, marks, reason } = programme.coverage(report, id);
    parts.push(`**${marks[0] ?? state}**: ${reason} *(management's view)*`);
  } else {
    parts.push('Out of scope of the current report.');
  }
  if (!point && criterion.auditorsLookAt.length > 0) {
    parts.push(`Auditors usually look at:\n${criterion.auditorsLookAt.map(item => `- ${item}`).join('\n')}`);
  }
  return parts.join('\n\n');
}

/** A record by its id: where the record states it, where another refers to it, and in running text. */
function recordHover(editing: Editing, offset: number): Hover | undefined {
  const { facts, programme } = editing;
  const record = recordAt(editing, offset);
  const shape = facts.summary.shape.records[record];
  if (!shape) return undefined;
  const named = [...shape.references, ...(shape.id ? [{ id: shape.id.text, at: shape.id.at }] : [])];
  for (const { id, at } of named) {
    const range = rangeOf(facts.summary, record, at);
    if (offset < range.start || offset > range.end) continue;
    const [entry] = programme.defining(id);
    if (entry) return { text: recordText(entry), range };
  }
  const word = wordAt(facts.text, offset);
  if (!word || (facts.markdown && !isProse(facts.markdown, word.start, word.end))) return undefined;
  const id = facts.text.slice(word.start, word.end);
  // A word is an id only in the very case of the id: `access` names no record that is called so by its file.
  const entry = [...programme.defining(id)].find(({ shape: other }) => other.id?.text === id);
  return entry && /[\d-]/.test(id) ? { text: recordText(entry), range: word } : undefined;
}

/** The word of letters, digits, dots and hyphens around an offset; a full stop at its end is the sentence's. */
function wordAt(text: string, offset: number): TextRange | undefined {
  const from = Math.max(0, offset - 100);
  const before = /[\w.-]*$/.exec(text.slice(from, offset))?.[0] ?? '';
  const after = /^[\w.-]*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  const word = (before + after).replace(/\.+$/, '');
  const start = offset - before.length;
  return word === '' || offset > start + word.length ? undefined : { start, end: start + word.length };
}

function recordText(entry: RecordEntry): string {
  const { path, shape } = entry;
  const values = ['status', 'owner', 'frequency'].flatMap(name => {
    const value = shape.values[name]?.text;
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const cites = [...new Set(shape.satisfies.map(({ id }) => id))].join(', ');
  const parts = [
    `**${nameOf(entry)}**${shape.title && shape.title !== nameOf(entry) ? ` ${shape.title}` : ''} · ${shape.kind}`,
  ];
  if (values.length > 0) parts.push(values.join(' · '));
  if (cites) parts.push(`Satisfies ${cites}`);
  parts.push(`\`${path}\``);
  return parts.join('\n\n');
}

/** A key, and what a value names that is no record: a description criterion, or a criterion in the manifest. */
function keyHover(editing: Editing, offset: number): Hover | undefined {
  const { facts, programme } = editing;
  const record = recordAt(editing, offset);
  const kind = facts.records[record]?.kind;
  const root = facts.role.manifest ? facts.yaml[0]?.root : facts.records[record]?.mapping;
  const found = scalarAt(root, offset);
  if (!found) return undefined;
  const { path, scalar, isKey } = found;
  const key = facts.role.manifest ? manifestKeyAt(path, keysWithRules) : kind && recordKeyAt(kind, path);
  const text = isKey ? key && keyText(key) : valueText(path, scalar.value.trim(), programme);
  return text === undefined ? undefined : { text, range: { start: scalar.start, end: scalar.end } };
}

function keyText({ name, description, words }: Pick<Key, 'name' | 'description' | 'words'>): string {
  return `**${name}** · ${description}${words ? `\n\nOne of: ${words.join(', ')}` : ''}`;
}

function valueText(path: readonly string[], value: string, programme: Programme): string | undefined {
  if (path.at(-1) === 'describes') return describedText(value);
  return path.includes('exclude') ? criterionText(value, programme, undefined) : undefined;
}

function describedText(value: string): string | undefined {
  const wanted = value.replace(/\s/g, '').toUpperCase();
  const found = descriptionCriteria.find(({ id }) => id.replace(' ', '') === wanted);
  if (!found) return undefined;
  const checklist = found.checklist.map(item => `- ${item}`).join('\n');
  return `**${found.id} ${found.title}**\n\n${found.description}\n\nA reader expects:\n${checklist}`;
}
