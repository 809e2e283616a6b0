import { hash } from '../../text/hash.ts';
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
