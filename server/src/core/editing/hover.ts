import { descriptionCriteria } from '../catalogue/tsc.ts';
import { keysOf } from '../model/keys.ts';
import { rangeOf } from '../model/shape.ts';
import { nameOf, type RecordEntry } from '../programme/ladder.ts';
import type { Programme } from '../programme/programme.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlNode } from '../yaml/node.ts';
import { type Editing, recordAt } from './editing.ts';

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
  return undefined;
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

function keyHover(editing: Editing, offset: number): Hover | undefined {
  const { facts } = editing;
  const record = recordAt(editing, offset);
  const mapping = facts.records[record]?.mapping;
  const shape = facts.summary.shape.records[record];
  if (!mapping || !shape) return undefined;
  for (const { key, value } of mapping.entries) {
    if (key.start <= offset && offset <= key.end) {
      const known = keysOf(shape.kind).get(key.value);
      const words = known?.words ? `\n\nOne of: ${known.words.join(', ')}` : '';
      return (
        known && {
          text: `**${known.name}** · ${known.description}${words}`,
          range: { start: key.start, end: key.end },
        }
      );
    }
    const described = key.value === 'describes' ? describedAt(value, offset) : undefined;
    if (described) return described;
  }
  return undefined;
}

function describedAt(node: YamlNode | undefined, offset: number): Hover | undefined {
  if (node?.type === 'sequence') {
    for (const item of node.items) {
      const found = describedAt(item, offset);
      if (found) return found;
    }
  }
  if (node?.type !== 'scalar' || offset < node.start || offset > node.end) return undefined;
  const found = descriptionCriteria.find(
    ({ id }) => id.replace(' ', '') === node.value.replace(/\s/g, '').toUpperCase(),
  );
  if (!found) return undefined;
  const checklist = found.checklist.map(item => `- ${item}`).join('\n');
  return {
    text: `**${found.id} ${found.title}**\n\n${found.description}\n\nA reader expects:\n${checklist}`,
    range: { start: node.start, end: node.end },
  };
}
