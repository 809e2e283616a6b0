import { textIn } from '../../../formats/stated.ts';
import { globFault } from '../../../text/globs.ts';
import { entry, items, resolved } from '../../../yaml/lookup.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'scope/glob',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A glob under `include` or `exclude` that is not read.',
  why: 'A glob that is not read names no file: what was to be left out is judged, or what was to be read is not.',
  fix: 'Write it with `*`, `?`, `[abc]`, `**` and `{a,b}` alone, or as several globs.',
  messages: {
    long: 'The glob has more than 1,000 characters and names no file. Write several shorter ones.',
    not: '`{glob}` begins with `!` and names no file. Write what is to be left out under `exclude`, without the `!`.',
    default:
      '`{glob}` has a group with `?`, `*`, `+`, `@` or `!` before it and names no file. Write `{a,b}` for one of some words, or several globs.',
    group: '`{glob}` has a `|` and names no file. Write `{a,b}` for one of some words.',
    range: '`{glob}` has braces without a comma and names no file. Write what may stand there as `{a,b}`.',
    alternatives:
      '`{glob}` stands for more than 256 globs and names no file. Write `*` in the place of some of its braces.',
    ending: '`{glob}` ends with a backslash and names no file. Leave the backslash out.',
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
