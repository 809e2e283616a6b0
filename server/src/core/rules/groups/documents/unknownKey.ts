import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Key } from '../../../model/key.ts';
import { keysOf, keysWithin } from '../../../model/keys.ts';
import { entry, items } from '../../../yaml/lookup.ts';
import type { YamlMapping } from '../../../yaml/node.ts';
import { inOtherNumber, inOtherWord, isMistypedTsc } from '../../questions/keysMeant.ts';
import { isMisspelled } from '../../questions/misspelledKey.ts';
import { wholeRecords } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/unknown-key',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A key that looks like a misspelling of a known key (`frequncy: quarterly`), or is its singular or plural (`control` for `controls`).',
  why: 'The value of a misspelled key is ignored without notice: the control then has no frequency, for example.',
  fix: 'Correct the key. The rule ignores keys of your own that do not resemble a known key.',
  messages: { default: '`{key}` is not a known key. Did you mean `{near}`?' },
  examples: {
    bad: [
      `
      === controls/reviews.yaml
      - id: AC-04
        ownr: jo
        ^^^^
        frequncy: quarterly
        ^^^^^^^^
        titel: Reviews
        ^^^^^
      `,
      `
      === controls/reviews.yaml
      - id: AC-04
        policy: access
        ^^^^^^
        satisfies: {TCS: [CC6.1]}
                    ^^^
      === evidence/reviews.yaml
      - id: EV-01
        control: AC-04
        ^^^^^^^
      === deviations/late.yaml
      - id: DV-01
        controls: [AC-04]
        ^^^^^^^^
      === vendors/hosting.yaml
      - id: hosting
        report: {period: {from: 2025-01-01, end: 2025-12-31}}
                          ^^^^
      === policies/access.md
      ---
      id: access
      ---
      Access follows the role.
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - {kind: waiver, id: W-1, score: 3}
      - {kind: risk, id: R-1, control: We look at it., system: The whole of it}
      - {id: AC-05, satisfies: {TSF: [A.1], CSC: [6.1], ISO: [A.8.24]}}
      - {id: AC-04, owners: [jo], reviewer: ana, approved_by: ben, score: 3, frequency: weekly, frequncy: x}
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
    const judge = ({ entries }: YamlMapping, keys: ReadonlyMap<string, Key>, isInner = false): void => {
      let absent: readonly Key[] | undefined;
      for (const { key, value } of entries) {
        const known = keys.get(key.value);
        if (!known && value !== undefined) {
          absent ??= withoutKeys(keys, entries);
          const near =
            absent.find(({ name }) => isMisspelled(key.value, name))?.name ??
            inOtherNumber(key.value, value, absent) ??
            (isInner ? inOtherWord(key.value, absent) : undefined);
          if (near !== undefined) report({ start: key.start, end: key.end }, { key: key.value, near });
        }
        const inner = known && keysWithin(known);
        for (const one of inner ? items(value) : [])
          if (inner && one?.type === 'mapping') judge(one, inner, true);
      }
    };
    for (const { shape, mapping } of wholeRecords(facts)) judge(mapping, keysOf(shape.kind));
    for (const { mapping } of facts.records) {
      for (const { key, value } of (mapping && satisfiedIn(mapping)) ?? []) {
        if (isMistypedTsc(facts.text, key.value, value))
          report({ start: key.start, end: key.end }, { key: key.value, near: 'TSC' });
      }
    }
  },
};

/** The names of catalogs under `satisfies`, with the ids of each. */
function satisfiedIn(mapping: YamlMapping): YamlMapping['entries'] {
  const value = entry(mapping, 'satisfies')?.value;
  return items(value).flatMap(one => (one?.type === 'mapping' ? one.entries : []));
}

/** The keys of which none of the entries is one. */
function withoutKeys(keys: ReadonlyMap<string, Key>, entries: YamlMapping['entries']): readonly Key[] {
  const present = new Set(entries.map(({ key }) => key.value));
  return [...keys.values()].filter(({ name }) => !present.has(name));
}

const stoodBehind =
  /(?:By|On)$|^(?:reviewed|performed|collected|effective|expires|received|remediated|sha256)$/;
