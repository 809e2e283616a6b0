import { recordAround } from '../../../formats/recordAt.ts';
import { removeItem, removeKey } from '../../../formats/yamlEdits.ts';
import type { Program } from '../../../program/program.ts';
import { nameOf, type RecordEntry } from '../../../program/record.ts';
import { entry } from '../../../yaml/lookup.ts';
import { itemAt } from '../../fixes/itemAt.ts';
import { inOrder, type ProgramRule, placeOf } from '../../rule.ts';

/** How many of the others a finding leads to. */
const mostRelated = 5;
/** How many of its records the message names. */
const mostNamed = 10;

export const rule: ProgramRule = {
  name: 'documents/supersedes-cycle',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'Records whose `supersedes` keys form a cycle.',
  why: 'Only one of them can be in force. An auditor has to know which control or policy was in force on a given day, and a cycle makes that impossible to tell.',
  fix: 'Remove `supersedes` from the older record.',
  messages: {
    default: '`{name}` supersedes itself: {circle}. Remove `supersedes` from the older record.',
  },
  varying: ['circle'],
  examples: {
    bad: [
      `
      === policies/access-2025.md
      ---
      id: access-2025
      supersedes: access-2026
                  ^^^^^^^^^^^
      ---
      === policies/access-2026.md
      ---
      id: access-2026
      supersedes: access-2025
                  ^^^^^^^^^^^
      ---
      `,
      `
      === controls/sso.yaml
      {id: AC-01, supersedes: AC-01, satisfies: [CC6.1]}
                              ^^^^^
      `,
    ],
    good: [
      `
      === policies/access-2024.md
      ---
      id: access-2024
      status: retired
      ---
      === policies/access-2025.md
      ---
      id: access-2025
      status: retired
      supersedes: access-2024
      ---
      === policies/access-2026.md
      ---
      id: access-2026
      supersedes: [access-2025, access-2024]
      ---
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const record = recordAround(facts, range.start);
    const superseded = record && entry(record.mapping, 'supersedes');
    const list = superseded?.value;
    const item = list?.type === 'sequence' && list.items.length > 1 && itemAt(facts, range)?.item;
    const edit =
      list?.type === 'sequence' && item
        ? removeItem(facts.text, list, item)
        : superseded && removeKey(facts.text, record.mapping, superseded);
    return edit ? [{ title: 'Remove it from supersedes', edits: [{ path, ...edit }], preferred: false }] : [];
  },
  check(program, _key, report) {
    const superseding = inOrder(program.superseding());
    const settled = new Set<RecordEntry>();
    for (const entry of superseding) {
      if (settled.has(entry)) continue;
      for (const { from, at, circle } of circles(program, entry, settled)) {
        const names = namesIn(circle).join(' → ');
        const related = circle
          .slice(0, mostRelated)
          .filter((one, index) => one !== from && circle.indexOf(one) === index)
          .map(one => ({ ...placeOf(one), words: 'Part of the same cycle.' }));
        report({ ...placeOf(from), at }, { name: nameOf(from), circle: names }, 'default', related);
      }
    }
  },
};

interface Circle {
  readonly from: RecordEntry;
  readonly at: number;
  readonly circle: readonly RecordEntry[];
}

/** The names in a circle, of a long one the first and the last. */
function namesIn(circle: readonly RecordEntry[]): readonly string[] {
  const named = (one: RecordEntry) => `\`${nameOf(one)}\``;
  if (circle.length <= mostNamed) return circle.map(named);
  return [...circle.slice(0, mostNamed - 1).map(named), '…', ...circle.slice(-1).map(named)];
}

/** The records in circles that a record leads to; each record is gone through once. */
function circles(program: Program, start: RecordEntry, settled: Set<RecordEntry>): readonly Circle[] {
  const found: Circle[] = [];
  const trail: { readonly entry: RecordEntry; readonly at: number; readonly next: RecordEntry[] }[] = [];
  const enter = (entry: RecordEntry) => {
    settled.add(entry);
    const next = supersededBy(program, entry);
    trail.push({ entry, at: next[0]?.at ?? 0, next: next.map(one => one.entry) });
  };
  enter(start);
  for (let last = trail.at(-1); last; last = trail.at(-1)) {
    const next = last.next.pop();
    if (!next) trail.pop();
    else if (!settled.has(next)) enter(next);
    else {
      const index = trail.findIndex(({ entry }) => entry === next);
      const around = index < 0 ? [] : trail.slice(index);
      const circle = [...around.map(({ entry }) => entry), next];
      for (const { entry, at } of around) found.push({ from: entry, at, circle });
    }
  }
  return found;
}

function supersededBy(
  program: Program,
  { shape }: RecordEntry,
): readonly { readonly entry: RecordEntry; readonly at: number }[] {
  return shape.references
    .filter(({ key }) => key === 'supersedes')
    .flatMap(({ id, at }) => inOrder(program.defining(id)).map(entry => ({ entry, at })))
    .filter(({ entry }) => entry.shape.kind === shape.kind);
}
