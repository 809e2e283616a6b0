import { isOnlyLinks } from '../../../formats/callsItself.ts';
import { type DocumentFacts, problemsIn } from '../../../formats/facts.ts';
import { layoutNamed } from '../../../formats/layouts/layouts.ts';
import { oddFrontMatter } from '../../../formats/oddFrontMatter.ts';
import { namesIn } from '../../../formats/readDocument.ts';
import { kinds, type RecordKind } from '../../../model/kinds.ts';
import { makeRecord } from '../../fixes/makeRecord.ts';
import { sharedFolders } from '../../questions/sharedFolders.ts';
import type { DocumentRule } from '../../rule.ts';

/** What a page about a folder of records is called, or one that explains how they are written. */
const aboutRecords =
  /^(?:about|how (?:to|we)|introduction|guide)\b|\b(?:index|overview|list|summary|introduction|guidelines?|guide|glossary|legend|conventions?|instructions|contents|map|notes|methodology)$/i;

export const rule: DocumentRule = {
  name: 'documents/no-record',
  reads: 'document',
  aboutUnread: true,
  severity: { start: 'information', recommended: 'information', strict: 'warning' },
  summary: 'A page in a folder of records that holds no record.',
  why: 'A page in `controls/` looks like a control to everybody who reads it. Without front matter it is none: nothing maps to it, nothing can refer to it, and the criteria that it cites are only mentioned.',
  fix: 'Write the front matter of a record, with an `id` and `satisfies`. Several controls can be a table with a column of ids, one of criteria, and one that says what is done. If the page is about the folder, call it `README.md` or list it under `exclude` in `tickmark.yaml`.',
  messages: {
    default:
      'This page is in the folder `{folder}`, but it holds no record, so it does not count. Give it front matter with an `id`.',
    cites:
      'This page is in the folder `{folder}`, but it holds no record, so it only mentions the criteria that it cites. Give it front matter with an `id` and `satisfies`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 1
      === controls/doors.md
      # AC-01 - Doors are locked
        ^^^^^^^^^^^^^^^^^^^^^^^^

      The last one locks the doors.

      - SOC 2: CC6.4
      === controls/laptops.md
      ---
      title: Laptops are encrypted
      ---
      # Laptops
        ^^^^^^^

      Every laptop has an encrypted disk.
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      === controls/doors.md
      ---
      id: AC-01
      satisfies: [CC6.4]
      ---
      # Doors are locked

      The last one locks the doors.
      === controls/all.md
      # What we do

      | ID | Control | SOC 2 | Owner |
      | --- | --- | --- | --- |
      | AC-02 | Keys are counted every month. | CC6.4 | ana |
      === controls/README.md
      # Our controls

      One file for each control.
      === controls/overview.md
      # Overview

      All controls are for CC6.1 and CC6.4.
      === src/controls/slider.md
      # Slider

      Set the least and the greatest value.
      === risks/methodology.md
      # How risks are rated

      Likelihood times impact.
      === evidence/minutes.md
      # Minutes of the board

      Everybody was there.
      `,
    ],
  },
  fixes(target) {
    return makeRecord(target);
  },
  check(facts, report) {
    const { role, markdown, citations } = facts;
    const kind = role.folder;
    if (!kind || !markdown || !isAsked(facts, kind)) return;
    const isCiting = citations.length > 0;
    if (!isCiting && (sharedFolders.has(kind) || role.amongCode)) return;
    const [heading] = markdown.headings;
    const [start, end] = heading ? [heading.textStart, heading.textEnd] : firstLine(facts);
    const folder = kinds[kind].folder ?? '';
    if (start < end) report({ start, end }, { folder: `${folder}/` }, isCiting ? 'cites' : 'default');
  },
};

/** Whether a page of a folder is to hold a record: it says something, and nothing tells why it holds none. */
function isAsked(facts: DocumentFacts, kind: RecordKind): boolean {
  const { text, role, records, envelope, markdown, summary } = facts;
  if (kinds[kind].prose || role.template || role.archived || role.included) return false;
  if (!layoutNamed(role.layout).hasManifest || summary.shape.unread || !envelope || !markdown) return false;
  if (records.some(record => record.kind !== 'document')) return false;
  if (problemsIn(facts) > 0 || envelope.style === 'unclosed' || oddFrontMatter(text, envelope, markdown))
    return false;
  const names = namesIn(
    role,
    facts.yaml[0]?.root?.type === 'mapping' ? facts.yaml[0].root : undefined,
    markdown,
  );
  const isAbout = (name: string | undefined) =>
    name !== undefined && aboutRecords.test(name.slice(0, 200).replace(/[-_]/g, ' ').trim());
  return !names.some(isAbout) && !isOnlyLinks(text, envelope.bodyStart, markdown);
}

/** The first line of a body that says something. */
function firstLine({ text, envelope }: DocumentFacts): readonly [start: number, end: number] {
  const from = envelope?.bodyStart ?? 0;
  const match = /\S[^\r\n]*/.exec(text.slice(from));
  if (!match) return [from, from];
  const start = from + match.index;
  return [start, start + match[0].trimEnd().length];
}
