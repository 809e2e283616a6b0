import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { ShownFinding } from '../core/engine/shownFinding.ts';
import { asksTexts, fixAllOf, fixesOf } from '../core/features/actions/fixes.ts';
import { refactoringsAt } from '../core/features/actions/refactorings/refactorings.ts';
import { silencingFixes } from '../core/features/actions/silence.ts';
import type { Editing } from '../core/features/editing.ts';
import type { DocumentFacts } from '../core/formats/facts.ts';
import { formattingEdits } from '../core/formats/formatting/formatting.ts';
import type { TextsRead } from '../core/program/speaking.ts';
import type { Fix } from '../core/rules/rule.ts';
import { ruleNamed } from '../core/rules/rules.ts';
import { listed } from '../core/rules/running/listed.ts';
import { longestQuote } from '../core/rules/running/message.ts';
import { brief } from '../core/text/brief.ts';
import { append, groupedBy } from '../core/text/lists.ts';
import type { TextRange } from '../core/text/range.ts';
import type { HostedDocument } from '../workspace/kept/keptPrograms.ts';
import type { Buffer } from './buffers.ts';
import type { Diagnostics } from './diagnostics.ts';
import { effectOf } from './fixEffect.ts';
import { visible } from './visible.ts';
import { whyCommandFor } from './whyHere.ts';
import { type EditsContext, workspaceEdit } from './workspaceEdits.ts';

/** The kind of the action that mends all that can be mended without a look at each. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.tickmark`;

/** The kind of the action that writes the records of a document in one form. */
export const formatKind = `${CodeActionKind.Source}.format.tickmark`;

/** The kinds of refactorings. */
const refactorKind = {
  extract: CodeActionKind.RefactorExtract,
  move: CodeActionKind.RefactorMove,
  rewrite: CodeActionKind.RefactorRewrite,
} as const;
const refactorKinds = Object.values(refactorKind);

/** The kinds of all actions there are. */
export const actionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  fixAllKind,
  formatKind,
  ...refactorKinds,
];

/** For how many findings of a stretch fixes are offered: nobody looks for one in a longer menu. */
const mostFixed = 20;

/** What is asked about, and what actions are made with. */
export interface ActionsQuestion {
  readonly context: EditsContext;
  readonly diagnostics: Diagnostics;
  readonly editing: Editing;
  readonly hosted: HostedDocument;
  readonly buffer: Buffer;
  readonly manifest: { readonly path: string; readonly facts: DocumentFacts } | undefined;
  /** Whether there are pages for the document's program: a page that none reads has a program of its own. */
  readonly hasPages: boolean;
  /** Reads of what the texts of the program's documents speak. */
  readonly textsOf: () => Promise<TextsRead>;
  /** The stretch of the document that is asked about. */
  readonly range: TextRange;
  /** The kinds asked for; undefined for all. */
  readonly only: CodeActionParams['context']['only'];
}

/**
 * The actions for a stretch of a document: fixes of what is found there, the ways to silence it, why it is there, and the fix of
 * all.
 */
export async function actionsFor(question: ActionsQuestion): Promise<CodeAction[]> {
  const { only, hosted } = question;
  const isAsked = (kind: string) =>
    !only || only.some(one => one === '' || kind === one || kind.startsWith(`${one}.`));
  const findings = hosted.host.engine.findings(hosted.path);
  return [
    ...(isAsked(CodeActionKind.QuickFix) ? await quickFixes(question, findings) : []),
    ...(isAsked(fixAllKind) ? await fixAll(question, findings) : []),
    ...(isAsked(formatKind) ? await format(question) : []),
    ...(refactorKinds.some(isAsked)
      ? (await refactorings(question)).filter(({ kind = '' }) => isAsked(kind))
      : []),
  ];
}

