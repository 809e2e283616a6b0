// What is asked of a person for a new record of a fixture, and the record that comes of the answers.
import assert from 'node:assert/strict';
import { type NewRecordStep, nextStep } from '../../../server/src/core/features/newRecord/nextStep.ts';
import type { RecordAnswers, RecordQuestion } from '../../../server/src/core/features/newRecord/questions.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, roleIn } from '../../fixture.ts';

export interface Around {
  readonly folder?: string;
  readonly there?: readonly string[];
}

/** What comes next in a program after some answers. */
export function stepIn(
  example: string,
  answers: RecordAnswers,
  { folder, there = [] }: Around = {},
): NewRecordStep {
  const files = readExample(example);
  const engine = engineOf(files);
  const isRead = (path: string) => roleIn(engine, files, path) !== undefined;
  const place = { program: engine.program, folder, lineEnd: '\n', isRead, there: new Set(there) };
  return nextStep(place, answers);
}

export function asked(example: string, answers: RecordAnswers, around?: Around): RecordQuestion {
  const step = stepIn(example, answers, around);
  return 'question' in step ? step.question : assert.fail(`no question: ${JSON.stringify(step)}`);
}

/** The record that comes of answers, with what is suggested where an id is asked for. */
export function made(
  example: string,
  answers: RecordAnswers,
  around?: Around,
): { path: string; text: string } {
  const id = answers.id ?? asked(example, answers, around).value ?? '';
  const step = stepIn(example, { ...answers, id }, around);
  return 'record' in step ? step.record : assert.fail(`no record: ${JSON.stringify(step)}`);
}

export const labels = ({ choices }: RecordQuestion) => choices.map(({ label }) => label);

export const native = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security], exclude: [CC1-CC5, CC7-CC9]}
=== controls/AC-01-sign-in.md
---
id: AC-01
title: Sign in
status: implemented
satisfies: [CC6.1]
---
=== policies/access-control.md
---
id: access-control
title: Access control policy
---
=== registers/vendors.yaml
- {id: VN-01, kind: vendor, title: Amazon}
- {id: VN-02, kind: vendor, title: Datadog}
=== evidence/review-q1.md
---
id: EV-AC-01-2026-Q1
title: Review
controls: [AC-01]
---
`;
