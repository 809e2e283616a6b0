import { posix } from 'node:path';
import type { Plan, PlannedFile } from './plan.ts';
import type { Random } from './random.ts';

/** The heading that every page begins with, so that a link to it is sound. */
export const firstSection = 'Purpose';

/**
 * A Markdown link from one file of the program to another.
 * @param anchor with its `#`; empty for the page itself
 */
export function linkTo(page: PlannedFile, from: PlannedFile, anchor = ''): string {
  return `[${page.title}](${posix.relative(posix.dirname(from.path), page.path)}${anchor})`;
}

/** A sound link to any page of the program, to its first section one time in four. */
export function linkAnywhere(from: PlannedFile, plan: Plan, random: Random): string {
  return linkTo(random.pick(plan.pages), from, random.chance(0.25) ? `#${firstSection.toLowerCase()}` : '');
}
