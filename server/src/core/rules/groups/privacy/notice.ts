import { isControl, isDocumenting } from '../../../program/record.ts';
import { draftRecord } from '../../fixes/draftRecord.ts';
import { scopePlace } from '../../questions/scopePlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'privacy/notice',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary:
    'Privacy is in scope, and a control maps to notice (P1.1), but no policy or narrative addresses it.',
  why: 'Under privacy, the first thing that an auditor reads is the notice itself: what people are told about their data. A control can keep the notice current, but it is not the notice.',
  fix: 'Write the privacy notice or policy, and name P1.1 under its `satisfies`.',
  messages: {
    default:
      'Controls map to P1.1, but no policy or narrative addresses it. Name P1.1 under `satisfies` in the privacy notice.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1}
      scope: {categories: [security, privacy]}
                                     ^^^^^^^
      === controls/notice.md
      ---
      id: PR-01
      satisfies: [P1.1]
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1}
      scope: {categories: [security, privacy]}
      === controls/notice.md
      ---
      id: PR-01
      satisfies: [P1.1]
      ---
      === policies/privacy-notice.md
      ---
      id: privacy-notice
      satisfies: [P1.1]
      ---
      What we do with your data.
      `,
    ],
  },
  fixes(target) {
    const record = { kind: 'policy', id: 'privacy-notice', title: 'Privacy notice' } as const;
    return draftRecord(target, { ...record, criteria: ['P1.1'] });
  },
  check(program, criterion, report) {
    if (criterion !== 'P1.1') return;
    const place = program.isInScope(criterion) ? scopePlace(program, criterion) : undefined;
    if (!place) return;
    let isServed = false;
    for (const { shape } of program.citing(criterion)) {
      if (isControl(shape)) isServed = true;
      else if (isDocumenting(shape)) return;
    }
    // Where nothing serves it at all, coverage/missing says so.
    if (isServed) report(place);
  },
};
