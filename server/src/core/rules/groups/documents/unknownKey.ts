import { writtenLike } from '../../../formats/yamlEdits.ts';
import { keysOf } from '../../../model/keys.ts';
import type { YamlMapping } from '../../../yaml/node.ts';
import { isMisspelled } from '../../questions/misspelledKey.ts';
import { wholeRecords } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/unknown-key',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A key that looks like a misspelling of a known key: `frequncy: quarterly`.',
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
    ],
    good: [
      `
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
    for (const {
      shape,
      mapping: { entries },
    } of wholeRecords(facts)) {
      const keys = keysOf(shape.kind);
      let absent: readonly string[] | undefined;
      for (const { key, value } of entries) {
        if (value === undefined || keys.has(key.value)) continue;
        absent ??= withoutKeys(
          [...keys.values()].map(({ name }) => name),
          entries,
        );
        const near = absent.find(name => isMisspelled(key.value, name));
        if (near !== undefined) report({ start: key.start, end: key.end }, { key: key.value, near });
      }
    }
  },
};

function withoutKeys(names: readonly string[], entries: YamlMapping['entries']): readonly string[] {
  const present = new Set(entries.map(({ key }) => key.value));
  return names.filter(name => !present.has(name));
}

const stoodBehind =
  /(?:By|On)$|^(?:reviewed|performed|collected|effective|expires|received|remediated|sha256)$/;
