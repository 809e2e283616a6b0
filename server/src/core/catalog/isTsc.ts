import { tsc } from './tsc.ts';

/** Names under which `satisfies` means the Trust Services Criteria. */
const ours =
  /^(?:aicpa[ _-]*)?(?:tsc|tsp|soc[ _-]*2(?:[ _-]*ts[cp])?|trust[ _-]*services?(?:[ _-]*(?:criteri(?:a|on)|principles|categories))?)(?![a-z])|^aicpa$/i;

/** Whether a name means the Trust Services Criteria under `satisfies`: one of theirs, or that of one of their categories. */
export function isTsc(name: string): boolean {
  return ours.test(name) || tsc.category(name) !== undefined;
}
