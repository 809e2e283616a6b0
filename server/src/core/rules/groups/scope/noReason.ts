/** What people write where a reason belongs, and what says no more than that there is none, that something is missing, or that it is excluded. */
const empty = [
  'n/?a',
  '(?:not |non-?)(?:yet )?(?:applicable|relevant|needed|required|in scope|implemented|in place|done|covered|addressed|mapped|documented|started|ready)(?: yet| so far| for now)?',
  "does(?: not|n['’]t) apply(?: to us)?",
  'irrelevant|excluded|out of scope|no scope',
  'none|nothing|no|unknown|missing|later|pending|open|planned|future|skip(?:ped)?|ignored?',
  'no (?:reason|comment|need|(?:such )?(?:control|policy|policies|process|procedure|evidence|owner|time|resources|capacity)s?)(?: (?:yet|so far|for now|at the moment|in place|exists?|available|written))*',
  "(?:we|there) (?:have|is|are|do not have|don['’]t have|has been) (?:no|any|not) (?:control|policy|policies|process|procedure|evidence)s?(?: for (?:this|it|that))?(?: (?:yet|so far|for now|at the moment|in place))*",
  'tb[adc]|to ?do|to be (?:determined|defined|decided|done|confirmed|written|added)|wip|work in progress|in progress',
  'x+|[-–—.?!…*]+',
].join('|');

const noReasons = new RegExp(`^(?:${empty})[.!]?$`, 'i');

/** Whether these words, given as the reason of an exclusion, say nothing of why the criterion is not relevant. */
export function isNoReason(words: string): boolean {
  return noReasons.test(words.trim());
}
