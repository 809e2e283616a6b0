import { textIn } from '../../../formats/stated.ts';
import { globFault } from '../../../text/globs.ts';
import { entry, items, resolved } from '../../../yaml/lookup.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'scope/glob',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A glob under `include` or `exclude` that Tickmark does not support.',
  why: 'An unsupported glob matches no file. Files that you wanted to leave out are checked, or files that you wanted to include are not.',
  fix: 'Use only `*`, `?`, `[abc]`, `**`, and `{a,b}`, or write several globs.',
  messages: {
    long: 'This glob has more than 1,000 characters, so it matches no file. Write several shorter globs.',
    not: '`{glob}` starts with `!`, so it matches no file. To leave files out, write the glob under `exclude`, without the `!`.',
    default:
      '`{glob}` has a group with `?`, `*`, `+`, `@`, or `!` before it, so it matches no file. Write alternatives as `{a,b}`, or write several globs.',
    group: '`{glob}` has a `|`, so it matches no file. Write alternatives as `{a,b}`.',
    range: '`{glob}` has braces without a comma, so it matches no file. Write alternatives as `{a,b}`.',
    alternatives:
      '`{glob}` expands to more than 256 globs, so it matches no file. Replace some of its braces with `*`.',
    ending: '`{glob}` ends with a backslash, so it matches no file. Remove the backslash.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      include:
        - docs/+(a|b).md
          ^^^^^^^^^^^^^^
        - "docs/(a|b).md"
          ^^^^^^^^^^^^^^^
        - docs/{2024..2026}/*.md
          ^^^^^^^^^^^^^^^^^^^^^^
      exclude: ["!policies/*.md", 'drafts\\', "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}.md"]
                ^^^^^^^^^^^^^^^^
                                  ^^^^^^^^^
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      include: [docs/**/*.md, "notes/{a,b}/[0-9]?.md"]
      exclude:
        - policies/Access (old).md
        - policies/a,b.md
      `,
    ],
  },
  check({ role, yaml: [document] }, report) {
    const root = resolved(document?.root);
    if (!role.manifest || root?.type !== 'mapping') return;
    for (const key of ['include', 'exclude']) {
      for (const item of items(entry(root, key)?.value)) {
        const glob = textIn(item);
        const fault = glob === undefined ? undefined : globFault(glob);
        if (!item || glob === undefined || fault === undefined) continue;
        report({ start: item.start, end: item.end }, { glob }, fault === 'extended' ? 'default' : fault);
      }
    }
  },
};
