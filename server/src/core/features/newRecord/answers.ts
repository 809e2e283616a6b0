// What can be taken as an answer about a new record, and what is said where something cannot.
import { descriptionCriterion } from '../../catalog/tsc.ts';
import { isOwnName } from '../../formats/role.ts';
import type { Program } from '../../program/program.ts';
import { isControl } from '../../program/record.ts';
import { longestQuote } from '../../rules/running/message.ts';
import { brief } from '../../text/brief.ts';
import { readDate } from '../../text/calendar.ts';
import type { RecordAnswers } from './questions.ts';

/** In UTF-16 units; names of files have 255 bytes at most. */
const longestId = 100;
const longestTitle = 300;

/** What of a program the answers name that is not there; undefined where all is. */
export function unknownIn(
  program: Program,
  { kind, criterion, among, control }: RecordAnswers,
): string | undefined {
  const isDescribed = kind === 'narrative' && descriptionCriterion(criterion) !== undefined;
  for (const key of [isDescribed ? '' : criterion, ...(among?.split('\n') ?? [])]) {
    if (key && !program.catalogs.criterion(key)) {
      return `This program has no criterion ${quoted(key)}. Give one of its catalogs, such as CC6.1, or none.`;
    }
  }
  if (control && ![...program.defining(control)].some(({ shape }) => isControl(shape))) {
    const [other] = program.referable('control');
    const example = other ? `, such as ${other.id},` : '';
    return `This program has no control ${quoted(control)}. Give the id of one${example} or none.`;
  }
  return undefined;
}

/** A title as it stands on one line. */
export function onOneLine(title: string): string {
  return title.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
}

export function problemOfTitle(title: string): string | undefined {
  if (title === '') return 'Enter a title.';
  return title.length > longestTitle ? `Enter a title of at most ${longestTitle} characters.` : undefined;
}

export function problemOfDue(due: string): string | undefined {
  return due === '' || readDate(due) !== undefined
    ? undefined
    : 'Enter a date such as 2026-06-30, or nothing.';
}

/** @param path of the file that the record would be; undefined where there is none */
export function problemOfId(program: Program, id: string, path: string | undefined): string | undefined {
  const problem = spellingProblem(id);
  if (problem !== undefined) return problem;
  if (!isOwnName(id)) return `A file named ${id} is not read as a record. Enter another id.`;
  const [other] = program.defining(id);
  if (other && other.path !== path) return `${id} is a record already, in ${other.path}. Enter another id.`;
  return undefined;
}

/** What is wrong with how an id is written; undefined where it can be one. */
export function spellingProblem(id: string): string | undefined {
  if (id === '') return 'Enter an id.';
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u.test(id)) {
    return 'An id has letters, digits, periods, hyphens, and underscores. It begins and ends with a letter or a digit.';
  }
  return id.length > longestId ? `Enter an id of at most ${longestId} characters.` : undefined;
}

/** Words of an answer in a sentence. */
export function quoted(words: string): string {
  return `\`${brief(words, longestQuote)}\``;
}
