import { ruleNamed } from '../../../server/src/core/rules/rules.ts';
import { holds } from '../fault.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkRange } from './ranges.ts';

/** How many findings, and how many characters of messages, a document may have by its length and beside it. */
const findingsPerUnit = 1;
const fewFindings = 150;
const wordsPerUnit = 100;
const fewWords = 30_000;

/** What a message shows where an argument is no text. */
const leftover = /\bundefined\b|\[object \w+\]|\bNaN\b/;

/** What is found in a document lies in it, is told in whole words, and is in proportion to it. @throws Fault */
export function checkFindings(around: Surroundings, path: string, text: string): void {
  const { engine } = around.host;
  const findings = engine.findings(path);
  let words = 0;
  for (const finding of [...findings, ...engine.suppressed(path)]) {
    const { rule, message, messageKey, args, range, related } = finding;
    checkRange(`a finding of ${rule}`, range, text);
    for (const place of related) {
      const other = around.textOf(place.path);
      holds(other !== undefined, `a place of ${rule} is nowhere`, () => place.path);
      checkRange(`a place of ${rule}`, place.range, other ?? '');
      words += place.words.length;
    }
    const template = ruleNamed(rule)?.messages[messageKey];
    holds(template !== undefined, `no message ${rule} ${messageKey}`, () => message);
    for (const [, name = ''] of (template ?? '').matchAll(/\{(\w+)\}/g))
      holds(typeof args[name] === 'string', `a message of ${rule} lacks {${name}}`, () => message);
    holds(
      !leftover.test(message) || leftover.test(text),
      `a message of ${rule} shows no text`,
      () => message,
    );
    words += message.length + (engine.hint(finding)?.length ?? 0);
  }
  const mostFindings = fewFindings + findingsPerUnit * text.length;
  holds(findings.length <= mostFindings, 'too many findings', () => `${findings.length} in ${text.length}`);
  const mostWords = fewWords + wordsPerUnit * text.length;
  holds(words <= mostWords, 'too many words', () => `${words} for ${text.length}`);
}
