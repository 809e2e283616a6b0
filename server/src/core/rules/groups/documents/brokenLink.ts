import { layoutNamed } from '../../../formats/layouts/layouts.ts';
import { encodedOf } from '../../../formats/links.ts';
import { type Role, roleOf } from '../../../formats/role.ts';
import { kindOfPath, kinds } from '../../../model/kinds.ts';
import { fileNameOf, type LinkEntry, relativePath } from '../../../program/link.ts';
import type { Program } from '../../../program/program.ts';
import { folderOf } from '../../../program/touched.ts';
import { globStarts } from '../../../text/globs.ts';
import { nearest } from '../../../text/nearest.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'documents/broken-link',
  reads: 'path',
  absence: true,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A link to a document or file of the program that does not exist.',
  why: 'Auditors follow links. If a policy refers to a procedure that nobody can open, the procedure might as well not exist.',
  fix: 'Correct the path, or write the document. The rule checks links to policies, procedures, and narratives, and to files such as tables, screenshots, and PDFs. In a Docusaurus site, a link can also lead from the content folder or the site. The rule ignores files that may be generated from documents (`.html`, `.svg`, or a PDF in a folder with documents), and folders that hold no such files.',
  messages: {
    default: 'This link leads to `{to}`, which does not exist. Correct the path, or write the document.',
    file: 'This link leads to the file `{to}`, which does not exist. Correct the path, or add the file.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      Access is given by [the procedure](../procedures/acces.md#grant).
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      === procedures/access.md
      # Grant
      `,
      `
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      What is kept: [the list](../evidence/files/review%20q2.xlsx), and [the screenshot][1].
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

      [1]: ../evidence/files/sso.png#top
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      === evidence/files/review q1.xlsx
      binary
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      === docusaurus.config.js
      module.exports = {};
      === docs/policies/access.md
      Access is given by [the procedure](procedures/access.md), see [the form](/procedures/form.md).
      === docs/procedures/access.md
      # Grant
      === docs/procedures/form.md.tmpl
      # Form
      `,
      `
      === tickmark.yaml
      tickmark: 1
      exclude: [policies/old/**]
      === policies/access.md
      Access is given by [the procedure](../procedures/access%20v2.md), which replaces [the old one](old/access.md).
      See [the site](https://example.com/a.md), [the page](/handbook/a.md), [the file](a.pdf), [what is outside](../../a.md),
      [the folder](../other/deep/a.md), [this](access.md#x) and {{< ref "b.md" >}}. Tickmark does not check files that are not records:
      [the list](README.md), [the log](../evidence/files/log.yaml), [the overview](../controls/overview.md).
      === procedures/access v2.md
      # Grant
      `,
      `
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      See [the list](../evidence/files/review%20q1.xlsx?raw=true), [another system's](../exports/review.csv), ![](sso.png),
      [the page](AC-04.html), [for printing](AC-04.pdf), [the drawing](network.svg), [the folder](../evidence/files),
      [the terms](/assets/terms.pdf), [what is outside](../../terms.pdf) and [what is fetched](.cache/terms.pdf).
      === evidence/files/review q1.xlsx
      binary
      `,
    ],
  },
  fixes({ path, range, message, args: { to = '' }, facts, program }) {
    if (message === 'file') return [];
    const name = fileNameOf(to);
    const paths = [...program.paths()].sort();
    const moved = paths.filter(one => one.endsWith(`/${name}`));
    const inFolder = paths.filter(one => folderOf(one) === folderOf(to));
    const near = moved.length === 1 ? moved[0] : nearest(to, inFolder);
    if (near === undefined) return [];
    const [rest = ''] = /[?#].*/s.exec(facts.text.slice(range.start, range.end)) ?? [];
    const text = encodedOf(relativePath(folderOf(path), near)) + rest;
    return [{ title: `Write ${text}`, edits: [{ path, ...range, text }], preferred: moved.length === 1 }];
  },
  check(program, to, report) {
    if (program.summary(to) || program.catalogFiles.files.has(to)) return;
    for (const entry of program.linksTo(to)) {
      const { from, link } = entry;
      // A document at any of them would be known to be there.
      const paths = [to, ...(entry.others ?? [])].filter(path => isLookedInto(program, path));
      if (paths.length === 0 || mayBeElsewhere(program, entry)) continue;
      const standing = program.records(from)[0]?.shape.standing ?? 'retired';
      if (standing === 'retired' || standing === 'template') continue;
      const place = { path: from, record: 0, at: link.at };
      if (link.isFile) {
        const isMissing = program.sources.stateOf(entry) === 'missing';
        if (isMissing && !mayBeMade(program, to)) report(place, { to }, 'file');
      } else {
        const { name } = layoutNamed(program.summary(from)?.shape.format);
        if (paths.some(path => isRecordIfThere(roleOf(path, name, false)))) report(place, { to });
      }
    }
  },
};

/** Whether a link may lead to a page that is no record, from the root of a site, or out of the program. */
function mayBeElsewhere({ sources }: Program, entry: LinkEntry): boolean {
  if (entry.mayLeave) return true;
  const state = entry.others && sources.stateOf(entry);
  return entry.others !== undefined && (state === undefined || state === 'there');
}

/** Whether a file would be a record whatever it says: any other may be there and be none. */
function isRecordIfThere(role: Role | undefined): boolean {
  return role?.language === 'markdown' && role.folder !== undefined && kinds[role.folder].prose === true;
}

/** Whether a file is of a kind that is made of documents, and lies where some are: it may come with the next release. */
function mayBeMade(program: Program, path: string): boolean {
  return /\.(?:pdf|docx?|odt|txt)$/i.test(path) && program.inFolder(folderOf(path)).size > 0;
}

/**
 * Whether documents are known to be read where a path leads: it is in a conventional folder of the program, or its folder,
 * or the one around it, has some; and no glob leaves it out. Other folders may be another program's.
 */
function isLookedInto(program: Program, path: string): boolean {
  if (/(?:^|\/)(?:\.|node_modules\/)/.test(path)) return false;
  const excluded = program.manifest?.shape.exclude ?? [];
  // Any path that begins as a glob does may be left out.
  if (globStarts(excluded).some(start => path.startsWith(start))) return false;
  if (kindOfPath(`${path.slice(0, path.indexOf('/') + 1)}x`) !== undefined) return true;
  const folder = folderOf(path);
  if (program.inFolder(folder).size > 0) return true;
  return folder.includes('/') && program.inFolder(folderOf(folder)).size > 0;
}
