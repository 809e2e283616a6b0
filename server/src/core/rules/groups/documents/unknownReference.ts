import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { ReferenceShape } from '../../../model/shape.ts';
import type { Program } from '../../../program/program.ts';
import { nearest } from '../../../text/nearest.ts';
import { withoutLookAlikes } from '../../../text/plainSigns.ts';
import { lineEndOf } from '../../../text/source.ts';
import { titleOf } from '../../fixes/newId.ts';
import { newRecord } from '../../fixes/newRecord.ts';
import { words } from '../../options.ts';
import { type Fix, inOrder, type ProgramRule } from '../../rule.ts';

const options = {
  elsewhere: words({
    default: [],
    description:
      'Ids of records that you keep elsewhere. An id that ends in `*` stands for every id that starts with it, such as `JIRA-*`.',
  }),
};

export const rule: ProgramRule<typeof options> = {
  name: 'documents/unknown-reference',
  reads: 'record',
  options,
  absence: true,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A reference to a record that does not exist.',
  why: 'Evidence for a control that does not exist proves nothing, and a control whose policy cannot be found has no policy to carry out.',
  fix: 'Correct the id, or write the record that it names.',
  messages: {
    default: 'No record has the id `{id}`, which {key} names. Correct the id, or write the record.',
    lookAlike:
      'No record has the id `{id}`, which {key} names. It has a character that only looks like a hyphen or a space, or that cannot be seen. Write `{plain}`.',
  },
  examples: {
    bad: [
      `
      === policies/access-control.md
      ---
      id: access-control
      ---
      === controls/sso.md
      ---
      id: AC-01
      satisfies: [CC6.1]
      policies: [access-contrl]
                 ^^^^^^^^^^^^^
      ---
      === evidence/review.md
      ---
      id: EV-1
      controls: [AC‑01]
                 ^^^^^
      ---
      `,
    ],
    good: [
      `
      === policies/access-control.md
      ---
      title: Access control
      ---
      === controls/sso.md
      ---
      id: AC-01
      satisfies: [CC6.1]
      policies: [access-control]
      ---
      `,
      `
      === policies/access-control/index.md
      ---
      slug: /security/access
      ---
      === controls/sso.md
      ---
      id: AC-01
      satisfies: [CC6.1]
      policies: [access-control, access-control/index.md, access-control/, security/access]
      ---
      `,
      `
      === policies/access.yaml
      - {id: access, supersedes: none}
      - {id: backup, supersedes: version 1.0}
      - {id: changes, supersedes: 1.0}
      - {id: laptops, supersedes: git tag policies-2025}
      - {id: vendors, supersedes: 'https://wiki.example.com/vendors-2025'}
      `,
    ],
  },
  fixes({ path, range, args: { id = '' }, facts, program }) {
    const fixes: Fix[] = [];
    const near = nearestName(id, program);
    // Where the record has the look-alike, its own id is to be corrected.
    if (near !== undefined && withoutLookAlikes(near) !== id) {
      // Another number is another record: which one was meant is for its owner to say.
      const preferred = digitsOf(near) === digitsOf(id);
      const text = writtenLike(facts.text.slice(range.start, range.end), near);
      fixes.push({ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred });
    }
    const [reference] = [...program.references(id).values()].flat();
    const kind = reference?.kind;
    if (!kind || !/^[\w.-]*\w$/.test(id)) return fixes;
    const document = newRecord(program, { kind, id, title: titleOf(id) }, lineEndOf(facts.text));
    if (!document) return fixes;
    return [...fixes, { title: `Create ${kind} ${id}`, edits: [], creates: [document], preferred: false }];
  },
  check(program, key, report, optionsAt) {
    if (program.defining(key).size > 0) return;
    const referring = program.references(key);
    for (const entry of inOrder(referring.keys())) {
      const { elsewhere } = optionsAt(entry.path);
      for (const reference of referring.get(entry) ?? []) {
        if (elsewhere.some(name => isNamed(reference.id, name)) || isVersion(reference)) continue;
        const plain = withoutLookAlikes(reference.id);
        const args = { id: reference.id, key: `\`${reference.key}\``, plain };
        const message = plain === reference.id ? 'default' : 'lookAlike';
        report({ path: entry.path, record: entry.index, at: reference.at }, args, message);
      }
    }
  },
  hint({ id = '' }, program) {
    const near = nearestName(id, program);
    if (near === undefined) return undefined;
    const isLookAlike = withoutLookAlikes(near) === id;
    return isLookAlike
      ? `A record has the id \`${near}\`, with a character that only looks the same. Write \`${id}\` there.`
      : `Did you mean \`${near}\`?`;
  },
};

/** Whether a record says that it replaces a version of its own, which is no record: `version 1.0`, `git tag policies-2025`. */
function isVersion({ key, id }: ReferenceShape): boolean {
  if (key !== 'supersedes') return false;
  return /^(?:v|ver|version|rev|revision)?\.? ?\d+(?:\.\d+)*$|^(?:version|revision|git|tag|commit|branch)\s|^https?:/i.test(
    id,
  );
}

function isNamed(id: string, name: string): boolean {
  const [one, other] = [id.toLowerCase(), name.toLowerCase()];
  return other.endsWith('*') ? one.startsWith(other.slice(0, -1)) : one === other;
}

/**
 * The name nearest to that of an unknown record, among those of the kind that is asked for: the one that looks the same, if
 * there is one.
 */
function nearestName(id: string, program: Program): string | undefined {
  const [references] = program.references(id).values();
  const names = new Set(program.namesOf(references?.[0]?.kind));
  const plain = withoutLookAlikes(id).toLowerCase();
  const sorted = [...names].sort();
  return sorted.find(name => withoutLookAlikes(name).toLowerCase() === plain) ?? nearest(id, sorted);
}

function digitsOf(id: string): string {
  return id.replace(/\D/g, '');
}
