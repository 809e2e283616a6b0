import { inOrder, type ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'documents/duplicate-id',
  reads: 'record',
  absence: false,
  severity: 'error',
  summary: 'Two records of one kind with the same id.',
  why: 'Evidence and findings are filed by id. With two controls of one id nobody can tell which one was tested.',
  fix: 'Give one of them an id of its own, and mend what refers to it.',
  messages: { default: 'The id `{id}` is used for {count} {kind} records. Give each its own.' },
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
      `,
    ],
  },
  fixes({ path, range, args: { id = '' }, programme }) {
    const text = nextFree(id, new Set([...programme.recordIds()].map(other => other.toLowerCase())));
    return [{ title: `Rename this one ${text}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(programme, key, report) {
    const stated = inOrder(programme.defining(key)).filter(
      ({ shape }) => shape.id?.text.toLowerCase() === key,
    );
    for (const { path, index, shape } of stated) {
      const twins = stated.filter(other => other.shape.kind === shape.kind);
      if (twins.length < 2 || !shape.id) continue;
      const related = twins.flatMap(other => {
        const isThis = other.path === path && other.index === index;
        const at = other.shape.id?.at;
        return isThis || at === undefined
          ? []
          : [{ path: other.path, record: other.index, at, words: 'Also used here.' }];
      });
      const args = { id: shape.id.text, count: String(twins.length), kind: shape.kind };
      report({ path, record: index, at: shape.id.at }, args, 'default', related);
    }
  },
};

/** The next id of the same series that is not taken: AC-07 after AC-06, `access-2` after `access`. */
function nextFree(id: string, taken: ReadonlySet<string>): string {
  const parts = /^(.*?)(\d+)$/.exec(id);
  const [stem, digits] = parts ? [parts[1] ?? '', parts[2] ?? ''] : [`${id}-`, '1'];
  for (let number = Number(digits) + 1; ; number++) {
    const candidate = stem + String(number).padStart(digits.length, '0');
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
