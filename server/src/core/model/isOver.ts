/** Words by which a task, a request or a waiver says that nothing is left to be done, or not now. */
export const isOver =
  /^(?:done|closed|completed?|resolved|fixed|finished|submitted|sent|answered|deferred|postponed|on hold|accepted|provided|delivered|cancell?ed|rejected|expired|withdrawn|retired|archived|superseded|obsolete|wont ?fix|won't fix)$/i;
