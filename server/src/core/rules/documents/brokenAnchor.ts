import { nearest } from '../../text/nearest.ts';
import type { ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'documents/broken-anchor',
  reads: 'path',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A link to a heading that its document does not have.',
  why: 'The link opens the document at its top, and the reader, who may be the auditor, has to guess which section was meant.',
  fix: 'Correct what follows the `#`: the heading in lower case, with hyphens for the blanks.',
  messages: { default: '`{to}` has no heading of the anchor `{anchor}`. Correct what follows the `#`.' },
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
    ],
  },
  fixes({ path, range, args: { to = '', anchor = '' }, facts, programme }) {
    const near = nearest(anchor, anchorsIn(programme.summary(to)?.shape.anchors));
    if (near === undefined) return [];
    const words = facts.text.slice(range.start, range.end);
    const text = `${words.slice(0, words.indexOf('#') + 1)}${near}`;
    return [{ title: `Write ${text}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(programme, to, report) {
    const { anchors } = programme.summary(to)?.shape ?? {};
    if (anchors === undefined) return;
    for (const [path, links] of [...programme.linksTo(to)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [record] = programme.records(path);
      const { standing } = record?.shape ?? {};
      if (!record || standing === 'retired' || standing === 'template') continue;
      for (const { anchor, at } of links) {
        if (anchor === undefined || isThere(anchor, anchors)) continue;
        report({ path, record: 0, at }, { to, anchor });
      }
    }
  },
};

/** What browsers and code hosts find in any page: its top, a line, words. */
const ofViewer = /^(?:top|l\d+(?:c\d+)?(?:-l?\d+(?:c\d+)?)?|.*:~:.*)$/;

function anchorsIn(lines: string | undefined): readonly string[] {
  return lines === undefined ? [] : lines.split('\n');
}

/** Whether a heading has the anchor, as GitHub makes it, or but for signs and leading numbers, as other sites do. */
function isThere(anchor: string, lines: string): boolean {
  const wanted = decoded(anchor)
    .toLowerCase()
    .replace(/^user-content-/, '');
  const anchors = anchorsIn(lines);
  if (ofViewer.test(wanted) || anchors.includes(wanted)) return true;
  return anchors.some(one => bare(one) === bare(wanted));
}

function bare(anchor: string): string {
  return anchor.replace(/^[\d_.-]+|[^\p{L}\p{N}]/gu, '');
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
