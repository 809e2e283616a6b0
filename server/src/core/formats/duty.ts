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
  'gi',
);
/** Before it: whom something is passed on to, or shared with. */
const passedOn =
  /\b(?:escalat|assign|reassign|hand|transfer|forward|pass|rout|sent|send|delegat|notif|report|shar|disclos)\w*\b[^.;]*\b(?:to|with)\s+$/i;
/** After that: what they are to do with it. */
const toLookAt =
  /^,?\s+(?:who|that|for|to)\s+(?:\w+\s+){0,3}(?:approv|review|check|verif|authoriz|confirm|sign)/i;
/** Before it: what happens only sometimes; but `only if another engineer ...` is asked for each time. */
const conditional = /(?<!\bonly\s)\b(?:if|when|whenever|in case|should)\b[^,.;]*$/i;
const lookingAt =
  /\b(?:approv|review|check|verif|authoriz|confirm|sign(?!if)|inspect|examin|audit|witness|monitor|compar|look)\w*\b/i;

/** What has its object in the same clause, up to where another one begins. */
const object =
  '(?:(?!\\b(?:and|or|but|before|after|when|while|by|who|that|which|then|so|if|unless|until)\\b)[^.;,])*';
const privileged = '\\b(?:administrators?|administrative|admin|privileged)\\b';
const looksAtAdministrators = new RegExp(`^${object}${lookingAt.source}${object}${privileged}`, 'i');
const administratorsLookedAt = new RegExp(
  `${privileged}${object}\\b(?:is|are|be|been|was|were)\\b[^.;,]*${lookingAt.source}[^.;,]*\\bby\\s+(?:an?\\s+)?$`,
  'i',
);
const acting =
  /\b(?:deploy|releas|merg|publish|provision|grant|administer|creat|enter|pay|build|develop|writ)(?:s|es|e|ed|en|ing)?\b/i;

/** What a statement of a control says of the duties of several people; undefined where it says nothing of the kind. */
export function dutyIn(statement: string): Duty | undefined {
  const seconds = [...statement.matchAll(second)].flatMap(({ index, 0: words }) => {
    const end = index + words.length;
    const before = statement.slice(Math.max(0, index - 200), index);
    const around = { before, words, after: statement.slice(end, end + 200) };
    return isNeeded(around) ? around : [];
  });
  if (seconds.some(isOfAdministrators)) return 'second, of administrators';
  if (seconds.length > 0) return 'second';
  return acting.test(statement) ? 'first' : undefined;
}

/** Words for a second person, with what stands before and after them in the statement. */
interface Second {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Whether the control needs that person each time, and needs them to look at what somebody else did. */
function isNeeded({ before, words, after }: Second): boolean {
  if (passedOn.test(before) && !toLookAt.test(after)) return false;
  if (!conditional.test(before) && !/else$/i.test(words)) return true;
  const start = before.split(/[,.;]/).at(-1) ?? '';
  const [end = ''] = after.split(/[,.;]/, 1);
  return lookingAt.test(start + end);
}

function isOfAdministrators({ before, after }: Second): boolean {
  return looksAtAdministrators.test(after) || administratorsLookedAt.test(before);
}
