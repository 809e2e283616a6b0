import { signless } from '../../../formats/anchors.ts';
import { generatorNamed } from '../../../formats/sites/sites.ts';
import { nearest } from '../../../text/nearest.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'documents/broken-anchor',
  reads: 'path',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A link to a heading that does not exist in the linked document.',
  why: 'The link opens the document at its top. The reader, who may be your auditor, has to guess which section you meant.',
  fix: 'Correct the text after the `#`. It is the heading in lowercase, with hyphens instead of spaces. If your documents are built as a site, it is what the site generator makes of the heading. The rule ignores pages that include another page, because they can have any heading.',
  messages: {
    default: 'No heading in `{to}` matches `#{anchor}`. Correct the text after the `#`.',
    site: '{generator} gives no heading in `{to}` the anchor `#{anchor}`. Correct the text after the `#`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      # Access

      See [below](#exceptoins) and [the procedure](../procedures/access.md#who-grants).
                  ^^^^^^^^^^^
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ## Exceptions

      None.
      === procedures/access.md
      # Grant
      `,
      `
      === tickmark.yaml
      tickmark: 1
      === mkdocs.yml
      site_name: Policies
      === docs/policies/access.md
      # Access & roles

      GitHub would give the heading [this anchor](#access--roles).
                                                  ^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      # 1. Access & roles

      See [above](#1-access--roles), [as other sites have it](#access-roles), [a note](#note), [line 10](#L10), [lines](#L3-L5), [words](#:~:text=Access) and
      [the procedure](../procedures/access.md#Grant).

      <a name="note"></a>
      === procedures/access.md
      # Grant
      `,
      `
      === tickmark.yaml
      tickmark: 1
      === mkdocs.yml
      site_name: Policies
      === docs/policies/access.md
      # Access & roles

      See [above](#access-roles), [the exceptions](#none), [the reviews](#reviews) and [the procedure](../procedures/access.md#grant).

      ## Exceptions {: #none }

      ## Reviews {.unnumbered}
      === docs/procedures/access.md
      --8<-- "steps.md"
      `,
    ],
  },
  fixes({ path, range, args: { to = '', anchor = '' }, facts, program }) {
    const near = nearest(anchor, anchorsIn(program.summary(to)?.shape.anchors));
    if (near === undefined) return [];
    const words = facts.text.slice(range.start, range.end);
    const text = `${words.slice(0, words.indexOf('#') + 1)}${near}`;
    return [{ title: `Write ${text}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(program, to, report) {
    const { anchors, anchorsBy, takesIn } = program.summary(to)?.shape ?? {};
    if (anchors === undefined || takesIn) return;
    for (const { from, link } of program.linksTo(to)) {
      const { anchor, at } = link;
      if (anchor === undefined) continue;
      const standing = program.records(from)[0]?.shape.standing ?? 'retired';
      if (
        standing === 'retired' ||
        standing === 'template' ||
        isThere(anchor, anchors, anchorsBy !== undefined)
      )
        continue;
      const place = { path: from, record: 0, at };
      if (anchorsBy) report(place, { to, anchor, generator: generatorNamed(anchorsBy).label }, 'site');
      else report(place, { to, anchor });
    }
  },
};

/** What browsers and code hosts find in any page: its top, a line, words. */
const ofViewer = /^(?:top|l\d+(?:c\d+)?(?:-l?\d+(?:c\d+)?)?|.*:~:.*)$/;

function anchorsIn(lines: string | undefined): readonly string[] {
  return lines === undefined ? [] : lines.split('\n');
}

/**
 * Whether a heading has the anchor.
 * @param isExact whether the lines are what the generator of the site makes; else they are as GitHub makes them, and others
 *   differ from these in signs and leading numbers
 */
function isThere(anchor: string, lines: string, isExact: boolean): boolean {
  const written = decoded(anchor);
  if (isExact) return ofViewer.test(written.toLowerCase()) || anchorsIn(lines).includes(written);
  const wanted = written.toLowerCase().replace(/^user-content-/, '');
  if (ofViewer.test(wanted) || `\n${lines}\n`.includes(`\n${wanted}\n`)) return true;
  const plain = signless(wanted);
  if (plain === '') return false;
  return anchorsIn(lines).some(line => {
    const one = signless(line);
    // Pandoc and kramdown leave out what stands before the first letter.
    return one === plain || one.replace(/^\d+/, '') === plain;
  });
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
