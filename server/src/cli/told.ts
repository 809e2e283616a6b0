import type { ShownFinding, SuppressedFinding } from '../core/engine.ts';
import { listed } from '../core/rules/running/listed.ts';
import type { Severity } from '../core/rules/severity.ts';
import type { AskedProgram } from './programs.ts';

/** Findings of one rule in one document that are counted and not listed. */
export interface Omitted {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** Findings in one document, by place: those that are listed, and how many more there are. */
export interface Part<Finding extends ShownFinding> {
  readonly listed: readonly Finding[];
  readonly omitted: readonly Omitted[];
}

/** What is told of one document. */
export interface Told {
  readonly program: AskedProgram;
  /** Relative to the program's root. */
  readonly path: string;
  readonly findings: Part<ShownFinding>;
  readonly suppressed: Part<SuppressedFinding>;
}

/** How many there are, listed or not. */
export interface Counts extends Readonly<Record<Severity, number>> {
  readonly suppressed: number;
  /** How many are not reported because a baseline has them, or an earlier revision had them. */
  readonly known: number;
}

/** What decides what is told. */
export interface Telling {
  readonly isKnown: (finding: ShownFinding, program: AskedProgram) => boolean;
  /** Whether a finding that is not known is any news to the reader. */
  readonly isNews: (finding: ShownFinding) => boolean;
  /** How many findings of one rule are listed in one document. */
  readonly most: number;
}

/**
 * What is told of the documents that were asked for, by program and path. Every finding is counted; those that are not
 * listed are let go, a document at a time.
 */
export function tell(
  programs: readonly AskedProgram[],
  { isKnown, isNews, most }: Telling,
): { readonly told: readonly Told[]; readonly counts: Counts } {
  const counts = { error: 0, warning: 0, information: 0, hint: 0, suppressed: 0, known: 0 };
  const told: Told[] = [];
  for (const program of programs) {
    const { engine, isAsked, linesOf } = program;
    for (const path of engine.paths()) {
      if (!isAsked(path) || !linesOf(path)) continue;
      const all = engine.findings(path);
      const unknown = all.filter(finding => !isKnown(finding, program));
      const reported = unknown.filter(isNews);
      const suppressed = engine.suppressed(path);
      for (const { severity } of reported) counts[severity]++;
      counts.known += all.length - unknown.length;
      counts.suppressed += suppressed.length;
      if (reported.length === 0 && suppressed.length === 0) continue;
      told.push({
        program,
        path,
        findings: partOf(reported, most),
        suppressed: partOf(suppressed, most),
      });
    }
  }
  return { told, counts };
}

function partOf<Finding extends ShownFinding>(findings: readonly Finding[], most: number): Part<Finding> {
  const { listed: first, unlisted } = listed(findings, most);
  const omitted = [...unlisted].map(([rule, more]) => ({
    rule,
    severity: more.first.severity,
    count: more.count,
  }));
  return { listed: first, omitted };
}
