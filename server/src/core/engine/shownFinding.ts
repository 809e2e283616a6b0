import type { Args } from '../rules/rule.ts';
import { fingerprintOf } from '../rules/running/fingerprint.ts';
import type { Severity } from '../rules/severity.ts';
import type { TextRange } from '../text/range.ts';

/** A finding as it is shown. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: TextRange;
  readonly related: readonly RelatedRange[];
  readonly tag: 'unnecessary' | 'deprecated' | undefined;
  /** Which of the rule's messages, and what it names. */
  readonly messageKey: string;
  readonly args: Args;
  /** Equal for the same finding in another version of the document: it does not depend on the line. */
  readonly fingerprint: string;
}

/** Another place that a finding speaks of, and what is said of it. */
export interface RelatedRange {
  readonly path: string;
  readonly range: TextRange;
  readonly words: string;
  /** What it is about, as pages are asked for: a client that shows pages leads there instead. */
  readonly page?: string;
}

/** A finding as people see it: by itself, or one that stands for several. */
export interface SeenFinding extends ShownFinding {
  /** Those that it stands for, by their place; left out where it is one by itself. */
  readonly members?: readonly ShownFinding[];
}

/** A finding that a comment silences, with the reason it gives. */
export interface SuppressedFinding extends ShownFinding {
  readonly reason: string;
}

/** The fingerprint that a finding would have in a document of another path. */
export function fingerprintAt({ rule, args, fingerprint }: ShownFinding, path: string): string {
  const [, number = ''] = /(-\d+)$/.exec(fingerprint) ?? [];
  return fingerprintOf(path, rule, args) + number;
}
