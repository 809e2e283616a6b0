import type { Args } from '../rule.ts';
import { ruleNamed } from '../rules.ts';

/** How much of an argument a fingerprint is made of, in UTF-16 code units: a long text is known by its beginning and length. */
const longestRead = 1000;

/** What tells a finding from others: the same for the same finding in another version of the document. */
export function fingerprintOf(path: string, rule: string, args: Args): string {
  return hash([rule, path, ...identifying(args, ruleNamed(rule)?.varying)].join('\n'));
}

function identifying(args: Args, varying: readonly string[] = []): string[] {
  return Object.entries(args).flatMap(([key, text]) => {
    if (varying.includes(key)) return [];
    return [key, text.length <= longestRead ? text : `${text.slice(0, longestRead)}${text.length}`];
  });
}

/** Two chained 32-bit FNV-1a hashes, as 16 hexadecimal digits. */
function hash(text: string): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193) >>> 0;
    high = Math.imul(high ^ low, 0x01000193) >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
