import { gathered } from '../../core/engine/gathering.ts';
import type { SeenFinding, ShownFinding, SuppressedFinding } from '../../core/engine/shownFinding.ts';
import { listed, type Unlisted } from '../../core/rules/running/listed.ts';
import type { Severity } from '../../core/rules/severity.ts';
import type { AskedProgram } from '../programs.ts';

/** Findings of one rule in one document that are counted and not listed. */
export interface Omitted extends Pick<ShownFinding, 'rule' | 'severity' | 'tag'> {
  readonly count: number;
}

/** Findings in one document, by place: those that are listed, and how many more there are. */
export interface Part<Finding extends ShownFinding> {
  readonly listed: readonly Finding[];
  /** Those beyond the most that are listed of a rule. */
  readonly omitted: readonly Omitted[];
  /** Those of a severity that is not listed (`--quiet`). */
  readonly quieted: readonly Omitted[];
}

/** What is reported of one document. */
export interface ReportedDocument {
  readonly program: AskedProgram;
  /** Relative to the program's root. */
  readonly path: string;
  readonly findings: Part<ShownFinding>;
  /** The same findings as people see them: what one gap brings many times is one. */
  readonly seen: Part<SeenFinding>;
  readonly suppressed: Part<SuppressedFinding>;
}

/** How many findings there are, listed or not. */
export interface Counts extends Readonly<Record<Severity, number>> {
  /** How many there are as people see them. */
  readonly seen: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  /** How many are not reported because a baseline has them, or an earlier revision had them. */
  readonly known: number;
  /** How many are not reported because only other rules were asked after. */
  readonly ofOtherRules: number;
  /** How many of those there are as people see them. */
  readonly seenOfOtherRules: number;
}

/** What decides which findings are reported. */
export interface Reporting {
  readonly isKnown: (finding: ShownFinding, program: AskedProgram) => boolean;
  /** Whether the findings of a rule were asked after. */
  readonly isAskedFor: (rule: string) => boolean;
  /** Whether the findings of a severity are listed; they are counted anyway. */
  readonly isListed: (severity: Severity) => boolean;
  /** How many findings of one rule are listed in one document. */
  readonly most: number;
}

/**
 * The findings of the documents that were asked for, by program and path. Every finding is counted; those that are not
 * listed are let go, a document at a time.
 */
export function reportedIn(
  programs: readonly AskedProgram[],
  { isKnown, isAskedFor, isListed, most }: Reporting,
): { readonly documents: readonly ReportedDocument[]; readonly counts: Counts } {
  const seen = { error: 0, warning: 0, information: 0, hint: 0 };
  const counts = { ...seen, seen, suppressed: 0, known: 0, ofOtherRules: 0, seenOfOtherRules: 0 };
  const documents: ReportedDocument[] = [];
  for (const program of programs) {
    const { engine, isAsked, linesOf } = program;
    for (const path of engine.paths()) {
      if (!isAsked(path) || !linesOf(path)) continue;
      const all = engine.findings(path);
      const isNew = all.filter(finding => !isKnown(finding, program));
      const reported = isNew.filter(({ rule }) => isAskedFor(rule));
      const suppressed = engine.suppressed(path).filter(({ rule }) => isAskedFor(rule));
      const rulesOfKnown = rulesIn(all, new Set(isNew));
      const seenHere = gathered(reported, engine.program, rulesOfKnown);
      for (const { severity } of reported) counts[severity]++;
      for (const { severity } of seenHere) seen[severity]++;
      const others = isNew.filter(({ rule }) => !isAskedFor(rule));
      counts.ofOtherRules += others.length;
      counts.seenOfOtherRules += gathered(others, engine.program, rulesOfKnown).length;
      counts.known += all.filter(({ rule }) => isAskedFor(rule)).length - reported.length;
      counts.suppressed += suppressed.length;
      if (reported.length === 0 && suppressed.length === 0) continue;
      documents.push({
        program,
        path,
        findings: partOf(reported, most, isListed),
        seen: partOf(seenHere, most, isListed),
        suppressed: partOf(suppressed, most, () => true),
      });
    }
  }
  return { documents, counts };
}

/** The rules of findings that are none of some. */
function rulesIn(findings: readonly ShownFinding[], some: ReadonlySet<ShownFinding>): ReadonlySet<string> {
  return new Set(findings.flatMap(finding => (some.has(finding) ? [] : finding.rule)));
}

function partOf<Finding extends ShownFinding>(
  findings: readonly Finding[],
  most: number,
  isListed: Reporting['isListed'],
): Part<Finding> {
  const { listed: first, unlisted } = listed(
    findings.filter(({ severity }) => isListed(severity)),
    most,
  );
  const others = findings.filter(({ severity }) => !isListed(severity));
  return {
    listed: first,
    omitted: [...unlisted.values()].map(omittedOf),
    quieted: [...listed(others, 0).unlisted.values()].map(omittedOf),
  };
}

function omittedOf({ first: { rule, severity, tag }, count }: Unlisted<ShownFinding>): Omitted {
  return { rule, severity, tag, count };
}
