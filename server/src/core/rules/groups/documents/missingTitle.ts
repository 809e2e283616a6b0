import { recordAround } from '../../../formats/recordAt.ts';
import { addKeyInOrder, writtenLike } from '../../../formats/yamlEdits.ts';
import { keyOrder } from '../../../model/keys.ts';
import type { RecordKind } from '../../../model/kinds.ts';
import { nameOf } from '../../../program/record.ts';
import { entry } from '../../../yaml/lookup.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { titleOf } from '../../fixes/newId.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

const asked: readonly RecordKind[] = ['control', 'policy', 'procedure', 'narrative'];

export const rule: DocumentRule = {
  name: 'documents/missing-title',
  reads: 'document',
  about: asked,
  severity: { start: 'off', recommended: 'off', strict: 'warning' },
  summary: 'A control or document without a title.',
  why: 'You give auditors lists of controls and documents by title. An id alone tells nobody what a control does.',
  fix: 'Add a `title`, or start the text with a heading.',
  messages: { default: '`{name}` has no title. Add a `title`, or start the text with a heading.' },
  examples: {
    bad: [
      `
      === controls/AC-01.md
      ---
      id: AC-01
          ^^^^^
      satisfies: [CC6.1]
      ---
      Sign-in asks for a second factor.
      `,
      `
      === policies/data-retention.md
      ---
      id: data-retention
          ^^^^^^^^^^^^^^
      satisfies: [C1.2]
      ---
      Data is kept for the contract and 30 days.
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      owner: Ana
      satisfies: [CC6.1]
      ---
      # Access policy
      === controls/AC-01.yaml
      id: AC-01
      statement: Okta asks for a second factor at each sign-in.
      satisfies: [CC6.1]
      === controls/AC-02.yaml
      id: AC-02
      name: Second factor
      satisfies: [CC6.1]
      `,
    ],
  },
  fixes(target) {
    const { path, range, facts, args } = target;
    const { mapping, kind } = recordAround(facts, range.start) ?? {};
    const title = titleOf(args['name'] ?? '');
    if (!mapping || !kind || title === undefined || entry(mapping, 'title'))
      return addEmptyKey(target, 'title');
    const edit = addKeyInOrder(facts.text, mapping, 'title', writtenLike('', title), keyOrder(kind));
    return [{ title: `Add title ${title}`, edits: [{ path, ...edit }], preferred: false }];
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, ...asked)) {
      if (shape.title !== undefined || entry(mapping, 'statement')?.value) continue;
      report(recordRange(facts, index), { name: nameOf({ shape }) });
    }
  },
};
