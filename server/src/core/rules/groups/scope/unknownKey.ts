import { type ManifestHome, moveKey } from '../../../formats/manifestMoves.ts';
import { writtenLike } from '../../../formats/yamlEdits.ts';
import { keyNamed, type ManifestKey, manifestKeys, manifestKeysIn } from '../../../model/manifestKeys.ts';
import { nearest } from '../../../text/nearest.ts';
import { isMerge } from '../../../yaml/lookup.ts';
import type { YamlEntry, YamlMapping } from '../../../yaml/node.ts';
import { type ManifestMapping, manifestMappings } from '../../questions/manifestMappings.ts';
import { isMisspelled, isSameKey } from '../../questions/misspelledKey.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'scope/unknown-key',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A key in the manifest that Tickmark does not read.',
  why: 'What stands under an unknown key has no effect: a report with `typ: 2` has no type, and files under `excludes` are checked.',
  fix: 'Correct the key, or move it to where the message says. To keep a value of your own in the manifest, start its key with `x-`. In the entries of `systems`, `services`, `data`, and `people`, keys of your own are fine, and only misspellings are reported.',
  messages: {
    default: '`{key}` is not a key of {where}, so Tickmark does not read it. {help}',
    near: '`{key}` is not a key of {where}, so Tickmark does not read it. Did you mean `{near}`?',
    moved: '`{key}` is not a key of {where}, so Tickmark does not read it here. Write it {home}.',
    nearMoved:
      '`{key}` is not a key of {where}, so Tickmark does not read it. Did you mean `{near}`? Write it {home}.',
    second: 'Tickmark does not read `{key}`, because `{near}` is there too. Keep one of the two.',
  },
  varying: ['help'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      organization: Brightdesk
      reports:
        - {id: soc2, kind: soc2, typ: 2, period: {start: 2026-01-01, ends: 2026-12-31}}
                                 ^^^
                                                                     ^^^^
      categories: [security]
      ^^^^^^^^^^
      periods: {start: 2026-01-01}
      ^^^^^^^
      includes: [handbook/**]
      ^^^^^^^^
      mascot: a dog
      ^^^^^^
      people:
        - {id: ana, emial: ana@example.com, slack: "@ana"}
                    ^^^^^
      `,
      `
      === tickmark.yaml
      reports: [{id: soc2}]
      report: {id: soc2, type: 2}
      ^^^^^^
      scope: {categories: [security], organization: Brightdesk}
                                      ^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      organization: Brightdesk
      x-team: {channel: "#soc2"}
      defaults: &type {kind: soc2, type: 1}
      report: {<<: *type, id: soc2, asOf: 2026-06-30}
      scope: {categories: [security]}
      people: [{id: ana, slack: "@ana"}, ben]
      rules: {documents/orphan: off}
      incl
      `,
    ],
  },
  fixes({ path, range, facts, message, args: { key = '', near } }) {
    const found = manifestMappings(facts.yaml[0]?.root, manifestKeys).flatMap(one =>
      one.mapping.entries.flatMap(entry => (entry.key.start === range.start ? [{ ...one, entry }] : [])),
    )[0];
    if (!found) return [];
    if (message === 'near' && near !== undefined && isSameKey(key, near) && !stoodBehind.has(near)) {
      const text = writtenLike(facts.text.slice(range.start, range.end), near);
      return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: true }];
    }
    const [home] = message === 'moved' ? homesOf(key, found.path) : [];
    const edits = home && moveKey(facts, found.mapping, found.entry, home);
    if (!edits) return [];
    const title = `Move ${key} ${moveWords[home]}`;
    return [{ title, edits: edits.map(edit => ({ path, ...edit })), preferred: true }];
  },
  check({ text, summary, yaml: [document] }, report) {
    // Where the text itself has a slip, a key may be none.
    if (!summary.shape.manifest || !document || document.problems.length > 0) return;
    for (const one of manifestMappings(document.root, manifestKeys)) {
      const { mapping, keys, path } = one;
      for (const entry of mapping.entries) {
        const { key, value } = entry;
        const range = { start: key.start, end: key.end };
        const known = keyNamed(keys, key.value);
        const first = known && readInstead(mapping, entry, known);
        if (first !== undefined) report(range, { key: key.value, near: first }, 'second');
        if (known || value === undefined || isOwn(text, entry)) continue;
        const meant = one.isOpen ? misspelled(key.value, one) : whatWasMeant(key.value, one);
        if (!meant) continue;
        const where = path.length === 0 ? 'the manifest' : `\`${path.at(-1)}\``;
        const { message, near = '', home = '' } = meant;
        const said = { ...(near && { near }), ...(home && { home }) };
        const help = message === 'default' ? { help: keysThere(keys, path) } : {};
        report(range, { key: key.value, where, ...said, ...help }, message);
      }
    }
  },
};

/** The keys of a report by which a person says when and how it stands: they are for that person to write, letter for letter. */
const stoodBehind = new Set(['asOf', 'start', 'end', 'state']);

interface Meant {
  readonly message: 'default' | 'near' | 'moved' | 'nearMoved';
  readonly near?: string;
  readonly home?: string;
}

/** A key of the same mapping that is read in the place of another; undefined where that one is read. */
function readInstead(
  { entries }: YamlMapping,
  { key }: YamlEntry,
  { name }: ManifestKey,
): string | undefined {
  const wins = name === 'report' ? 'reports' : name;
  if (wins === key.value) return undefined;
  return entries.some(other => other.key.value === wins && other.value !== undefined) ? wins : undefined;
}

/** Whether a key is one's own: it says so, it merges, or its value is there for what names it. */
function isOwn(text: string, entry: YamlEntry): boolean {
  const { key, value } = entry;
  if (isMerge(entry) || /^x-/i.test(key.value)) return true;
  return value !== undefined && /[:\s]&\S/.test(text.slice(key.end, value.start));
}

function misspelled(key: string, { mapping, keys }: ManifestMapping): Meant | undefined {
  const near = absentFrom(mapping, keys).find(name => isMisspelled(key, name));
  return near === undefined ? undefined : { message: 'near', near };
}

function whatWasMeant(key: string, { mapping, keys, path }: ManifestMapping): Meant {
  const [home] = homesOf(key, path);
  if (home) return { message: 'moved', home: homeWords[home] };
  const names = absentFrom(mapping, keys);
  const near = names.find(name => isSameKey(key, name)) ?? nearest(key, names) ?? otherWords.get(key);
  if (near !== undefined && names.includes(near)) return { message: 'near', near };
  for (const other of homesFrom(path)) {
    const there = nearest(key, namesAt(other));
    if (there !== undefined) return { message: 'nearMoved', near: there, home: homeWords[other] };
  }
  return { message: 'default' };
}

/** What people call keys of the manifest that have other names. */
const otherWords = new Map([
  ['name', 'organization'],
  ['company', 'organization'],
  ['version', 'tickmark'],
  ['ignore', 'exclude'],
]);

const homeWords: Readonly<Record<ManifestHome, string>> = {
  top: 'at the top level',
  scope: 'under `scope`',
  report: 'in a report under `reports`',
};

const moveWords: Readonly<Record<ManifestHome, string>> = {
  top: 'to the top level',
  scope: 'under scope',
  report: 'into the report',
};

/** Names that say nothing of where they belong. */
const general = new Set(['id', 'name', 'owner', 'description', 'tickmark']);

/** Where a key is read that is not read at a path, the likeliest first. */
function homesOf(key: string, path: readonly string[]): readonly ManifestHome[] {
  return general.has(key) ? [] : homesFrom(path).filter(home => namesAt(home).includes(key));
}

/** Where else a key may have been meant to stand than at a path; only keys of the whole and of reports are mistaken so. */
function homesFrom(path: readonly string[]): readonly ManifestHome[] {
  switch (path.join('.')) {
    case '':
      return ['scope', 'report'];
    case 'scope':
      return ['top', 'report'];
    case 'report':
    case 'reports':
      return ['scope', 'top'];
    case 'report.period':
    case 'reports.period':
      return ['report', 'top'];
    default:
      return [];
  }
}

function namesAt(home: ManifestHome): readonly string[] {
  const keys = manifestKeysIn(home === 'top' ? [] : home === 'scope' ? ['scope'] : ['report']);
  return keys.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
}

function absentFrom({ entries }: YamlMapping, keys: readonly ManifestKey[]): readonly string[] {
  const present = new Set(entries.map(({ key }) => key.value));
  return keys.map(({ name }) => name).filter(name => !present.has(name));
}

function keysThere(keys: readonly ManifestKey[], path: readonly string[]): string {
  const names = keys.map(({ name }) => `\`${name}\``).join(', ');
  const known = path.length === 0 ? '' : `The keys here are ${names}. `;
  return `${known}To keep a value of your own, start its key with \`x-\`.`;
}
