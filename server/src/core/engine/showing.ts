import type { Silencing } from '../formats/silencings.ts';
import { rangeOf } from '../model/shape.ts';
import type { Program } from '../program/program.ts';
import type { Finding } from '../rules/rule.ts';
import { ruleNamed } from '../rules/rules.ts';
import { fingerprintOf } from '../rules/running/fingerprint.ts';
import { judgeSilencings } from '../rules/running/judge.ts';
import { messageOf } from '../rules/running/message.ts';
import type { RuleSettings } from '../rules/running/settings.ts';
import { silence } from '../rules/running/silence.ts';
import type { SetSeverity } from '../rules/severity.ts';
import type { TextRange } from '../text/range.ts';
import type { ShownFinding, SuppressedFinding } from './shownFinding.ts';

/** A finding of any rule, one that is off too. */
interface JudgedFinding extends Omit<ShownFinding, 'severity'> {
  readonly severity: SetSeverity;
}

/** The findings of a document as they are shown, by their place. */
interface Shown {
  readonly shown: ShownFinding[];
  /** Those that its comments silence. */
  readonly suppressed: SuppressedFinding[];
}

/** What decides how findings are shown. */
interface Sight {
  readonly program: Program;
  readonly settings: RuleSettings;
  /** Whether it is known of each comment that it is idle. */
  readonly tellsIdle: boolean;
  /** Whether it is also known of those about rules that need the history of files. */
  readonly knowsHistory: boolean;
}

/**
 * Shows the findings of a document: in words, with ranges and the severities that are set.
 * @param silencings what its comments silence; undefined where it has none
 */
export function show(
  path: string,
  found: readonly Finding[],
  silencings: readonly Silencing[] | undefined,
  sight: Sight,
): Shown {
  if (!silencings) {
    const on = found.filter(one => severityOf(one, sight) !== 'off');
    return { shown: inOrder(on, sight).filter(isShown), suppressed: [] };
  }
  const { shown, suppressed, unused } = silence(inOrder(found, sight), silencings);
  const known = unused.filter(({ name }) => sight.knowsHistory || !ruleNamed(name)?.needsHistory);
  const idle = sight.tellsIdle ? judgeSilencings(path, known) : [];
  const all = [...shown, ...inOrder(idle, sight)].sort(byPlace);
  return {
    shown: all.filter(isShown),
    suppressed: suppressed.flatMap(({ finding, reason }) =>
      isShown(finding) ? [{ ...finding, reason }] : [],
    ),
  };
}

/** Findings as they are shown, by their place. Of records that say the same words, by an alias or `<<`, it is said once. */
function inOrder(findings: readonly Finding[], sight: Sight): JudgedFinding[] {
  const sorted = findings.map(finding => judged(finding, sight)).sort(byPlace);
  return numbered(sorted.filter((one, i) => !sorted[i - 1] || byPlace(one, sorted[i - 1] ?? one) !== 0));
}

function judged(finding: Finding, sight: Sight): JudgedFinding {
  const { rule: name, message, args, path, where, related } = finding;
  const { program } = sight;
  const rule = ruleNamed(name);
  const template = rule?.messages[message] ?? rule?.messages.default ?? message;
  return {
    rule: name,
    severity: severityOf(finding, sight),
    message: messageOf(template, args),
    path,
    range: 'at' in where ? placeIn(program, path, where.record, where.at) : where,
    related: related.map(place => ({
      path: place.path,
      range:
        'at' in place
          ? placeIn(program, place.path, place.record, place.at)
          : { start: place.start, end: place.end },
      words: place.words,
    })),
    tag: rule?.untagged?.includes(message) ? undefined : rule?.tag,
    messageKey: message,
    args,
    fingerprint: fingerprintOf(path, name, args),
  };
}

function severityOf({ rule: name, path, message }: Finding, { settings }: Sight): SetSeverity {
  const rule = ruleNamed(name);
  return rule ? settings.severity(rule, path, message) : 'off';
}

function placeIn(program: Program, path: string, record: number, at: number): TextRange {
  const summary = program.summary(path);
  return summary ? rangeOf(summary, record, at) : { start: 0, end: 0 };
}

function isShown(finding: JudgedFinding): finding is ShownFinding {
  return finding.severity !== 'off';
}

function byPlace(a: JudgedFinding, b: JudgedFinding): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    order(a.rule, b.rule) ||
    order(a.message, b.message)
  );
}

/** Tells equal fingerprints of one document apart by their order. */
function numbered(findings: readonly JudgedFinding[]): JudgedFinding[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const count = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, count + 1);
    return count === 0 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count + 1}` };
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
