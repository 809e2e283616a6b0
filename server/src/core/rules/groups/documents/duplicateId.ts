import { writtenLike } from '../../../formats/yamlEdits.ts';
import { kinds, type RecordKind } from '../../../model/kinds.ts';
import type { RecordEntry } from '../../../program/record.ts';
import { nextFree } from '../../fixes/newId.ts';
import { inOrder, type ProgramRule, placeOf } from '../../rule.ts';

/** Of many records with one id each finding names only so many others. */
const mostRelated = 10;

export const rule: ProgramRule = {
  name: 'documents/duplicate-id',
  reads: 'record',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'Two records of the same kind with the same id.',
  why: 'Evidence and findings are filed by id. If two controls share an id, nobody can tell which one was tested.',
  fix: 'Give one of them a different id, and update the references to it.',
  messages: { default: '{count} {kind} have the id `{id}`. Give each one its own id.' },
  varying: ['count'],
  examples: {
    bad: [
      `
      === controls/sso.md
      ---
      id: AC-01
          ^^^^^
      satisfies: [CC6.1]
      ---
      === controls/mfa.md
      ---
      id: AC-01
          ^^^^^
      satisfies: [CC6.6]
      ---
      `,
    ],
    good: [
      `
      === controls/sso.md
      ---
      id: access
      satisfies: [CC6.1]
      ---
      === policies/access.md
      ---
      id: access
      ---
      === policies/archive/2024/access.md
      ---
      id: access
      ---
      `,
    ],
  },
  fixes({ path, range, args: { id = '' }, facts, program }) {
    const free = nextFree(id, new Set([...program.recordIds()].map(other => other.toLowerCase())));
    const text = writtenLike(facts.text.slice(range.start, range.end), free);
    return [{ title: `Change this id to ${free}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(program, key, report) {
    const byKind = new Map<RecordKind, RecordEntry[]>();
    const defining = program.defining(key);
    const inPage = countsByPage(defining, key);
    for (const entry of defining) {
      const { id, kind, standing, row } = entry.shape;
      // A copy in the archive keeps its id, and a template has one that is not meant.
      if (id?.text.toLowerCase() !== key || standing === 'retired' || standing === 'template') continue;
      // Several documents may list the controls that they are about.
      if (row === 'page' && (inPage.get(entry.path) ?? 0) < 2) continue;
      const twins = byKind.get(kind);
      if (twins) twins.push(entry);
      else byKind.set(kind, [entry]);
    }
    for (const [kind, entries] of byKind) {
      if (entries.length < 2) continue;
      const twins = inOrder(entries);
      const shown = twins
        .slice(0, mostRelated + 1)
        .map(entry => ({ entry, place: { ...placeOf(entry), words: 'Also used here.' } }));
      for (const entry of twins) {
        const others = shown.filter(other => other.entry !== entry).slice(0, mostRelated);
        const related = others.map(({ place }) => place);
        const args = {
          id: entry.shape.id?.text ?? key,
          count: String(twins.length),
          kind: kinds[kind].plural,
        };
        report(placeOf(entry), args, 'default', related);
      }
    }
  },
};

/** How many of some records have an id of this key, by their documents. */
function countsByPage(entries: Iterable<RecordEntry>, key: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, shape } of entries)
    if (shape.id?.text.toLowerCase() === key) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}
