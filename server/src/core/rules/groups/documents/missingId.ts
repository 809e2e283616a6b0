import { recordAround } from '../../../formats/recordAt.ts';
import { addKeyInOrder, setValue } from '../../../formats/yamlEdits.ts';
import { keyOrder } from '../../../model/keys.ts';
import type { RecordKind } from '../../../model/kinds.ts';
import { entry } from '../../../yaml/lookup.ts';
import { nextId } from '../../fixes/newId.ts';
import { oneOfKind } from '../../questions/oneOfKind.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

const asked: readonly RecordKind[] = [
  'commitment',
  'control',
  'evidence',
  'risk',
  'vendor',
  'task',
  'request',
  'deviation',
];

export const rule: DocumentRule = {
  name: 'documents/missing-id',
  reads: 'document',
  about: asked,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A record without an id in a file with several records.',
  why: 'Evidence, tests, and auditor requests are filed by id. Nothing can refer to a record without one.',
  fix: 'Give it an id that follows the numbering of the others. A record that is alone in its file needs no id: it has the name of the file.',
  messages: { default: 'This {kind} has no id, so nothing can refer to it. Add an `id`.' },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 1
      === controls/all.yaml
      - id: AC-01
        title: Accounts end with employment
        satisfies: [CC6.2]
      - title: Sign-in asks for a second factor
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        satisfies: [CC6.1]
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      === controls/second-factor.md
      ---
      title: Sign-in asks for a second factor
      satisfies: [CC6.1]
      ---
      === registers/answers.yaml
      - {kind: answer, question: Is data encrypted?, answer: It is.}
      - {kind: answer, question: Are there backups?, answer: There are.}
      `,
    ],
  },
  fixes({ path, range, facts, program }) {
    const { mapping, kind } = recordAround(facts, range.start) ?? {};
    const id = mapping && kind && nextId(program, kind, []);
    if (id === undefined || !mapping || !kind) return [];
    const present = entry(mapping, 'id');
    if (present?.value && present.value.type !== 'scalar') return [];
    const edit = present
      ? setValue(facts.text, present, id)
      : addKeyInOrder(facts.text, mapping, 'id', id, keyOrder(kind));
    return [{ title: `Add id ${id}`, edits: [{ path, ...edit }], preferred: false }];
  },
  check(facts, report) {
    for (const { index, shape } of recordsOf(facts, ...asked)) {
      if (shape.id || shape.stem !== undefined) continue;
      report(recordRange(facts, index), { kind: oneOfKind(shape.kind) });
    }
  },
};
