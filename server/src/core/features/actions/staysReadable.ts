import { type DocumentFacts, problemsIn } from '../../formats/facts.ts';
import { readDocument } from '../../formats/readDocument.ts';
import { applied } from '../../formats/yamlEdits.ts';
import type { FixEdit } from '../../rules/rule.ts';
import type { Editing } from '../editing.ts';

/** The manifest of a program, which a fix may edit beside its document; undefined where there is none. */
export type Manifest = { readonly path: string; readonly facts: DocumentFacts } | undefined;

/** What can stand in a cell, with quotes around it and without. */
const cellText = /^[^"',;\t\r\n]*$/;

/** Whether edits leave YAML without a fault as it is in that, in the document and in the manifest. */
export function staysReadable(
  edits: readonly FixEdit[],
  { path, facts, program }: Editing,
  manifest: Manifest,
): boolean {
  for (const one of [{ path, facts }, ...(manifest && manifest.path !== path ? [manifest] : [])]) {
    const own = edits.filter(edit => edit.path === one.path);
    if (one.facts.role.language === 'csv' && !own.every(({ text }) => cellText.test(text))) return false;
    if (own.length === 0 || problemsIn(one.facts) > 0) continue;
    const after = readDocument(applied(one.facts.text, own), one.facts.role, program.catalog);
    if (problemsIn(after) > 0) return false;
  }
  return true;
}
