import { writtenLike } from '../../../formats/yamlEdits.ts';
import { keysOf } from '../../../model/keys.ts';
import { type ManifestKey, manifestKeys } from '../../../model/manifestKeys.ts';
import { editDistance } from '../../../text/distance.ts';
import type { YamlMapping, YamlNode } from '../../../yaml/node.ts';
import { wholeRecords } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/unknown-key',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A key that looks like a misspelling of a known key: `frequncy: quarterly`.',
  why: 'The value of a misspelled key is ignored without notice: the control then has no frequency, or the report no period.',
  fix: 'Correct the key. The rule ignores keys of your own that do not resemble a known key.',
  messages: { default: '`{key}` is not a known key. Did you mean `{near}`?' },
  examples: {
    bad: [
      `
      === tickmark.yaml
      reports:
        - {id: soc2, kind: soc2, type: 2, perod: {start: 2026-01-01, end: 2026-12-31}}
                                          ^^^^^
      peple: []
      ^^^^^
      === controls/reviews.yaml
      - id: AC-04
        ownr: jo
        ^^^^
        frequncy: quarterly
        ^^^^^^^^
        titel: Reviews
        ^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      organization: Brightdesk
      rules: {documents/orphan: off}
      === controls/reviews.yaml
      - {kind: waiver, id: W-1, score: 3}
      - {id: AC-04, owners: [jo], reviewer: ana, approved_by: ben, system: app, score: 3, frequency: weekly, frequncy: x}
      === policies/access.md
      ---
      title: Access
      layout: page
      weight: 3
      author: jo
      category: access
      ---
      Text.
      `,
    ],
  },
  fixes({ path, range, facts, args: { near = '' } }) {
    // Who approved or performed something, and when, is for them to write, letter for letter.
    if (stoodBehind.test(near)) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check(facts, report) {
    const judge = (
      { entries }: YamlMapping,
      isKnown: (name: string) => boolean,
      names: () => string[],
    ): void => {
      let absent: readonly string[] | undefined;
      for (const { key, value } of entries) {
        if (value === undefined || isKnown(key.value)) continue;
        absent ??= withoutKeys(names(), entries);
        const near = absent.find(name => isMisspelled(key.value, name));
        if (near !== undefined) report({ start: key.start, end: key.end }, { key: key.value, near });
      }
    };
    for (const { shape, mapping } of wholeRecords(facts)) {
      const keys = keysOf(shape.kind);
      judge(
        mapping,
        name => keys.has(name),
        () => [...keys.values()].map(({ name }) => name),
      );
    }
    const look = (node: YamlNode | undefined, keys: readonly ManifestKey[]): void => {
      if (node?.type === 'sequence') for (const item of node.items) look(item, keys);
      if (node?.type !== 'mapping') return;
      const keyNamed = (name: string) => keys.find(key => key.name === name || key.aliases?.includes(name));
      judge(
        node,
        name => keyNamed(name) !== undefined,
        () => keys.map(({ name }) => name),
      );
      for (const { key, value } of node.entries) {
        const known = keyNamed(key.value);
        if (known?.keys) look(value, known.keys);
        else if (known?.each && value?.type === 'mapping') {
          for (const one of value.entries) look(one.value, known.each);
        }
      }
    };
    if (facts.summary.shape.manifest) look(facts.yaml[0]?.root, manifestKeys);
  },
};

function withoutKeys(names: readonly string[], entries: YamlMapping['entries']): readonly string[] {
  const present = new Set(entries.map(({ key }) => key.value));
  return names.filter(name => !present.has(name));
}

const stoodBehind =
  /(?:By|On)$|^(?:reviewed|performed|collected|effective|expires|received|remediated|sha256)$/;

/** Words of their own that are near to a key. */
const others = new Set(['clause', 'roles', 'score', 'stage']);

/** Whether a key is another with a slip in it: what differs in its ending only (`reviewer`, `owners`) is another word. */
function isMisspelled(key: string, name: string): boolean {
  const said = key.toLowerCase();
  const meant = name.toLowerCase();
  if (said.length < 4 || meant.length < 5 || Math.abs(said.length - meant.length) > 2) return false;
  if (others.has(said)) return false;
  const ending = meant.length < 7 ? 1 : 2;
  if (said.startsWith(meant.slice(0, -ending)) || meant.startsWith(said)) return false;
  const distance = editDistance(said, meant);
  if (distance === 0) return false;
  return distance <= (meant.length < 9 ? 1 : 2) || (distance === 2 && sorted(said) === sorted(meant));
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
