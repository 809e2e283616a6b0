const number = '(?:[1-9]\\d*|one|two|three|four|five|six|seven|eight|nine|ten)';
const end = '(?=$|\\s*[.,;:(!–—]|\\s+-\\s)';
const exceptions = [
  `(?:${number} )?exceptions?(?: (?:was|were))?(?: (?:noted|found|identified))?${end}`,
  `exceptions?(?: (?:noted|found|identified))?\\s*[:=]\\s*${number}\\b`,
  `(?:failed|fails?|failure|not passed|did not pass|unsatisfactory|deficient|deficiency)${end}`,
  `(?:control )?(?:was |is |did )?(?:ineffective|not (?:operating )?effective(?:ly)?|not operate effectively)${end}`,
  `${number}(?: (?:items?|samples?))? (?:of|out of) \\d+(?: (?:items?|samples?))? (?:failed|exceptions?|were exceptions)${end}`,
  `passed,? (?:but )?with (?:an? |minor |some |${number} (?:minor )?)?exceptions?${end}`,
].join('|');
const isException = new RegExp(`^(?:${exceptions})`, 'i');
/** What says that nothing of the kind was found. */
const isNone = /^[a-z]+(?: [a-z]+){0,2}(?: ?[:=(–—-] ?| )(?:(?:0|zero|none|nil|n\/?a)\b|no\W?$)/i;

/**
 * Whether the result of a test says that the control did not operate, or not always: `exception`, `2 exceptions noted`,
 * `Failed - 2 of 25 without ticket`, `not effective`.
 */
export function saysException(result: string): boolean {
  const said = result.trim().replace(/\s+/g, ' ');
  return isException.test(said) && !isNone.test(said);
}
