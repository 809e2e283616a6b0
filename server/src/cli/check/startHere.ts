import type { ShownFinding } from '../../core/engine/shownFinding.ts';
import { counted } from '../../core/pages/words.ts';
import { type Severity, severities } from '../../core/rules/severity.ts';
import { largest } from '../../core/text/lists.ts';
import type { AskedProgram } from '../programs.ts';
import type { ReportedDocument } from './reported.ts';

/** The finding to look at first, and why, as a sentence. */
export interface Start {
  readonly program: AskedProgram;
  readonly finding: ShownFinding;
  readonly why: string;
}

/**
 * The finding to look at first of those that are listed; undefined where fewer than two are, for then nobody has to choose.
 * A credential does harm until it is revoked, and other findings may follow from what is wrong in what they are judged by.
 * Else the gravest findings come first, and of these the rule that has the most.
 */
export function startHere(
  documents: readonly ReportedDocument[],
  isListed: (one: ShownFinding) => boolean,
): Start | undefined {
  const all = documents.flatMap(({ program, seen }) =>
    seen.listed.filter(isListed).map(finding => ({ program, finding })),
  );
  if (all.length < 2) return undefined;
  const bySeverity = all.toSorted(
    (one, other) => severities.indexOf(one.finding.severity) - severities.indexOf(other.finding.severity),
  );
  for (const { isFirst, why } of urgent) {
    const found = bySeverity.find(({ finding }) => isFirst(finding));
    if (found) return { ...found, why };
  }
  const severity = bySeverity[0]?.finding.severity;
  const gravest = all.filter(({ finding }) => finding.severity === severity);
  const counts = new Map<string, number>();
  for (const { finding } of gravest) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  const most = largest(0, counts.values());
  const first = gravest.find(({ finding }) => counts.get(finding.rule) === most);
  if (!first || !severity) return undefined;
  return { ...first, why: whyFirst(severity, most, gravest.length) };
}

const urgent: readonly { readonly isFirst: (finding: ShownFinding) => boolean; readonly why: string }[] = [
  {
    isFirst: ({ rule }) => rule.startsWith('secrets/'),
    why: 'Everybody who can read the repository can use a credential in it until it is revoked.',
  },
  {
    isFirst: ({ rule, severity }) => isGrave(severity) && unread.has(rule),
    why: 'Tickmark cannot read what this finding is about, so other findings may follow from it.',
  },
  {
    isFirst: ({ rule, severity }) => isGrave(severity) && /^(?:scope|catalog)\//.test(rule),
    why: 'The scope decides what the documents are checked against, so other findings may follow from it.',
  },
];

const unread: ReadonlySet<string> = new Set(['documents/syntax', 'documents/too-large']);

function isGrave(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

function whyFirst(severity: Severity, ofRule: number, ofSeverity: number): string {
  const [one, many] =
    severity === 'information'
      ? ['finding of this severity', 'findings of this severity']
      : [severity, `${severity}s`];
  if (ofSeverity === 1) return `It is the only ${one}.`;
  if (ofRule === 1) return `It is the first of ${ofSeverity} ${many}.`;
  if (ofRule === ofSeverity) return `All ${ofSeverity} ${many} are of this rule.`;
  return `${counted(ofRule, one, many)} of ${ofSeverity} are of this rule, more than of any other.`;
}
