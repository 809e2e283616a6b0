import { isControl, isDocumenting } from '../../../program/record.ts';
import { draftRecord } from '../../fixes/draftRecord.ts';
import { scopePlace } from '../../questions/scopePlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'privacy/notice',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Privacy is in scope, and no policy or narrative addresses notice (P1.1), though a control does.',
  why: 'The first thing an auditor reads under privacy is the notice itself: what persons are told about their data. A control can keep it current, but something has to be it.',
  fix: 'Write the privacy notice or policy and name P1.1 under its `satisfies`.',
  messages: {
    default:
      'Controls serve P1.1, and no policy or narrative addresses it. Name it under `satisfies` of the privacy notice.',
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
    const lines = ['satisfies: {TSC: [P1.1]}'];
    return draftRecord(target, { kind: 'policy', id: 'privacy-notice', title: 'Privacy notice', lines });
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
