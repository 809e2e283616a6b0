import { brief } from '../../text/brief.ts';
import { withoutSecrets } from '../questions/secretsIn.ts';
import type { Args } from '../rule.ts';

/** How much a message quotes of a text of the workspace, in UTF-16 code units. */
export const longestQuote = 300;

/** No credential is shorter, with the address around it. */
const shortestSecret = 16;
/** None is longer: what begins within a quote ends within so much more. */
const longestSecret = 400;

/** The words of a finding: its message with what it names in it, a long text by its beginning, and no credential. */
export function messageOf(template: string, args: Args): string {
  const words = template.replace(/\{(\w+)\}/g, (whole, key: string) => quoted(args[key] ?? whole));
  // The words in question may be a credential, which stands in the document and in nothing that is made of it.
  for (const key in args) if ((args[key]?.length ?? 0) >= shortestSecret) return withoutSecrets(words);
  return words;
}

/** Half a credential is not told from other words, so it goes before the text is cut. */
function quoted(text: string): string {
  if (text.length <= longestQuote) return text;
  return brief(withoutSecrets(text.slice(0, longestQuote + longestSecret)), longestQuote);
}
