import type { Duty } from '../model/shape.ts';

const person =
  '(?:[\\w-]+ )?(?:person|people|engineers?|developers?|administrators?|employees?|colleagues?|reviewers?|approvers?|managers?|officers?|specialists?|analysts?|director|member of (?:the|staff))';
const first =
  '(?:author|requester|requestor|owner|developer|engineer|submitter|preparer|initiator|administrator|person|one|performer|approver)';

/** Words by which a statement has somebody act who is not the one who acted before. */
const second = new RegExp(
  `\\bother than (?:its|the|their|his|her) (?:own )?${first}s?\\b|` +
    `\\b(?:another|a second|a different|two) ${person}\\b|\\b(?:some(?:one|body)|anyone) else\\b|` +
    '\\bwho (?:did|does|has|have) not (?:themselves )?(?:writ|wrote|made|make|request|author|prepar|perform|administer|develop)|' +
    '\\bfour[- ]eyes\\b|\\bdual (?:control|authorization|approval)\\b|\\bpeer[- ]review(?:s|ed)?\\b',
  'i',
);
const privileged = /\b(?:administrators?|administrative|admin|privileged)\b/i;
const acting =
  /\b(?:deploy|releas|merg|publish|provision|grant|administer|creat|enter|pay|build|develop|writ)(?:s|es|e|ed|en|ing)?\b/i;

/** What a statement of a control says of the duties of several people; undefined where it says nothing of the kind. */
export function dutyIn(statement: string): Duty | undefined {
  if (second.test(statement)) return privileged.test(statement) ? 'second, of administrators' : 'second';
  return acting.test(statement) ? 'first' : undefined;
}
