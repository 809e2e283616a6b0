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
  readonly related: readonly { readonly path: string; readonly range: TextRange; readonly words: string }[];
  readonly tag: 'unnecessary' | 'deprecated' | undefined;
  /** Which of the rule's messages, and what it names. */
  readonly messageKey: string;
  readonly args: Args;
  /** Equal for the same finding in another version of the document: it does not depend on the line. */
  readonly fingerprint: string;
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
