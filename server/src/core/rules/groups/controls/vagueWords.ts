// Words in the statement of a control that cannot be tested, by what they leave open.

/** They leave open how often something is done. */
export const often = [
  'periodically',
  'regularly',
  'routinely',
  'occasionally',
  'from time to time',
  'on a regular basis',
  'on a periodic basis',
  'at regular intervals',
  'frequently',
];

/** They leave open how soon. */
export const soon = [
  'timely',
  'in a timely manner',
  'on a timely basis',
  'promptly',
  'as soon as possible',
  'in due course',
  'without undue delay',
];

/** They leave open when it is done at all. */
export const needed = [
  'as needed',
  'as necessary',
  'as required',
  'as applicable',
  'as appropriate',
  'if needed',
  'if necessary',
  'when needed',
  'when necessary',
  'where appropriate',
  'where necessary',
  'where possible',
  'if possible',
  'where feasible',
  'to the extent possible',
  'ad hoc',
];

/** They leave open whether it is done. */
export const weak = [
  'should',
  'may',
  'tries to',
  'attempts to',
  'strives to',
  'endeavors to',
  'endeavours to',
  'best effort',
  'best efforts',
];

/** They leave open what is enough. */
export const fuzzy = [
  'appropriate',
  'appropriately',
  'adequate',
  'adequately',
  'sufficient',
  'sufficiently',
  'reasonable',
];
