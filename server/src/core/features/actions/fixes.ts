import type { TextEdit } from '../../formats/yamlEdits.ts';
import type { Args, Fix, FixEdit, FixTarget } from '../../rules/rule.ts';
import { ruleNamed, rules } from '../../rules/rules.ts';
import { append } from '../../text/lists.ts';
import type { TextRange } from '../../text/range.ts';
import type { Editing } from '../editing.ts';
import { type Manifest, staysReadable } from './staysReadable.ts';

/** What a fix must know of a finding. */
export interface Mendable {
  readonly rule: string;
  readonly range: TextRange;
  readonly messageKey: string;
  readonly args: Args;
  /** The findings that it stands for, where it stands for several. */
  readonly members?: readonly { readonly args: Args }[];
}

/**
 * The ways to mend a finding, the likeliest first. One by which YAML that could be read would be so no more is none: what
 * stands around a place (tags, anchors, a key that is there already) may be such as no rule has thought of.
 */
export function fixesOf(editing: Editing, finding: Mendable, manifest: Manifest): readonly Fix[] {
  return waysToMend(editing, finding, manifest).filter(({ edits }) =>
    staysReadable(edits, editing, manifest),
  );
}

/** Whether there may be more ways to mend a finding once the texts of the program's documents have been read. */
export function asksTexts(editing: Editing, finding: Mendable, manifest: Manifest): boolean {
  return ruleNamed(finding.rule)?.asksTexts?.(targetOf(editing, finding, manifest)) === true;
}

function waysToMend(editing: Editing, finding: Mendable, manifest: Manifest): readonly Fix[] {
  return ruleNamed(finding.rule)?.fixes?.(targetOf(editing, finding, manifest)) ?? [];
}

function targetOf(
  { path, facts, program, texts }: Editing,
  { range, messageKey, args, members }: Mendable,
  manifest: Manifest,
): FixTarget {
  const all = members?.map(member => member.args) ?? [args];
  return { path, range, message: messageKey, args, all, facts, program, rules, manifest, texts };
}

/** Edits of one document that mend several findings at once. */
export interface FixAll<Finding extends Mendable> {
  readonly edits: readonly FixEdit[];
  readonly mended: readonly Finding[];
}

/**
 * Mends what of a document's findings can be mended without a look at each, as far as the edits do not touch each other; what
 * is left by that can be mended after it. It changes no other document. Undefined where there is nothing to mend.
 */
export function fixAllOf<Finding extends Mendable>(
  editing: Editing,
  findings: readonly Finding[],
  manifest: Manifest,
): FixAll<Finding> | undefined {
  const edits: FixEdit[] = [];
  const all: { readonly finding: Finding; readonly edits: readonly FixEdit[] }[] = [];
  for (const finding of findings) {
    if (!ruleNamed(finding.rule)?.fixAll) continue;
    const fix = waysToMend(editing, finding, manifest).find(({ preferred }) => preferred);
    const isOwn = fix?.edits.every(({ path }) => path === editing.path) && !fix.creates;
    if (!fix || !isOwn || fix.edits.some(edit => edits.some(other => touch(edit, other)))) continue;
    append(edits, fix.edits);
    all.push({ finding, edits: fix.edits });
  }
  const kept: typeof all = [];
  /** Keeps those by which everything stays readable: one that does not must not hold up the others. */
  const keep = (some: typeof all): void => {
    if (some.length === 0) return;
    const together = [...kept, ...some].flatMap(one => one.edits);
    const half = Math.ceil(some.length / 2);
    if (staysReadable(together, editing, manifest)) append(kept, some);
    else if (some.length > 1) for (const part of [some.slice(0, half), some.slice(half)]) keep(part);
  };
  keep(all);
  return kept.length > 0
    ? { edits: kept.flatMap(one => one.edits), mended: kept.map(({ finding }) => finding) }
    : undefined;
}

function touch(one: TextEdit, other: TextEdit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
