// A ledger holds our judgment on each finding in one program: whether it is true, and why.
import { parse } from 'yaml';

/** The presets under which findings are judged: what `strict` shows is told only where `recommended` does not show it. */
export const judgedPresets = ['recommended', 'strict'] as const;
export type JudgedPreset = (typeof judgedPresets)[number];

/** One finding as a ledger names it. Who it is, is told by all but the place: that moves when lines above it do. */
export interface Named {
  readonly preset: JudgedPreset;
  readonly rule: string;
  /** Relative to the program's root, with `/`. */
  readonly file: string;
  /** `line:column-line:column`, from 1, in UTF-16 units. */
  readonly place: string;
  readonly fingerprint: string;
}

export interface Entry extends Named {
  /** Undefined where nobody has judged yet. */
  readonly verdict: boolean | undefined;
  readonly why: string;
}

/** How the findings of today differ from a ledger. */
export interface Difference {
  readonly fresh: readonly Named[];
  readonly gone: readonly Entry[];
  /** Those that stand elsewhere now, each with where. */
  readonly moved: readonly { readonly entry: Entry; readonly place: string }[];
  readonly unjudged: readonly Entry[];
  /** A false finding is a defect of its rule, and no entry. */
  readonly untrue: readonly Entry[];
}

/**
 * Reads a ledger.
 * @param text YAML; an empty one judges nothing
 * @throws Error where something in it is no judgment, with the path of keys to it, or where a finding is judged twice
 */
export function readLedger(text: string): Entry[] {
  const presets = mapping(parse(text) ?? {}, 'the ledger', judgedPresets);
  const entries = judgedPresets.flatMap(preset =>
    list(presets[preset] ?? [], preset).flatMap((judgment, i) =>
      readJudgment(judgment, preset, `${preset}[${i}]`),
    ),
  );
  const judged = new Set<string>();
  for (const entry of entries) {
    if (judged.has(identity(entry))) throw new Error(`judged twice: ${entry.rule} ${written(entry)}`);
    judged.add(identity(entry));
  }
  return entries;
}

function readJudgment(value: unknown, preset: JudgedPreset, at: string): Entry[] {
  const keys = mapping(value, at, ['rule', 'verdict', 'why', 'findings']);
  const { verdict } = keys;
  if (verdict !== null && typeof verdict !== 'boolean')
    throw new Error(`${at}.verdict: expected true or false`);
  const rule = words(keys['rule'], `${at}.rule`);
  const why = keys['why'] === null ? '' : words(keys['why'], `${at}.why`);
  return list(keys['findings'], `${at}.findings`).map((finding, i) => {
    const named = words(finding, `${at}.findings[${i}]`);
    const [, file, place, fingerprint] = /^(.+) (\d+:\d+-\d+:\d+) ([\da-f]{16}(?:-\d+)?)$/.exec(named) ?? [];
    if (file === undefined || place === undefined || fingerprint === undefined)
      throw new Error(
        `${at}.findings[${i}]: expected FILE LINE:COLUMN-LINE:COLUMN FINGERPRINT, not ${named}`,
      );
    return { preset, rule, file, place, fingerprint, verdict: verdict ?? undefined, why };
  });
}

function mapping(value: unknown, at: string, keys: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${at}: expected a mapping with ${keys.join(', ')}`);
  const unknown = Object.keys(value).find(key => !keys.includes(key));
  if (unknown !== undefined) throw new Error(`${at}.${unknown}: expected only ${keys.join(', ')}`);
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${at}: expected a list`);
  return value;
}

function words(value: unknown, at: string): string {
  if (typeof value !== 'string') throw new Error(`${at}: expected words`);
  return value;
}

/** Compares what is found with what is judged. */
export function compare(found: readonly Named[], entries: readonly Entry[]): Difference {
  const judged = new Map(entries.map(entry => [identity(entry), entry]));
  const there = new Map(found.map(finding => [identity(finding), finding]));
  return {
    fresh: found.filter(finding => !judged.has(identity(finding))),
    gone: entries.filter(entry => !there.has(identity(entry))),
    moved: entries.flatMap(entry => {
      const place = there.get(identity(entry))?.place ?? entry.place;
      return place === entry.place ? [] : [{ entry, place }];
    }),
    unjudged: entries.filter(({ verdict, why }) => verdict === undefined || why === ''),
    untrue: entries.filter(({ verdict }) => verdict === false),
  };
}

function identity({ preset, rule, file, fingerprint }: Named): string {
  return [preset, rule, file, fingerprint].join('\n');
}

/** A finding as it stands in a ledger. */
export function written({ file, place, fingerprint }: Named): string {
  return `${file} ${place} ${fingerprint}`;
}

/** A ledger's text with entries where their findings stand now; all else in it stays. */
export function moveEntries(text: string, moved: Difference['moved']): string {
  const places = new Map(moved.map(({ entry, place }) => [written(entry), written({ ...entry, place })]));
  return text.replace(/(?<=^ +- ).+/gm, finding => places.get(finding) ?? finding);
}
