import type { ShownFinding, SuppressedFinding } from '../../core/engine/shownFinding.ts';
import { listed } from '../../core/rules/running/listed.ts';
import type { Severity } from '../../core/rules/severity.ts';
import type { AskedProgram } from '../programs.ts';

/** Findings of one rule in one document that are counted and not listed. */
export interface Omitted extends Pick<ShownFinding, 'rule' | 'severity' | 'tag'> {
  readonly count: number;
}

/** Findings in one document, by place: those that are listed, and how many more there are. */
export interface Part<Finding extends ShownFinding> {
  readonly listed: readonly Finding[];
  readonly omitted: readonly Omitted[];
}

/** What is reported of one document. */
export interface ReportedDocument {
  readonly program: AskedProgram;
  /** Relative to the program's root. */
  readonly path: string;
  readonly findings: Part<ShownFinding>;
  readonly suppressed: Part<SuppressedFinding>;
}

/** How many findings there are, listed or not. */
export interface Counts extends Readonly<Record<Severity, number>> {
  readonly suppressed: number;
  /** How many are not reported because a baseline has them, or an earlier revision had them. */
  readonly known: number;
}

/** What decides which findings are reported. */
export interface Reporting {
  readonly isKnown: (finding: ShownFinding, program: AskedProgram) => boolean;
  /** How many findings of one rule are listed in one document. */
  readonly most: number;
}

/**
 * The findings of the documents that were asked for, by program and path. Every finding is counted; those that are not
 * listed are let go, a document at a time.
 */
export function reportedIn(
  programs: readonly AskedProgram[],
  { isKnown, most }: Reporting,
): { readonly documents: readonly ReportedDocument[]; readonly counts: Counts } {
  const counts = { error: 0, warning: 0, information: 0, hint: 0, suppressed: 0, known: 0 };
  const documents: ReportedDocument[] = [];
  for (const program of programs) {
    const { engine, isAsked, linesOf } = program;
    for (const path of engine.paths()) {
      if (!isAsked(path) || !linesOf(path)) continue;
      const all = engine.findings(path);
      const reported = all.filter(finding => !isKnown(finding, program));
      const suppressed = engine.suppressed(path);
      for (const { severity } of reported) counts[severity]++;
      counts.known += all.length - reported.length;
      counts.suppressed += suppressed.length;
      if (reported.length === 0 && suppressed.length === 0) continue;
      documents.push({
        program,
        path,
        findings: partOf(reported, most),
        suppressed: partOf(suppressed, most),
      });
    }
  }
  return { documents, counts };
}

function partOf<Finding extends ShownFinding>(findings: readonly Finding[], most: number): Part<Finding> {
  const { listed: first, unlisted } = listed(findings, most);
  const omitted = [...unlisted].map(([rule, { first, count }]) => ({
    rule,
    severity: first.severity,
    tag: first.tag,
    count,
  }));
  return { listed: first, omitted };
}
