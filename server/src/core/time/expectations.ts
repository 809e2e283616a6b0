// What evidence is by its type, and which of what a control expects it meets.
import type { TimedControl, TimedEvidence } from './input.ts';

/** Types of what tells of every day, those of single items, and those of a configuration as it was on a day. */
const [logs, items, captures] = [
  new Set(['system-log', 'population', 'change-record', 'changes']),
  new Set(['incident-report', 'ticket']),
  new Set(['configuration']),
];

/** A type as it is compared: `Access review` is `access-review`. */
export function plainType(type: string): string {
  const plain = type
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return plain.replace(/^acknowledge(?=ment$)/, 'acknowledg');
}

/** Whether evidence is a log or a population by its type. */
export function isLog({ type }: TimedEvidence): boolean {
  return type !== undefined && (plainType(type) === 'system-log' || plainType(type) === 'population');
}

/** Whether evidence is a single item by its type, such as a report of an incident. */
export function isItem({ type }: TimedEvidence): boolean {
  return type !== undefined && items.has(plainType(type));
}

/** Whether evidence is a configuration by its type. */
export function isConfiguration({ type }: TimedEvidence): boolean {
  return type !== undefined && captures.has(plainType(type));
}

/**
 * Whether evidence tells of the configuration on a day, rather than of changes: by its type, or because a day is all that it
 * states.
 */
export function isCapture(evidence: TimedEvidence): boolean {
  const { type, covers, window } = evidence;
  if (isConfiguration(evidence)) return true;
  const isOfChanges = type !== undefined && (logs.has(plainType(type)) || items.has(plainType(type)));
  return !isOfChanges && covers === undefined && window === undefined;
}

/** The windows of a continuous control: both, unless it expects what belongs to one of them only. */
export function kindsOfContinuous(expects: readonly string[]): readonly ('configuration' | 'changes')[] {
  const types = expects.map(plainType);
  const ofOne = types.filter(type => logs.has(type) || captures.has(type));
  if (ofOne.length > 0 && ofOne.every(type => captures.has(type))) return ['configuration'];
  if (ofOne.length > 0 && ofOne.every(type => logs.has(type))) return ['changes'];
  return ['configuration', 'changes'];
}

/**
 * Which of what a control expects evidence meets: `all` where the control expects nothing in particular, `unclear` where it expects several things
 * and the evidence does not say which it is, `none` where it is something else.
 */
export function metBy(
  { type, expects }: TimedEvidence,
  expected: TimedControl['expects'],
): 'all' | 'unclear' | 'none' | readonly string[] {
  if (expected.length === 0) return 'all';
  const said = expects.length > 0 ? expects : type === undefined ? [] : [type];
  const plain = said.map(plainType).filter(one => one !== 'other');
  const met = expected.filter(one => plain.includes(plainType(one)));
  if (met.length > 0) return met;
  if (plain.length > 0) return 'none';
  return expected.length === 1 ? expected : 'unclear';
}
