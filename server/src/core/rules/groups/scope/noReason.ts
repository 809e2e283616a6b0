/** When something is to come. */
const when =
  '(?: (?:yet|so far|for now|at the moment|at present|right now|currently|in place|exists?|available|written|later|soon|(?:in|by|from|until|for) (?:(?:early|late|mid|the end of|end of) )?(?:(?:q[1-4]|h[12]|[a-z]{3,9}) )?\\d{4}|(?:(?:in|by) )?(?:this|next) (?:year|quarter|month|period|audit)))*';
const missing = '(?:control|policy|policies|process|processes|procedure|evidence|owner)s?';
const done =
  '(?:implemented|in place|done|covered|addressed|mapped|documented|started|ready|written|defined|finished)';

/** What people write where a reason belongs, and what says no more than that there is none, that something is missing, or that it is excluded. */
const empty = [
  'n/?a',
  '(?:not |non-?)(?:yet )?(?:applicable|relevant|needed|required|in scope)(?: yet| so far| for now)?',
  `(?:not |non-?)(?:yet )?(?:been )?${done}${when}`,
  `(?:the |our |a )?${missing} (?:(?:is|are|was|were|has|have) )?(?:not|still to be|yet to be|to be) (?:yet )?(?:been )?${done}${when}`,
  "does(?: not|n['’]t) apply(?: to us)?",
  'irrelevant|excluded|out of scope|no scope',
  'none|nothing|no|unknown|missing|later|pending|open|planned|future|skip(?:ped)?|ignored?',
  `planned${when}`,
  `no (?:reason|comment|need|(?:such )?(?:${missing}|time|resource|resources|capacity|budget|money|staff))${when}`,
  `(?:we (?:have|had)|there (?:is|are|has been)) (?:no|not any|not an?) ${missing}(?: for (?:this|it|that))?${when}`,
  `we (?:do not have|don['’]t have|lack) (?:(?:any|an?|the) )?${missing}(?: for (?:this|it|that))?${when}`,
  `tb[adc]|to ?do|(?:still )?to be (?:determined|decided|confirmed|added|${done})${when}|(?:we )?will be ${done}${when}|wip|work in progress|in progress`,
  'x+|[-–—.?!…*]+',
].join('|');

const noReasons = new RegExp(`^(?:${empty})[.!]?$`, 'i');

/** Whether these words, given as the reason of an exclusion, say nothing of why the criterion is not relevant. */
export function isNoReason(words: string): boolean {
  return noReasons.test(words.trim());
}
