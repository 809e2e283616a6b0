import type { Args } from '../rule.ts';

/** What a reader complains about: a code, and a sentence that quotes names from the text in backticks. */
interface Problem {
  readonly code: string;
  readonly message: string;
}

/**
 * The arguments of a finding that repeats a reader's problem. The code and what the sentence quotes tell it from others; a rule
 * names `problem` among what varies, so that its fingerprint stays when the sentence is reworded.
 */
export function problemArgs({ code, message }: Problem): Args {
  const quoted = message.match(/`[^`]*`/g) ?? [];
  return { code, about: quoted.join(' '), problem: message };
}