async function quickFixes(question: ActionsQuestion, all: readonly ShownFinding[]): Promise<CodeAction[]> {
  const { manifest, range } = question;
  const { engine } = question.hosted.host;
  const findings = engine
    .seen(question.hosted.path)
    .filter(({ range: { start, end } }) => start <= range.end && range.start <= end)
    .slice(0, mostFixed);
  const editing = await withTexts(question, findings);
  const actions: CodeAction[] = [];
  for (const finding of findings) {
    for (const fix of fixesOf(editing, finding, manifest))
      append(actions, await quickFix(question, [finding], fix));
  }
  const mendable = new Set(findings.map(({ rule }) => rule).filter(rule => ruleNamed(rule)?.fixAll));
  for (const rule of mendable) {
    const ofRule = fixAllOf(
      editing,
      all.filter(finding => finding.rule === rule),
      manifest,
    );
    if (!ofRule || ofRule.mended.length < 2) continue;
    const fix = { title: `Fix all ${rule} in this document`, edits: ofRule.edits, preferred: false };
    append(actions, await quickFix(question, ofRule.mended, fix));
  }
  // The last resort comes last: a comment silences a rule at its place, whatever is found there.
  const silencing = findings.flatMap(finding =>
    silencingFixes(editing, finding).map(fix => ({ finding, fix })),
  );
  const ways = groupedBy(silencing, ({ fix }) => JSON.stringify(fix));
  for (const same of ways.values()) {
    const silenced = same.map(({ finding }) => finding);
    append(actions, await quickFix(question, silenced, same[0].fix));
  }
  if (question.hasPages) for (const finding of findings) actions.push(await whyHere(question, finding));
  return actions;
}

/** Leads to why a finding is here: it mends nothing, and stands where people look for what can be done about one. */
async function whyHere(
  { context, diagnostics, hosted, buffer }: ActionsQuestion,
  finding: ShownFinding,
): Promise<CodeAction> {
  const command = whyCommandFor(finding, context.uriOf(hosted.host.folder.root), context.abilities);
  const about = [await diagnostics.toDiagnostic(finding, hosted, buffer)];
  return { title: visible(command.title), kind: CodeActionKind.QuickFix, diagnostics: about, command };
}

/** What the fixes of findings see: the texts of other documents too, where any of them asks for those. */
async function withTexts(
  { editing, manifest, textsOf }: ActionsQuestion,
  findings: readonly ShownFinding[],
): Promise<Editing> {
  if (!findings.some(finding => asksTexts(editing, finding, manifest))) return editing;
  return { ...editing, texts: await textsOf() };
}

async function quickFix(
  { context, diagnostics, hosted, buffer }: ActionsQuestion,
  findings: readonly ShownFinding[],
  fix: Fix,
): Promise<CodeAction[]> {
  const effect = await effectOf(context, hosted.host, fix);
  if (!effect) return [];
  const shown = listed(findings).listed;
  const mended = await Promise.all(shown.map(finding => diagnostics.toDiagnostic(finding, hosted, buffer)));
  return [
    {
      title: visible(brief(fix.title, longestQuote)),
      kind: CodeActionKind.QuickFix,
      diagnostics: mended,
      isPreferred: fix.preferred,
      ...effect,
    },
  ];
}

async function refactorings({ context, editing, hosted, range }: ActionsQuestion): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const refactoring of refactoringsAt(editing, range)) {
    const effect = await effectOf(context, hosted.host, refactoring);
    const title = visible(brief(refactoring.title, longestQuote));
    if (effect) actions.push({ title, kind: refactorKind[refactoring.kind], ...effect });
  }
  return actions;
}

async function format({ context, editing, hosted }: ActionsQuestion): Promise<CodeAction[]> {
  const edits = formattingEdits(editing.facts).map(edit => ({ path: hosted.path, ...edit }));
  const edit = edits.length > 0 && (await workspaceEdit(context, hosted.host, { edits }));
  const what = editing.facts.role.language === 'markdown' ? 'front matter' : 'the records of this document';
  return edit ? [{ title: `Format ${what}`, kind: formatKind, edit }] : [];
}

async function fixAll(
  { context, editing, manifest, hosted }: ActionsQuestion,
  findings: readonly ShownFinding[],
): Promise<CodeAction[]> {
  const all = fixAllOf(editing, findings, manifest);
  const edit = all && (await workspaceEdit(context, hosted.host, all));
  return edit ? [{ title: 'Apply all safe fixes of Tickmark', kind: fixAllKind, edit }] : [];
}
