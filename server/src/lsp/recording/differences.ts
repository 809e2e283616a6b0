import { brief } from '../../core/text/brief.ts';
import { fieldsOf } from '../fieldsOf.ts';

/** What two answers to the same question may differ in: they name a state of the server, not what it says. */
const passing: ReadonlySet<string> = new Set(['resultId', 'revision', 'serverInfo']);

/** Where an answer is not the recorded one. */
export interface Difference {
  /** The way to it, such as `result.items[2].message`. */
  readonly at: string;
  /** What stands there, as JSON, cut where it is long; undefined for nothing. */
  readonly recorded: string | undefined;
  readonly now: string | undefined;
}

/** The first place in which two answers differ; undefined where they say the same. */
export function firstDifference(recorded: unknown, now: unknown, at = ''): Difference | undefined {
  if (Array.isArray(recorded) && Array.isArray(now)) {
    const both = Math.min(recorded.length, now.length);
    for (let i = 0; i < both; i++) {
      const found = firstDifference(recorded[i], now[i], `${at}[${i}]`);
      if (found) return found;
    }
    return recorded.length === now.length
      ? undefined
      : { at: `${at}.length`, recorded: `${recorded.length}`, now: `${now.length}` };
  }
  if (isFields(recorded) && isFields(now)) return firstInFields(fieldsIn(recorded), fieldsIn(now), at);
  return Object.is(recorded, now) ? undefined : { at, recorded: shown(recorded), now: shown(now) };
}

type Fields = ReadonlyMap<string, unknown>;

function fieldsIn(value: unknown): Fields {
  return new Map(Object.entries(fieldsOf(value)));
}

function firstInFields(recorded: Fields, now: Fields, at: string): Difference | undefined {
  for (const name of new Set([...recorded.keys(), ...now.keys()])) {
    if (passing.has(name)) continue;
    const found = firstDifference(recorded.get(name), now.get(name), at === '' ? name : `${at}.${name}`);
    if (found) return found;
  }
  return undefined;
}

function isFields(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string | undefined {
  return value === undefined ? undefined : brief(JSON.stringify(value), 80);
}
