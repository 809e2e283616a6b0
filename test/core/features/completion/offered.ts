import assert from 'node:assert/strict';
import { completionsAt } from '../../../../server/src/core/features/completion/completion.ts';
import type { Completion } from '../../../../server/src/core/features/completion/offer.ts';
import { applied } from '../../../../server/src/core/formats/yamlEdits.ts';
import { editingAt } from '../editingAt.ts';

/** What is offered at `$0`, in the order in which it is shown. */
export function itemsAt(example: string, crlf = false): Completion[] {
  const { editing, offset } = editingAt(example, crlf);
  return (completionsAt(editing, offset) ?? []).toSorted((a, b) => (a.order < b.order ? -1 : 1));
}

/** The labels in order, and what they would replace. */
export function offered(example: string): { readonly labels: string[]; readonly replaces: string } {
  const items = itemsAt(example);
  const { text } = editingAt(example).editing.facts;
  const replaced = [...new Set(items.map(({ start, end }) => text.slice(start, end)))];
  assert.ok(replaced.length <= 1, 'every item replaces the same words');
  return { labels: items.map(({ label }) => label), replaces: replaced[0] ?? '' };
}

/** The labels in order. */
export const labels = (example: string) => offered(example).labels;

/** The document once an item has been taken. */
export function taken(example: string, label: string, crlf = false): string {
  const item = itemsAt(example, crlf).find(other => other.label === label);
  assert.ok(item, `${label} is offered`);
  return applied(editingAt(example, crlf).editing.facts.text, [item]);
}

/** A control with these lines as its front matter. */
export const control = (...lines: string[]) =>
  ['=== controls/a.md', '---', 'id: AC-01', ...lines, '---', ''].join('\n');

/** A small program, and the beginning of a control. */
export const program = [
  '=== tickmark.yaml',
  'report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}',
  'scope:',
  '  categories: [security, availability]',
  '  exclude: [{criterion: A1.1, reason: None.}]',
  'people:',
  '  - {id: ana, name: Ana Lima, role: Head of security}',
  '=== policies/access-control.md',
  '---',
  'title: Access control',
  'satisfies: [CC6.1]',
  '---',
  'Access follows the role.',
  '=== controls/sso.md',
  '---',
  'id: AC-02',
  'title: Single sign-on',
  'status: implemented',
  'satisfies: [CC6.2]',
  '---',
  '=== controls/a.md',
  '',
].join('\n');
